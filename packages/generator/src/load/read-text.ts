import { readFile, stat } from "node:fs/promises";
import { ProblemsError } from "../problem.js";

function refuse(file: string, message: string, fix: string): never {
  throw new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}

/**
 * Reads a document as UTF-8 text.
 *
 * @param path where the file is.
 * @param shown the path as it should be told to the user.
 * @throws {ProblemsError} if it is missing, a folder, unreadable, empty or not text.
 */
export async function readText(path: string, shown: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).isDirectory()) {
      refuse(shown, "This is a folder.", "Name the OpenAPI document in it.");
    }
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") refuse(shown, "There is no such file.", "Check the path.");
    if (code === "EACCES" || code === "EPERM") {
      refuse(shown, "This file may not be read.", "Give yourself read permission.");
    }
    return refuse(shown, `This file can't be read (${code}).`, "Check the path.");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse(shown, "This file is not UTF-8 text.", "Name a YAML or JSON document, in UTF-8.");
  }
  if (text.includes("\0")) {
    refuse(shown, "This file is binary.", "Name a YAML or JSON document, in UTF-8.");
  }
  if (text.trim() === "") {
    refuse(shown, "This file is empty.", "Write what belongs into it, or name another.");
  }
  return text;
}
