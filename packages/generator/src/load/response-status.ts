/**
 * A key of a responses object as a status: `200`, `4XX` or `default` (OpenAPI 3.1, 4.8.16); a range in
 * small letters counts, too. `undefined` for anything else.
 */
export function responseStatus(key: string): string | undefined {
  if (/^[1-5](\d\d|xx)$/i.test(key)) return key.toUpperCase();
  return key === "default" ? key : undefined;
}
