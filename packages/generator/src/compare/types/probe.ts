import type { Where } from "./where.js";

/** A piece of a caller's code, as it is written for the old version; what the compiler says of it shows the break. */
export type Probe =
  /** Reads a member of a value that it got. */
  | { readonly kind: "read"; readonly of: string; readonly member: string }
  /** Writes a literal with a member. */
  | { readonly kind: "write"; readonly of: string; readonly member: string }
  /** Has a value of the type `from` where one of the type `to` is wanted. */
  | { readonly kind: "assign"; readonly from: string; readonly to: string }
  /** Reads any of the members that the one has of the other. */
  | { readonly kind: "keys"; readonly from: string; readonly to: string }
  /** Asks whether a value that it got is this one. */
  | { readonly kind: "compare"; readonly of: string; readonly literal: string }
  /** Has a value of which there are few. */
  | { readonly kind: "literal"; readonly of: string; readonly literal: string }
  /** Imports a name. */
  | { readonly kind: "import"; readonly name: string; readonly as: "type" | "value" }
  /** Calls a method of the old type with the arguments that it had. */
  | { readonly kind: "call"; readonly old: string; readonly now: string; readonly bare: boolean };

/** A value of the old version where one of the new is wanted, as when it is sent. */
export function assignForth({ old, now }: Where): Probe {
  return { kind: "assign", from: old.access, to: now.access };
}

/** A value of the new version where one of the old is wanted, as when it was got. */
export function assignBack({ old, now }: Where): Probe {
  return { kind: "assign", from: now.access, to: old.access };
}

/**
 * The source of a probe, on one line; `Old` and `Now` are the modules of both versions.
 *
 * @param name what it may declare.
 */
export function probeText(probe: Probe, name: string): string {
  if (probe.kind === "import") {
    const line = `import { ${probe.name} as ${name} } from "./now/index.js";`;
    return probe.as === "type" ? line : `${line} export const ${name}Used = ${name};`;
  }
  return `export const ${name} = ${expression(probe)};`;
}

function expression(probe: Exclude<Probe, { readonly kind: "import" }>): string {
  switch (probe.kind) {
    case "read":
      return `(value: NonNullable<${probe.of}>) => ${memberText("value", probe.member)}`;
    case "write":
      return `(): Partial<NonNullable<${probe.of}>> => ({ ${JSON.stringify(probe.member)}: null! })`;
    case "assign":
      return `(value: ${probe.from}): ${probe.to} => value`;
    case "keys":
      return `(key: keyof NonNullable<${probe.from}>): keyof NonNullable<${probe.to}> => key`;
    case "compare":
      return `(value: ${probe.of}) => value === ${probe.literal}`;
    case "literal":
      return `(): ${probe.of} => ${probe.literal}`;
    case "call":
      return probe.bare
        ? `(call: ${probe.now}) => call()`
        : `(call: ${probe.now}, ...given: Parameters<${probe.old}>) => call(...given)`;
  }
}

function memberText(of: string, name: string): string {
  const isPlain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  return isPlain ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`;
}
