/** Do these headers announce JSON: `application/json` or a `+json` type (RFC 6839, 3.1)? Without a type, they may. */
export function isJson(headers: Headers): boolean {
  const type = headers.get("content-type");
  return !type || /^\s*[\w.-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
}
