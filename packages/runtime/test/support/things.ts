import {
  type Call,
  callOperation,
  type CallOptions,
  type Client,
  type ClientDefinition,
  type ClientDetails,
  type ClientOptions,
  createFullClient,
  type Credential,
  type OperationDefinition,
  type RawClient,
  RUNTIME_RANGE,
} from "../../src/client.js";

/** The types of a small API, in the form of openapi-typescript. */
export interface ThingsPaths {
  "/things/update": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": Record<string, unknown> } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": Thing } };
        default: { headers: Record<string, unknown>; content: { "application/json": Problem } };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface Thing {
  request_id: string;
  name?: string;
}

export interface Problem {
  error_code: string;
  error_message?: string;
  request_id?: string;
}

export interface ThingsCredentials {
  id?: Credential | undefined;
  key?: Credential | undefined;
}

export type ThingsOptions = ClientOptions<"live" | "trial", ThingsCredentials>;

/** The definition of that API. */
export const definition = {
  runtime: RUNTIME_RANGE,
  envPrefix: "THINGS",
  environments: { live: "https://live.test", trial: "https://trial.test" },
  credentials: {
    id: { name: "thing-id", env: "THINGS_ID" },
    key: { name: "thing-key", env: "THINGS_KEY" },
  },
  security: [["id", "key"]],
  headers: { "Thing-Version": "7" },
  errors: {
    code: ["error_code"],
    requestId: ["request_id"],
    requestIdHeader: "X-Request-Id",
    classes: { BAD_KEYS: 401, toString: 404 },
  },
} as const satisfies ClientDefinition;

/** What features know of it. */
export const details = {
  sensitive: ["password"],
  bodyFields: { id: "thing_id", key: "thing_key" },
} as const satisfies ClientDetails;

export const update = {
  id: "updateThing",
  method: "POST",
  path: "/things/update",
  idempotent: true,
  shape: "object",
} as const satisfies OperationDefinition;

const create = { ...update, id: "createThing", idempotent: false } as const;

/** Long and unmistakable, so that a search for it finds it wherever it leaks. */
export const canary = "canary-7f3a91c2e5d84b06";

/** A client with all features. */
export type ThingsClient = Client<ThingsPaths> & { readonly raw: RawClient<ThingsPaths> };

export function client(url: string, options: ThingsOptions = {}): ThingsClient {
  return createFullClient<ThingsPaths>(definition, details, {
    baseUrl: url,
    credentials: { id: "thing-id-1", key: canary },
    maxRetryDelay: 1,
    ...options,
  });
}

export function updateThing(
  things: Client,
  body: unknown,
  options?: CallOptions<ThingsCredentials>,
): Call<Thing, Problem> {
  return callOperation(things, update, { body }, options);
}

export function createThing(
  things: Client,
  body: unknown,
  options?: CallOptions<ThingsCredentials>,
): Call<Thing, Problem> {
  return callOperation(things, create, { body }, options);
}

/** What a call fails with. */
export async function failure(
  call: PromiseLike<unknown>,
): Promise<Error & Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("The call was to fail, and did not");
}
