import { describe, expect, test } from "vitest";
import { formBody, plainPath, plainQuery, Secret, withParameters } from "../src/client.js";
import { requestOf } from "../src/request-of.js";
import { sending } from "../src/sending.js";
import { callState, type CallParts } from "./support/call-state.js";
import { canary } from "./support/things.js";

const request = (parts: CallParts = {}) => requestOf(callState(parts));

describe("a request", () => {
  test("has the body as JSON, and the client's headers", () => {
    expect(request({ input: { body: { a: 1 } } })).toEqual({
      url: "https://a.test/things/update",
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "thing-version": "7",
      },
      body: '{"a":1}',
    });
  });

  test("without a body has no type of one", () => {
    const { headers, body } = request();
    expect(headers).not.toHaveProperty("content-type");
    expect(body).toBeUndefined();
    expect(request({ input: { body: null } }).body).toBe("null");
  });

  test("has the headers of the operation, of the client and of the call, and the last wins", () => {
    const operation = { accept: "text/csv", serializeBody: formBody };
    const own = { headers: { "X-Own": "client", "X-Client": "1" } };
    const options = { headers: { "x-own": "call", "Content-Type": "mine", "thing-version": null } };
    const input = { body: { a: "1 2" } };
    expect(request({ operation, own, options, input })).toMatchObject({
      body: "a=1+2",
      headers: { accept: "text/csv", "x-own": "call", "x-client": "1", "content-type": "mine" },
    });
    expect(request({ options }).headers).not.toHaveProperty("thing-version");
    expect(request({ operation, input }).headers["content-type"]).toBe(formBody.contentType);
  });

  test("goes to the operation's own server, with its parameters", () => {
    const parameters = withParameters({ path: plainPath, query: plainQuery });
    const operation = { path: "/things/{id}", parameters };
    const input = { path: { id: "a/b" }, query: { q: "c d" } };
    expect(request({ operation, input }).url).toBe("https://a.test/things/a%2Fb?q=c%20d");
    const api = { environments: { live: "https://live.test" } };
    const own = { baseUrl: undefined };
    const server = (environment: string | undefined) => `https://${environment}.files.test/v1`;
    expect(request({ api, own, operation: { server } }).url).toBe(
      "https://live.files.test/v1/things/update",
    );
    expect(request({ operation: { server: () => undefined } }).url).toBe(
      "https://a.test/things/update",
    );
  });
});

describe("a Secret in a request", () => {
  test("is sent, and becomes a secret of the call", () => {
    const call = callState({ input: { body: { deep: [new Secret(canary)] } } });
    expect(requestOf(call).body).toBe(`{"deep":["${canary}"]}`);
    expect(call.secrets.scrub(canary)).toBe("[redacted]");
  });

  test("prints nothing any more when the request is made, or could not be", () => {
    const secret = new Secret(canary);
    request({ input: { body: { secret } } });
    expect(String(secret)).toBe("[redacted]");
    const fails = () => {
      throw new TypeError("no body");
    };
    expect(() =>
      request({ input: { body: 1 }, operation: { serializeBody: { serialize: fails } } }),
    ).toThrow("no body");
    expect(sending.secrets).toBeUndefined();
    expect(String(secret)).toBe("[redacted]");
  });
});
