import type { FixedHeader } from "./document.js";
import { PlaidError } from "./plaid-error.js";

/** @throws PlaidError `INVALID_HEADERS` unless the body is announced as JSON. */
export function checkContentType(headers: Headers): void {
  const [mediaType = ""] = (headers.get("Content-Type") ?? "").split(";");
  if (mediaType.trim().toLowerCase() === "application/json") return;
  throw new PlaidError("INVALID_HEADERS", "the Content-Type header must be application/json");
}

/** @throws PlaidError `INVALID_HEADERS` unless each header has the document's value (`x-default`). */
export function checkFixedHeaders(expected: readonly FixedHeader[], headers: Headers): void {
  for (const { name, value } of expected) {
    if (headers.get(name) !== value) {
      throw new PlaidError("INVALID_HEADERS", `the ${name} header must be ${value}`);
    }
  }
}
