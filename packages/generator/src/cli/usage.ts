import { nearest } from "../check/nearest.js";
import { ProblemsError } from "../problem.js";

/** A problem with the command line. */
export function usage(message: string, fix: string): ProblemsError {
  return new ProblemsError([{ severity: "error", location: { file: "clientgen" }, message, fix }]);
}

/** What is said of a first argument that is no command: of a document, how to generate from it. */
export function unknownCommand(word: string, commands: readonly string[]): ProblemsError {
  const message = `There is no command "${word}".`;
  if (/[./\\]/.test(word)) return usage(message, `Write: clientgen generate ${word} --out DIR.`);
  const meant = likely(word, commands);
  if (meant !== undefined) return usage(message, `Did you mean ${meant}?`);
  const last = commands.at(-1);
  return usage(message, `The commands are ${commands.slice(0, -1).join(", ")} and ${last}.`);
}

/**
 * What is said of options that Node does not understand. Its words for what is wrong differ between
 * versions, and go on for several sentences.
 *
 * @param reason these words.
 * @param command the command's name; `undefined` where there is none.
 * @param options all names of its options, without hyphens.
 * @param others the same of the other commands, by their names.
 */
export function misunderstood(
  reason: string,
  command: string | undefined,
  options: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): ProblemsError {
  const option = /--?[a-z][a-z-]*/i.exec(reason)?.[0] ?? "An option";
  const fix = `See "clientgen ${command === undefined ? "" : `${command} `}--help".`;
  if (/unknown option/i.test(reason)) {
    const name = option.replace(/^-+/, "");
    const owners = Object.keys(others).filter((other) => others[other]?.includes(name));
    if (owners.length > 0) {
      const message = `${command ?? "clientgen"} has no option "${option}".`;
      return usage(message, `It belongs to ${owners.join(" and ")}.`);
    }
    const meant = likely(name, options);
    const did = meant === undefined ? fix : `Did you mean --${meant}?`;
    return usage(`There is no option "${option}".`, did);
  }
  if (/does not take/i.test(reason)) return usage(`${option} takes no value.`, fix);
  return usage(`${option} needs a value.`, fix);
}

/** The one that begins as `word` does (`o`, `output` for `out`), else the one that is spelled most like it. */
function likely(word: string, known: readonly string[]): string | undefined {
  const begun = known.find((one) => one.startsWith(word) || word.startsWith(one));
  return begun ?? nearest(word, known);
}
