import { ProblemsError } from "../problem.js";
import { Access, type AccessOptions } from "./access.js";
import { readReference } from "./address.js";
import { findById, findTarget } from "./find-target.js";
import { resolvePointer } from "./json-pointer.js";
import { parseDocument, type SourceDocument } from "./parse-document.js";
import type { Lost, Sources } from "./sources.js";
import { slotName, traceReferences } from "./trace-references.js";
import { documentKind, type Slot } from "./grammar.js";

/**
 * Loads the document at `address` and every file that it refers to, however far.
 *
 * @param address absolute path, or an https URL.
 * @throws {ProblemsError} if the first file can't be loaded.
 */
export async function loadSources(
  address: string,
  shown: string,
  options: AccessOptions = {},
): Promise<Sources> {
  const access = new Access(address, options);
  const sources = new Map<string, SourceDocument | ProblemsError | Lost>();
  const entry = await load(address, shown);
  sources.set(address, entry).set(entry.address, entry);
  const seen = new Set<string>();
  const waiting: { source: SourceDocument; pointer: string; slot: Slot }[] = [
    { source: entry, pointer: "", slot: { one: documentKind(entry.root) } },
  ];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { source, pointer } = part;
    for (const { reference, slot } of traceReferences(
      resolvePointer(source.root, pointer),
      part.slot,
    )) {
      await loadTarget(reference, source);
      const target = findTarget(reference, { source, pointer }, sources);
      // The whole of the first file is traced already.
      if (!("source" in target) || target.source === entry) continue;
      const key = `${slotName(slot)} ${target.source.address}#${target.pointer}`;
      if (!seen.has(key)) waiting.push({ ...target, slot });
      seen.add(key);
    }
  }
  return sources;

  async function loadTarget(reference: string, from: SourceDocument): Promise<void> {
    const target = readReference(reference, from);
    const key = target.address ?? "";
    if (key === from.address || sources.has(key) || findById(reference, from)) return;
    sources.set(
      key,
      (await access.refuse(target, from.address)) ?? (await tryLoad(key, target.shown)),
    );
  }

  function tryLoad(key: string, shownTarget: string): Promise<SourceDocument | ProblemsError> {
    return load(key, shownTarget).catch((error: unknown) => {
      if (error instanceof ProblemsError) return error;
      throw error;
    });
  }

  async function load(from: string, shownAs: string): Promise<SourceDocument> {
    const { text, address: final } = await access.read(from, shownAs);
    return parseDocument(text, final, shownAs);
  }
}

/** Every file and URL that a document is made of, those that can't be used included. */
export function addressesOf(sources: Sources): string[] {
  const found = [...sources].flatMap(([address, source]) => {
    if (source instanceof ProblemsError) return [address];
    return "address" in source ? [source.address] : [];
  });
  return [...new Set(found)];
}
