/**
 * Do these headers announce JSON: `application/json` or a `+json` type (RFC 6839, 3.1)? Without a type, they may. A header
 * that was sent twice is a list.
 */
export function isJson(headers: Headers): boolean {
  // What is quoted may hold a comma.
  return (headers.get("content-type") ?? "")
    .replace(/"[^"]*"/g, "")
    .split(",")
    .every((type) => /^\s*([\w.-]+\/([\w.-]+\+)?json\s*(;|$)|$)/i.test(type));
}
