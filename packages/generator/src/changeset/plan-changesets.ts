import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { highest } from "../compare/change.js";
import {
  areReleasesEdited,
  formatChangeset,
  isTextEdited,
  isTextWritten,
  parseChangeset,
  type Releases,
  withReleases,
} from "./changeset-file.js";
import type { Changeset } from "./changesets.js";
import { describeNeeds, operationsOf } from "./describe-needs.js";
import { groupNeeds } from "./group-needs.js";
import type { Need } from "./need.js";
import { isEnough } from "./release-type.js";

/**
 * What becomes of a changeset: `covered` is one that somebody has written and that tells of a change already, `kept` one of
 * clientgen's whose text somebody has edited, `raised` the same with releases that were too small.
 */
type Action = "created" | "updated" | "unchanged" | "raised" | "kept" | "removed" | "covered";

/** One step of writing changesets. */
export interface Step {
  readonly action: Action;
  /** Absolute path. */
  readonly path: string;
  readonly shown: string;
  readonly releases: Releases;
  /** What is to be written; absent where the file stays as it is, or goes. */
  readonly content?: string | undefined;
  /** A sentence for whoever ran it. */
  readonly note?: string | undefined;
  /** Lines of Markdown that a text which is kept may lack. */
  readonly add?: readonly string[] | undefined;
}

/** Where changesets are, and how their text is laid out. */
export interface Place {
  /** Absolute path of `.changeset`. */
  readonly folder: string;
  /** The commit that changes are told from. */
  readonly base: string;
  readonly format: (content: string) => Promise<string>;
}

/**
 * Plans what has to be written for some needs. A changeset that clientgen has made since the base is written anew, but for a
 * text that somebody has edited; one whose change is gone is removed.
 *
 * @param changesets those that were added or changed since the base.
 */
export async function planChangesets(
  needs: readonly Need[],
  changesets: readonly Changeset[],
  place: Place,
): Promise<Step[]> {
  const left = new Set(changesets.filter(({ mark, isNew }) => mark !== undefined && isNew));
  const steps: Step[] = [];
  for (const group of groupNeeds(needs)) {
    const releases = releasesOf(group);
    const names = [...releases.keys()];
    const own = [...left].filter((one) => names.some((name) => one.releases.has(name)));
    const mine = own.find((one) => !isTextEdited(one)) ?? own[0];
    const others = changesets.filter(({ mark }) => mark === undefined);
    const covering = others.find((one) => tellsOf(one, group, releases));
    if (mine) {
      left.delete(mine);
      steps.push(await renew(mine, group, releases, place));
    } else if (covering) {
      const note = "It is not clientgen's, and tells of the change already.";
      steps.push({ ...placeOf(covering), action: "covered", note });
    } else {
      steps.push(await create(group, releases, place));
    }
  }
  return [...steps, ...[...left].map(abandon)];
}

function releasesOf(needs: readonly Need[]): Releases {
  const all = needs.map((need) => [need.package.name, need.release] as const);
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether somebody's own changeset speaks of a change: it releases every package, and names every operation. */
function tellsOf(file: Changeset, group: readonly Need[], releases: Releases): boolean {
  return (
    [...releases].every(([name, level]) => isEnough(file.releases.get(name), level)) &&
    operationsOf(group).every((operation) => file.text.includes(operation))
  );
}

async function create(group: readonly Need[], releases: Releases, place: Place): Promise<Step> {
  const text = await textOf(group, releases, place);
  const content = await place.format(formatChangeset(releases, text));
  const [name = ""] = releases.keys();
  const path = freePath(place, name.replace(/^@[^/]*\//, ""), content);
  return { action: "created", path, shown: relative(process.cwd(), path), releases, content };
}

async function renew(
  file: Changeset,
  group: readonly Need[],
  releases: Releases,
  place: Place,
): Promise<Step> {
  // Whoever asked for more than is needed had a reason.
  const asked = areReleasesEdited(file) || isTextEdited(file) ? [...file.releases] : [];
  const all = new Map([...asked, ...releases]);
  for (const [name, level] of asked) all.set(name, highest([level, releases.get(name) ?? "none"]));
  const text = await textOf(group, releases, place);
  if (isTextEdited(file)) {
    const content = withReleases(file, all);
    const kept = { ...placeOf(file), releases: all, ...newsFor(file, text) };
    return content === file.content
      ? { ...kept, action: "kept" }
      : { ...kept, action: "raised", content };
  }
  if (text === file.text && !isOther(file.releases, all)) {
    return { ...placeOf(file), action: "unchanged" };
  }
  const content = await place.format(formatChangeset(releases, text, all));
  return { ...placeOf(file), releases: all, action: "updated", content };
}

/** What is there to tell since clientgen wrote a text that somebody has edited. */
function newsFor(file: Changeset, text: string): Pick<Step, "note" | "add"> {
  if (isTextWritten(file, text)) return {};
  const words = (line: string) => line.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const known = words(file.text);
  const add = text.split("\n").filter((line) => line !== "" && !known.includes(words(line)));
  if (add.length === 0) return {};
  return { note: "Its text was edited, and is kept. Add what it lacks of this:", add };
}

/** One that no need is left of. */
function abandon(file: Changeset): Step {
  if (!isTextEdited(file)) {
    const note = "What it told of is no change any more.";
    return { ...placeOf(file), action: "removed", note };
  }
  const note = "What it told of is no change any more; its text was edited: delete it yourself.";
  return { ...placeOf(file), action: "kept", note };
}

function placeOf({ path, shown, releases }: Changeset): Omit<Step, "action"> {
  return { path, shown, releases };
}

function isOther(one: Releases, other: Releases): boolean {
  return one.size !== other.size || [...one].some(([name, level]) => other.get(name) !== level);
}

/** As the project's formatter leaves it: the digests of a changeset are of what stands in it. */
async function textOf(group: readonly Need[], releases: Releases, place: Place): Promise<string> {
  const content = await place.format(formatChangeset(releases, describeNeeds(group)));
  return parseChangeset(content, "").text;
}

/** Two branches that begin at one commit must not give two changes one name. */
function freePath({ folder, base }: Place, stem: string, content: string): string {
  const digest = createHash("sha256").update(`${base}\n${content}`).digest("hex").slice(0, 8);
  const name = `${stem.replace(/[^\w-]+/g, "-")}-${digest}`;
  let path = join(folder, `${name}.md`);
  for (let number = 2; existsSync(path); number += 1) path = join(folder, `${name}-${number}.md`);
  return path;
}
