import { oneLine } from "../one-line.js";
import { checkUpgrade } from "../upgrade-check/upgrade-check.js";
import type { Break, UpgradeReport } from "../upgrade-check/upgrade-report.js";
import type { Output } from "./output.js";
import type { UpgradeCheckCommand } from "./upgrade-check-syntax.js";

/**
 * `clientgen upgrade-check`: what another version of a client does to a project's code.
 *
 * @returns the exit code: 0 where nothing breaks, 1 where call sites do, 130 where Ctrl-C ended it.
 */
export async function runUpgradeCheck(
  command: UpgradeCheckCommand,
  output: Output,
): Promise<number> {
  const start = performance.now();
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const report = await checkUpgrade({ ...command, signal: interrupt.signal });
    const ms = Math.round(performance.now() - start);
    output.out(command.json ? JSON.stringify({ ...report, ms }) : reportAsText(report, ms));
    return report.breaks.length > 0 ? 1 : 0;
  } catch (error) {
    if (interrupt.signal.aborted) return 130;
    throw error;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** What a person reads: the call sites by what of the client they use. */
export function reportAsText(report: UpgradeReport, ms: number): string {
  const { breaks, changed, already, typescript } = report;
  const lines = [
    `${report.package} ${report.from} -> ${report.to}, checked by ${typescript.own ? "the project's" : "clientgen's"} TypeScript ${typescript.version}: ${report.configs.join(", ")}`,
    ...report.brings.map(({ name, version }) => `  brings ${name} ${version}`),
    ...report.warnings.map((warning) => `  warning: ${warning}`),
  ];
  const groups = new Map<string, Break[]>();
  for (const each of breaks) {
    const name = each.name ?? "";
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  // What no name is known of comes last.
  for (const [name, group] of [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""))) {
    lines.push("", name === "" ? "Elsewhere" : name, ...group.map(breakLine));
  }
  if (changed.length > 0) {
    lines.push(
      "",
      "Errors that the project has already, in other words:",
      ...changed.map(breakLine),
    );
  }
  if (breaks.length > 0) lines.push("");
  lines.push(summary(breaks.length, already, ms));
  return lines.join("\n");
}

function breakLine({ file, line, column, code, message }: Break): string {
  const place = file === undefined ? "" : `${file}:${line}:${column} `;
  return oneLine(`  ${place}${code} ${message}`);
}

function summary(breaks: number, already: number, ms: number): string {
  const broken =
    breaks === 0
      ? "Nothing breaks."
      : `${breaks} ${breaks === 1 ? "place breaks" : "places break"}.`;
  const had =
    already === 0
      ? ""
      : ` ${already} ${already === 1 ? "error" : "errors"} that the project has already ${already === 1 ? "does" : "do"} not count.`;
  return `${broken}${had} Done in ${ms} ms.`;
}
