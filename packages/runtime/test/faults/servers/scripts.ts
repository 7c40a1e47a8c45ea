import { kept } from "./answer.js";
import type { Script } from "./scripted-server.js";

/** Answers with these bytes, whatever is asked, and closes. */
export function bytes(data: string | Buffer): Script {
  return ({ socket }) => void socket.end(data);
}

/** Sends this, and then breaks the connection so that the other side gets a reset. */
export function reset(data?: string | Buffer): Script {
  return ({ socket }) => {
    if (data === undefined) socket.resetAndDestroy();
    else socket.write(data, () => setTimeout(() => socket.resetAndDestroy(), 20));
  };
}

/** Sends this at once, and the rest byte by byte, slower than anybody waits. */
export function drip(start: string | Buffer, rest: string): Script {
  return ({ socket }) => {
    socket.write(start);
    let sent = 0;
    const timer = setInterval(() => void socket.write(rest[sent++ % rest.length]!), 10);
    socket.on("close", () => clearInterval(timer));
  };
}

/** Sends this and no more, and keeps the connection open. */
export function stall(data: string | Buffer = ""): Script {
  return ({ socket }) => {
    if (data.length) socket.write(data);
  };
}

/** Sends a head, and then the same block until somebody hangs up or `total` bytes have been sent. */
export function flood(head: string | Buffer, block: Buffer, total: number): Script {
  return ({ socket }) => {
    socket.write(head);
    let sent = 0;
    const more = () => {
      while (sent < total && !socket.destroyed) {
        sent += block.length;
        if (!socket.write(block)) return;
      }
      if (sent >= total) socket.end();
    };
    socket.on("drain", more);
    more();
  };
}

/** Answers the first request of each connection well and keeps it open; what comes next on it is for the other script. */
export function onKept(script: Script): Script {
  return (asked) => {
    if (asked.turn > 1) script(asked);
    else asked.socket.write(kept);
  };
}
