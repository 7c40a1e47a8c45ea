import { ProblemsError, type Location, type Problem } from "../problem.js";
import { LineCounter } from "./line-counter.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { TextProblem } from "./parsed-text.js";
import type { TextOutline } from "./text-outline.js";

/** One file's content as plain data, with the way back from a pointer to its place in the text. */
export interface SourceDocument {
  /** Absolute path, or the URL that it came from in the end. */
  readonly address: string;
  /** The same as the user would write it. */
  readonly shown: string;
  readonly text: string;
  readonly root: unknown;
  /** Place of the value at `pointer`, or of the nearest parent that has one. */
  locate(pointer: string): Location;
}

/**
 * Parses YAML 1.2 or JSON. What looks like JSON is first taken for it, which is several times as fast;
 * places in the text are found out when the first is asked for.
 *
 * @throws {ProblemsError} with every problem that was found, each with line and column.
 */
export function parseDocument(text: string, address: string, shown: string): SourceDocument {
  const lines = new LineCounter(text);
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  const parsed = json ?? parseYaml(text);
  if (!("root" in parsed)) throw new ProblemsError(parsed.map(asProblem));
  let outline: TextOutline | undefined;
  return {
    address,
    shown,
    text,
    root: parsed.root,
    locate(pointer) {
      outline ??= parsed.outline();
      return { file: shown, ...lines.at(outline.find(pointer)), pointer };
    },
  };

  function asProblem({ offset, pointer, message, fix }: TextProblem): Problem {
    const place: Location = { file: shown, ...lines.at(offset) };
    const location = pointer === undefined ? place : { ...place, pointer };
    return { severity: "error", location, message, fix };
  }
}
