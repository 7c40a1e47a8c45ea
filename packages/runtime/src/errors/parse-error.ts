import { ClientError, type ClientErrorInit, name } from "./client-error.js";

/** What a `ParseError` is made of. */
export interface ParseErrorInit extends ClientErrorInit {
  /** The HTTP status of the answer. */
  readonly status: number;
}

/** A 2xx answer that is not what the API's document promises. The body is not in it: a success may hold secrets. */
export class ParseError extends ClientError {
  declare readonly name: "ParseError";
  declare readonly code: "PARSE";
  /** The HTTP status of the answer. */
  declare readonly status: number;

  /**
   * @param message What is wrong with the answer.
   * @param init The status, and what else is known.
   */
  constructor(message: string, init: ParseErrorInit) {
    super(message, init);
    this.status = init.status;
  }

  static {
    name(this, "ParseError");
  }
}
