import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { megabytes } from "../load/limits.js";
import { refuse } from "./refuse.js";

/** What a package may take: far more than a client does, and little enough to be told of at once. */
const PACKAGE_LIMITS = { packed: 50_000_000, unpacked: 250_000_000, files: 50_000 } as const;

/**
 * Unpacks a package as `npm pack` makes it: regular files alone, without the folder that all of them stand in.
 *
 * @param path the tarball.
 * @param shown its name for the user.
 * @param folder where to; it is made.
 * @throws {ProblemsError} if it can't be read, is too large, or holds links or paths that lead out of it.
 */
export async function unpackTarball(path: string, shown: string, folder: string): Promise<void> {
  const packed = await readPacked(path, shown);
  const files = (await readEntries(packed, shown)).filter(
    ({ header }) => header.type !== "directory",
  );
  if (files.length > PACKAGE_LIMITS.files) {
    refuse(shown, `The tarball holds more than ${PACKAGE_LIMITS.files} files.`, CHECK);
  }
  for (const { header, data } of files) {
    if (header.type !== "file" && header.type !== undefined) {
      refuse(shown, `The tarball holds "${header.name}", which is a ${header.type}.`, CHECK);
    }
    const target = join(folder, ...safeParts(header.name, shown));
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, data ?? "");
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      refuse(shown, `The tarball's file "${header.name}" can't be written (${code}).`, CHECK);
    }
  }
}

const CHECK = "Name a tarball that npm pack made.";

async function readPacked(path: string, shown: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found) refuse(shown, "There is no such file.", "Check the path.");
  // A pipe or a device could hang, and never end.
  if (!found.isFile()) refuse(shown, "This is no file.", CHECK);
  if (found.size > PACKAGE_LIMITS.packed) {
    refuse(shown, `The tarball has more than ${megabytes(PACKAGE_LIMITS.packed)}.`, CHECK);
  }
  return readFile(path);
}

async function readEntries(packed: Uint8Array, shown: string) {
  try {
    const tar = gunzipSync(packed, { maxOutputLength: PACKAGE_LIMITS.unpacked });
    return await unpackTar(tar, { strict: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      const limit = megabytes(PACKAGE_LIMITS.unpacked);
      refuse(shown, `Unpacked, the tarball has more than ${limit}.`, CHECK);
    }
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(shown, `This is no tarball that can be read (${reason}).`, CHECK);
  }
}

/** A path's folders and name. The names of a tarball are what a stranger wrote. */
function safeParts(name: string, shown: string): string[] {
  const [, ...parts] = name.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  // A colon is a drive of Windows, or a second stream of a file there.
  const leads = /^[/\\]/.test(name) || parts.some((part) => part === ".." || /[:\0]/.test(part));
  if (leads || parts.length === 0) {
    refuse(shown, `The tarball's path "${name}" leads out of the package.`, CHECK);
  }
  return parts;
}
