import { getList, getString } from "../../../load/data.js";
import { listOperations, type FoundOperation } from "../../../load/list-operations.js";
import type { Side } from "../side.js";

/** The operations of two documents, in the order of the new one. */
export interface MatchedOperations {
  readonly pairs: readonly { readonly old: FoundOperation; readonly new: FoundOperation }[];
  readonly added: readonly FoundOperation[];
  readonly removed: readonly FoundOperation[];
  /** Whether a part of the servers' path moved to the paths, or back: what clients call is the same. */
  readonly isRebased: boolean;
}

/** Finds for each operation of one document that of the other which answers the same requests. */
export function matchOperations(old: Side, now: Side): MatchedOperations {
  const plain = match(old, now, "", "");
  const [was, is] = [basePath(old), basePath(now)];
  if (was === is || was === undefined || is === undefined) return { ...plain, isRebased: false };
  const rebased = match(old, now, was, is);
  if (rebased.pairs.length <= plain.pairs.length) return { ...plain, isRebased: false };
  return { ...rebased, isRebased: true };
}

function match(old: Side, now: Side, before: string, after: string) {
  const byKey = new Map<string, FoundOperation>();
  const removed = new Set<FoundOperation>();
  for (const found of listOperations(old.root)) {
    removed.add(found);
    const key = keyOf(found, before);
    // Two paths that differ in names of parameters alone are one (OpenAPI 3.1, 4.8.8).
    if (!byKey.has(key)) byKey.set(key, found);
    byKey.set(exactKey(found, before), found);
  }
  const pairs: { old: FoundOperation; new: FoundOperation }[] = [];
  const added: FoundOperation[] = [];
  for (const found of listOperations(now.root)) {
    const candidates = [byKey.get(exactKey(found, after)), byKey.get(keyOf(found, after))];
    const known = candidates.find((one) => one !== undefined && removed.has(one));
    if (known === undefined) added.push(found);
    else {
      removed.delete(known);
      pairs.push({ old: known, new: found });
    }
  }
  return { pairs, added, removed: [...removed] };
}

function keyOf({ method, path }: FoundOperation, base: string): string {
  return `${method} ${base}${path.replace(/\{[^{}]*\}/g, "{}")}`;
}

function exactKey({ method, path }: FoundOperation, base: string): string {
  return `exactly ${method} ${base}${path}`;
}

/** The path that all servers share; `undefined` where they don't. */
function basePath({ root }: Side): string | undefined {
  const paths = new Set(
    getList(root, "servers").map((server) => serverPath(getString(server, "url") ?? "")),
  );
  const [path] = paths;
  return paths.size === 1 ? path : paths.size === 0 ? "" : undefined;
}

/** The path of a server's URL, without a slash at its end. */
export function serverPath(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "").replace(/\/+$/, "");
}

/** How messages name an operation. */
export function nameOperation({ operation, method, path }: FoundOperation): string {
  return getString(operation, "operationId") ?? `${method.toUpperCase()} ${path}`;
}
