import { expect, onTestFinished, test } from "vitest";
import { isJsonObject, type JsonObject } from "../src/json-object.ts";
import { startSandbox } from "../src/start-sandbox.ts";
import { document, endCustomerOf, PATH, post } from "./support/answers.ts";

const SECRET = /^[0-9a-f]{30}$/;

test("lives through the story that the document's examples tell", async () => {
  const sandbox = await startSandbox();
  onTestFinished(sandbox.close);

  const created = endCustomerOf(await post(sandbox, "create", request("create", "lender")));
  const { client_id, secrets } = created;
  expect(client_id).toMatch(/^[0-9a-f]{24}$/);
  expect(secrets?.sandbox).toMatch(SECRET);
  expect(secrets?.production).toMatch(SECRET);
  const told = member(answer("create", "lender"), "end_customer");
  expect(created).toEqual({ ...told, client_id, secrets });

  const byId = { ...request("get", "byClientId"), end_customer_client_id: client_id };
  const due = member(answer("get", "moreInformationNeeded"), "end_customer");
  expect(endCustomerOf(await post(sandbox, "get", byId))).toEqual({ ...due, client_id });

  const given = request("update", "questionnaireAndBankAddendum");
  const update = { ...given, end_customer_client_id: client_id };
  const ready = member(answer("update", "nothingDue"), "end_customer");
  expect(endCustomerOf(await post(sandbox, "update", update))).toEqual({ ...ready, client_id });
  expect(endCustomerOf(await post(sandbox, "get", byId))).toEqual({ ...ready, client_id });

  for (const name of ["oneProduct", "everyProduct"]) {
    const enable = { ...request("enable", name), end_customer_client_id: client_id };
    const { body } = await post(sandbox, "enable", enable);
    expect(body).toEqual({
      ...answer("enable", name),
      end_customer_client_id: client_id,
      production_secret: secrets?.production,
      request_id: body.request_id,
    });
  }
  expect(endCustomerOf(await post(sandbox, "get", byId)).status).toBe("ACTIVE");
});

/** The document's example of an operation's request body. */
function request(operation: string, example: string): JsonObject {
  const content = member(document.root, "paths", `${PATH}/${operation}`, "post", "requestBody");
  return member(content, "content", "application/json", "examples", example, "value");
}

/** The document's example of what an operation answers when it succeeds. */
function answer(operation: string, example: string): JsonObject {
  const responses = member(document.root, "paths", `${PATH}/${operation}`, "post", "responses");
  return member(responses, "200", "content", "application/json", "examples", example, "value");
}

function member(object: JsonObject, ...path: string[]): JsonObject {
  let value: unknown = object;
  for (const name of path) {
    value = isJsonObject(value) ? value[name] : undefined;
  }
  if (!isJsonObject(value)) throw new Error(`the document has no ${path.join(" > ")}`);
  return value;
}
