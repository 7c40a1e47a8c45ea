/** Why a document can't be fetched, without a word about which. */
export class FetchError extends Error {
  override readonly name = "FetchError";
  /** How to mend it, one sentence. */
  readonly fix: string;
  /** Whether there was no answer in time, so that one more try would take as long. */
  readonly isSlow: boolean;

  constructor(message: string, fix: string, isSlow = false) {
    super(message);
    this.fix = fix;
    this.isSlow = isSlow;
  }
}

/** The answer is larger than what is left of the limit. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";

  constructor() {
    super("The answer is too large.");
  }
}
