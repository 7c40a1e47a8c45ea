import { build } from "esbuild";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** A minified bundle for browsers. */
export interface Bundle {
  readonly bytes: number;
  readonly gzipped: number;
  readonly code: string;
  /** The files of which something is left in it. */
  readonly files: readonly string[];
}

/**
 * Bundles one file with all that it imports, by rolldown.
 *
 * @param folder where the file is written; its `node_modules` have what it imports.
 */
export async function bundleOf(folder: string, source: string): Promise<Bundle> {
  const input = join(folder, "bundled.ts");
  writeFileSync(input, source);
  const build = await rolldown({ input, cwd: folder, platform: "browser", logLevel: "silent" });
  const { output } = await build.generate({ minify: true, format: "esm" });
  await build.close();
  const code = output.map((part) => (part.type === "chunk" ? part.code : "")).join("\n");
  const files = output.flatMap((part) =>
    part.type === "chunk"
      ? Object.entries(part.modules).filter(([, { renderedLength }]) => renderedLength > 0)
      : [],
  );
  return {
    bytes: Buffer.byteLength(code),
    gzipped: gzipSync(code).length,
    code,
    files: files.map(([file]) => file),
  };
}

/** The same by esbuild, to the bundle's code. */
export async function esbuildOf(
  folder: string,
  source: string,
  platform: "browser" | "node",
): Promise<string> {
  const entry = join(folder, "bundled.ts");
  writeFileSync(entry, source);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
