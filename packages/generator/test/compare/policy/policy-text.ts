import { format } from "prettier";
import { highest, type Judge, type Rule } from "../../../src/compare/change.js";
import { compareDocuments } from "../../../src/compare/compare-documents.js";
import { RULES_OF } from "../../../src/compare/policy/rules.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { join } from "node:path";
import { KINDS, type Kind, PETS } from "./disputed-kinds.js";

/** The rules of a judge, as the policy's page has them. */
export async function ruleTable(judge: Judge): Promise<string> {
  const rows = Object.entries<Rule>(RULES_OF[judge]).map(([name, { level, title, reason }]) => [
    title,
    level,
    reason,
    `\`${name}\``,
  ]);
  return table(["what happened", "level", "why", "rule"], rows);
}

/** What both judges say of the kinds of change that they see in different ways, as the policy's page has it. */
export async function kindTable(): Promise<string> {
  const rows: string[][] = [];
  for (const [index, kind] of KINDS.entries()) {
    const { wire, types } = await verdictsOf(kind);
    rows.push([String(index + 1), kind.change, wire, types, kind.why]);
  }
  return table(["", "change", "wire", "types", "why"], rows);
}

async function verdictsOf({ edits }: Kind) {
  const edited = edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The document has no ${from}`);
    return text.replace(from, to);
  }, PETS);
  const folder = await temporaryFolder({ "old.yaml": PETS, "new.yaml": edited });
  const compared = await compareDocuments(join(folder, "old.yaml"), join(folder, "new.yaml"));
  return { wire: compared.verdicts.wire, types: compared.verdicts.types ?? highest([]) };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<string> {
  const lines = [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  return format(lines.join("\n"), { parser: "markdown" }).then((text) => text.trimEnd());
}
