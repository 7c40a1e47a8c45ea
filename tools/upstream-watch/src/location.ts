import type { Location } from "@plaid-partner/generator";

/** `file:line #/pointer`, the parts that are known. */
export function formatLocation({ file, line, pointer }: Location): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return pointer === undefined ? place : `${place} #${pointer}`;
}
