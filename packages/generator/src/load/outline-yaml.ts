import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from "js-yaml";
import { TextOutline } from "./text-outline.js";

/** What a map takes next, or that the collection is no map. */
type Expected = "key" | "value" | undefined;

/** Where the values of a YAML text stand; an alias stands for itself, not for what it names. */
export function outlineYaml(events: readonly Event[], text: string): TextOutline {
  const outline = new TextOutline();
  const open: { expected: Expected }[] = [];
  let key: { text: string; offset: number } | undefined;
  let last = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      // The pop that closes the document closes no collection.
      if (open.pop()) outline.close();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) continue;
    last = offsetOf(event, last);
    const parent = open.at(-1);
    // A map or list as a key is refused elsewhere.
    if (parent?.expected === "key" && event.type === EVENT_ID.SCALAR) {
      key = { text: keyText(event, text), offset: last };
      parent.expected = "value";
      continue;
    }
    outline.value(last, key);
    key = undefined;
    if (parent?.expected === "value") parent.expected = "key";
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      open.push({ expected: event.type === EVENT_ID.MAPPING ? "key" : undefined });
      outline.open();
    }
  }
  return outline;
}

function keyText(event: ScalarEvent, text: string): string {
  return event.valueStart < 0 ? "null" : getScalarValue(text, event);
}

/** An empty value has no place of its own: it stands behind what came before it. */
function offsetOf(event: Exclude<Event, { type: 1 | 6 }>, last: number): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  return event.valueStart < 0 ? last : event.valueStart - (isQuoted(event) ? 1 : 0);
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}
