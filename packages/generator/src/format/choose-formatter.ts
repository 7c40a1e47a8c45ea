import { createRequire } from "node:module";
import type { Format } from "./formatter.js";
import { hasOxfmt } from "./oxfmt-formatter.js";
import { findPrettierConfig, settingsOf } from "./prettier-config.js";
import { findPrettier } from "./prettier-formatter.js";

/** A formatter, and what makes two runs of it give the same. */
export interface FormatterChoice {
  readonly name: Exclude<Format, "auto">;
  readonly version?: string;
  /** Digest of prettier's settings; {@link UNKNOWN_SETTINGS} where only running them would tell. */
  readonly settings?: string;
}

const require = createRequire(import.meta.url);

/**
 * Chooses what formats files in `folder`, without loading it.
 *
 * @param format `auto`: prettier where a configuration of prettier holds for the folder or where oxfmt
 *   has no program for this machine, else oxfmt, which takes a tenth of the time.
 * @param folder absolute path; it may not exist yet.
 */
export async function chooseFormatter(format: Format, folder: string): Promise<FormatterChoice> {
  if (format === "none") return { name: "none" };
  const config = format === "oxfmt" ? undefined : await findPrettierConfig(folder);
  const wantsOxfmt = format === "oxfmt" || (format === "auto" && config === undefined);
  if (wantsOxfmt && (format === "oxfmt" || (await hasOxfmt()))) {
    const { version } = require("oxfmt/package.json") as { version: string };
    return { name: "oxfmt", version };
  }
  const { version } = findPrettier(folder);
  return { name: "prettier", version, settings: await settingsOf(config) };
}
