import type { OpenApi } from "../open-api.ts";

/** One place where an edit can be made. */
interface Place {
  /** For people: where it is. */
  readonly shown: string;
  /** Makes the edit in the document that the place was found in. */
  readonly apply: () => void;
}

/** A kind of edit that people make in a document. */
export interface Edit {
  /** What it does, in the past tense: "request property removed". */
  readonly name: string;
  /** The places in a document where it can be made, in the document's order. */
  readonly find: (document: OpenApi) => Place[];
}

/** A kind of edit, from what it looks for, what that is called, and what it does to it. */
export function edit<Found extends { readonly shown: string }>(
  name: string,
  find: (document: OpenApi) => readonly Found[],
  apply: (found: Found, document: OpenApi) => void,
): Edit {
  return {
    name,
    find: (document) =>
      find(document).map((found) => ({
        shown: found.shown,
        apply: () => apply(found, document),
      })),
  };
}

/** Gives an object other content, for all who refer to it. */
export function become<T extends object>(target: T, content: T): void {
  for (const key of Object.keys(target)) delete target[key as keyof T];
  Object.assign(target, content);
}

/** Gives a key another name, at the same place. */
export function renameKey(record: Record<string, unknown>, from: string, to: string): void {
  const entries = Object.entries(record);
  for (const [key] of entries) delete record[key];
  for (const [key, value] of entries) record[key === from ? to : key] = value;
}
