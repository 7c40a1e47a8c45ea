import type { AnswerReader } from "./answer-reader.js";
import { isJson } from "./is-json.js";
import { tooLarge } from "./too-large.js";

// What is no UTF-8 is no JSON (RFC 8259, 8.1), and must not become data with other letters in it.
const decoder = new TextDecoder("utf8", { fatal: true });

/** Reads an answer as JSON, of the shape that the operation promises. */
export const jsonAnswer: AnswerReader = {
  read({ response: { headers }, body }, { operation: { shape, mayBeEmpty } }) {
    if (body === undefined) return tooLarge;
    if (!body.length && mayBeEmpty) return {};
    try {
      if (!isJson(headers.get("content-type"))) throw body;
      const data: unknown = JSON.parse(decoder.decode(body as Uint8Array));
      const found = Array.isArray(data) ? "array" : data && typeof data;
      return shape && found !== shape ? { data, problem: `is no JSON ${shape}` } : { data };
    } catch {
      // The parser's own error quotes the body.
      return { problem: "is not JSON" };
    }
  },
};
