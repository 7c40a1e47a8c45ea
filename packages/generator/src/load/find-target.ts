import { formatProblem, ProblemsError } from "../problem.js";
import { getString } from "./data.js";
import { isUrl, readReference } from "./address.js";
import { resolvePointer } from "./json-pointer.js";
import type { SourceDocument } from "./parse-document.js";
import { absolute, schemaNames } from "./schema-names.js";
import type { Lost, Origin, Sources } from "./sources.js";

/** What `reference`, which stands at `from`, leads to. */
export function findTarget(reference: string, from: Origin, sources: Sources): Origin | Lost {
  const { base, fragment } = findDocument(reference, from.source, sources);
  if (!("source" in base)) {
    return { ...base, message: `The reference "${reference}" ${base.message}` };
  }
  const { source } = base;
  if (fragment !== "" && !fragment.startsWith("/")) {
    const pointer = schemaNames(source).anchors.get(fragment);
    if (pointer !== undefined) return { source, pointer };
    return {
      message: `The reference "${reference}" names an anchor that does not exist.`,
      fix: "Correct the name, or use a JSON pointer such as #/components/schemas/NAME.",
    };
  }
  const local = reference.startsWith("#") ? findInEnclosing(fragment, from) : undefined;
  if (local) return local;
  const pointer = base.pointer + fragment;
  if (resolvePointer(source.root, pointer) === undefined) {
    return {
      message: `The reference "${reference}" leads nowhere.`,
      fix: "Define what it names, or correct the name.",
    };
  }
  return { source, pointer };
}

function findDocument(
  reference: string,
  from: SourceDocument,
  sources: Sources,
): { base: Origin | Lost; fragment: string } {
  const { address = "", fragment } = readReference(reference, from);
  const named = findById(reference, from);
  if (named) return { base: named, fragment };
  const source = address === from.address ? from : sources.get(address);
  if (source === undefined) {
    const nowhere = {
      message: "leads nowhere.",
      fix: "Define what it names, or correct the name.",
    };
    return { base: nowhere, fragment };
  }
  if (source instanceof ProblemsError) {
    return {
      base: {
        message: "leads to a file that can't be used.",
        fix: `Mend this first: ${source.problems.map(formatProblem).join(" ")}`,
        // What is missing, or can't be had, has no lines.
        isBroken: source.problems.some(({ location }) => location.line !== undefined),
      },
      fragment,
    };
  }
  return { base: "fix" in source ? source : { source, pointer: "" }, fragment };
}

/** The schema of the same document whose `$id` a reference names: that is no address to read from. */
export function findById(reference: string, from: SourceDocument): Origin | undefined {
  const [id = ""] = reference.split("#");
  const { ids } = schemaNames(from);
  if (id === "" || ids.size === 0) return undefined;
  const base = getString(from.root, "$self") ?? getString(from.root, "$id") ?? from.address;
  const whole = absolute(id, isUrl(base) ? base : undefined);
  const pointer = ids.get(id) ?? (whole === undefined ? undefined : ids.get(whole));
  return pointer === undefined ? undefined : { source: from, pointer };
}

/** A schema with an `$id` is a document of its own: a pointer in it begins at it. */
function findInEnclosing(fragment: string, { source, pointer }: Origin): Origin | undefined {
  const { roots } = schemaNames(source);
  if (roots.size === 0) return undefined;
  for (let end = pointer.indexOf("/", 1); end !== -1; end = pointer.indexOf("/", end + 1)) {
    const root = pointer.slice(0, end);
    const found = root + fragment;
    if (!roots.has(root) || resolvePointer(source.root, found) === undefined) continue;
    return { source, pointer: found };
  }
  return undefined;
}
