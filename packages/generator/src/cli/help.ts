import type { Syntax } from "./syntax.js";

/** What `clientgen --help` prints: the commands, each of which has a help of its own. */
export function generalHelp(syntaxes: readonly Syntax<unknown>[]): string {
  const width = Math.max(...syntaxes.map(({ name }) => name.length));
  const commands = syntaxes.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `clientgen: an OpenAPI document becomes a typed client, and its changes a version number.

Usage: clientgen COMMAND

${commands.join("\n")}

  --help       what this says; behind a command: what that takes
  --version

Exit codes: 0 done, 1 --check found drift, --fail-on was reached or upgrade-check found what breaks,
2 the document or the options are wrong, 3 a fault of clientgen.`;
}
