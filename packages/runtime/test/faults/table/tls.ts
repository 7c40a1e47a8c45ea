import { broken, type Fault, refused, unsent } from "../fault.js";
import { answer, good } from "../servers/answer.js";
import { scriptedServer } from "../servers/scripted-server.js";
import { bytes } from "../servers/scripts.js";
import { canTrust, tlsServer } from "../servers/tls-server.js";
import { certificate } from "../../support/certificate.js";

/** Answers what a client of TLS says first. */
const greeted = (reply: Buffer) => () =>
  scriptedServer(({ socket }) => socket.once("data", () => socket.end(reply)), {
    when: "connection",
    scheme: "https",
  });

/** Servers that can't be trusted, and ends that speak past each other. */
export const tls: readonly Fault[] = [
  {
    name: "certificate that nobody vouches for",
    start: () => tlsServer({}, false),
    ...refused,
  },
  {
    name: "certificate of another host",
    start: () => tlsServer({ host: "other.test" }, true),
    skip: !canTrust,
    ...refused,
  },
  {
    name: "certificate that has expired",
    start: () => tlsServer({ from: -9, to: -2 }, true),
    skip: !canTrust,
    ...refused,
  },
  {
    name: "certificate that is not valid yet",
    start: () => tlsServer({ from: 2, to: 9 }, true),
    skip: !canTrust,
    ...refused,
  },
  {
    name: "https to a server that speaks http",
    start: greeted(answer(400)),
    ...broken,
  },
  {
    name: "TLS handshake that the server refuses",
    start: greeted(Buffer.from("15030300020228", "hex")), // alert: handshake_failure (RFC 8446, 6.2)
    ...refused,
  },
  {
    name: "connection closed during the TLS handshake",
    start: () =>
      scriptedServer(({ socket }) => socket.destroy(), { when: "connection", scheme: "https" }),
    ...unsent,
  },
  {
    name: "http to a server that speaks https",
    start: () => scriptedServer(bytes(good), { certificate: certificate(), scheme: "http" }),
    ...broken,
  },
];
