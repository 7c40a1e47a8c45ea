/** The `code` that Node.js puts on system errors, such as `"ENOENT"`; `undefined` on any other. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
