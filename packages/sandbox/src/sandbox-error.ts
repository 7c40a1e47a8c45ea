/**
 * Why a sandbox could not start:
 *
 * - `NODE_TOO_OLD`: Node.js is older than 22.13
 * - `DATABASE_REFUSED`: the database file cannot be opened, is damaged, is not the sandbox's, or is
 *   newer
 * - `PORT_REFUSED`: the port is taken or may not be used
 */
export type SandboxErrorCode = "NODE_TOO_OLD" | "DATABASE_REFUSED" | "PORT_REFUSED";

/**
 * What `startSandbox()` rejects with when its surroundings do not allow a start.
 * A fault in the sandbox itself or a wrong argument is an ordinary `Error` instead.
 */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  /** What is wrong; stable, to branch on. */
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
