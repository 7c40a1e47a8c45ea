import type { Difference } from "./check.ts";

/** What a page's requests lack, those of every check. */
export const ownName: Difference = {
  on: ["chromium"],
  ignores: ["header user-agent"],
  what: "`User-Agent` is the browser's own; elsewhere that of a full client names its package and this one.",
};
