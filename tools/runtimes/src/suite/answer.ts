/** Stands among the pieces of a body: what follows it is sent when the check has called `go()`. */
export const GATE = { gate: true } as const;

/** One answer of the server, as data: checks run elsewhere. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, piece by piece; each is flushed. A number is so many letters. */
  readonly body?: readonly (string | number | readonly number[] | typeof GATE)[];
  /** Sends 103 before it. */
  readonly early?: boolean;
  /** Compresses the body as a whole. */
  readonly gzip?: boolean;
  /** What comes after the headers and the body: the end, a broken connection, or nothing. */
  readonly ending?: "end" | "reset" | "stall";
}

/** What the server does with a request: it answers, breaks the connection, or does nothing. */
export type Reaction = Answer | "reset" | "stall";

/** An answer of JSON. */
export function json(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return typed("application/json", JSON.stringify(value), status, headers);
}

/** An answer of one piece. */
export function typed(
  type: string,
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { "content-type": type, ...headers }, body: [body] };
}

/** An answer whose body comes in pieces. */
export function pieces(type: string, ...body: NonNullable<Answer["body"]>): Answer {
  return { headers: { "content-type": type }, body };
}

/** An answer without a body. */
export const empty: Answer = { status: 204 };
