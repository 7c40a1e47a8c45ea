import { inject } from "vitest";
import type { OpenApi } from "./open-api.ts";

/** The names of all documents, as redocly.yaml lists them. */
export function documentNames(): string[] {
  return Object.keys(inject("documents"));
}

/**
 * One document with its shared parts put in.
 * @throws Error when redocly.yaml does not list it.
 */
export function bundle(name: string): OpenApi {
  const document = inject("documents")[name];
  if (!document) throw new Error(`spec/redocly.yaml lists no document ${name} under apis`);
  return document;
}
