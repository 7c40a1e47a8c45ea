import { BODY, DEADLINE } from "./answer.ts";

/** Where a contender finds what it calls with. */
export interface Surroundings {
  /** The server's address, without a slash at its end. */
  readonly server: string;
  /** Imports a package that it is compared with. */
  readonly load: (name: string) => Promise<unknown>;
  /** Imports the measured checkout's client. */
  readonly client: () => Promise<unknown>;
  /** Imports the client that hey-api makes of the same document. */
  readonly hey: () => Promise<unknown>;
}

/** One call, to the answer's body. */
export type Call = () => Promise<unknown>;

/** A way to make one and the same call. */
export type Contender = (surroundings: Surroundings) => Call | Promise<Call>;

/** What all others are compared with. */
export const RAW = "fetch, with a deadline";
/** The control: it differs from {@link RAW} by noise alone. */
export const AGAIN = "fetch, with a deadline, again";
export const OFFICIAL = "plaid, the official package";
export const STANDALONE = "clientgen, getCustomer(client)";
export const METHOD = "clientgen, client.getCustomer()";

const CREDENTIALS = { "PLAID-CLIENT-ID": "client-id", "PLAID-SECRET": "fake-secret" };
const HEADERS = { ...CREDENTIALS, "Plaid-Version": "2020-09-14" };
const PATH = "/beta/partner/customer/v1/get";

/** All of them, by name. Each sends the same credentials and body, with its own defaults for the rest. */
export const CONTENDERS: Readonly<Record<string, Contender>> = {
  [RAW]: fetchWithDeadline,
  "fetch, with AbortSignal.timeout": ({ server }) => {
    const headers = { ...HEADERS, "content-type": "application/json", accept: "application/json" };
    return async () => {
      const response = await fetch(server + PATH, {
        method: "POST",
        headers,
        body: JSON.stringify(BODY),
        signal: AbortSignal.timeout(DEADLINE),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.json();
    };
  },
  [AGAIN]: fetchWithDeadline,
  "openapi-fetch": async ({ server, load }) => {
    const { default: createClient } = (await load("openapi-fetch")) as {
      default: (options: object) => {
        POST(path: string, init: object): Promise<{ data?: unknown }>;
      };
    };
    const client = createClient({ baseUrl: server, headers: HEADERS });
    return async () => (await client.POST(PATH, { body: BODY })).data;
  },
  [STANDALONE]: async ({ server, client: importClient }) => {
    const { createClient, getCustomer } = (await importClient()) as {
      createClient: (options: object) => object;
      getCustomer: (client: object, body: object) => Promise<unknown>;
    };
    const client = createClient(optionsOf(server));
    return () => getCustomer(client, BODY);
  },
  [METHOD]: async ({ server, client: importClient }) => {
    const { createCustomerClient } = (await importClient()) as {
      createCustomerClient: (options: object) => {
        getCustomer: (body: object) => Promise<unknown>;
      };
    };
    const client = createCustomerClient(optionsOf(server));
    return () => client.getCustomer(BODY);
  },
  "@hey-api/openapi-ts": async ({ server, hey }) => {
    const { client, getCustomer } = (await hey()) as {
      client: { setConfig(config: object): void };
      getCustomer: (options: object) => Promise<{ data?: unknown }>;
    };
    client.setConfig({ baseUrl: server, headers: HEADERS });
    return async () => (await getCustomer({ body: BODY })).data;
  },
  [OFFICIAL]: async ({ server, load }) => {
    const { Configuration, PlaidApi } = (await load("plaid")) as {
      Configuration: new (options: object) => object;
      PlaidApi: new (configuration: object) => {
        partnerCustomerGet(body: object): Promise<{ data: unknown }>;
      };
    };
    const baseOptions = { headers: HEADERS };
    const client = new PlaidApi(new Configuration({ basePath: server, baseOptions }));
    return async () => (await client.partnerCustomerGet(BODY)).data;
  },
};

/** As someone writes it who wants a deadline and no timer that outlives its call. */
function fetchWithDeadline({ server }: Surroundings): Call {
  const headers = { ...HEADERS, "content-type": "application/json", accept: "application/json" };
  return async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), DEADLINE);
    try {
      const response = await fetch(server + PATH, {
        method: "POST",
        headers,
        body: JSON.stringify(BODY),
        signal: controller.signal,
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  };
}

function optionsOf(server: string): object {
  const credentials = { clientId: "client-id", secret: "fake-secret" };
  return { baseUrl: server, credentials, timeout: DEADLINE };
}
