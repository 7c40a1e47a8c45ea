import { availableParallelism } from "node:os";
import { atMost } from "../at-most.js";
import { type Formatter, PRINT_WIDTH } from "./formatter.js";

const FILE_NAMES = { typescript: "code.ts", markdown: "text.md", json: "data.json" } as const;

/** Whether oxfmt's native part is there: it is an optional package of its own for each platform. */
export async function hasOxfmt(): Promise<boolean> {
  const { format } = await import("oxfmt");
  // It is loaded by the first call.
  return format(FILE_NAMES.typescript, "").then(
    () => true,
    () => false,
  );
}

/** A formatter that works in native threads, several texts at a time. */
export async function createOxfmtFormatter(): Promise<Formatter> {
  const { format } = await import("oxfmt");
  // Each call has a thread of its own: a thousand at once take ten times as long as one after the other.
  const run = atMost(availableParallelism());
  return async (text, language) => {
    const options = { printWidth: PRINT_WIDTH };
    const { code, errors } = await run(() => format(FILE_NAMES[language], text, options));
    const [error] = errors;
    if (error) throw new SyntaxError(`oxfmt can't read generated code: ${error.message}`);
    return code;
  };
}
