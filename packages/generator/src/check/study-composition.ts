import { componentName } from "../load/component-reference.js";
import { get, getList } from "../load/data.js";

/** How schemas are made of one another through `$ref`, `allOf`, `anyOf` and `oneOf`. */
export interface Composition {
  /** One circle for each knot of them, from its first schema back to it. */
  readonly circles: readonly (readonly string[])[];
  /** The schemas that take exactly one step more than `most` to get to the last of their parts. */
  readonly tooDeep: readonly string[];
}

/** Takes time in proportion to the schemas (Tarjan's strongly connected components, without recursion). */
export function studyComposition(schemas: object, most: number): Composition {
  const parts = new Map(
    Object.keys(schemas).map((name) => [name, partsOf(get(schemas, name))] as const),
  );
  const { found, finished } = knots(parts);
  const circles = found.map((knot) => {
    const start = [...parts.keys()].find((name) => knot.has(name)) ?? "";
    return wayBack(parts, knot, start);
  });
  const steps = new Map<string, number>();
  for (const name of finished) {
    const inner = (parts.get(name) ?? []).map((part) => steps.get(part) ?? 0);
    steps.set(name, 1 + inner.reduce((deepest, one) => Math.max(deepest, one), -1));
  }
  return { circles, tooDeep: finished.filter((name) => steps.get(name) === most + 1) };
}

type Parts = ReadonlyMap<string, readonly string[]>;

interface Visit {
  readonly name: string;
  readonly next: Iterator<string>;
}

/** The knots, and all names, each behind those of its parts that are in no knot with it. */
function knots(parts: Parts): { found: readonly ReadonlySet<string>[]; finished: string[] } {
  const found: Set<string>[] = [];
  const finished: string[] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  for (const root of parts.keys()) {
    if (order.has(root)) continue;
    const visits: Visit[] = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { done, value } = visit.next.next();
      if (done === true) {
        visits.pop();
        leave(visit.name, visits.at(-1)?.name);
      } else if (!order.has(value)) {
        visits.push(enter(value));
      } else if (onStack.has(value)) {
        lower(visit.name, order.get(value) ?? 0);
      }
    }
  }
  return { found, finished };

  function enter(name: string): Visit {
    order.set(name, order.size);
    lowest.set(name, order.get(name) ?? 0);
    stack.push(name);
    onStack.add(name);
    return { name, next: (parts.get(name) ?? []).values() };
  }

  function lower(name: string, to: number): void {
    lowest.set(name, Math.min(lowest.get(name) ?? to, to));
  }

  function leave(name: string, parent: string | undefined): void {
    const own = lowest.get(name) ?? 0;
    if (parent !== undefined) lower(parent, own);
    if (own !== order.get(name)) return;
    const knot = new Set(stack.splice(stack.lastIndexOf(name)));
    for (const member of knot) onStack.delete(member);
    finished.push(...knot);
    if (knot.size > 1 || parts.get(name)?.includes(name)) found.push(knot);
  }
}

/** The shortest way through a knot back to `start`. */
function wayBack(parts: Parts, knot: ReadonlySet<string>, start: string): string[] {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (const name of waiting) {
    for (const next of parts.get(name) ?? []) {
      if (!knot.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      if (next !== start) waiting.push(next);
    }
  }
  const way = [start];
  for (let step = cameFrom.get(start); step !== undefined; step = cameFrom.get(step)) {
    way.push(step);
    if (step === start) break;
  }
  return way.map((_, index) => way.at(-1 - index) ?? start);
}

function partsOf(schema: unknown): string[] {
  const own = componentName(get(schema, "$ref"));
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(schema, keyword));
  return [...(own === undefined ? [] : [own]), ...parts.flatMap(partsOf)];
}
