import { dirname, relative, resolve, sep } from "node:path";
import { readPackageName } from "../readme/readme-blocks.js";
import { chooseFormatter } from "../format/choose-formatter.js";
import type { GenerateOptions } from "../generate-options.js";
import type { JsonObject } from "../load/data.js";
import { findUserAgent } from "../load/find-user-agent.js";
import { isWeb, withoutQuery } from "../load/address.js";
import { GENERATOR_VERSION } from "../versions.js";

/** Told in another form or place; how a document is fetched says nothing of it, and headers hold secrets. */
const UNTOLD = new Set(["spec", "out", "readme", "format", "headers", "timeout"]);

/**
 * What decides, besides the document's text, what is generated. Options that are not named here count by
 * themselves, so that none can be forgotten; those that are at their default are left out.
 */
export async function describeRun(options: GenerateOptions): Promise<JsonObject> {
  const { out, readme, format = "auto" } = options;
  const set = Object.entries(options).filter(
    ([name, value]) => !UNTOLD.has(name) && !isDefault(value),
  );
  const userAgent = await findUserAgent(resolve(out));
  return {
    generator: GENERATOR_VERSION,
    ...(userAgent === undefined ? {} : { userAgent }),
    formatter: { ...(await chooseFormatter(format, resolve(out))) },
    ...(set.length > 0 ? { options: Object.fromEntries(set) } : {}),
    ...(readme === undefined
      ? {}
      : {
          readme: {
            path: portablePath(resolve(out), resolve(readme)),
            package: await readPackageName(resolve(readme)),
            formatter: { ...(await chooseFormatter(format, dirname(resolve(readme)))) },
          },
        }),
  };
}

function isDefault(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

/**
 * The way from a folder to a file, with `/`: the same on every machine that has both in the same places. A
 * web address stays itself, but for its query, which may hold a secret, for manifests are committed; no file
 * has it for a path, so that nothing is ever taken for unchanged.
 */
export function portablePath(folder: string, path: string): string {
  if (isWeb(path)) return withoutQuery(path);
  return relative(folder, path).replaceAll(sep, "/");
}
