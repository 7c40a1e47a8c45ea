import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import type { CheckedConfig } from "./check-config.js";
import { compareErrors } from "./compare-errors.js";
import { entryPaths, slashes } from "./entry-paths.js";
import { exportedNames, makeNameOfUse } from "./name-of-use.js";
import type { NewClient } from "./new-client.js";
import type { InstalledClient, Project } from "./project.js";
import { refuse } from "./refuse.js";
import type { Diagnostic } from "./run-compiler.js";
import type { Break, UpgradeReport } from "./upgrade-report.js";

/** What a report needs to know of a check. */
interface Checked {
  readonly project: Project;
  readonly client: NewClient;
  /** The file that stands for entries which the new version has not. */
  readonly noEntry: string;
}

/** The longest line of a message. */
const WIDTH = 240;

/**
 * Tells what is new in the errors of all configurations.
 *
 * @throws {ProblemsError} if no file of the project uses the client: then nothing was checked.
 */
export function reportBreaks(
  results: readonly CheckedConfig[],
  checked: Checked,
): Pick<UpgradeReport, "breaks" | "changed" | "already" | "warnings"> {
  const { project, client } = checked;
  const { installed, next } = client;
  const inNew = (file: string) => file.startsWith(`${slashes(next.folder)}/`);
  if (!results.some(({ after }) => after.files.some(inNew))) {
    const configs = results.map(({ config }) => config.shown).join(", ");
    const fix = "Name the configuration of the files that do with --project FILE.";
    refuse(project.shown, `No file of ${configs} imports ${installed.importName}.`, fix);
  }
  const shown = makeShown(checked);
  const unique = (lists: readonly (readonly Diagnostic[])[]) =>
    [...new Map(lists.flat().map((each) => [JSON.stringify(each), each])).values()].sort(byPlace);
  const compared = results.map(({ before, after }) =>
    compareErrors(before.errors.map(shown.plain), after.errors.map(shown.plain)),
  );
  return {
    breaks: unique(compared.map(({ added }) => added)).map(shown.asBreak),
    changed: unique(compared.map(({ changed }) => changed)).map(shown.asBreak),
    already: unique(results.map(({ before }) => before.errors)).length,
    warnings: results.flatMap((result) => findWarnings(result, installed)),
  };
}

/** What is to know of a program beside its errors: what of it the check can't speak for. */
function findWarnings(
  { config, before, after }: CheckedConfig,
  installed: InstalledClient,
): string[] {
  const { importName, folder, version } = installed;
  const warnings: string[] = [];
  const wrong = before.errors.find(
    ({ file }) => file === undefined || file === slashes(config.path),
  );
  if (wrong) warnings.push(`TypeScript says of it: ${wrong.code} ${wrong.lines[0]}`);
  const stays = after.files.find((file) => file.startsWith(`${slashes(folder)}/`));
  if (stays !== undefined) {
    warnings.push(`something imports ${stays} by its path, and was checked with ${version}.`);
  }
  const unchecked = after.files.find((file) => isUncheckedUse(file, importName));
  if (unchecked !== undefined && !config.options.checkJs) {
    warnings.push(`JavaScript is not checked, such as ${unchecked}: set checkJs.`);
  }
  return warnings.map((warning) => `${config.shown}: ${warning}`);
}

function isUncheckedUse(file: string, importName: string): boolean {
  if (!/\.[cm]?jsx?$/.test(file)) return false;
  const text = readFileSync(file, "utf8");
  return text.includes(importName) && !text.includes("@ts-check");
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.file ?? "", b.file ?? ""];
  if (left !== right) return left < right ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function makeShown({ project, client, noEntry }: Checked) {
  const { installed, next } = client;
  const names = [installed, next].flatMap((each) => {
    const [entry = noEntry] = entryPaths(each, "entry", noEntry)["entry"] ?? [];
    return exportedNames(entry);
  });
  const nameOfUse = makeNameOfUse(new Set(names));
  const own = `${slashes(installed.folder)}/`;
  // The same file stands at another path in each version.
  const plainPath = (file: string) =>
    file.startsWith(own)
      ? `${next.name}/${file.slice(own.length)}`
      : file.replace(/^.*\/node_modules\//, "");
  const plainLine = (line: string) =>
    line.includes(noEntry)
      ? `${installed.importName} ${next.version} has no such entry.`
      : line.replace(/import\("([^"]*)"\)(\.?)/g, (_, file: string, dot: string) =>
          dot === "" ? `import("${plainPath(file)}")` : "",
        );
  const plain = ({ file, lines, ...place }: Diagnostic): Diagnostic => ({
    ...place,
    file: file === undefined ? undefined : plainPath(file),
    lines: lines.map(plainLine),
  });
  const asBreak = ({ file, line, column, code, lines }: Diagnostic): Break => {
    const what = { code, message: shorten(lines), lines };
    if (file === undefined) return what;
    if (!isAbsolute(file)) return { file, line, column, ...what };
    const name = nameOfUse(file, line, column);
    const path = slashes(relative(project.folder, file));
    return { file: path, line, column, ...what, ...(name === undefined ? {} : { name }) };
  };
  return { plain, asBreak };
}

/** The first line says what is wrong, the last one the deepest reason: those between lead from one to the other. */
function shorten(lines: readonly string[]): string {
  const ends = lines.length > 2 ? [...lines.slice(0, 1), ...lines.slice(-1)] : lines;
  return ends.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line)).join(" ");
}
