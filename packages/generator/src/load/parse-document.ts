import {
  LineCounter,
  isNode,
  parseDocument as parseYaml,
  type Document,
  type YAMLError,
} from "yaml";
import { ProblemsError, type Location, type Problem } from "../problem.js";
import { splitPointer } from "./json-pointer.js";

/** One file's content as plain data, with the way back from a pointer to its place in the text. */
export interface SourceDocument {
  /** Absolute path. */
  readonly path: string;
  /** Path as the user would write it. */
  readonly shown: string;
  readonly text: string;
  readonly root: unknown;
  /** Place of the value at `pointer`, or of the nearest parent that has one. */
  locate(pointer: string): Location;
}

/** Bounds what an alias bomb can do: the most nodes that aliases may stand for. */
const MAX_ALIASES = 1_000;

/**
 * Parses YAML 1.2 or JSON (of which YAML 1.2 is a superset).
 *
 * @throws {ProblemsError} with every syntax error, each with line and column.
 */
export function parseDocument(text: string, path: string, shown: string): SourceDocument {
  const lines = new LineCounter();
  const yaml = parseYaml(text, {
    lineCounter: lines,
    version: "1.2",
    prettyErrors: false,
    uniqueKeys: true,
    merge: true,
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  if (yaml.errors.length > 0) {
    // The parser goes on behind an error; what it then finds on the same line follows from the first.
    const byLine = new Map<number, Problem>();
    for (const error of yaml.errors) {
      const location = at(error.pos[0]);
      if (byLine.has(location.line)) continue;
      byLine.set(location.line, { severity: "error", location, ...say(error, text) });
    }
    throw new ProblemsError([...byLine.values()]);
  }
  return {
    path,
    shown,
    text,
    root: toData(yaml, shown),
    locate: (pointer) => locate(yaml, pointer),
  };

  function locate(document: Document.Parsed, pointer: string): Location {
    const segments = splitPointer(pointer);
    for (let length = segments.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : lookUp(document, segments.slice(0, length));
      if (isNode(node) && node.range) return { ...at(node.range[0]), pointer };
    }
    return { file: shown, pointer };
  }
}

function say({ code, message, pos }: YAMLError, text: string): { message: string; fix: string } {
  if (code !== "DUPLICATE_KEY") {
    const reason = message.replace(/\.?$/, ".");
    return { message: `This is not valid YAML or JSON: ${reason}`, fix: "Mend the syntax here." };
  }
  const key = /^("(?:[^"\\\n]|\\.)*"|[^:\n]*)/.exec(text.slice(pos[0]))?.[0].trim() ?? "";
  const quoted = key.startsWith('"') ? key : `"${key}"`;
  return { message: `The key ${quoted} stands twice in one map.`, fix: "Keep one of the two." };
}

function lookUp(document: Document.Parsed, segments: readonly string[]): unknown {
  let node: unknown = document.contents;
  for (const segment of segments) {
    if (typeof node !== "object" || node === null || !("get" in node)) return undefined;
    const collection = node as { get(key: unknown, keepScalar: true): unknown };
    node =
      collection.get(segment, true) ??
      // Numeric keys (status codes) are numbers in YAML and strings in a pointer.
      (/^\d+$/.test(segment) ? collection.get(Number(segment), true) : undefined);
  }
  return node;
}

function toData(yaml: Document.Parsed, shown: string): unknown {
  try {
    return yaml.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ProblemsError([
      {
        severity: "error",
        location: { file: shown },
        message: `The aliases of this document can't be followed: ${message.replace(/\.?$/, ".")}`,
        fix: `Use at most ${MAX_ALIASES} alias nodes, and define each anchor once, before its use.`,
      },
    ]);
  }
}
