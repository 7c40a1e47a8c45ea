import type { Reaction } from "./answer.ts";
import type { Tools } from "./tools.ts";

/** What platforms differ in: Node of all versions is one of them. */
export type Platform = "node" | "bun" | "deno" | "workerd" | "chromium";

/** A difference between platforms that is known, and told in the README. */
export interface Difference {
  readonly on: readonly Platform[];
  /** What is seen there. Default: the same as elsewhere. */
  readonly want?: unknown;
  /** How many requests the server gets there. Default: as many as elsewhere. */
  readonly requests?: number;
  /** What is not compared of the requests there: `target`, `body`, or `header` with a name in lower case. */
  readonly ignores?: readonly string[];
  /** In words, as the README has it. */
  readonly what: string;
}

/** One thing that has to be the same on every runtime. */
export interface Check {
  readonly name: string;
  /** What the server does with the first request, the second and so on. Others are answered with 599. */
  readonly answers: readonly Reaction[];
  /** Makes its calls, and gives what is to be seen of them: JSON. */
  readonly run: (tools: Tools) => Promise<unknown>;
  readonly want: unknown;
  /** How many requests the server has to get. Default: one for each answer. */
  readonly requests?: number;
  /** Whether requests go out at the same time, so that their order says nothing. */
  readonly unordered?: boolean;
  readonly differences?: readonly Difference[];
}

/** Checks of one kind. */
export interface Group {
  readonly name: string;
  readonly checks: readonly Check[];
}
