import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { describe, expect, test } from "vitest";
import { NetworkError } from "../../src/errors/network-error.js";
import { TimeoutError } from "../../src/errors/timeout-error.js";
import { openTelemetry } from "../../src/opentelemetry.js";
import { VERSION } from "../../src/version.js";
import { attempt } from "../support/attempts.js";
import { printed, recordSpans } from "../support/spans.js";
import { canary } from "../support/things.js";

const answer = (status: number) => async () =>
  new Response(status === 204 || status === 304 ? null : `{"secret":"${canary}"}`, {
    status,
    headers: { "x-secret": canary },
  });

test("an attempt is a client span, by the conventions for HTTP", async () => {
  const { finished } = recordSpans();
  const response = await openTelemetry()(
    attempt({
      operation: "getThing",
      method: "GET",
      url: "https://api.things.example/v1/things/7?key=[redacted]&a=1",
      path: "/things/{id}",
    }),
    answer(200),
  );
  expect(response.status).toBe(200);
  const [span, ...others] = finished();
  expect(others).toEqual([]);
  expect(span).toMatchObject({
    name: "GET /things/{id}",
    kind: SpanKind.CLIENT,
    ended: true,
    status: { code: SpanStatusCode.UNSET },
    instrumentationScope: { name: "@plaid-partner/runtime", version: VERSION },
    events: [],
  });
  expect(span!.attributes).toEqual({
    "http.request.method": "GET",
    "http.response.status_code": 200,
    "openapi.operation_id": "getThing",
    "server.address": "api.things.example",
    "server.port": 443,
    "url.full": "https://api.things.example/v1/things/7?key=[redacted]&a=1",
    "url.template": "/things/{id}",
  });
});

test.each([
  ["http://localhost:8080/x", "localhost", 8080],
  ["http://127.0.0.1/x", "127.0.0.1", 80],
  ["https://[::1]:8443/x", "::1", 8443],
])("of %s the server is %s, %i", async (url, address, port) => {
  const { finished } = recordSpans();
  await openTelemetry()(attempt({ url }), answer(200));
  expect(finished()[0]!.attributes).toMatchObject({
    "server.address": address,
    "server.port": port,
  });
});

