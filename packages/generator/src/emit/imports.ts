import type { PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, join, literal, nothing, printed } from "./code.js";
import { BYTES } from "./lowered-schema.js";

/** The one entry of the runtime that generated code imports. */
export const RUNTIME = "@plaid-partner/runtime/client";

/** `import type { A, B } from "…";`, names in order and once; no code for no names. */
export function importTypes(names: Iterable<string>, from: string): Code {
  return importNames("import type", names, from);
}

/** `import { a, b } from "…";` */
export function importValues(names: Iterable<string>, from: string): Code {
  return importNames("import", names, from);
}

/** `export { a, b } from "…";` */
export function exportValues(names: Iterable<string>, from: string): Code {
  return importNames("export", names, from);
}

/** `export type { A, B } from "…";` */
export function exportTypes(names: Iterable<string>, from: string): Code {
  return importNames("export type", names, from);
}

const KEYWORDS = {
  import: code`import`,
  "import type": code`import type`,
  export: code`export`,
  "export type": code`export type`,
};

function importNames(keyword: keyof typeof KEYWORDS, names: Iterable<string>, from: string): Code {
  const unique = [...new Set(names)].sort();
  if (unique.length === 0) return nothing;
  const list = join(unique.map(identifier), code`, `);
  return code`${KEYWORDS[keyword]} { ${list} } from ${literal(from)};\n`;
}

/** A type as code. */
function typeCode(use: TypeUse): Code {
  switch (use.kind) {
    case "named":
      return identifier(use.name);
    case "built-in":
      return BUILT_IN[use.text];
    case "stream":
      return code`ItemStream<${typeCode(use.of)}>`;
    case "event": {
      if (use.names.length === 0) return code`ServerSentEvent<${typeCode(use.of)}>`;
      const names = join(use.names.map(literal), code` | `);
      return code`ServerSentEvent<${typeCode(use.of)}, ${names}>`;
    }
  }
}

/** The types of the document that a type refers to. */
export function namedIn(use: TypeUse): TypeUse[] {
  return use.kind === "stream" || use.kind === "event" ? namedIn(use.of) : [use];
}

const BUILT_IN = {
  string: code`string`,
  Blob: code`Blob`,
  bytes: printed(BYTES),
  Uint8Array: code`Uint8Array`,
  unknown: code`unknown`,
  undefined: code`undefined`,
} as const;

/** Whether nothing is known of a value that is one of `uses`. */
export function isUnknown(uses: readonly TypeUse[]): boolean {
  return uses.length === 0 || uses.some((use) => use.kind === "built-in" && use.text === "unknown");
}

/** The union of types; `fallback` for none. */
export function unionCode(uses: readonly TypeUse[], fallback: Code): Code {
  if (uses.length > 0 && isUnknown(uses)) return BUILT_IN.unknown;
  return uses.length === 0 ? fallback : join(uses.map(typeCode), code` | `);
}

/** Imports for types, each from the file that declares it. */
export function importUses(
  uses: readonly TypeUse[],
  plan: PackagePlan,
  folder: "./" | "../",
): Code {
  const enums = enumNames(plan);
  const names = uses.flatMap(namedIn).flatMap((use) => (use.kind === "named" ? [use.name] : []));
  return code`${importTypes(
    names.filter((name) => enums.has(name)),
    `${folder}enums.js`,
  )}${importTypes(
    names.filter((name) => !enums.has(name)),
    `${folder}schemas.js`,
  )}`;
}

const namesByPlan = new WeakMap<PackagePlan, ReadonlySet<string>>();

/** Once for a plan: each operation's file asks, and the list may be as long as theirs. */
function enumNames(plan: PackagePlan): ReadonlySet<string> {
  let names = namesByPlan.get(plan);
  if (!names) {
    names = new Set(plan.enums.flatMap(({ name, inputName }) => [name, inputName ?? name]));
    namesByPlan.set(plan, names);
  }
  return names;
}
