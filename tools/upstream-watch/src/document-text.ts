/** Line breaks, control characters, which a terminal obeys, and the marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- that is what has to go
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Of a name or a value; all of it is in `--json`. One of them must not take the room of all others in an issue. */
const MOST = 300;

/** Text of documents on one line of a terminal, and nothing but text. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, " ");
}

/** Text of documents as code in Markdown: it may hold marks of Markdown, HTML, and names of people. */
export function code(text: string): string {
  const line = oneLine(text).replaceAll("`", "'");
  const short =
    line.length > MOST ? `${line.slice(0, MOST).replace(/[\ud800-\udbff]$/, "")}…` : line;
  return `\`${short}\``;
}
