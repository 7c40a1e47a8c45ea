// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error.
import { describe, expectTypeOf, test } from "vitest";
import {
  ApiError,
  AuthenticationError,
  createClient,
  createCustomerClient,
  EndCustomerStatus,
  getCustomer,
  NotFoundError,
  Product,
  RateLimitError,
  updateCustomer,
  type Call,
  type CallError,
  type CraUseCase,
  type CraUseCaseInput,
  type CreateCustomerRequest,
  type CustomerClient,
  type CustomerCore,
  type CustomerEnvironment,
  type PlaidError,
  type PlaidErrorCode,
  type ProductInput,
  type RequirementDue,
  type UpdateCustomerRequest,
  type UpdateCustomerResponse,
} from "../src/generated/index.js";

declare const plaid: CustomerClient;
declare const core: ReturnType<typeof createClient>;
const end_customer_client_id = "634758733ebb4f00134b85ea";

/** The members that a type names, without the `string` that keeps it open. */
type Named<T> = T extends string ? (string extends T ? never : T) : never;

describe("a request that the API would refuse does not compile", () => {
  test("a purpose that is none", () => {
    void plaid.updateCustomer({
      end_customer_client_id,
      // @ts-expect-error HIRING is no permissible purpose
      questionnaires: { cra: { purposes: { HIRING: { use_cases: [] } } } },
    });
  });

  test("a use case that is none", () => {
    void plaid.updateCustomer({
      end_customer_client_id,
      questionnaires: {
        // @ts-expect-error LENDING is no use case
        cra: { purposes: { WRITTEN_INSTRUCTION: { use_cases: ["LENDING"] } } },
      },
    });
  });

  test("no end customer", () => {
    // @ts-expect-error end_customer_client_id is required
    void plaid.updateCustomer({ legal_entity_name: "Cedar Street Lending, Inc." });
    // @ts-expect-error end_customer_client_id is required
    void updateCustomer(core, {});
    // @ts-expect-error end_customer_client_id is required
    void plaid.getCustomer({});
    // @ts-expect-error the body is required
    void plaid.enableCustomer();
  });

  test("a misspelt field, at the top and nested", () => {
    // @ts-expect-error legal_entity_name is meant
    void plaid.updateCustomer({ end_customer_client_id, legal_entitiy_name: "Cedar" });
    // @ts-expect-error legal_entity_name is meant
    void updateCustomer(core, { end_customer_client_id, legal_entitiy_name: "Cedar" });
    void plaid.updateCustomer({
      end_customer_client_id,
      // @ts-expect-error customer_ip_address is meant
      bank_addendum_acceptance: { customer_accepted: true, customer_ip: "203.0.113.24" },
    });
  });

  test("a wrong type, null and undefined", () => {
    // @ts-expect-error a list of strings is asked for
    void plaid.updateCustomer({ end_customer_client_id, redirect_uris: "https://cedar.example" });
    // @ts-expect-error there is no null in requests
    void plaid.updateCustomer({ end_customer_client_id, legal_entity_name: null });
    // @ts-expect-error a field is given or left out (exactOptionalPropertyTypes)
    void plaid.updateCustomer({ end_customer_client_id, legal_entity_name: undefined });
  });

  test("a product that is none", () => {
    // @ts-expect-error authentication is no product
    void plaid.enableCustomer({ end_customer_client_id, products: ["authentication"] });
  });

  test("credentials in a body", () => {
    // @ts-expect-error client_id is a credential, set by the client
    void plaid.updateCustomer({ end_customer_client_id, client_id: "5a4db0c5fa4e00000000cafe" });
    // @ts-expect-error secret is a credential, set by the client
    void plaid.getCustomer({ end_customer_client_id, secret: "not-a-real-plaid-secret" });
    expectTypeOf<UpdateCustomerRequest>().not.toHaveProperty("client_id");
    expectTypeOf<CreateCustomerRequest>().not.toHaveProperty("secret");
  });

  test("a path that is none", () => {
    // @ts-expect-error the path of the production endpoint is another client's
    void plaid.raw.POST("/partner/customer/update", { body: { end_customer_client_id } });
    // @ts-expect-error every operation is a POST
    void plaid.raw.GET("/beta/partner/customer/v1/get");
  });
});

