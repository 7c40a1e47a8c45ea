/** One level of a {@link Logger}. */
export type LogFunction = (message: string, fields: Record<string, unknown>) => unknown;

/** Where log lines go; `console` is one. A level that is absent is silent. Lines hold no bodies, headers or credentials. */
export interface Logger {
  /** Every answer, with its status and duration. */
  readonly debug?: LogFunction | undefined;
  /** Calls that failed for good. */
  readonly info?: LogFunction | undefined;
  /** Attempts that are made again. */
  readonly warn?: LogFunction | undefined;
  /** Nothing yet: what fails is thrown. */
  readonly error?: LogFunction | undefined;
}
