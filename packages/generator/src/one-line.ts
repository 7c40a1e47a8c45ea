// oxlint-disable-next-line no-control-regex -- that is what has to go
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/**
 * Document text on one line: without line breaks, control characters (which a terminal obeys) and
 * the marks that turn the direction of text.
 */
export function oneLine(text: string): string {
  return text.replace(BREAKS, " ");
}
