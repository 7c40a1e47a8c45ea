import { describe, expectTypeOf, test } from "vitest";
import {
  createClient,
  createCustomer,
  createCustomerClient,
  type EndCustomerStatus,
  type CreateCustomerRequest,
  type CreateCustomerResponse,
  type CustomerAnswer,
  type CustomerClient,
  type CustomerClientOptions,
  type CustomerCore,
  type CustomerWrappingClient,
  type Secret,
} from "../src/generated/index.js";

declare const plaid: CustomerClient;
declare const core: CustomerCore;
const end_customer_client_id = "634758733ebb4f00134b85ea";

describe("wrapped secrets", () => {
  const wrapping = createCustomerClient({ wrapSecrets: true });
  const body = null as unknown as CreateCustomerRequest;

  test("are of a type that is no string, where strings were", async () => {
    const { end_customer, request_id } = await wrapping.createCustomer(body);
    expectTypeOf(end_customer?.secrets?.sandbox).toEqualTypeOf<Secret | undefined>();
    expectTypeOf(end_customer?.client_id).toEqualTypeOf<string | undefined>();
    expectTypeOf(end_customer?.status).toEqualTypeOf<EndCustomerStatus | undefined>();
    expectTypeOf(request_id).toEqualTypeOf<string | undefined>();
    const { production_secret } = await wrapping.enableCustomer({ end_customer_client_id });
    expectTypeOf(production_secret?.reveal()).toEqualTypeOf<string | undefined>();
    // @ts-expect-error a secret is no text
    production_secret?.slice(0, 4);
  });

  test("are the same in the standalone form", async () => {
    const answer = await createCustomer(wrapping, body);
    expectTypeOf(answer.end_customer?.secrets?.production).toEqualTypeOf<Secret | undefined>();
    expectTypeOf(answer).toEqualTypeOf<
      CustomerAnswer<CustomerWrappingClient, CreateCustomerResponse>
    >();
  });

  test("are not lied about where options are written down, or nobody knows", () => {
    const options: CustomerClientOptions = { environment: "sandbox" };
    expectTypeOf(createCustomerClient(options)).toEqualTypeOf<CustomerClient>();
    // @ts-expect-error options of that type can't say it
    const saying: CustomerClientOptions = { wrapSecrets: true };
    expectTypeOf(saying).toEqualTypeOf<CustomerClientOptions>();
    const wrapSecrets: boolean = Math.random() > 0.5;
    expectTypeOf(createCustomerClient({ wrapSecrets })).toEqualTypeOf<
      CustomerClient | CustomerWrappingClient
    >();
  });

  test("are nothing that a client without methods has", () => {
    // @ts-expect-error there is no such option
    expectTypeOf(createClient({ wrapSecrets: true })).toEqualTypeOf<CustomerCore>();
  });

  test("are strings in any other client", async () => {
    const { end_customer } = await plaid.createCustomer(body);
    expectTypeOf(end_customer?.secrets?.sandbox).toEqualTypeOf<string | undefined>();
    expectTypeOf(await createCustomer(core, body)).toEqualTypeOf<CreateCustomerResponse>();
    expectTypeOf(createCustomerClient()).toEqualTypeOf<CustomerClient>();
    // @ts-expect-error its answers are others
    const other: CustomerClient = wrapping;
    expectTypeOf(other).toBeObject();
  });
});
