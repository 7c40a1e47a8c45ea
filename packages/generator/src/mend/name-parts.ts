import type { BundledDocument } from "../load/bundle.js";
import { componentName, componentReference } from "../load/component-reference.js";
import { get, getObject, isObject, set, type JsonObject } from "../load/data.js";
import type { Kind } from "../load/grammar.js";
import { appendPointer, resolvePointer, splitPointer } from "../load/json-pointer.js";
import { walk } from "../load/walk.js";
import type { Problem } from "../problem.js";
import type { ComponentMaker } from "./component-maker.js";
import { partName } from "./part-name.js";

/** A text that refers to a schema: the `$ref` of another one, or a discriminator's mapped value. */
interface Reference {
  readonly owner: JsonObject;
  readonly key: string;
  /** Where it leads. */
  readonly target: Target | undefined;
  /** Whether it stands in plain data that another reference makes a schema of. */
  readonly isPlain: boolean;
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
  // Pointers may lead through places of other parts: all are followed before one is replaced.
  const { references, schemas } = followReferences(root);
  for (const { owner, key, target, isPlain } of references) {
    if (target === undefined) {
      if (isPlain && !exists(String(get(owner, key)))) report(leadsNowhere(owner, key));
      continue;
    }
    const isWhole = isComponent(target.pointer);
    set(
      owner,
      key,
      isWhole ? `#${target.pointer}` : componentReference(nameOf(target, owner, key)),
    );
  }
  for (const { target } of references) {
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

  function exists(reference: string): boolean {
    return reference.startsWith("#") && resolvePointer(root, reference.slice(1)) !== undefined;
  }

  function leadsNowhere(owner: JsonObject, key: string): Problem {
    return {
      severity: "error",
      location: document.locate(owner, key),
      message: `The reference "${String(get(owner, key))}" leads nowhere, or out of plain data into another file.`,
      fix: "Define what it stands in under components.schemas, and correct the reference.",
    };
  }
}

/** A part of a document that is still to be searched. */
interface Part {
  readonly value: JsonObject;
  readonly kind: Kind;
  /** Whether it stands in plain data, and only a reference makes it what it is. */
  readonly isPlain: boolean;
}

/**
 * The references to schemas that are no components, those in what references make of plain data
 * included, and all objects that the grammar calls schemas.
 */
function followReferences(root: JsonObject) {
  const references: Reference[] = [];
  const schemas = new Set<object>();
  const seen = new Set<object>();
  const parts: Part[] = [{ value: root, kind: "document", isPlain: false }];
  for (const { value: start, kind: startKind, isPlain } of parts) {
    if (seen.has(start)) continue;
    const object = (value: JsonObject, kind: Kind) => {
      if (seen.has(value)) return;
      seen.add(value);
      if (kind === "schema" && !isPlain) schemas.add(value);
      if (kind === "discriminator") {
        const mapping = getObject(value, "mapping") ?? {};
        for (const key of Object.keys(mapping)) look(mapping, key, kind, isPlain);
      } else {
        look(value, "$ref", kind, isPlain);
      }
    };
    walk(start, { object }, startKind);
  }
  return { references, schemas };

  function look(owner: JsonObject, key: string, kind: Kind, isPlain: boolean): void {
    const text = get(owner, key);
    if (typeof text !== "string") return;
    const pointer = text.slice(1);
    if (kind === "schema" || kind === "discriminator") {
      if (isComponent(pointer) && resolvePointer(root, pointer) !== undefined) return;
      const target = followPointer(root, pointer);
      references.push({ owner, key, target, isPlain });
      if (target) parts.push({ value: target.value, kind: "schema", isPlain: true });
    } else {
      const value = resolvePointer(root, pointer);
      if (isObject(value)) parts.push({ value, kind, isPlain: true });
    }
  }
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
