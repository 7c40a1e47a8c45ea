import { broken, type Fault, fine, reused, stalled, unsent } from "../fault.js";
import { answer, good, kept } from "../servers/answer.js";
import { nowhere } from "../servers/nowhere.js";
import { scriptedServer } from "../servers/scripted-server.js";
import { bytes, onKept, reset, stall } from "../servers/scripts.js";

const large = { text: "x".repeat(8 * 1024 * 1024) };
/** Connections that are not made, break, or stand still. */
export const connections: readonly Fault[] = [
  { name: "no such host (DNS)", start: nowhere("https://nobody.invalid"), ...unsent },
  { name: "connection refused", start: nowhere(), ...unsent },
  {
    name: "connection closed as soon as it is made",
    start: () => scriptedServer(({ socket }) => socket.resume().end(), { when: "connection" }),
    ...broken,
  },
  { name: "connection reset before the headers", start: () => scriptedServer(reset()), ...broken },
  {
    name: "connection closed before the headers",
    start: () => scriptedServer(bytes("")),
    ...broken,
  },
  {
    name: "connection closed amid the headers",
    start: () => scriptedServer(bytes("HTTP/1.1 200 OK\r\nContent-Type: appl")),
    ...broken,
  },
  {
    name: "connection reset after the headers",
    start: () => scriptedServer(reset(answer(200, "", { "content-length": "9" }))),
    ...broken,
  },
  {
    name: "connection reset amid the body",
    start: () => scriptedServer(reset(answer(200, '{"request_id":', { "content-length": "99" }))),
    ...broken,
  },
  {
    name: "connection closed while the request's body is sent",
    start: () => scriptedServer(({ socket }) => socket.resetAndDestroy(), { when: "head" }),
    body: large,
    ...broken,
  },
  { name: "no answer", start: () => scriptedServer(stall()), ...stalled },
  {
    name: "a server that accepts and never reads",
    start: () => scriptedServer(({ socket }) => socket.pause(), { when: "connection" }),
    body: large,
    blind: true,
    ...stalled,
  },
  {
    name: "an answer before the request's body is read",
    start: () => scriptedServer(({ socket }) => socket.write(good), { when: "head" }),
    body: large,
    ...fine,
  },
  {
    name: "kept-alive connection that the server closed before the next request",
    start: () => scriptedServer(bytes(kept)),
    warm: "closed",
    ...fine,
  },
  {
    name: "kept-alive connection that is reset as the next request comes",
    start: () => scriptedServer(onKept(reset())),
    warm: "open",
    ...reused(broken),
  },
  {
    name: "kept-alive connection that is closed as the next request comes",
    start: () => scriptedServer(onKept(bytes(""))),
    warm: "open",
    ...reused(broken),
  },
  {
    name: "kept-alive connection that has gone silent",
    start: () => scriptedServer(onKept(stall())),
    warm: "open",
    ...reused(stalled),
    timeout: stalled.timeout,
  },
];
