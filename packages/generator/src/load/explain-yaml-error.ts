import { YAMLException } from "js-yaml";
import { LIMITS } from "./limits.js";
import type { TextProblem } from "./parsed-text.js";

/** What is said of a text that is nested too deep, whatever its syntax. */
export const TOO_DEEP = {
  message: `This document has more than ${LIMITS.nesting} levels of nesting.`,
  fix: "Make an inner part a component, and refer to it by $ref.",
} as const;

const CONFLICT = {
  message: "The marks of a merge conflict stand in this file.",
  fix: "Resolve the conflict.",
};

/** The parser's reason for many slips, most of which have nothing to do with indentation. */
const INDENTATION = /^bad indentation of a mapping entry/;

/**
 * The parser's words for the commonest slips, and ours, which say what to do; the first that fits is
 * taken. `before` is the line up to the place, `at` what stands there.
 */
const SLIPS: readonly {
  reason: RegExp;
  before?: RegExp;
  at?: RegExp;
  message: string;
  fix: string;
}[] = [
  {
    reason: INDENTATION,
    before: /:\s/,
    at: /^:\s/,
    message: "a colon and a space stand in a text without quotes.",
    fix: "Put the whole text in quotes.",
  },
  {
    reason: INDENTATION,
    at: /^:\s/,
    message: "this line is indented deeper than the one above, and so goes on the text there.",
    fix: "Indent it as its neighbours; a text that has a colon and a space in it needs quotes.",
  },
  {
    reason: INDENTATION,
    before: /:\s+$/,
    at: /^[@`%]/,
    message: "a text without quotes can't begin with this sign.",
    fix: "Put the whole text in quotes.",
  },
  {
    reason: INDENTATION,
    before: /:\s+$/,
    at: /^-\s/,
    message: "a list can't begin on the line of its key.",
    fix: "Begin it on the next line.",
  },
  {
    reason: INDENTATION,
    before: /["'\]}]\s*$/,
    message: "the value ends before this place, with a quote or a bracket.",
    fix: "Put the whole value in quotes, and write a quote of the same kind in it as '' or \\\".",
  },
  {
    reason: /^bad indentation|^deficient indentation/,
    message: "this line's indentation fits nothing around it.",
    fix: "Indent it as its neighbours, or close what stands open above it.",
  },
  {
    reason: /^missed comma/,
    message: "a comma or a colon is missing.",
    fix: "Put it before this place.",
  },
  {
    reason: /^expected the node content/,
    message: "a value is missing.",
    fix: "Write it here, or drop the comma.",
  },
  {
    reason: /^tab characters/,
    message: "a tab can't indent.",
    fix: "Indent with spaces.",
  },
  {
    reason: /^can not read a block mapping entry/,
    message: "a line above this place has no colon.",
    fix: 'Write "key: value", or indent the lines of a text deeper than its key.',
  },
  {
    reason: /^end of the stream or a document separator/,
    message: "this line goes on nothing that stands above.",
    fix: "Look here and above for a colon without a space, a list item among keys, or a bracket too many.",
  },
  {
    reason: /^unknown escape sequence/,
    message: "in double quotes a backslash can't stand before this sign.",
    fix: "Write two backslashes, or use single quotes.",
  },
  {
    reason: /^unexpected end of the stream within a flow collection/,
    message: "the text ends within a list or map.",
    fix: "Close it with ] or }.",
  },
  {
    reason: /^unexpected end of the stream within a .*quoted/,
    message: "the text ends within quotes.",
    fix: "Close them.",
  },
];

/** @throws what is no error of the parser's. */
export function explainYamlError(error: unknown, text: string): TextProblem {
  if (!(error instanceof YAMLException)) throw error;
  const { reason, mark } = error;
  const offset = mark?.position ?? 0;
  if (/maxDepth/.test(reason)) return { offset, ...TOO_DEEP };
  const conflict = /^(?:<{7} |={7}$|>{7} )/m.exec(text);
  if (conflict) return { offset: conflict.index, ...CONFLICT };
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  // A line may be as long as a document.
  const before = text.slice(Math.max(line, offset - 1_000), offset);
  const here = text.slice(offset, offset + 2);
  const slip = SLIPS.find(
    (one) =>
      one.reason.test(reason) && (one.before?.test(before) ?? true) && (one.at?.test(here) ?? true),
  );
  const message = `This is not valid YAML or JSON: ${slip?.message ?? `${reason}.`}`;
  return { offset, message, fix: slip?.fix ?? "Mend the syntax here." };
}
