import type { Direction } from "../../model/api-model.js";
import { CLIENT_SUFFIXES } from "../../plan/reserved-names.js";
import { type ClientPair, compareRoots, type Root } from "./client-pair.js";
import type { Version } from "./client-types.js";
import { ComparedPair, type Finding } from "./finding.js";
import { moduleOf } from "./operation-pair.js";
import { quoted } from "./words.js";

/**
 * What became of the names that callers import.
 *
 * @param told names that went or came with an operation, and are told with it.
 */
export function compareExports(client: ClientPair, told: ReadonlySet<string>): ComparedPair {
  const { old, now } = client;
  const pair = new ComparedPair();
  const isOwn = clientNames(client, pair);
  const gone: string[] = [];
  for (const name of old.types.names) {
    if (told.has(name) || isOwn(name)) continue;
    const lost = (["value", "type"] as const).find(
      (as) => old.types.has(name, as) && !now.types.has(name, as),
    );
    if (lost) gone.push(name);
  }
  const added = [...now.types.names].filter(
    (name) => !old.types.hasAny(name) && !told.has(name) && !isOwn(name),
  );
  for (const name of gone) {
    const as = now.types.has(name, "type") || !old.types.has(name, "type") ? "value" : "type";
    const twin = now.types.hasAny(name) ? undefined : findTwin(client, name, added);
    const text = now.types.hasAny(name)
      ? `${quoted(name)} is a type alone now, and no constant.`
      : `${quoted(name)} can no longer be imported.`;
    pair.findings.push({
      rule: "export-removed",
      old: old.places.ofType(name),
      now: now.places.ofType(twin ?? (now.types.hasAny(name) ? name : undefined)) ?? null,
      message: twin === undefined ? text : `${text} ${quoted(twin)} is of the same shape.`,
      probes: [{ kind: "import", name, as }],
    });
  }
  for (const name of added) {
    pair.findings.push({
      rule: "export-added",
      old: null,
      now: now.places.ofType(name),
      message: `${quoted(name)} is new.`,
      probes: [],
    });
  }
  pair.findings.push(...constants(client));
  return pair;
}

/** Another name for a type that is the same. */
function findTwin({ old, now, checker }: ClientPair, name: string, added: readonly string[]) {
  const type = old.types.type(name);
  return added.slice(0, 100).find((other) => {
    const candidate = now.types.type(other);
    return (
      type !== undefined &&
      candidate !== undefined &&
      checker.isTypeAssignableTo(type, candidate) &&
      checker.isTypeAssignableTo(candidate, type)
    );
  });
}

/** Notes that the client has another name, and tells which exports have theirs from it. */
function clientNames({ old, now }: ClientPair, pair: ComparedPair): (name: string) => boolean {
  const [before, after] = [old.plan.client, now.plan.client];
  if (before === after) return () => false;
  pair.findings.push({
    rule: "client-renamed",
    old: { holder: old.plan.model.document, key: "info", schema: undefined },
    now: { holder: now.plan.model.document, key: "info", schema: undefined },
    message: `${quoted(`create${before}Client`)} is called ${quoted(`create${after}Client`)} now, and the types of the client are called after it.`,
    probes: [{ kind: "import", name: `create${before}Client`, as: "value" }],
  });
  const named = (client: string) => [
    `create${client}Client`,
    ...CLIENT_SUFFIXES.map((suffix) => client + suffix),
  ];
  const names = new Set([...named(before), ...named(after)]);
  return (name) => names.has(name);
}

/** The members of constant objects that are gone; those that came are told as values that are sent or got. */
function* constants({ old, now }: ClientPair): Iterable<Finding> {
  const byName = new Map(now.plan.enums.map((one) => [one.name, one]));
  for (const { name, values } of old.plan.enums) {
    const left = byName.get(name)?.values;
    if (!left) continue;
    for (const value of values) {
      if (left.includes(value)) continue;
      yield {
        rule: "enum-constant-removed",
        old: old.places.values(old.places.ofType(name)),
        now: null,
        message: `${quoted(`${name}.${value}`)} is gone.`,
        probes: [{ kind: "read", of: `typeof Now.${name}`, member: value }],
      };
    }
  }
}

/** Types that no operation leads to: those of components that none uses, and of what the API sends by itself. */
export function compareOthers(client: ClientPair, changed: ReadonlySet<string>): ComparedPair[] {
  const { old, now, comparer } = client;
  const directions = new Map<string, Direction>([
    ...now.plan.enums.map(({ name }) => [name, "response"] as const),
    ...now.plan.enums.flatMap(({ name, inputName }) =>
      inputName === undefined || inputName === name ? [] : [[inputName, "request"] as const],
    ),
    ...now.plan.types.map(({ name, direction }) => [name, direction] as const),
    [`${now.plan.client}ErrorBody`, "response"],
    [`${now.plan.client}Webhooks`, "response"],
    [`${now.plan.client}Callbacks`, "response"],
    [`${now.plan.client}ServerVariables`, "request"],
  ]);
  const parameters = new Set(now.plan.operations.map((operation) => operation.parameters));
  return [...directions].flatMap(([name, direction]) => {
    if (!changed.has(name) || comparer.met.has(name) || parameters.has(name)) return [];
    const root = (version: Version): Root | undefined => {
      const { types, places } = version === "old" ? old : now;
      const type = types.type(name);
      const access = `${moduleOf(version)}.${name}`;
      return type && { type, access, place: places.ofType(name) };
    };
    const [before, after] = [root("old"), root("now")];
    if (!before || !after) return [];
    return [compareRoots(client, { old: before, now: after }, direction, name)];
  });
}
