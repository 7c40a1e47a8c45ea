// `node comment.ts [--since REF]`: what callers notice of the documents around the working folder, as the comment of a pull
// request, on standard output.
import { parseArgs } from "node:util";
import { commentText, type Compared } from "./comment-text.ts";
import { runProgram } from "./run-program.ts";
import { clientgen } from "./steps.ts";
import type { Told } from "./told.ts";

const { values } = parseArgs({ options: { since: { type: "string" } } });
const since = values.since === undefined ? [] : ["--since", values.since];

async function run(command: readonly string[], mayFind: boolean): Promise<string> {
  const { code, stdout, output } = await runProgram(command, process.cwd());
  if (code === 0 || (mayFind && code === 1)) return stdout;
  process.stderr.write(output);
  process.exit(code);
}

const found = await run(clientgen("changeset", "--check", "--json", ...since), true);
const told = JSON.parse(found) as Told;
const compared: Compared[] = [];
for (const { old, new: now } of told.clients.flatMap(({ documents }) => documents)) {
  const markdown = await run(clientgen("diff", "--markdown", old, now), false);
  compared.push({ document: now, markdown });
}
console.log(commentText(told, compared));
