import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchCollection } from "@plaid-partner/conformance/collection";
import { readDocument } from "@plaid-partner/generator";
import { parse } from "yaml";
import type { OpenApi } from "./open-api.ts";

/** A document that edits are tried on, in one piece. */
export interface Subject {
  readonly name: string;
  readonly document: OpenApi;
}

const CUSTOMER = fileURLToPath(new URL("../../../spec/customer.yaml", import.meta.url));
const OWN = fileURLToPath(new URL("../test/documents/", import.meta.url));

/** Documents that were made so that every kind of edit has a place: OpenAPI 3.0, 3.1, and one of unions. */
export const OWN_DOCUMENTS: readonly string[] = ["library", "harbour", "fleet"];

/** Documents of the conformance list with inheritance, unions, enums, parameters and security. */
const REAL = ["azure.com/monitor-metricAlert_API.json", "contentgroove.com.json", "lyft.com.json"];

/** The repository's own document, with what it shares put in. */
export async function customer(): Promise<Subject> {
  const document = await readDocument(CUSTOMER);
  // A bundled document may have the same object at two places; an edit is of one.
  return {
    name: "spec/customer.yaml",
    document: JSON.parse(JSON.stringify(document.root)) as OpenApi,
  };
}

/** One of {@link OWN_DOCUMENTS}. */
export function own(name: string): Subject {
  const text = readFileSync(join(OWN, `${name}.yaml`), "utf8");
  return { name: `${name}.yaml`, document: parse(text) as OpenApi };
}

/**
 * Documents of others, from the collection that `pnpm conformance` uses.
 *
 * @param cache where the collection is, or is put.
 */
export function real(cache: string): Subject[] {
  const folder = fetchCollection(cache);
  return REAL.map((path) => ({
    name: path,
    document: JSON.parse(readFileSync(join(folder, path), "utf8")) as OpenApi,
  }));
}
