import type { OperationDefinition } from "../definition.js";
import { isJson } from "./is-json.js";

/** What a 2xx answer turned out to be: data, or the words for what is wrong with it. */
export type Parsed = { readonly data: unknown } | { readonly problem: string };

/**
 * Reads the body of a 2xx answer as the operation promises it.
 *
 * @param operation What is promised.
 * @param headers The headers of the answer.
 * @param body Its bytes. Text is read as UTF-8, as `Response.text` does.
 */
export function parseAnswer(
  { response, shape, mayBeEmpty }: Pick<OperationDefinition, "response" | "shape" | "mayBeEmpty">,
  headers: Headers,
  body: Uint8Array<ArrayBuffer>,
): Parsed {
  if (response === "empty" || (mayBeEmpty && !body.byteLength)) return { data: undefined };
  if (response === "blob") {
    return { data: new Blob([body], { type: headers.get("content-type") ?? "" }) };
  }
  const text = new TextDecoder().decode(body);
  if (response === "text") return { data: text };
  if (!isJson(headers)) return { problem: "is not JSON by its Content-Type" };
  if (!text) return { problem: "is empty where JSON is promised" };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The parser's own error quotes the body.
    return { problem: "is not valid JSON" };
  }
  const found = Array.isArray(data) ? "array" : data === null ? "null" : typeof data;
  return shape && found !== shape
    ? { problem: `is JSON of the wrong shape: ${found}, not ${shape}` }
    : { data };
}
