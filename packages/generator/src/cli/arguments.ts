import { changesetSyntax, type ChangesetCommand } from "./changeset-syntax.js";
import { diffSyntax, type DiffCommand } from "./diff-syntax.js";
import { generateSyntax, type GenerateCommand } from "./generate-syntax.js";
import { generalHelp } from "./help.js";
import { initSyntax, type InitCommand } from "./init-syntax.js";
import type { Syntax } from "./syntax.js";
import { upgradeCheckSyntax, type UpgradeCheckCommand } from "./upgrade-check-syntax.js";
import { misunderstood, unknownCommand } from "./usage.js";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help"; readonly text: string }
  | { readonly name: "version" }
  | GenerateCommand
  | InitCommand
  | DiffCommand
  | ChangesetCommand
  | UpgradeCheckCommand;

/** All commands, in the order of `--help`. */
const SYNTAXES: readonly Syntax<Command>[] = [
  generateSyntax,
  initSyntax,
  diffSyntax,
  changesetSyntax,
  upgradeCheckSyntax,
];

/**
 * Reads the command line.
 *
 * @param args the arguments behind the program's name.
 * @throws {ProblemsError} if they can't be understood.
 */
export function readArguments(args: readonly string[]): Command {
  const flags = new Set(args.includes("--") ? args.slice(0, args.indexOf("--")) : args);
  if (flags.has("--version")) return { name: "version" };
  const at = args.findIndex((argument) => !argument.startsWith("-"));
  const [word, next] = at === -1 ? [] : args.slice(at);
  const isHelp = word === "help" || flags.has("--help") || flags.has("-h");
  if (word === undefined && !isHelp && args.length > 0) throw unknownOption(args);
  const syntax = find(word === "help" ? next : word);
  if (isHelp || word === undefined) {
    return { name: "help", text: syntax?.help ?? generalHelp(SYNTAXES) };
  }
  if (!syntax) {
    throw unknownCommand(
      word,
      SYNTAXES.map(({ name }) => name),
    );
  }
  const others = SYNTAXES.filter((one) => one !== syntax).map((one) => [one.name, one.options]);
  return syntax.parse([...args.slice(0, at), ...args.slice(at + 1)], Object.fromEntries(others));
}

function find(word: string | undefined): Syntax<Command> | undefined {
  return SYNTAXES.find(({ name }) => name === word);
}

/** Options alone ask for nothing. */
function unknownOption([first = ""]: readonly string[]): Error {
  const others = SYNTAXES.map(({ name, options }) => [name, options]);
  return misunderstood(`Unknown option '${first}'`, undefined, [], Object.fromEntries(others));
}
