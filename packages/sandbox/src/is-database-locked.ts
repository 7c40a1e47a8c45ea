/** SQLite's SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

/** Whether SQLite gave up on a statement because another process holds the database. */
export function isDatabaseLocked(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  // The low byte is the primary code; the others tell variants of it apart.
  return typeof error.errcode === "number" && (error.errcode & 0xff) === BUSY;
}