describe("options that are wrong do not compile", () => {
  test("an environment that is none", () => {
    // @ts-expect-error Plaid's development environment is gone
    createCustomerClient({ environment: "development" });
    // @ts-expect-error Plaid's development environment is gone
    createClient({ environment: "development" });
    expectTypeOf<CustomerEnvironment>().toEqualTypeOf<"production" | "sandbox">();
  });

  test("a credential that is none", () => {
    // @ts-expect-error clientId is meant
    createCustomerClient({ credentials: { client_id: "5a4db0c5fa4e00000000cafe" } });
    // @ts-expect-error clientId is meant
    void plaid.getCustomer({ end_customer_client_id }, { credentials: { clientID: "5a4d" } });
  });

  test("an option that is none, or of another kind", () => {
    // @ts-expect-error timeout is meant
    createCustomerClient({ timeOut: 5_000 });
    // @ts-expect-error milliseconds, as a number
    void plaid.getCustomer({ end_customer_client_id }, { timeout: "5s" });
    // @ts-expect-error an environment is the client's, not a call's
    void plaid.getCustomer({ end_customer_client_id }, { environment: "sandbox" });
  });

  test("credentials may be strings or functions, and undefined counts as absent", () => {
    createCustomerClient({
      environment: undefined,
      credentials: { clientId: () => "id", secret: async () => "secret" },
    });
  });
});

describe("enums", () => {
  test("are open in answers, with their names kept", () => {
    expectTypeOf<string>().toExtend<EndCustomerStatus>();
    expectTypeOf<Named<EndCustomerStatus>>().toEqualTypeOf<
      "UNDER_REVIEW" | "PENDING_ENABLEMENT" | "ACTIVE" | "DENIED" | "MORE_INFORMATION_NEEDED"
    >();
    expectTypeOf<EndCustomerStatus>().not.toEqualTypeOf<string>();
    expectTypeOf<string>().toExtend<RequirementDue>();
    expectTypeOf<"questionnaires.cra">().toExtend<Named<RequirementDue>>();
    expectTypeOf<string>().toExtend<PlaidErrorCode>();
    expectTypeOf<string>().toExtend<CraUseCase>();
    expectTypeOf<string>().toExtend<Product>();
  });

  test("are closed in requests", () => {
    expectTypeOf<string>().not.toExtend<ProductInput>();
    expectTypeOf<string>().not.toExtend<CraUseCaseInput>();
    expectTypeOf<Named<ProductInput>>().toEqualTypeOf<ProductInput>();
    expectTypeOf<Named<Product>>().toEqualTypeOf<ProductInput>();
  });

  test("are objects too, whose members requests take", () => {
    expectTypeOf(Product.auth).toEqualTypeOf<"auth">();
    expectTypeOf(EndCustomerStatus.ACTIVE).toEqualTypeOf<"ACTIVE">();
    void plaid.enableCustomer({
      end_customer_client_id,
      products: [Product.auth, Product.cra_base_report],
    });
    // @ts-expect-error there is no such product
    void Product.authentication;
  });
});

