import { expectTypeOf, test } from "vitest";
import {
  callOperation,
  createClient,
  isClientError,
  type Call,
  type CallOptions,
  type Client,
  type ClientDefinition,
  type ClientOptions,
  type Credential,
  type CallError,
  type OperationDefinition,
  ApiError as RuntimeApiError,
  RateLimitError as RuntimeRateLimitError,
  type ErrorClass,
} from "../src/client.js";

interface paths {
  "/things/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      responses: {
        200: {
          headers: { [n: string]: unknown };
          content: { "application/json": { name: string } };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
interface Problem {
  error_code: string;
}
interface Keys {
  clientId?: Credential;
  secret?: Credential;
}
interface Options extends ClientOptions<"one" | "two", Keys> {}
const definition = {
  runtime: "^0.1.0",
  generator: "0.1.0",
  name: "things",
  environments: { one: "https://one.test" },
  credentials: { clientId: { in: "header", name: "Id" } },
  security: [["clientId"]],
  headers: {},
  errors: { classes: { X: "NotFoundError" } },
  sensitive: [],
} as const satisfies ClientDefinition;
const get = {
  id: "getThing",
  method: "GET",
  path: "/things/{id}",
  response: "json",
  shape: "object",
} as const satisfies OperationDefinition;
type Core = Client<paths>;
function create(options: Options = {}): Client<paths> {
  return createClient<paths>(definition, options);
}
function getThing(
  client: Client,
  input: { path: { id: string } },
  options?: CallOptions<Keys>,
): Call<{ name: string }, Problem> {
  return callOperation(client, get, input, options);
}
const ApiError: ErrorClass<RuntimeApiError<Problem>> = RuntimeApiError;
type ApiError = RuntimeApiError<Problem>;
const RateLimitError: ErrorClass<RuntimeRateLimitError<Problem>> = RuntimeRateLimitError;

test("a client of any API goes into an operation", () => {
  const client: Core = create({ environment: "one", credentials: { secret: async () => "s" } });
  const whole = Object.assign(client, {
    getThing: (id: string) => getThing(client, { path: { id } }),
  });
  expectTypeOf(getThing(client, { path: { id: "1" } })).resolves.toEqualTypeOf<{ name: string }>();
  getThing(
    whole,
    { path: { id: "1" } },
    { signal: new AbortController().signal, credentials: { secret: "x" } },
  );
  expectTypeOf(
    client.raw.GET("/things/{id}", { params: { path: { id: "1" } } }),
  ).resolves.toHaveProperty("data");
  // @ts-expect-error no such path
  void client.raw.GET("/other");
  // @ts-expect-error not a client
  getThing({ raw: client.raw }, { path: { id: "1" } });
  // @ts-expect-error not an environment
  create({ environment: "three" });
});
test("errors", async () => {
  try {
    await getThing(create(), { path: { id: "1" } });
  } catch (error) {
    if (error instanceof ApiError) {
      expectTypeOf(error.body).toEqualTypeOf<Problem>();
    }
    if (error instanceof RateLimitError) {
      expectTypeOf(error.body).toEqualTypeOf<Problem>();
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
    }
    if (isClientError(error)) {
      expectTypeOf(error).toEqualTypeOf<CallError>();
    }
  }
  expectTypeOf(new ApiError({ status: 1, body: { error_code: "x" } })).toEqualTypeOf<ApiError>();
  new RateLimitError({ status: 1, body: { error_code: "x" }, retryAfter: 5 });
  // @ts-expect-error body
  new ApiError({ status: 1, body: { eror_code: "x" } });
  const r = await getThing(create(), { path: { id: "1" } }).result();
  if (!r.ok) {
    const e = r.error;
    expectTypeOf(e).toEqualTypeOf<CallError<Problem>>();
    if (e.name === "RateLimitError") {
      expectTypeOf(e.retryAfter).toEqualTypeOf<number | undefined>();
      expectTypeOf(e.body).toEqualTypeOf<Problem>();
    }
    if (e.code === "TIMEOUT") expectTypeOf(e.timeout).toBeNumber();
    if (e.name === "ApiError") expectTypeOf(e.body).toEqualTypeOf<Problem>();
    if (e instanceof ApiError) {
      expectTypeOf(e.body).toEqualTypeOf<Problem>();
      expectTypeOf(e.status).toBeNumber();
    }
    if (e instanceof RuntimeApiError) {
      expectTypeOf(e.body).toEqualTypeOf<Problem>();
    }
  }
});
