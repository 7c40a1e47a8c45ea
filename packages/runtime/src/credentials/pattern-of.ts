/**
 * What finds a secret in text, whatever form it comes back in: as it is, in JSON, in a URL or a form, in HTML. Characters that are
 * no letters or digits may each have their own form, in UTF-8 of two bytes where they are not ASCII.
 */
export function patternOf(value: string): RegExp {
  const forms = (character: string) =>
    `(\\\\.|[\\${character}_+-]|%..${character > "~" ? "%.." : ""}|&#?\\w+;)`;
  // Engines refuse long patterns. What follows the part that is looked for goes too, up to a blank or a quote.
  const source = value.slice(0, 999).replace(/\W/g, forms);
  return new RegExp(source + (value[999] ? '[^\\s"]*' : ""), "g");
}
