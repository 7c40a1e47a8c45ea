import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWER } from "./answer.ts";

// A process of its own: it reads a request to its end and answers the same bytes, whatever was asked.
const answer = Buffer.from(JSON.stringify(ANSWER));
const head = { "content-type": "application/json", "content-length": answer.length };

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.on("end", () => response.writeHead(200, head).end(answer)).resume();
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
// Its parent may have been ended: nobody else would end this one.
process.on("disconnect", () => process.exit());
