import { once } from "node:events";
import { parseArgs } from "node:util";
import type { Sandbox } from "@plaid-partner/sandbox";
import { explain } from "./explain.ts";
import { failure, heading, note } from "./terminal.ts";

const { values: options } = parseArgs({ options: { keep: { type: "boolean", default: false } } });

let step = "Start the sandbox";
let steps = 0;
function begin(title: string, call: string): void {
  step = `${(steps += 1)}. ${title}`;
  heading(step, call);
}

let sandbox: Sandbox | undefined;
try {
  // Imported here, because an edit of the document may take away a name that is imported.
  const { startSandbox } = await import("@plaid-partner/sandbox");
  sandbox = await startSandbox();
  console.log(`\nThe sandbox listens at ${sandbox.url}`);
  step = "Load the client and what it sends";
  const { tellStory } = await import("./story.ts");
  await tellStory(sandbox, begin);
  if (options.keep) await keep(sandbox);
} catch (error) {
  const lines = explain(error);
  console.log();
  failure("Failed", `in the step "${step}"`);
  for (const line of lines) note(line);
  process.exitCode = 1;
} finally {
  await sandbox?.close();
}
if (process.exitCode === undefined && !options.keep) {
  console.log("\nNext: edit spec/customer.yaml and run npm start again to see what changes,");
  console.log("or keep the sandbox running for your own calls with npm start -- --keep.");
}

async function keep({ url, credentials: { clientId, secret } }: Sandbox): Promise<void> {
  console.log(`\nThe sandbox goes on at ${url} until Ctrl-C. Call it with\n`);
  console.log(`  const baseUrl = "${url}";`);
  console.log(`  const credentials = { clientId: "${clientId}", secret: "${secret}" };`);
  console.log("  const plaid = createCustomerClient({ baseUrl, credentials });");
  const stop = new AbortController();
  await Promise.race([
    once(process, "SIGINT", { signal: stop.signal }),
    once(process, "SIGTERM", { signal: stop.signal }),
  ]);
  stop.abort();
}
