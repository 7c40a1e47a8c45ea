import type { Exchange } from "./attempt.js";

/** The body of an answer as text. It is read as UTF-8, as `Response.text` does. */
export function exchangeText({ body }: Pick<Exchange, "body">): string {
  return new TextDecoder().decode(body);
}
