import { expect, test } from "vitest";
import {
  addJob,
  changeJob,
  createClient,
  createJobsClient,
  dropJob,
  findJob,
  type JobsCore,
  keepJob,
  OutcomeUnknownError,
  runJob,
} from "../documents/retries/expected/index.js";
import { type Answer, serve } from "../support/serve.js";

const input = { path: { name: "a" } };

function says(status: number, code = "OTHER"): Answer {
  return { status, type: "application/json", body: JSON.stringify({ code }) };
}

test.each<[string, (client: JobsCore) => PromiseLike<unknown>, Answer, number]>([
  ["a code of the whole document", (client) => addJob(client, {}), says(400, "BUSY"), 3],
  ["another code", (client) => addJob(client, {}), says(400), 1],
  ["what may have been done", (client) => addJob(client, {}), says(503), 1],
  ["a status of its own", (client) => findJob(client, input), says(423), 6],
  ["a code of its own", (client) => findJob(client, input), says(400, "LOCKED"), 6],
  [
    "a code that its own rules don't have",
    (client) => findJob(client, input),
    says(400, "BUSY"),
    1,
  ],
  ["never, though it might be", (client) => keepJob(client, input), says(503), 1],
  ["never, but for a call", (client) => keepJob(client, input, { retries: 1 }), says(503), 2],
  ["never, though nothing was done", (client) => runJob(client, input), says(429), 1],
  ["as any other", (client) => dropJob(client, input), says(503), 3],
  ["a rule that it has dropped", (client) => dropJob(client, input), says(400, "BUSY"), 1],
  ["once", (client) => changeJob(client, input), says(429), 2],
])("%s", async (_, call, answer, times) => {
  for (const create of [createClient, createJobsClient]) {
    const { url, seen } = await serve(() => answer);
    await expect(call(create({ baseUrl: url, maxRetryDelay: 1 }))).rejects.toThrow(
      `${answer.status}`,
    );
    expect(seen).toHaveLength(times);
  }
});

test("what the client says of retries wins over the document", async () => {
  const { url, seen } = await serve(() => says(423));
  const client = createClient({ baseUrl: url, maxRetryDelay: 1, retries: 1 });
  await expect(findJob(client, input)).rejects.toThrow("423");
  expect(seen).toHaveLength(2);
});

test("who does not know whether a call took effect is told where to look", async () => {
  const fetch = () => Promise.reject(new Error("lost"));
  const client = createClient({ baseUrl: "https://jobs.example", fetch });
  const error: unknown = await addJob(client, {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OutcomeUnknownError);
  expect((error as Error).message).toContain("look with findJob");
});
