import { describe, expect, test } from "vitest";
import { isClientError, NotFoundError } from "../src/generated/index.js";
import { clientOf, failure, sandbox } from "./support/clients.js";
import { newCustomer, someone } from "./support/requests.js";
import { serve, json, updated } from "./support/serve.js";

describe("withResponse", () => {
  test("gives the data, the answer with its body read, and the request id", async () => {
    const { url } = await sandbox();
    const { data, response, requestId } = await clientOf(url)
      .createCustomer(newCustomer)
      .withResponse();
    expect(data.end_customer?.company_name).toBe("Cedar Street Lending");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.bodyUsed).toBe(true);
    expect(requestId).toMatch(/^\w{15}$/);
    expect(requestId).toBe(data.request_id);
  });

  test("rejects as the call does", async () => {
    const { url } = await sandbox();
    const error = await failure(clientOf(url).getCustomer(someone).withResponse());
    expect(error).toBeInstanceOf(NotFoundError);
  });

  test("shares one request with the call and its result", async () => {
    const { url, seen } = await serve((response) => json(response, 200, updated));
    const call = clientOf(url).updateCustomer(someone);
    const [data, detailed, result] = await Promise.all([call, call.withResponse(), call.result()]);
    expect(detailed.data).toBe(data);
    expect(result).toEqual({ ok: true, data });
    expect(seen).toHaveLength(1);
  });
});

describe("result", () => {
  test("holds the data of a success", async () => {
    const { url } = await sandbox();
    const result = await clientOf(url).createCustomer(newCustomer).result();
    expect(result.ok && result.data.end_customer?.status).toBe("MORE_INFORMATION_NEEDED");
  });

  test("holds the error of a failure", async () => {
    const { url } = await sandbox();
    const result = await clientOf(url).getCustomer(someone).result();
    if (result.ok) throw new Error("there is no such end customer");
    expect(result.error).toBeInstanceOf(NotFoundError);
    expect(result.error.name === "NotFoundError" && result.error.body.error_code).toBe(
      "CUSTOMER_NOT_FOUND",
    );
  });

  test("leaves no unhandled rejection on the call it hangs on", async () => {
    const { url } = await sandbox();
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    try {
      await clientOf(url).getCustomer(someone).result();
      await clientOf(url)
        .getCustomer(someone)
        .withResponse()
        .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off("unhandledRejection", listen);
    }
    expect(unhandled).toEqual([]);
  });
});

test("a call starts without being awaited", async () => {
  let arrived = () => {};
  const request = new Promise<void>((resolve) => (arrived = resolve));
  const { url } = await serve((response) => {
    arrived();
    json(response, 200, updated);
  });
  const call = clientOf(url).updateCustomer(someone);
  await request;
  await expect(call).resolves.toEqual(updated);
});

describe("raw", () => {
  test("gives data and error side by side, with the credentials of the client", async () => {
    const { url } = await sandbox();
    const { raw } = clientOf(url, { credentialPlacement: "body" });
    const created = await raw.POST("/beta/partner/customer/v1/create", { body: newCustomer });
    expect(created.error).toBeUndefined();
    expect(created.data?.end_customer?.status).toBe("MORE_INFORMATION_NEEDED");

    const missing = await raw.POST("/beta/partner/customer/v1/get", { body: someone });
    expect(missing.response.status).toBe(404);
    expect(missing.data).toBeUndefined();
    expect(missing.error?.error_code).toBe("CUSTOMER_NOT_FOUND");
  });

  test("has middleware that sees operations, and never their credentials", async () => {
    const { url, credentials } = await sandbox();
    const plaid = clientOf(url);
    const seen: string[] = [];
    plaid.raw.use({
      async onRequest({ request, schemaPath }) {
        seen.push(
          `${schemaPath} ${JSON.stringify([...request.headers])} ${await request.clone().text()}`,
        );
      },
    });
    await plaid.createCustomer(newCustomer);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain("/beta/partner/customer/v1/create");
    expect(seen[0]).toContain("Cedar Street Lending");
    expect(seen[0]).not.toContain(credentials.secret);
  });

  test("rejects where there is no answer", async () => {
    const { url } = await serve((response) => response.destroy());
    const { raw } = clientOf(url);
    const error = await failure(raw.POST("/beta/partner/customer/v1/get", { body: someone }));
    expect(isClientError(error) && error.name).toBe("OutcomeUnknownError");
  });
});
