import { YAMLException } from "js-yaml";
import { LIMITS } from "./limits.js";
import type { TextProblem } from "./parsed-text.js";

/** What is said of a text that is nested too deep, whatever its syntax. */
export const TOO_DEEP = {
  message: `This document has more than ${LIMITS.nesting} levels of nesting.`,
  fix: "Make an inner part a component, and refer to it by $ref.",
} as const;

/** The parser's words for the commonest slips, and ours, which say what to do. */
const SLIPS: readonly { reason: RegExp; at?: RegExp; message: string; fix: string }[] = [
  {
    reason: /^bad indentation of a mapping entry/,
    at: /^:\s/,
    message: "a colon and a space stand in a text without quotes.",
    fix: "Put the whole text in quotes.",
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
  const here = text.slice(offset, offset + 2);
  const slip = SLIPS.find((one) => one.reason.test(reason) && (one.at?.test(here) ?? true));
  const message = `This is not valid YAML or JSON: ${slip?.message ?? `${reason}.`}`;
  return { offset, message, fix: slip?.fix ?? "Mend the syntax here." };
}
