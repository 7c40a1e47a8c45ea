import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { syntheticDocument } from "./synthetic-document.ts";

/** A document that clients are made of, and the call that callers of them make. */
export interface Subject {
  readonly name: string;
  readonly spec: string;
  readonly operation: string;
  readonly path: string;
  /** Source of the call's body. */
  readonly body: string;
  /** The name of the client's factory. */
  readonly factory: string;
  /** Whether the official package of the same API is measured beside it. */
  readonly official: boolean;
}

/** Operations of a synthetic document that is as long as Plaid's whole one. */
const LIKE_PLAID = 2250;

/**
 * The large document: Plaid's whole one where its file is at hand, else a synthetic one of its size.
 *
 * @param spec the file's path.
 * @param cache where a synthetic one is kept.
 */
export function largeSubject(spec: string | undefined, cache: string): Subject {
  if (spec === undefined) return syntheticSubject(LIKE_PLAID, cache);
  if (!existsSync(spec)) throw new Error(`There is no ${spec}.`);
  return {
    name: `Plaid's whole document (${basename(spec)})`,
    spec,
    operation: "accountsGet",
    path: "/accounts/get",
    body: '{ access_token: "x" }',
    factory: "createThePlaidAPIClient",
    official: true,
  };
}

/** A synthetic document of that many operations, written into the cache. */
export function syntheticSubject(operations: number, cache: string): Subject {
  const spec = join(cache, `synthetic-${operations}.json`);
  writeFileSync(spec, JSON.stringify(syntheticDocument(operations)));
  return {
    name: `${operations.toLocaleString("en")} synthetic operations`,
    spec,
    operation: "getResource0",
    path: "/resource0/get",
    body: '{ id: "x" }',
    factory: "createSyntheticClient",
    official: false,
  };
}
