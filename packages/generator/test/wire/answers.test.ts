import { describe, expect, test } from "vitest";
import {
  type AnswersClient,
  ApiError,
  createAnswersClient,
  isClientError,
} from "../documents/answers/expected/index.js";
import { exchange, json } from "../support/exchange.js";
import type { Answer } from "../support/serve.js";

type Call = (client: AnswersClient) => PromiseLike<unknown>;

const ask = (answer: Answer, call: Call) =>
  exchange(answer, (options) => call(createAnswersClient({ ...options, retries: 0 })));

test.each<[name: string, call: Call, answer: Answer, line: string, gives: unknown]>([
  ["204", (client) => client.deleteIt(), { status: 204 }, "DELETE /nothing", undefined],
  [
    "a body that nothing is said of",
    (client) => client.deleteIt(),
    { status: 200, type: "text/plain", body: "gone" },
    "DELETE /nothing",
    undefined,
  ],
  ["205", (client) => client.reset(), { status: 205 }, "POST /reset", undefined],
  [
    "HEAD",
    (client) => client.checkText(),
    { status: 200, type: "text/csv", headers: { "content-length": "7" } },
    "HEAD /text",
    undefined,
  ],
  [
    "text",
    (client) => client.readText(),
    { type: "text/csv", body: "a,ä\r\n" },
    "GET /text",
    "a,ä\r\n",
  ],
  ["no text", (client) => client.readText(), { status: 200 }, "GET /text", ""],
  [
    "one success",
    (client) => client.startJob(),
    json({ result: 1 }),
    "POST /several",
    { result: 1 },
  ],
  [
    "another success",
    (client) => client.startJob(),
    json({ job: "j" }, 202),
    "POST /several",
    { job: "j" },
  ],
  ["a body", (client) => client.pollJob(), json({ result: 1 }), "GET /either", { result: 1 }],
  ["or none", (client) => client.pollJob(), { status: 204 }, "GET /either", undefined],
  ["anything", (client) => client.readAnything(), json(null), "GET /any", null],
  [
    "what only a default describes",
    (client) => client.getOnly(),
    json({ result: 1 }, 203),
    "GET /only",
    { result: 1 },
  ],
])("%s", async (_, call, answer, line, gives) => {
  expect(await ask(answer, call)).toMatchObject({ line, gives, body: "", type: undefined });
});

test("a file has the type of the answer", async () => {
  const answer = { type: "application/pdf", body: new Uint8Array([0, 128, 255]) };
  const { gives, accept } = await ask(answer, (client) => client.readFile());
  const file = gives as Blob;
  expect([file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
    "application/pdf",
    [0, 128, 255],
  ]);
  expect(accept).toBe("application/pdf");
});

test.each<[string, Call, string]>([
  ["text", (client) => client.readText(), "text/csv"],
  ["nothing", (client) => client.deleteIt(), "*/*"],
  ["JSON", (client) => client.startJob(), "application/json"],
])("%s is what a server is asked for", async (_, call, accept) => {
  expect(await ask({ status: 204 }, call)).toMatchObject({ accept });
});

test("the request id of a header", async () => {
  const answer = { ...json({ result: 1 }), headers: { "x-request-id": "r1" } };
  const { gives } = await ask(answer, (client) => client.readShared().withResponse());
  expect(gives).toMatchObject({ data: { result: 1 }, requestId: "r1" });
});

describe("errors", () => {
  test.each<[name: string, call: Call, answer: Answer, want: object]>([
    [
      "404",
      (client) => client.startJob(),
      json({ missing: "m" }, 404),
      { name: "NotFoundError", status: 404, body: { missing: "m" } },
    ],
    [
      "5XX",
      (client) => client.startJob(),
      json({ trace: "t" }, 503, "application/problem+json"),
      { name: "ApiError", status: 503, body: { trace: "t" } },
    ],
    [
      "default",
      (client) => client.startJob(),
      { status: 418, type: "text/html", body: "<p>" },
      { name: "ApiError", status: 418, body: "<p>" },
    ],
    [
      "400 beside 4XX",
      (client) => client.pollJob(),
      json({ field: "f" }, 400),
      { name: "ApiError", status: 400, body: { field: "f" } },
    ],
    [
      "4XX",
      (client) => client.pollJob(),
      json({ missing: "m" }, 403, "application/problem+json"),
      { name: "AuthenticationError", status: 403, body: { missing: "m" } },
    ],
    [
      "one that only a default describes",
      (client) => client.getOnly(),
      json({ result: 2 }, 400),
      { name: "ApiError", body: { result: 2 } },
    ],
    [
      "HEAD",
      (client) => client.checkText(),
      { status: 404 },
      { name: "NotFoundError", status: 404, body: "" },
    ],
    [
      "one that is documented nowhere",
      (client) => client.deleteIt(),
      { status: 500, type: "text/plain", body: "oops" },
      { name: "ApiError", status: 500, body: "oops" },
    ],
  ])("%s", async (_, call, answer, want) => {
    const { fails } = await ask(answer, call);
    expect(isClientError(fails)).toBe(true);
    expect(fails).toMatchObject(want);
  });

  test("have the classes that the client exports", async () => {
    const { fails } = await ask(json({ missing: "m" }, 404), (client) => client.startJob());
    expect(fails).toBeInstanceOf(ApiError);
    const { gives } = await ask(json({}, 404), (client) => client.startJob().result());
    expect(gives).toMatchObject({ ok: false, error: { name: "NotFoundError", body: {} } });
  });
});
