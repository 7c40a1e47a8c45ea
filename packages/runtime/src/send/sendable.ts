import type { HeaderRecord } from "../headers-of.js";

/** A request. */
export interface Sendable {
  readonly url: string;
  readonly method: string;
  /** Names are in lower case. */
  readonly headers: HeaderRecord;
  readonly body: BodyInit | undefined;
  /** What else `fetch` is to know, undici's `dispatcher` for example. */
  readonly init?: RequestInit | undefined;
}
