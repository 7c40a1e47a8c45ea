import { parseArgs, type ParseArgsConfig } from "node:util";
import { misunderstood } from "./usage.js";

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** The options' values, as `parseArgs` of Node gives them. */
export type Values<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>["values"];

/** What a command says of itself. */
interface Definition<Options extends OptionsConfig, Command> {
  readonly name: string;
  /** What it is for, a few words for the list of commands. */
  readonly summary: string;
  /** What `clientgen NAME --help` prints. */
  readonly help: string;
  /** Its options, as `parseArgs` of Node takes them. */
  readonly options: Options;
  /**
   * Makes what is to be done of the arguments.
   *
   * @throws {ProblemsError} if they don't go together.
   */
  readonly read: (positionals: readonly string[], values: Values<Options>) => Command;
}

/** How a command is written on the command line. */
export interface Syntax<Command> {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  /** Names of its options, without hyphens. */
  readonly options: readonly string[];
  /**
   * Reads what stands behind the command's name.
   *
   * @param others options of other commands: the mend for one that does not belong here.
   * @throws {ProblemsError} if it can't be understood.
   */
  readonly parse: (
    args: readonly string[],
    others?: Readonly<Record<string, readonly string[]>>,
  ) => Command;
}

/** Makes a command's syntax of its own file's words; a new command is one more in the list of `arguments.ts`. */
export function defineSyntax<const Options extends OptionsConfig, Command>(
  definition: Definition<Options, Command>,
): Syntax<Command> {
  const { name, summary, help, read } = definition;
  const options = Object.keys(definition.options);
  const parse: Syntax<Command>["parse"] = (args, others = {}) => {
    const { values, positionals } = understand(args, definition.options, (reason) =>
      misunderstood(reason, name, options, others),
    );
    return read(positionals, values);
  };
  return { name, summary, help, options, parse };
}

function understand<Options extends OptionsConfig>(
  args: readonly string[],
  options: Options,
  complain: (reason: string) => Error,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true as const, options });
  } catch (error) {
    throw complain(error instanceof Error ? error.message : String(error));
  }
}
