import type { BundledDocument } from "../load/bundle.js";
import { componentName, componentReference } from "../load/component-reference.js";
import { get, getObject, isObject, set, type JsonObject } from "../load/data.js";
import { appendPointer, resolvePointer, splitPointer } from "../load/json-pointer.js";
import { walk } from "../load/walk.js";
import type { Problem } from "../problem.js";
import type { ComponentMaker } from "./component-maker.js";
import { partName } from "./part-name.js";

/** A text that refers to a schema: the `$ref` of another one, or a discriminator's mapped value. */
interface Reference {
  readonly owner: JsonObject;
  readonly key: string;
  readonly pointer: string;
}

/**
 * Makes components of the schemas that references find in the middle of something else (another
 * schema, a response), so that each becomes one type with a name, however they lead into one another.
 * Where such a schema stood there is a reference to the component.
 *
 * @param report takes a warning for each.
 */
export function nameParts(
  document: BundledDocument,
  maker: ComponentMaker,
  report: (problem: Problem) => void,
): void {
  const { root } = document;
  const { references, schemas } = findReferences(root);
  // Pointers may lead through places of other parts: all are followed before one is replaced.
  const targets = references.map(({ pointer }) => followPointer(root, pointer));
  for (const [index, { owner, key }] of references.entries()) {
    const target = targets[index];
    if (target === undefined) continue;
    const isWhole = isComponent(target.pointer);
    set(
      owner,
      key,
      isWhole ? `#${target.pointer}` : componentReference(nameOf(target, owner, key)),
    );
  }
  for (const target of targets) {
    // What stands in plain data stays there.
    if (!target || maker.nameOf(target.value) === undefined || !schemas.has(target.value)) continue;
    maker.replace(target.parent, target.key, target.value);
  }

  function nameOf({ pointer, value }: Target, owner: JsonObject, key: string): string {
    const known = maker.nameOf(value);
    if (known !== undefined) return known;
    const name = maker.add(value, partName(root, pointer));
    report({
      severity: "warning",
      location: document.locate(owner, key),
      message: `The reference "#${pointer}" leads into the middle of something; what it names becomes the schema "${name}".`,
      fix: "Define it under components.schemas, with a name of your choice.",
    });
    return name;
  }
}

/** The references to schemas that are no components, and all objects that are read as schemas. */
function findReferences(root: JsonObject): { references: Reference[]; schemas: Set<object> } {
  const references: Reference[] = [];
  const schemas = new Set<object>();
  const look = (owner: JsonObject, key: string) => {
    const text = get(owner, key);
    if (typeof text !== "string" || isComponent(text.slice(1))) return;
    references.push({ owner, key, pointer: text.slice(1) });
  };
  walk(root, {
    object(value, kind) {
      if (kind === "schema") {
        schemas.add(value);
        look(value, "$ref");
      } else if (kind === "discriminator") {
        const mapping = getObject(value, "mapping") ?? {};
        for (const key of Object.keys(mapping)) look(mapping, key);
      }
    },
  });
  return { references, schemas };
}

/** An object that a reference leads to, and where it stands. */
interface Target {
  readonly pointer: string;
  readonly value: JsonObject;
  readonly parent: object;
  readonly key: string;
}

/** Where a pointer leads in the end: places that hold nothing but a reference are passed by. */
function followPointer(root: JsonObject, start: string): Target | undefined {
  const seen = new Set<string>();
  for (let pointer = start; !seen.has(pointer);) {
    seen.add(pointer);
    const segments = splitPointer(pointer);
    const key = segments.pop() ?? "";
    const parent = resolvePointer(root, segments.reduce(appendPointer, ""));
    const value = member(parent, key);
    if (!isObject(value) || typeof parent !== "object" || parent === null) return undefined;
    const next = get(value, "$ref");
    const isPlace = typeof next === "string" && Object.keys(value).length === 1;
    if (!isPlace || isComponent(pointer)) return { pointer, value, parent, key };
    pointer = next.slice(1);
  }
  return undefined;
}

function isComponent(pointer: string): boolean {
  return componentName(`#${pointer}`) !== undefined;
}

function member(value: unknown, key: string): unknown {
  return resolvePointer(value, appendPointer("", key));
}
