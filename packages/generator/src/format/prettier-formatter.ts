import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type * as Prettier from "prettier";
import { ProblemsError } from "../problem.js";
import { type Formatter, PRINT_WIDTH } from "./formatter.js";

/**
 * A formatter with the prettier of the project that `folder` is in, and its settings: what passes
 * `prettier --check` there depends on both. Without either it is our own, with our width of lines.
 *
 * @param folder absolute path.
 * @throws {ProblemsError} if the settings can't be used.
 */
export async function createPrettierFormatter(folder: string): Promise<Formatter> {
  const { format, resolveConfig } = findPrettier(folder).load();
  try {
    const settings = await resolveConfig(join(folder, "index.ts"), { editorconfig: false });
    const options = settings ?? { printWidth: PRINT_WIDTH };
    await format("", { ...options, parser: "typescript" });
    return (text, parser) => format(text, { ...options, parser });
  } catch (error) {
    throw brokenSettings(folder, error);
  }
}

type PrettierModule = Pick<typeof Prettier, "format" | "resolveConfig">;

/** The prettier that formats files in `folder`, not loaded yet. */
export function findPrettier(folder: string): {
  readonly version: string;
  load(): PrettierModule;
} {
  // A project may have settings of prettier and none installed: where it runs by npx.
  const own = installed(join(folder, "index.ts"));
  // Prettier 2 can't read all that is generated.
  if (own && Number.parseInt(own.version, 10) >= 3) return own;
  const ours = installed(import.meta.url);
  if (!ours) throw new Error("prettier, which clientgen depends on, is not installed.");
  return ours;
}

/** The prettier that a file would import. */
function installed(from: string) {
  const require = createRequire(from);
  try {
    const { version } = require("prettier/package.json") as { version: string };
    return { version, load: () => require("prettier") as PrettierModule };
  } catch {
    return undefined;
  }
}

function brokenSettings(folder: string, error: unknown): ProblemsError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ProblemsError([
    {
      severity: "error",
      location: { file: relative(process.cwd(), folder) || "." },
      message: `Prettier's settings for this folder can't be used: ${reason}`,
      fix: "Mend them, or use --format oxfmt.",
    },
  ]);
}