test("further attempts have their number", async () => {
  const { finished } = recordSpans();
  for (const number of [1, 2, 3])
    await openTelemetry()(attempt({ attempt: number }), answer(number < 3 ? 503 : 200));
  expect(finished().map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([
    undefined,
    1,
    2,
  ]);
});

test("a method that OpenTelemetry doesn't know is in no name", async () => {
  const { finished } = recordSpans();
  await openTelemetry()(attempt({ method: "QUERY", path: "/things" }), answer(200));
  expect(finished()[0]).toMatchObject({
    name: "HTTP /things",
    attributes: { "http.request.method": "_OTHER", "http.request.method_original": "QUERY" },
  });
});

describe("what went wrong", () => {
  test.each([301, 304, 400, 404, 429, 500, 503])("%i is an error by its status", async (status) => {
    const { finished } = recordSpans();
    expect((await openTelemetry()(attempt(), answer(status))).status).toBe(status);
    expect(finished()[0]).toMatchObject({
      status: { code: SpanStatusCode.ERROR },
      attributes: { "http.response.status_code": status, "error.type": String(status) },
    });
    expect(finished()[0]!.status.message).toBeUndefined();
  });

  test.each([204, 299])("%i is none", async (status) => {
    const { finished } = recordSpans();
    await openTelemetry()(attempt(), answer(status));
    expect(finished()[0]!.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(finished()[0]!.attributes).not.toHaveProperty("error.type");
  });

  test("an error of ours gives its name and message", async () => {
    const { finished } = recordSpans();
    const errors = [
      new NetworkError("updateThing: no connection to https://live.test (ECONNREFUSED)"),
      new TimeoutError({ timeout: 5, scope: "attempt", operation: "updateThing" }),
    ];
    for (const error of errors) {
      const call = openTelemetry()(attempt(), () => Promise.reject(error));
      await expect(call).rejects.toBe(error);
    }
    expect(finished().map(({ attributes }) => attributes["error.type"])).toEqual([
      "NetworkError",
      "TimeoutError",
    ]);
    expect(finished().map(({ status }) => status)).toEqual(
      errors.map(({ message }) => ({ code: SpanStatusCode.ERROR, message })),
    );
    expect(finished()[0]!.attributes).not.toHaveProperty("http.response.status_code");
  });

  test.each([
    new Error(canary),
    Object.assign(new Error(canary), { name: canary, code: canary, cause: canary }),
    canary,
    undefined,
    { message: canary },
  ])("of another error (%o) nothing is told", async (thrown) => {
    const { finished } = recordSpans();
    const call = openTelemetry()(attempt(), async () => {
      throw thrown;
    });
    const [outcome] = await Promise.allSettled([call]);
    expect(outcome).toEqual({ status: "rejected", reason: thrown });
    expect(finished()[0]).toMatchObject({
      attributes: { "error.type": "_OTHER" },
      status: { code: SpanStatusCode.ERROR },
      events: [],
    });
    expect(printed(finished()[0]!)).not.toContain(canary);
  });

  test("what throws instead of rejecting ends the span, too", async () => {
    const { finished } = recordSpans();
    const call = openTelemetry()(attempt(), () => {
      throw new RangeError("at once");
    });
    await expect(call).rejects.toThrow("at once");
    expect(finished()).toHaveLength(1);
  });
});

test("no header, no body and no query of a raw path is in a span", async () => {
  const { finished } = recordSpans();
  const headers = { authorization: canary };
  await openTelemetry()(attempt({ headers, path: `/things?key=${canary}` }), answer(400));
  expect(finished()[0]!.name).toBe("POST /things");
  expect(printed(finished()[0]!)).not.toContain(canary);
});

describe("the trace", () => {
  test("goes on in the headers, and in what is traced within", async () => {
    const { finished } = recordSpans();
    const tracer = trace.getTracer("application");
    const view = attempt();
    await tracer.startActiveSpan("outer", async (outer) => {
      await openTelemetry()(view, async () => {
        await Promise.resolve();
        tracer.startSpan("inner").end();
        return new Response();
      });
      expect(trace.getActiveSpan()).toBe(outer);
      outer.end();
    });
    const [inner, ours, outer] = finished();
    expect([inner!.name, ours!.name, outer!.name]).toEqual([
      "inner",
      "POST /things/update",
      "outer",
    ]);
    expect(inner!.parentSpanContext).toMatchObject({ spanId: ours!.spanContext().spanId });
    expect(ours!.parentSpanContext).toMatchObject({ spanId: outer!.spanContext().spanId });
    const { traceId, spanId } = ours!.spanContext();
    expect(view.headers).toEqual({ traceparent: `00-${traceId}-${spanId}-01` });
  });

  test("goes into the headers also where nothing keeps the context", async () => {
    const { finished } = recordSpans(false);
    const view = attempt();
    await openTelemetry()(view, answer(200));
    expect(view.headers["traceparent"]).toContain(finished()[0]!.spanContext().spanId);
  });

  test("does not where another instrumentation writes it", async () => {
    const { finished } = recordSpans();
    const view = attempt();
    await openTelemetry({ propagate: false })(view, async () => {
      expect(trace.getSpan(context.active())).toBeDefined();
      return new Response();
    });
    expect(view.headers).toEqual({});
    expect(finished()).toHaveLength(1);
  });
});

test("without an SDK nothing is added, and the answer comes", async () => {
  const view = attempt();
  expect((await openTelemetry()(view, answer(200))).status).toBe(200);
  expect(view.headers).toEqual({});
});

test("an SDK that is set up later is used, and a tracer of one's own instead of it", async () => {
  const early = openTelemetry();
  const { finished } = recordSpans();
  await early(attempt(), answer(200));
  await openTelemetry({ tracer: trace.getTracer("mine") })(attempt(), answer(200));
  expect(finished().map(({ instrumentationScope }) => instrumentationScope.name)).toEqual([
    "@plaid-partner/runtime",
    "mine",
  ]);
});
