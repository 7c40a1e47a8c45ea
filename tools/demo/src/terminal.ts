import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours where the terminal shows them: no TTY, NO_COLOR and the like are respected. */
function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function heading(title: string, call: string): void {
  console.log(`\n${paint("bold", title)}  ${paint("dim", call)}`);
}

export function note(text: string): void {
  console.log(`   ${paint("cyan", text)}`);
}

/** One side of an exchange: a line that sums it up, and the body as JSON. */
export function exchange(side: "sent" | "received", summary: string, body: unknown): void {
  const arrow = side === "sent" ? paint("yellow", "→") : paint("green", "←");
  console.log(`   ${arrow} ${summary}`);
  if (body === undefined) return;
  const lines = JSON.stringify(body, undefined, 2).split("\n");
  console.log(lines.map((line) => `     ${paint("dim", line)}`).join("\n"));
}

export function failure(name: string, text: string): void {
  console.log(`   ${paint("red", name)} ${text}`);
}
