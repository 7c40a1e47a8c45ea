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
  return usage(message, `The commands are ${commands.join(" and ")}.`);
}

/**
 * What is said of options that Node does not understand. Its words for what is wrong differ between
 * versions, and go on for several sentences.
 *
 * @param reason these words.
 * @param options all names of options, without hyphens.
 */
export function misunderstood(reason: string, options: readonly string[]): ProblemsError {
  const option = /--?[a-z][a-z-]*/i.exec(reason)?.[0] ?? "An option";
  const fix = 'See "clientgen --help".';
  if (/unknown option/i.test(reason)) {
    const meant = likely(option.replace(/^-+/, ""), options);
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
