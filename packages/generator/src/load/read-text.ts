import { readFile, stat } from "node:fs/promises";
import { ProblemsError } from "../problem.js";
import { decodeText } from "./decode-text.js";
import { LIMITS, megabytes } from "./limits.js";

function refuse(file: string, message: string, fix: string): never {
  throw new ProblemsError([{ severity: "error", location: { file }, message, fix }]);
}

/**
 * Reads a document as UTF-8 text.
 *
 * @param path where the file is.
 * @param shown the path as it should be told to the user.
 * @throws {ProblemsError} if it is missing, no regular file, too large, unreadable, empty or not text.
 */
export async function readText(path: string, shown: string): Promise<string> {
  return decodeText(await readBytes(path, shown, LIMITS.bytes), shown);
}

/**
 * Reads a regular file: a pipe or a device could hang, and never end.
 *
 * @param most the bytes that it must be smaller than.
 * @throws {ProblemsError} as {@link readText} does.
 */
export async function readBytes(path: string, shown: string, most: number): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      refuse(shown, "This is a folder.", "Name the OpenAPI document in it.");
    }
    if (!found.isFile()) {
      refuse(shown, "This is a pipe, a socket or a device, no file.", "Save what it gives.");
    }
    if (found.size >= most) refuse(shown, ...tooLarge(megabytes(found.size)));
    return await readFile(path);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") refuse(shown, "There is no such file.", "Check the path.");
    if (code === "EACCES" || code === "EPERM") {
      refuse(shown, "This file may not be read.", "Give yourself read permission.");
    }
    return refuse(shown, `This file can't be read (${code}).`, "Check the path.");
  }
}

/**
 * The text of a file that may be missing: `undefined` for what is no regular file, too large or unreadable.
 * Of a pipe nothing is read, for that could last for ever.
 */
export async function readIfFile(path: string): Promise<string | undefined> {
  try {
    return Buffer.from(await readBytes(path, path, LIMITS.bytes)).toString("utf8");
  } catch {
    return undefined;
  }
}

/** What is said of a document that would take more than is left of {@link LIMITS.bytes}. */
export function tooLarge(size: string): [message: string, fix: string] {
  return [
    `This makes the document too large: it has ${size}, and clientgen reads less than ${megabytes(LIMITS.bytes)} in all.`,
    "Take the part that you need.",
  ];
}
