import { ProblemsError } from "../problem.js";

/**
 * Ends the check for something that the user can mend.
 *
 * @param file what is wrong, as the user named it.
 */
export function refuse(file: string, message: string, fix: string): never {
  throw new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}
