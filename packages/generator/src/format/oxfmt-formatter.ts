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
  return async (text, language) => {
    const { code, errors } = await format(FILE_NAMES[language], text, { printWidth: PRINT_WIDTH });
    const [error] = errors;
    if (error) throw new SyntaxError(`oxfmt can't read generated code: ${error.message}`);
    return code;
  };
}
