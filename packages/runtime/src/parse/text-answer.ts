import type { AnswerReader } from "./answer-reader.js";
import { tooLarge } from "./too-large.js";

/** Gives an answer as text. */
export const textAnswer: AnswerReader = {
  read({ body }, { operation }) {
    if (body === undefined) return tooLarge;
    return { data: body || !operation.mayBeEmpty ? body : undefined };
  },
};
