import { PLATFORM_HEADERS } from "./normalise.ts";
import { table } from "./markdown.ts";
import { RUNTIMES } from "./runtimes.ts";
import type { Platform } from "./suite/check.ts";
import { checksByName, groups } from "./suite/groups.ts";

/** How the suite went on one runtime. */
export interface Support {
  readonly name: string;
  readonly version: string;
  readonly passed: number;
}

/** How many checks there are. */
export const TOTAL = checksByName.size;

/** The table of runtimes. */
export function supportTable(rows: readonly Support[]): string {
  return table(
    ["runtime", "version", "checks passed"],
    rows.map(({ name, version, passed }) => [name, version, `${passed} of ${TOTAL}`]),
  );
}

/** What is checked, and what is different where: both tables follow from the suite. */
export function differencesText(): string {
  return [
    table(
      ["what is checked", "checks"],
      groups.map(({ name, checks }) => [name, String(checks.length)]),
    ),
    "What is different, and where:",
    table(["where", "what"], differencesRows()),
    "Headers that a platform adds or sets by itself, which are not compared:",
    table(
      ["header", "what it is about"],
      [
        ...Object.entries(PLATFORM_HEADERS).map(([name, what]) => [`\`${name}\``, what]),
        ["`user-agent`", "what the platform calls itself, where no full client calls"],
        ["`accept: */*`", "nothing: added where no answer is expected, or not"],
        ["`content-length: 0`", "nothing: added where there is no body, or not"],
      ],
    ),
  ].join("\n\n");
}

/** Each difference once, with all platforms that have it. */
function differencesRows(): string[][] {
  const where = new Map<string, Set<Platform>>();
  for (const check of checksByName.values()) {
    for (const { on, what } of check.differences ?? []) {
      where.set(what, new Set([...(where.get(what) ?? []), ...on]));
    }
  }
  return [...where].map(([what, on]) => [[...on].map(nameOf).join(", "), what]);
}

function nameOf(platform: Platform): string {
  if (platform === "node") return "Node.js";
  return RUNTIMES.find((runtime) => runtime.platform === platform)?.name ?? platform;
}
