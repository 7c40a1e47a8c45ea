/** The JSON value of a text, or the text where it is none. */
export function jsonOrText(text: unknown): unknown {
  try {
    return JSON.parse(text as string);
  } catch {
    return text;
  }
}
