import type { Fault, Outcome } from "./fault.js";

const columns = ["Fault", "Idempotent", "Not idempotent"];

/** The faults and what comes of them as a table of Markdown; those that share a line are told once. */
export function tableText(faults: readonly Fault[]): string {
  const rows = new Map<string, readonly string[]>();
  for (const { name, row = name, idempotent, other } of faults) {
    const cells = [row, words(idempotent), words(other)];
    const before = rows.get(row);
    if (before && before.join() !== cells.join()) throw new Error(`${name}: unlike its line`);
    rows.set(row, cells);
  }
  const cells = [columns, ...rows.values()];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  const [first, ...others] = cells.map(line);
  return [first, line(widths.map((width) => "-".repeat(width))), ...others].join("\n");
}

function words({ error, cause, attempts, recovers }: Outcome): string {
  if (recovers) return "data, by a second attempt";
  if (!error) return "data";
  const about = cause ? ` (${cause})` : "";
  return `\`${error}\`${about}${attempts > 1 ? `, ${attempts} attempts` : ""}`;
}
