import { describe, expectTypeOf, test } from "vitest";
import {
  ApiError as RuntimeApiError,
  type Call,
  type CallError,
  type CallOptions,
  type Client,
  type ClientDefinition,
  createClient,
  createFullClient,
  type ErrorClass,
  isClientError,
  RateLimitError as RuntimeRateLimitError,
} from "../src/client.js";
import {
  definition,
  details,
  type Problem,
  type Thing,
  type ThingsCredentials,
  type ThingsOptions,
  type ThingsPaths,
  updateThing,
} from "./support/things.js";

// What a generated client does.
const ApiError: ErrorClass<RuntimeApiError<Problem>> = RuntimeApiError;
type ApiError = RuntimeApiError<Problem>;
const RateLimitError: ErrorClass<RuntimeRateLimitError<Problem>> = RuntimeRateLimitError;
const create = (options: ThingsOptions = {}): Client<ThingsPaths> =>
  createClient<ThingsPaths>(definition, options);

const client = create();
/** What a factory gives. */
const whole = createFullClient<ThingsPaths>(definition, details);

describe("clients", () => {
  test("go into operations, also with methods added", () => {
    const added = Object.assign(create(), {
      updateThing: (body: object) => updateThing(client, body),
    });
    expectTypeOf(updateThing(added, {})).toEqualTypeOf<Call<Thing, Problem>>();
    expectTypeOf(updateThing(client, {})).resolves.toEqualTypeOf<Thing>();
    // @ts-expect-error not a client
    void updateThing({ raw: whole.raw }, {});
  });

  test("have the API's paths in raw", () => {
    const call = whole.raw.POST("/things/update", { body: {} });
    expectTypeOf<NonNullable<Awaited<typeof call>["data"]>>().toEqualTypeOf<Thing>();
    // @ts-expect-error the body is required
    void whole.raw.POST("/things/update", {});
    const text = whole.raw.POST("/things/update", { body: {}, parseAs: "text" });
    expectTypeOf<NonNullable<Awaited<typeof text>["data"]>>().toEqualTypeOf<string>();
    // @ts-expect-error no such path
    void whole.raw.POST("/other", { body: {} });
    // @ts-expect-error no such method
    void whole.raw.GET("/things/update");
  });

  test("have raw where a factory made them, and go into operations all the same", () => {
    expectTypeOf(updateThing(whole, {})).resolves.toEqualTypeOf<Thing>();
    // @ts-expect-error only a factory's client has it
    void client.raw;
  });

  test("take options, also undefined ones, and no others", () => {
    create({ environment: "trial", timeout: undefined, credentials: { key: async () => "k" } });
    // @ts-expect-error no such environment
    create({ environment: "prod" });
    // @ts-expect-error no such credential
    create({ credentials: { kee: "k" } });
    // @ts-expect-error no such option
    create({ timeoutt: 1 });
    expectTypeOf<CallOptions<ThingsCredentials>>().toHaveProperty("signal");
  });

  test("take the options of features only where a factory makes them", () => {
    const options = { hooks: {}, wrapSecrets: true, logLevel: "off" } as const;
    expectTypeOf(createFullClient(definition, details, options)).toHaveProperty("raw");
    // @ts-expect-error a feature
    createClient(definition, { hooks: {} });
    // @ts-expect-error a feature
    createClient(definition, { concurrency: (_, next) => next() });
    createClient(definition, { retryBudget: 1, deadline: 1, dangerouslyAllowBrowser: true });
  });

  test("come from a definition for these versions", () => {
    expectTypeOf(definition).toExtend<ClientDefinition>();
    expectTypeOf({ ...definition, runtime: "^9.0.0" } as const).not.toExtend<ClientDefinition>();
  });
});

describe("errors", () => {
  test("instanceof gives a fixed class its body's type", () => {
    const error = null as unknown;
    if (error instanceof ApiError) expectTypeOf(error.body).toEqualTypeOf<Problem>();
    if (error instanceof RateLimitError) {
      expectTypeOf(error.body).toEqualTypeOf<Problem>();
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
    }
    if (isClientError(error)) expectTypeOf(error).toEqualTypeOf<CallError>();
  });

  test("a fixed class can be made, with a body of its type", () => {
    expectTypeOf(new ApiError({ status: 1, body: { error_code: "x" } })).toEqualTypeOf<ApiError>();
    const limited = new RateLimitError({ status: 1, body: { error_code: "x" }, retryAfter: 5 });
    expectTypeOf(limited.name).toEqualTypeOf<"RateLimitError">();
    // @ts-expect-error misspelt
    void new ApiError({ status: 1, body: { eror_code: "x" } });
  });

  test("name, code and instanceof each tell a result's errors apart", async () => {
    const result = await updateThing(client, {}).result();
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<Thing>();
      return;
    }
    const { error } = result;
    expectTypeOf(error).toEqualTypeOf<CallError<Problem>>();
    if (error.name === "RateLimitError") {
      expectTypeOf(error).toEqualTypeOf<RuntimeRateLimitError<Problem>>();
    }
    if (error.code === "TIMEOUT") expectTypeOf(error.timeout).toEqualTypeOf<number>();
    if (error.name === "ApiError") expectTypeOf(error.body).toEqualTypeOf<Problem>();
    if (error.name === "NetworkError") expectTypeOf(error).not.toHaveProperty("body");
    if (error instanceof RuntimeApiError) expectTypeOf(error.body).toEqualTypeOf<Problem>();
    if (error instanceof ApiError) expectTypeOf(error.status).toEqualTypeOf<number>();
  });
});
