/** A Markdown table, as prettier has it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const END = "<!-- /runtimes -->";
const begin = (name: string) => `<!-- runtimes:${name} -->`;

/** What stands in a block of a page: between `<!-- runtimes:NAME -->` and `<!-- /runtimes -->`. */
export function blockOf(page: string, name: string): string {
  const { from, to } = find(page, name);
  return page.slice(from, to).trim();
}

/** A page with a block replaced. */
export function replaceBlock(page: string, name: string, text: string): string {
  const { from, to } = find(page, name);
  return `${page.slice(0, from)}\n\n${text.trim()}\n\n${page.slice(to)}`;
}

function find(page: string, name: string): { readonly from: number; readonly to: number } {
  const start = page.indexOf(begin(name));
  const to = page.indexOf(END, start);
  if (start === -1 || to === -1) throw new Error(`The page lacks ${begin(name)} or ${END}.`);
  return { from: start + begin(name).length, to };
}
