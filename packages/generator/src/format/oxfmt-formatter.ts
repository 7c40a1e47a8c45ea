import { type Formatter, PRINT_WIDTH } from "./formatter.js";

const FILE_NAMES = { typescript: "code.ts", markdown: "text.md" } as const;

/**
 * A formatter that works in native threads, several texts at a time.
 *
 * @returns `undefined` where its native part is missing: it is an optional package for each platform.
 */
export async function createOxfmtFormatter(): Promise<Formatter | undefined> {
  const { format } = await import("oxfmt");
  // The native part is loaded by the first call.
  const works = await format(FILE_NAMES.typescript, "").then(
    () => true,
    () => false,
  );
  if (!works) return undefined;
  return async (text, language) => {
    const { code, errors } = await format(FILE_NAMES[language], text, { printWidth: PRINT_WIDTH });
    const [error] = errors;
    if (error) throw new SyntaxError(`oxfmt can't read generated code: ${error.message}`);
    return code;
  };
}
