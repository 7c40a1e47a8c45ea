import type { LoadingOptions } from "../generate-options.js";

/** A line `Name: value` as its two parts; `undefined` for what HTTP can't send. */
export function readHeaderLine(line: string): [name: string, value: string] | undefined {
  const [, name = "", value = ""] = /^([^:]*):(.*)$/s.exec(line) ?? [];
  return isHeader(name.trim(), value.trim())
    ? [name.trim().toLowerCase(), value.trim()]
    : undefined;
}

/** Whether HTTP can send a header (RFC 9110, 5.1 and 5.5). */
export function isHeader(name: string, value: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** Seconds as milliseconds; `undefined` for what is no time to wait. */
export function readSeconds(value: unknown): number | undefined {
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  const isTime = typeof seconds === "number" && seconds > 0 && seconds <= 86_400;
  return isTime ? Math.ceil(seconds * 1000) : undefined;
}

/** What `given` says, and `others` where it says nothing. */
export function withLoading<T extends LoadingOptions>(others: T, given: LoadingOptions): T {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...others, ...Object.fromEntries(said) };
}
