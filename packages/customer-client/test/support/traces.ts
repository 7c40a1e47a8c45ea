import { inspect } from "node:util";
import type { CustomerClientOptions } from "../../src/generated/index.js";

/** Everything that a person or a log collector could get to see of these values. */
export function tracesOf(...values: readonly unknown[]): string {
  return values.map((value) => [...texts(value, new Set())].join("\n")).join("\n");
}

function* texts(value: unknown, seen: Set<unknown>): Generator<string> {
  if (seen.has(value)) return;
  seen.add(value);
  // Twice, because getters show a body only when they are asked for it.
  yield inspect(value, { showHidden: true, depth: Infinity, maxStringLength: Infinity });
  yield inspect(value, { showHidden: true, depth: Infinity, getters: true, showProxy: true });
  yield JSON.stringify(value) ?? "";
  yield String(value);
  if (!(value instanceof Error)) return;
  yield value.stack ?? "";
  for (const name of Reflect.ownKeys(value)) yield* texts(Reflect.get(value, name), seen);
  yield* texts(value.cause, seen);
}

/**
 * The forms of a secret that are to be seen of these values. Its first half counts as one: what is cut off is not hidden.
 */
export function leaksOf(secret: string, ...values: readonly unknown[]): string[] {
  const half = secret.slice(0, Math.ceil(secret.length / 2));
  const forms = [half, encodeURIComponent(half), btoa(secret), Buffer.from(secret).toString("hex")];
  const traces = tracesOf(...values);
  return forms.filter((form) => traces.includes(form));
}

/** Options that keep everything a hook or a logger is told. */
export function recording(): {
  readonly kept: unknown[];
  readonly options: Pick<CustomerClientOptions, "hooks" | "logger">;
} {
  const kept: unknown[] = [];
  const keep = (...told: unknown[]) => void kept.push(...told);
  const hooks = { onRequest: keep, onResponse: keep, onRetry: keep, onError: keep };
  return { kept, options: { hooks, logger: { debug: keep, info: keep, warn: keep, error: keep } } };
}
