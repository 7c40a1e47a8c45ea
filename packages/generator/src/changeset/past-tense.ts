/** What a judge says of the new version, and how a changelog says it. The first that fits holds. */
const PAST: readonly (readonly [verb: RegExp, past: string])[] = [
  [/ is new and optional\b/, " was added and may be left out"],
  [/ is gone\b/, " was removed"],
  [/ (?:is|are) new\b/, " was added"],
  [/ is called /, " was renamed "],
  [/(?<! what|^what) is (?=(?:no longer|described|declared|written)\b)/, " was "],
  [/(?<! what|^what) is /, " became "],
  [/ are /, " were "],
  [/ has (?=to\b|no\b)/, " had "],
  [/ has /, " got "],
  [/ no longer has /, " no longer had "],
  [/ no longer holds /, " no longer held "],
  [/ no longer takes /, " no longer took "],
  [/ (?:can|may) /, " could "],
  [/ holds? /, " held "],
  [/ takes /, " took "],
  [/ needs? /, " needed "],
  [/ excludes /, " excluded "],
];

/**
 * The sentences of a change as a changelog tells them, in the past tense; what they quote of a document stays as it is. A verb that is
 * not known stays, too.
 */
export function inPastTense(message: string): string {
  const quotes: string[] = [];
  // A quote is no verb, whatever it says.
  const plain = message.replace(
    /"[^"]*"|`[^`]*`/g,
    (quote) => `\uE000${quotes.push(quote) - 1}\uE000`,
  );
  return plain
    .split(/(?<=\.) /)
    .map(sentenceInPast)
    .join(" ")
    .replace(/\uE000(\d+)\uE000/g, (_, index: string) => quotes[Number(index)] ?? "");
}

/** Its first verb tells what happened; those that follow, what was before. */
function sentenceInPast(sentence: string): string {
  let first: { at: number; length: number; past: string } | undefined;
  for (const [verb, past] of PAST) {
    const found = verb.exec(sentence);
    if (found && (first === undefined || found.index < first.at)) {
      first = { at: found.index, length: found[0].length, past };
    }
  }
  if (first === undefined) return sentence;
  const rest = sentence
    .slice(first.at + first.length)
    .replace(/ now(?=\W|$)/, "")
    .replaceAll(" no longer has ", " no longer had ");
  return sentence.slice(0, first.at) + first.past + rest;
}
