import { realpath } from "node:fs/promises";
import { dirname, relative, isAbsolute, sep } from "node:path";
import { ProblemsError } from "../problem.js";
import { isUrl, isWeb, type ReferenceTarget } from "./address.js";
import { decodeText } from "./decode-text.js";
import { FetchError, TooLargeError } from "./fetch-error.js";
import { LIMITS } from "./limits.js";
import { readBytes, tooLarge } from "./read-text.js";
import type { Lost } from "./sources.js";
import { isLoopback, isLoopbackHost } from "./special-addresses.js";

/** How documents are got. */
export interface AccessOptions {
  /** Header names and values for fetching; only the origin of the first document gets them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Lets references leave the document's folder or origin, and reach private addresses. */
  readonly allowExternal?: boolean | undefined;
  /** Milliseconds in which a document that is fetched has to be there. Default: 30,000. */
  readonly timeout?: number | undefined;
  /** Reads files in place of the disk: of a commit, say. As {@link readBytes}. */
  readonly readFile?: typeof readBytes | undefined;
}

const ALLOW = "If it is meant, allow it with --allow-external.";

/** Reads the files and URLs of one document, as far as they may be read. */
export class Access {
  readonly #entry: string;
  readonly #options: AccessOptions;
  /** Origins that the document came from: the one that was named, and where it redirected to. */
  readonly #origins = new Set<string>();
  /** Origins that did not answer in time: each gets one try. */
  readonly #slow = new Map<string, FetchError>();
  #bytesLeft: number = LIMITS.bytes;

  constructor(entry: string, options: AccessOptions) {
    this.#entry = entry;
    this.#options = options;
    if (isWeb(entry)) this.#origins.add(new URL(entry).origin);
  }

  /**
   * Reads a document, within what is left of {@link LIMITS.bytes}.
   *
   * @returns its text and where it came from, redirects followed.
   * @throws {ProblemsError} if there is none to be had.
   */
  async read(address: string, shown: string): Promise<{ text: string; address: string }> {
    if (!isWeb(address)) {
      const { readFile = readBytes } = this.#options;
      const bytes = await readFile(address, shown, this.#bytesLeft);
      this.#bytesLeft -= bytes.length;
      return { text: decodeText(bytes, shown), address };
    }
    try {
      const { url, bytes } = await this.#fetch(new URL(address));
      this.#bytesLeft -= bytes.length;
      return { text: decodeText(bytes, shown), address: url.href };
    } catch (error) {
      const [message, fix] = explain(error);
      throw new ProblemsError([{ severity: "error", location: { file: shown }, message, fix }]);
    }
  }

  async #fetch(url: URL) {
    const slow = this.#slow.get(url.origin);
    if (slow) throw slow;
    const isEntry = url.href === this.#entry;
    const { headers = {}, allowExternal = false, timeout = LIMITS.seconds * 1000 } = this.#options;
    // Most documents are files: they don't wait for what speaks HTTP.
    const { fetchBytes } = await import("./fetch-bytes.js");
    const entryIsLocal = isWeb(this.#entry) && isLoopbackHost(new URL(this.#entry));
    try {
      const fetched = await fetchBytes(url, {
        headers,
        origin: isWeb(this.#entry) ? new URL(this.#entry).origin : "",
        timeout,
        most: this.#bytesLeft,
        mayBePrivate: ({ origin }, ip) =>
          allowExternal || this.#origins.has(origin) || (entryIsLocal && isLoopback(ip)),
        checkRedirect: (to) => {
          if (isEntry || allowExternal || this.#origins.has(to.origin)) return;
          throw new FetchError(`The server redirects to another site, ${to.origin}.`, ALLOW);
        },
      });
      if (isEntry) this.#origins.add(fetched.url.origin);
      return fetched;
    } catch (error) {
      if (error instanceof FetchError && error.isSlow) this.#slow.set(url.origin, error);
      throw error;
    }
  }

  /** Why a reference may not be followed; `undefined` if it may. The message lacks its subject. */
  async refuse({ address }: ReferenceTarget, from: string): Promise<Lost | undefined> {
    const { allowExternal = false, readFile } = this.#options;
    if (address !== undefined && isWeb(address)) {
      return this.#refuseUrl(new URL(address), allowExternal);
    }
    if (address === undefined || isUrl(address)) {
      const what = isWeb(from) && /^file:/i.test(address ?? "") ? FROM_WEB : "can't be followed";
      return {
        message: `${what}.`,
        fix: "Refer to a file by a relative path, or to an https URL.",
      };
    }
    const folder = dirname(this.#entry);
    const isAllowed = readFile ? isBelow(address, folder) : await isInside(address, folder);
    if (allowExternal || isAllowed) return undefined;
    return { message: "leads out of the document's folder.", fix: ALLOW };
  }

  async #refuseUrl(url: URL, allowExternal: boolean): Promise<Lost | undefined> {
    if (!allowExternal && !this.#origins.has(url.origin)) {
      const message = `leads to ${isWeb(this.#entry) ? "another site" : "the web"}.`;
      return { message, fix: ALLOW };
    }
    const { checkUrl } = await import("./fetch-bytes.js");
    try {
      checkUrl(url);
      return undefined;
    } catch (error) {
      const [message, fix] = explain(error);
      return { message: `can't be followed: ${message}`, fix };
    }
  }
}

const FROM_WEB = "leads from the web to a file of this machine";

function explain(error: unknown): [message: string, fix: string] {
  if (error instanceof FetchError) return [error.message, error.fix];
  if (error instanceof TooLargeError) return tooLarge("more");
  throw error;
}

/** By the path as it is written, and by where symbolic links lead. A file that is missing is told of later. */
async function isInside(path: string, folder: string): Promise<boolean> {
  if (!isBelow(path, folder)) return false;
  const real = await realpath(path).catch(() => undefined);
  return real === undefined || isBelow(real, await realpath(folder));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
