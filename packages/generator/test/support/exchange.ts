import { type Answer, serve } from "./serve.js";

/** What a call sent, as it came over the wire, and what it gave or failed with. */
export interface Exchange {
  /** `POST /notes` */
  readonly line: string;
  /** The content type, the boundary of parts called `B`. */
  readonly type: string | undefined;
  readonly accept: string | undefined;
  /** As Latin-1, a character for each byte; the boundary of parts called `B`, ends of lines `|`. */
  readonly body: string;
  readonly gives?: unknown;
  readonly fails?: unknown;
}

/** Makes a call to a server that answers `answer`. It gets the server's URL. */
export async function exchange(
  answer: Answer,
  call: (options: { baseUrl: string }) => PromiseLike<unknown>,
): Promise<Exchange> {
  const { url, seen } = await serve(() => answer);
  const outcome: Pick<Exchange, "gives" | "fails"> = await call({ baseUrl: url }).then(
    (gives) => ({ gives }),
    (fails: unknown) => ({ fails }),
  );
  const [request] = seen;
  if (request === undefined || seen.length > 1) {
    throw new Error(`There are ${seen.length} requests.`, { cause: outcome.fails });
  }
  const { method, headers } = request;
  const type = headers["content-type"];
  const boundary = /boundary=(.+)$/.exec(type ?? "")?.[1] ?? "no boundary";
  return {
    line: `${method} ${request.url}`,
    type: type?.replace(boundary, "B"),
    accept: headers.accept,
    body: request.body.replaceAll(boundary, "B").replaceAll("\r\n", "|"),
    ...outcome,
  };
}

/** An answer of JSON. */
export function json(value: unknown, status = 200, type = "application/json"): Answer {
  return { status, type, body: JSON.stringify(value) };
}
