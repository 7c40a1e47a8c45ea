import { readFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import type { JsonObject } from "../data.ts";
import type { Difference } from "../difference.ts";
import type { Watched } from "../watch.ts";
import { addItem, addMember } from "./add-to-yaml.ts";
import { isComponent, writeSchema } from "./write-schema.ts";

/** What can be written into our documents without a human, and what can't. */
export interface Proposal {
  /** New texts by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly written: readonly Difference[];
  /** What is left to people, and why. */
  readonly left: readonly { readonly difference: Difference; readonly why: string }[];
}

/**
 * Writes what upstream has and we lack, as far as that takes no thought: optional properties and values of enums.
 *
 * @param texts what files have become already; new texts are put here. Nothing is written to the disk.
 */
export function proposeEdits(
  watched: Watched,
  differences: readonly Difference[],
  texts: Map<string, string>,
): Proposal {
  const written: Difference[] = [];
  const left: { difference: Difference; why: string }[] = [];
  for (const difference of differences) {
    const { file } = difference.ours;
    const before = texts.get(file);
    const edited = edit(watched, difference, () => before ?? readFileSync(file, "utf8"));
    if ("why" in edited) left.push({ difference, why: edited.why });
    else {
      texts.set(file, edited.text);
      written.push(difference);
    }
  }
  return { texts, written, left };
}

function edit(
  { ours, upstream, findings }: Watched,
  { what, subject, oursSays, upstreamSays, directions, ours: place }: Difference,
  read: () => string,
): { readonly text: string } | { readonly why: string } {
  if (oursSays !== undefined || !subject) return { why: "What it means has to be judged." };
  if (upstreamSays === "required") return { why: "It is required: old calls may not have it." };
  if (findings.upstreamOf(subject.ours).size > subject.upstream.size) {
    return { why: "Our schema stands for several published ones, and not all of them have it." };
  }
  const pointer = place.pointer ?? "";
  const odd = { why: "The text is not written in a way that a machine may add to." };
  if (what === "enum-value") {
    const text = addItem(read(), pointer, subject.content);
    return text === undefined ? odd : { text };
  }
  const direction = directions.includes("response") ? "response" : "request";
  const schema = writeSchema(upstream, subject.content, direction, (one) => reference(one));
  if (!schema) return { why: "Its schema has alternatives, or holds itself." };
  const cut = pointer.lastIndexOf("/");
  const name = pointer
    .slice(cut + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  const text = addMember(read(), pointer.slice(0, cut), name, schema);
  return text === undefined ? odd : { text };

  function reference(one: JsonObject): string | undefined {
    const [counterpart, another] = findings.oursOf(one);
    if (!counterpart || another) return undefined;
    const found = ours.place(counterpart);
    if (!isComponent(found.pointer)) return undefined;
    if (found.file === place.file) return `#${found.pointer}`;
    const path = relative(dirname(place.file), found.file).split(sep).join("/");
    return `${path.startsWith(".") ? "" : "./"}${path}#${found.pointer}`;
  }
}
