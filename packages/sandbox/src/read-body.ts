import { isJsonObject, type JsonObject } from "./json-object.js";
import { PlaidError } from "./plaid-error.js";

/** Bytes. Plaid takes logos under 4 MB as base64, which makes 5.4 MB of text. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/**
 * Reads the request's JSON object, in memory and not more than `MAX_BODY_BYTES` of it.
 *
 * @throws PlaidError `INVALID_BODY`, with status 413 for a body that is too large.
 */
export async function readBody(request: Request): Promise<JsonObject> {
  const body = parse(await readText(request));
  if (isJsonObject(body)) return body;
  throw new PlaidError("INVALID_BODY", "the request body must be a JSON object");
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > MAX_BODY_BYTES) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new PlaidError("INVALID_BODY", "the request body ended early", { cause });
  }
  if (size > MAX_BODY_BYTES) {
    const message = `the request body must not be larger than ${MAX_BODY_BYTES} bytes`;
    throw new PlaidError("INVALID_BODY", message, { status: 413 });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new PlaidError("INVALID_BODY", "the request body is not UTF-8", { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlaidError("INVALID_BODY", "the request body is not valid JSON", { cause });
  }
}
