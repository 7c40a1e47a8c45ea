import { isUtf8 } from "node:buffer";
import { ProblemsError, type Location } from "../problem.js";

const NAME_ANOTHER = "Name a YAML or JSON document, in UTF-8.";

/**
 * The text of a document. A byte order mark is no part of it.
 *
 * @param file the document's name as it should be told to the user.
 * @throws {ProblemsError} if the bytes are no UTF-8 text, or nothing.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const refuse = (message: string, fix: string, place?: Partial<Location>): never => {
    const location = { file, ...place };
    throw new ProblemsError([{ severity: "error", location, message, fix }]);
  };
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) {
    refuse("This file is packed by gzip.", "Unpack it, and name what comes out.");
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    refuse("This file is UTF-16 text.", "Save it as UTF-8.");
  }
  if (bytes.includes(0)) refuse("This file is binary.", NAME_ANOTHER);
  if (!isUtf8(bytes)) {
    const { offset, line } = firstInvalid(bytes);
    const message = `This file is not UTF-8 text: byte ${offset} fits nothing.`;
    refuse(message, "Save it as UTF-8, or name a YAML or JSON document.", { line });
  }
  const text = new TextDecoder().decode(bytes);
  if (!/\S/.test(text)) {
    refuse("This file is empty.", "Write what belongs into it, or name another.");
  }
  if (/^\s*</.test(text)) refuse("This is HTML or XML, no OpenAPI document.", NAME_ANOTHER);
  return text;
}

/** The 0-based offset and 1-based line of the first byte that is no UTF-8. */
function firstInvalid(bytes: Uint8Array): { offset: number; line: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) {
      // A whole character fits again behind at most three bytes; what never does is where it begins.
      let valid = start;
      for (let next = start + 1; next <= end; next += 1) {
        if (isUtf8(bytes.subarray(valid, next))) valid = next;
        else if (next - valid >= 4) break;
      }
      return { offset: valid, line };
    }
    start = end;
  }
}
