import { EVENT_ID, type Event } from "js-yaml";
import { LIMITS } from "./limits.js";

/** What is wrong with the aliases of a YAML text. */
export interface AliasProblem {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/** A collection that is not closed yet: what it unfolds to so far. */
interface Unfolded {
  readonly anchor: string | undefined;
  values: number;
  /** Levels of collections, itself included once it is closed. */
  depth: number;
}

/**
 * Aliases that stand for too much, or for something that holds them. The parser makes one object of
 * an anchor and its aliases; stages that copy would write each of them out.
 */
export function checkAliases(events: readonly Event[], text: string): AliasProblem | undefined {
  const most = Math.max(LIMITS.aliasedValues, 10 * events.length);
  const anchors = new Map<string, Unfolded | "open">();
  const open: Unfolded[] = [];
  const add = (values: number, depth: number): void => {
    const parent = open.at(-1);
    if (!parent) return;
    parent.values += values;
    parent.depth = Math.max(parent.depth, depth);
  };
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd);
      const target = anchors.get(name);
      const problem = target && complain(name, target, open);
      if (problem) return { ...problem, offset: event.anchorStart - 1 };
      if (target && target !== "open") add(target.values, target.depth);
    } else if (event.type === EVENT_ID.SCALAR) {
      const anchor = anchorOf(event, text);
      if (anchor !== undefined) anchors.set(anchor, { anchor, values: 1, depth: 0 });
      add(1, 0);
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed === undefined) continue;
      closed.depth += 1;
      if (closed.anchor !== undefined) anchors.set(closed.anchor, closed);
      add(closed.values, closed.depth);
    } else {
      const anchor = event.type === EVENT_ID.DOCUMENT ? undefined : anchorOf(event, text);
      if (anchor !== undefined) anchors.set(anchor, "open");
      open.push({ anchor, values: 1, depth: 0 });
    }
  }
  return undefined;

  function complain(name: string, target: Unfolded | "open", around: readonly Unfolded[]) {
    if (target === "open") {
      const message = `The alias "*${name}" stands inside of what it names.`;
      return { message, fix: "Refer to a schema by $ref instead." };
    }
    const values = around.reduce((sum, one) => sum + one.values, target.values);
    // The outermost of those around it is the document.
    const isDeep = around.length - 1 + target.depth > LIMITS.nesting;
    if (values <= most && !isDeep) return undefined;
    const much = isDeep ? `${LIMITS.nesting} levels of nesting` : `${most} values`;
    const message = `The aliases up to "*${name}" stand for more than ${much}.`;
    return { message, fix: "Make what is repeated a component, and refer to it by $ref." };
  }
}

function anchorOf(
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  text: string,
): string | undefined {
  return event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
}
