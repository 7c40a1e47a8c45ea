interface Inspector {
  readonly inspect?: (value: unknown) => string;
}

/** Everything that a person may see of a value here: what the language prints, and what this platform's console does. */
export function printed(value: unknown): string {
  const scope = globalThis as {
    Deno?: Inspector;
    Bun?: Inspector;
    process?: { getBuiltinModule?: (name: string) => Inspector };
  };
  const inspect =
    scope.Bun?.inspect ??
    scope.Deno?.inspect ??
    scope.process?.getBuiltinModule?.("node:util")?.inspect;
  const { stack, cause } = Object(value) as Error;
  const texts = [String(value), JSON.stringify(value), stack, inspect?.(value)];
  return texts.join("\n") + (cause === undefined ? "" : printed(cause));
}
