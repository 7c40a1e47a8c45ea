import { formatProblem, ProblemsError } from "../problem.js";
import { resolvePointer } from "./json-pointer.js";
import { readReference, type Sources } from "./load-sources.js";
import type { SourceDocument } from "./parse-document.js";

/** A place in a loaded file. */
export interface Origin {
  readonly source: SourceDocument;
  readonly pointer: string;
}

/** Why a reference can't be followed, and how to mend it. */
export interface Lost {
  readonly message: string;
  readonly fix: string;
}

/** What `reference`, which stands in `from`, leads to. */
export function findTarget(
  reference: string,
  from: SourceDocument,
  sources: Sources,
): Origin | Lost {
  const target = readReference(reference, from);
  if (target.path === undefined) {
    return {
      message: `The reference "${reference}" is an address, not a path.`,
      fix: "Keep what it names in a file, and refer to that by a relative path.",
    };
  }
  if (target.fragment !== "" && !target.fragment.startsWith("/")) {
    return {
      message: `The reference "${reference}" names an anchor.`,
      fix: "Use a JSON pointer, such as #/components/schemas/NAME.",
    };
  }
  const source = sources.get(target.path);
  if (source instanceof ProblemsError) {
    return {
      message: `The reference "${reference}" leads to a file that can't be used.`,
      fix: `Mend this first: ${source.problems.map(formatProblem).join(" ")}`,
    };
  }
  if (source === undefined || resolvePointer(source.root, target.fragment) === undefined) {
    return {
      message: `The reference "${reference}" leads nowhere.`,
      fix: "Define what it names, or correct the name.",
    };
  }
  return { source, pointer: target.fragment };
}
