import type { AnswerReader } from "./answer-reader.js";
import { tooLarge } from "./too-large.js";

/** Gives an answer as a `Blob` of its type. */
export const blobAnswer: AnswerReader = {
  read({ response: { headers }, body }, { operation }) {
    if (body === undefined) return tooLarge;
    if (!body.length && operation.mayBeEmpty) return {};
    return { data: new Blob([body], { type: headers.get("content-type") ?? "" }) };
  },
};
