import type { AnswerReader } from "./answer-reader.js";
import { tooLarge } from "./too-large.js";

/** Gives an answer as text. */
export const textAnswer: AnswerReader = {
  read({ body }, { operation }) {
    if (body === undefined) return tooLarge;
    const text = new TextDecoder().decode(body as Uint8Array);
    return { data: text || !operation.mayBeEmpty ? text : undefined };
  },
};