describe("calls", () => {
  test("are promises of the operation's answer", () => {
    const call = plaid.updateCustomer({ end_customer_client_id });
    expectTypeOf(call).toEqualTypeOf<Call<UpdateCustomerResponse, PlaidError>>();
    expectTypeOf(call).toExtend<Promise<UpdateCustomerResponse>>();
    expectTypeOf(call).resolves.toEqualTypeOf<UpdateCustomerResponse>();
    expectTypeOf(updateCustomer(core, { end_customer_client_id })).toEqualTypeOf(call);
    expectTypeOf(getCustomer).parameter(0).toEqualTypeOf<CustomerCore>();
  });

  test("give answer and request id with withResponse()", async () => {
    const detailed = await plaid.updateCustomer({ end_customer_client_id }).withResponse();
    expectTypeOf(detailed.data).toEqualTypeOf<UpdateCustomerResponse>();
    expectTypeOf(detailed.response).toEqualTypeOf<Response>();
    expectTypeOf(detailed.requestId).toEqualTypeOf<string | undefined>();
  });

  test("give data or error with result()", async () => {
    const result = await plaid.updateCustomer({ end_customer_client_id }).result();
    // @ts-expect-error there is data only where ok is true
    void result.data;
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<UpdateCustomerResponse>();
      return;
    }
    expectTypeOf(result.error).toEqualTypeOf<CallError<PlaidError>>();
    const { error } = result;
    if (error.name === "RateLimitError") {
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
      expectTypeOf(error.body).toEqualTypeOf<PlaidError>();
    }
    if (error.code === "TIMEOUT") expectTypeOf(error.scope).toEqualTypeOf<"attempt" | "call">();
    if (error instanceof ApiError) expectTypeOf(error.body).toEqualTypeOf<PlaidError>();
  });

  test("of raw give data and error side by side", async () => {
    const { data, error } = await plaid.raw.POST("/beta/partner/customer/v1/get", {
      body: { end_customer_client_id },
    });
    expectTypeOf(data?.end_customer?.client_id).toEqualTypeOf<string | undefined>();
    expectTypeOf(error?.error_message).toEqualTypeOf<string | undefined>();
    // @ts-expect-error end_customer_client_id is required
    void plaid.raw.POST("/beta/partner/customer/v1/get", { body: {} });
  });

  test("of raw belong to the client with methods", () => {
    expectTypeOf(plaid).toHaveProperty("raw");
    expectTypeOf(core).not.toHaveProperty("raw");
  });

  test("of raw are the same", async () => {
    const { data, error } = await plaid.raw.POST("/beta/partner/customer/v1/update", {
      body: { end_customer_client_id },
    });
    expectTypeOf(data).toEqualTypeOf<UpdateCustomerResponse | undefined>();
    expectTypeOf(data?.end_customer?.status).toExtend<string | undefined>();
    expectTypeOf(error).toEqualTypeOf<PlaidError | undefined>();
    void plaid.raw.POST("/beta/partner/customer/v1/update", {
      // @ts-expect-error a misspelt field
      body: { end_customer_client_id, legal_entitiy_name: "Cedar" },
    });
    // @ts-expect-error the body is required
    void plaid.raw.POST("/beta/partner/customer/v1/update");
    // @ts-expect-error a path that the document does not have
    void plaid.raw.POST("/beta/partner/customer/v2/update", { body: { end_customer_client_id } });
  });
});

describe("errors", () => {
  test("have a typed body once their class is known", () => {
    const error: unknown = undefined;
    if (error instanceof ApiError) {
      expectTypeOf(error.body).toEqualTypeOf<PlaidError>();
      expectTypeOf(error.body.error_code).toEqualTypeOf<PlaidErrorCode>();
      expectTypeOf(error.status).toEqualTypeOf<number>();
      expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
    }
    if (error instanceof NotFoundError || error instanceof AuthenticationError) {
      expectTypeOf(error.body).toEqualTypeOf<PlaidError>();
    }
    if (error instanceof RateLimitError) {
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
    }
  });

  test("can be made in a caller's test, with a body of the API's shape", () => {
    const body: PlaidError = {
      error_type: "PARTNER_ERROR",
      error_code: "CUSTOMER_NOT_FOUND",
      error_message: "no such end customer",
      display_message: null,
    };
    expectTypeOf(new NotFoundError({ status: 404, body })).toEqualTypeOf<NotFoundError>();
    // @ts-expect-error the body has the API's shape
    void new ApiError({ status: 404, body: { error_code: "CUSTOMER_NOT_FOUND" } });
  });
});
