import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { GATE, type Answer } from "../suite/answer.ts";

type Piece = NonNullable<Answer["body"]>[number];

/** Milliseconds between pieces: written at once, they would arrive as one. */
const PAUSE = 20;

/** What an answer needs to know of its check. */
export interface Gatekeeper {
  /** Is over when the check has called `go()`. */
  opened(): Promise<unknown>;
}

/** Sends an answer piece by piece. */
export async function sendAnswer(
  response: ServerResponse,
  { status = 200, headers = {}, body = [], early = false, gzip = false, ending = "end" }: Answer,
  gate: Gatekeeper,
): Promise<void> {
  if (early) response.writeEarlyHints({ link: "</a>; rel=preload" });
  response.writeHead(status, headers);
  if (gzip) {
    response.end(gzipSync(Buffer.concat(body.map(bytesOf))));
    return;
  }
  if (body.length === 0) response.flushHeaders();
  for (const [index, piece] of body.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (piece === GATE) await gate.opened();
    else if (!response.write(bytesOf(piece)))
      await Promise.race([once(response, "drain"), once(response, "close")]);
    if (response.destroyed) return;
  }
  if (ending === "end") response.end();
  // What was written goes out before the connection breaks.
  if (ending === "reset") setTimeout(() => response.socket?.resetAndDestroy(), PAUSE);
}

function bytesOf(piece: Piece): Buffer {
  if (typeof piece === "number") return Buffer.alloc(piece, "a");
  if (typeof piece === "string") return Buffer.from(piece);
  return "gate" in piece ? Buffer.alloc(0) : Buffer.from(piece);
}
