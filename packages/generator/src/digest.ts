import { createHash } from "node:crypto";

/** A short name of a text's content: half of SHA-256 in hexadecimal digits, which is enough to see a change by. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** The same for a text that git may have given other line breaks. */
export function sourceDigest(text: string): string {
  return digest(text.replaceAll("\r\n", "\n"));
}
