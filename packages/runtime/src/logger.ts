/** One level of a {@link Logger}. */
export type LogFunction = (message: string, fields: Record<string, unknown>) => unknown;

/** Where log lines go; `console` is one. A level that is absent is silent. Lines hold no bodies, headers or credentials. */
export interface Logger {
  readonly debug?: LogFunction | undefined;
  readonly info?: LogFunction | undefined;
  readonly warn?: LogFunction | undefined;
  readonly error?: LogFunction | undefined;
}
