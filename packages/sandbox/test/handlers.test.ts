import { expect, test } from "vitest";
import { customerOperations } from "../src/customer-operations.ts";
import { CustomerStore } from "../src/customer-store.ts";
import { notAnswered } from "../src/not-answered.ts";
import { openDatabase } from "../src/open-database.ts";
import { document } from "./support/answers.ts";

const store = new CustomerStore(openDatabase(":memory:"), () => new Date());
const answered = [...customerOperations(store, "partner").keys()];
store.close();
const documented = document.operations.map(({ operationId }) => operationId);

test("every operation of the document has a handler", () => {
  const forgotten = documented.filter((operationId) => !answered.includes(operationId));
  const problems = forgotten.map((operationId) => notAnswered(operationId).message);
  expect(problems, problems.join("\n")).toEqual([]);
});

test("every handler has an operation in the document", () => {
  const left = answered.filter((operationId) => !documented.includes(operationId));
  const problems = left.map(
    (operationId) =>
      `the document has no operation ${operationId} (any more): remove its handler from packages/sandbox/src/customer-operations.ts`,
  );
  expect(problems, problems.join("\n")).toEqual([]);
});
