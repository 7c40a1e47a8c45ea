import { createHash } from "node:crypto";
import { parseYaml } from "../load/parse-yaml.js";
import { isObject } from "../load/data.js";
import { LEVELS, type Level } from "../compare/change.js";
import { oneLine } from "../one-line.js";
import { ProblemsError } from "../problem.js";

/** The releases that a changeset asks for: packages and how they are released. */
export type Releases = ReadonlyMap<string, Level>;

/** A changeset: `.changeset/name.md`. */
export interface ChangesetFile {
  /** As the user would write it. */
  readonly shown: string;
  readonly content: string;
  readonly releases: Releases;
  /** What stands behind the frontmatter. */
  readonly text: string;
  /** What clientgen wrote into it; absent in one that it has not made. */
  readonly mark?: Mark | undefined;
}

/** Digests of what was written, by which edits of it are known. */
interface Mark {
  readonly text: string;
  readonly releases: string;
}

/** As changesets reads them. */
const PARTS = /^(\s*---)([^]*?)(\r?\n\s*---)(\s*(?:\r?\n|$)[^]*)/;

/** The lines that git puts around both sides of a conflict: they would reach the changelog. */
const CONFLICT = /^(?:<{7} .*|>{7} .*)$/m;

/** A comment of YAML: it never reaches a changelog. */
const MARK = /^# clientgen ([\da-f]{8}) ([\da-f]{8})\b.*$/m;
const MARK_TEXT = "written by clientgen changeset, which keeps a text that you edit";

/**
 * Reads a changeset.
 *
 * @throws {ProblemsError} if changesets could not read it either.
 */
export function parseChangeset(content: string, shown: string): ChangesetFile {
  if (CONFLICT.test(content)) {
    const fix = "Keep what is right of both sides, or delete the file and run clientgen changeset.";
    throw broken(shown, "The marks of a merge conflict stand in this changeset.", fix);
  }
  const [, , head, , text] = PARTS.exec(content) ?? [];
  if (head === undefined || text === undefined) {
    throw broken(shown, "This changeset does not begin with packages between two lines of ---.");
  }
  const parsed = parseYaml(head);
  if (!("root" in parsed)) {
    throw broken(shown, `What stands between the lines of --- is no YAML: ${parsed[0]?.message}`);
  }
  const { root } = parsed;
  if (root !== null && root !== undefined && !isObject(root)) {
    throw broken(shown, "What stands between the lines of --- is no map of packages.");
  }
  const releases = new Map<string, Level>();
  for (const [name, type] of Object.entries(root ?? {})) {
    const level = LEVELS.find((one) => one === type);
    if (level === undefined) throw broken(shown, `"${name}" has none of ${LEVELS.join(", ")}.`);
    releases.set(name, level);
  }
  const [, writtenText, writtenReleases] = MARK.exec(head) ?? [];
  const mark =
    writtenText !== undefined && writtenReleases !== undefined
      ? { text: writtenText, releases: writtenReleases }
      : undefined;
  return { shown, content, releases, text: text.trim(), mark };
}

/**
 * The content of a changeset that clientgen makes, with the marks by which it knows it again.
 *
 * @param needed the releases that clientgen asks for.
 * @param all those with what somebody else asks for, which count as edited.
 */
export function formatChangeset(needed: Releases, text: string, all = needed): string {
  const mark = { text: digest(text), releases: digestOf(needed) };
  return `${formatHead(all, mark)}\n\n${text.trim()}\n`;
}

function formatHead(releases: Releases, mark: Mark): string {
  const lines = [...releases].map(([name, level]) => `${JSON.stringify(name)}: ${level}`);
  return ["---", `# clientgen ${mark.text} ${mark.releases}: ${MARK_TEXT}`, ...lines, "---"].join(
    "\n",
  );
}

/** Whether somebody has changed the text since clientgen wrote it. Where its lines break does not count. */
export function isTextEdited(file: ChangesetFile): boolean {
  return !isTextWritten(file, file.text);
}

/** Whether a text is the one that clientgen has written last. */
export function isTextWritten({ mark }: ChangesetFile, text: string): boolean {
  return mark?.text === digest(text);
}

/** Whether somebody has changed the packages, or how they are released. */
export function areReleasesEdited({ mark, releases }: ChangesetFile): boolean {
  return mark?.releases !== digestOf(releases);
}

/**
 * A changeset of clientgen's with more releases, its text as it is.
 *
 * @param releases those that are written; those of the file that are not among them stay.
 */
export function withReleases(file: ChangesetFile, releases: Releases): string {
  const all = new Map([...file.releases, ...releases]);
  const isSame = digestOf(all) === digestOf(file.releases);
  if (isSame || file.mark === undefined) return file.content;
  const rest = PARTS.exec(file.content)?.[4] ?? "";
  // Who has asked for other releases before does so still.
  const own = areReleasesEdited(file) ? file.mark.releases : digestOf(all);
  return formatHead(all, { text: file.mark.text, releases: own }) + rest;
}

function digestOf(releases: Releases): string {
  return digest(
    [...releases]
      .map(([name, level]) => `${name} ${level}`)
      .sort()
      .join("\n"),
  );
}

/** Eight characters are enough to see that something is not what it was. */
function digest(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return createHash("sha256").update(words).digest("hex").slice(0, 8);
}

const RELEASES = 'Write "package-name": patch, minor or major between them, or delete the file.';

function broken(shown: string, message: string, fix = RELEASES): ProblemsError {
  const location = { file: shown };
  return new ProblemsError([{ severity: "error", location, message: oneLine(message), fix }]);
}
