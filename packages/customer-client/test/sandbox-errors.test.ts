import { describe, expect, test, vi } from "vitest";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  ConfigurationError,
  createCustomerClient,
  isClientError,
  NotFoundError,
  RateLimitError,
  type CreateCustomerRequest,
  type CustomerClient,
  type UpdateCustomerRequest,
} from "../src/generated/index.js";
import { clientOf, failure, placements, sandbox } from "./support/clients.js";
import { newCustomer, someone, whatIsDue } from "./support/requests.js";

/** The client ID of an end customer that was just created. */
async function created(plaid: CustomerClient, body = newCustomer) {
  const { end_customer } = await plaid.createCustomer(body);
  return { end_customer_client_id: end_customer?.client_id ?? "" };
}

/** What the compiler refuses and plain JavaScript can send. */
const create = (body: object) => body as CreateCustomerRequest;
const update = (body: object) => body as UpdateCustomerRequest;

interface Refusal {
  readonly title: string;
  readonly call: (plaid: CustomerClient) => Promise<unknown>;
  readonly error: unknown;
  readonly name: string;
  readonly status: number;
  readonly type: string;
  readonly code: string;
  /** What the API's own message must say. */
  readonly says?: RegExp;
}

const invalidRequest = { error: ApiError, name: "ApiError", status: 400, type: "INVALID_REQUEST" };
const partnerError = { error: ApiError, name: "ApiError", status: 400, type: "PARTNER_ERROR" };

const refusals: readonly Refusal[] = [
  {
    ...invalidRequest,
    title: "a required field is missing",
    call: (plaid) => plaid.createCustomer(create({ company_name: "Cedar" })),
    code: "MISSING_FIELDS",
    says: /website/,
  },
  {
    ...invalidRequest,
    title: "end_customer_client_id is missing",
    call: (plaid) => plaid.updateCustomer(update(whatIsDue)),
    code: "MISSING_FIELDS",
    says: /end_customer_client_id/,
  },
  {
    ...invalidRequest,
    title: "a field is unknown",
    call: (plaid) => plaid.updateCustomer(update({ ...someone, legal_name: "Cedar" })),
    code: "UNKNOWN_FIELDS",
    says: /legal_name/,
  },
  {
    ...invalidRequest,
    title: "a nested field is unknown",
    call: (plaid) =>
      plaid.updateCustomer(
        update({ ...someone, questionnaires: { cra: { purposes: { HIRING: {} } } } }),
      ),
    code: "UNKNOWN_FIELDS",
    says: /questionnaires\.cra\.purposes\.HIRING/,
  },
  {
    ...invalidRequest,
    title: "a field has a wrong type",
    call: (plaid) =>
      plaid.updateCustomer(update({ ...someone, redirect_uris: "https://a.example" })),
    code: "INVALID_FIELD",
    says: /redirect_uris must be an array/,
  },
  {
    ...invalidRequest,
    title: "a product is not known",
    call: (plaid) => plaid.createCustomer(create({ ...newCustomer, products: ["authentication"] })),
    code: "INVALID_FIELD",
    says: /products\[0\]/,
  },
  {
    error: NotFoundError,
    name: "NotFoundError",
    title: "there is no such end customer",
    call: (plaid) => plaid.updateCustomer({ ...someone, ...whatIsDue }),
    status: 404,
    type: "PARTNER_ERROR",
    code: "CUSTOMER_NOT_FOUND",
  },
  {
    ...partnerError,
    title: "an end customer of this name exists",
    call: async (plaid) => {
      await created(plaid);
      await plaid.createCustomer(newCustomer);
    },
    code: "CUSTOMER_ALREADY_CREATED",
  },
  {
    ...partnerError,
    title: "an end customer is not ready",
    call: async (plaid) => plaid.enableCustomer(await created(plaid)),
    status: 412,
    code: "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
  },
  {
    ...partnerError,
    title: "the questionnaire is missing",
    call: async (plaid) => {
      const { bank_addendum_acceptance = {} } = whatIsDue;
      await plaid.enableCustomer(
        await created(plaid, { ...newCustomer, bank_addendum_acceptance }),
      );
    },
    status: 412,
    code: "QUESTIONNAIRE_NOT_COMPLETE",
  },
  {
    ...partnerError,
    title: "an end customer is enabled already",
    call: async (plaid) => {
      const ready = await created(plaid, { ...newCustomer, ...whatIsDue });
      await plaid.enableCustomer(ready);
      await plaid.enableCustomer(ready);
    },
    code: "CUSTOMER_ALREADY_ENABLED",
  },
];

describe.each(placements)("credentials in the %s", (credentialPlacement) => {
  test.each(refusals)("$code: $title", async (refusal) => {
    const { url } = await sandbox();
    const error = await failure(refusal.call(clientOf(url, { credentialPlacement })));
    if (!(error instanceof ApiError)) throw error;
    expect(error).toBeInstanceOf(refusal.error);
    expect(error).toBeInstanceOf(ClientError);
    expect(isClientError(error)).toBe(true);
    expect(error.name).toBe(refusal.name);
    expect(error.status).toBe(refusal.status);
    expect(error.body.error_type).toBe(refusal.type);
    expect(error.body.error_code).toBe(refusal.code);
    expect(error.body.error_message).toMatch(refusal.says ?? /./);
    expect(error.requestId).toBe(error.body.request_id);
    expect(error.message).toContain(`${refusal.status} ${refusal.code}`);
    expect(error.message).toContain(String(error.requestId));
  });

  test("INVALID_API_KEYS: credentials are wrong", async () => {
    const { url, credentials } = await sandbox();
    const wrong = { ...credentials, secret: "another-secret" };
    const plaid = clientOf(url, { credentialPlacement, credentials: wrong });
    const error = await failure(plaid.updateCustomer(someone));
    if (!(error instanceof AuthenticationError)) throw error;
    expect(error.name).toBe("AuthenticationError");
    expect(error.status).toBe(400);
    expect(error.body.error_code).toBe("INVALID_API_KEYS");
    expect(error).not.toBeInstanceOf(NotFoundError);
    expect(error).not.toBeInstanceOf(RateLimitError);
  });
});

test("INVALID_HEADERS: another version of the API is asked for", async () => {
  const { url } = await sandbox();
  const plaid = clientOf(url, { headers: { "plaid-version": "2019-05-29" } });
  const error = await failure(plaid.getCustomer(someone));
  expect(error instanceof ApiError && error.body.error_code).toBe("INVALID_HEADERS");
});

test("missing credentials are told before anything is sent", async () => {
  const { url } = await sandbox();
  vi.stubEnv("PLAID_CLIENT_ID", "");
  vi.stubEnv("PLAID_SECRET", "");
  try {
    const plaid = createCustomerClient({ baseUrl: url, fetch: () => Promise.reject(new Error()) });
    const error = await failure(plaid.getCustomer(someone));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toMatch(/credentials\.clientId.*PLAID_CLIENT_ID/);
    expect((error as Error).message).toMatch(/credentials\.secret.*PLAID_SECRET/);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a client without an environment is told the names there are", () => {
  vi.stubEnv("PLAID_ENV", "");
  try {
    expect(() => createCustomerClient()).toThrow(ConfigurationError);
    expect(() => createCustomerClient()).toThrow(/PLAID_ENV.*"production","sandbox"/);
    expect(() => createCustomerClient({ environment: "development" as never })).toThrow(
      /PLAID_ENV.*"production","sandbox"/,
    );
  } finally {
    vi.unstubAllEnvs();
  }
});
