import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** A minified bundle for browsers. */
export interface Bundle {
  readonly bytes: number;
  readonly gzipped: number;
  readonly code: string;
}

/**
 * Bundles one file with all that it imports.
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
  return { bytes: Buffer.byteLength(code), gzipped: gzipSync(code).length, code };
}
