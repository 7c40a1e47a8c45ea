import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ProblemsError } from "../problem.js";

/** Whether a text is a URL of any scheme; a single letter with a colon is a drive of Windows. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

/** Whether an address of a document is one of the web, and no path. */
export function isWeb(address: string): boolean {
  return /^https?:/i.test(address);
}

/**
 * Absolute path of a file, or a URL in its normal form, of what the user has named.
 *
 * @throws {ProblemsError} if it is a URL that names neither.
 */
export function toAddress(spec: string): string {
  try {
    if (/^file:/i.test(spec)) return fileURLToPath(spec);
    return isWeb(spec) ? new URL(spec).href : resolve(spec);
  } catch {
    const location = { file: toShown(spec) };
    const message = "This URL names no file and no site.";
    const fix = "Name a file by its path, or an https URL.";
    throw new ProblemsError([{ severity: "error", location, message, fix }]);
  }
}

/** What the user has named, as it may be told: a password in a URL may not. */
export function toShown(spec: string): string {
  return isWeb(spec) ? spec.replace(/^(https?:\/\/)[^/?#]*@/i, "$1") : spec;
}

/** A URL up to its query. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}

/** Where a reference leads: a file or a URL, and the fragment behind `#`. */
export interface ReferenceTarget {
  /** Absolute path, or a URL of any scheme; `undefined` where the text is no URL at all. */
  readonly address: string | undefined;
  /** As the user would write it. */
  readonly shown: string;
  /** Without its percent escapes (RFC 6901 section 6). */
  readonly fragment: string;
}

/** Reads a reference relative to the document it stands in (RFC 3986 section 5). */
export function readReference(
  reference: string,
  from: { readonly address: string; readonly shown: string },
): ReferenceTarget {
  const hash = reference.indexOf("#");
  const address = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? "" : decode(reference.slice(hash + 1));
  if (address === "") return { address: from.address, shown: from.shown, fragment };
  if (isWeb(from.address) || isUrl(address) || address.startsWith("//")) {
    const url = parseUrl(address, isWeb(from.address) ? from.address : undefined);
    return { address: url, shown: url ?? address, fragment };
  }
  const file = decode(address);
  const folder = from.shown.replace(/[^\\/]*$/, "");
  return {
    address: resolve(dirname(from.address), file),
    shown: folder + file.replace(/^\.\//, ""),
    fragment,
  };
}

function parseUrl(text: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(text, base);
    if (url.protocol === "file:" && base === undefined) return fileURLToPath(url);
    return url.href;
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of a path or a URL: what a file is called. */
export function baseName(address: string): string {
  const path = isWeb(address) ? new URL(address).pathname : pathToFileURL(address).pathname;
  return decode(/[^/]*(?=\/*$)/.exec(path)?.[0] ?? "");
}
