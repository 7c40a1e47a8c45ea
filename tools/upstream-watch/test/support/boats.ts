import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { onTestFinished } from "vitest";

const DOCUMENTS = fileURLToPath(new URL("../documents", import.meta.url));

/** A copy of the documents about boats, which goes away with the test. */
export function boats() {
  const folder = mkdtempSync(join(tmpdir(), "upstream-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(DOCUMENTS, folder, { recursive: true });
  const place = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(place(name), "utf8");
  return {
    ours: place("ours.yaml"),
    upstream: place("upstream.yaml"),
    place,
    text,
    write: (name: string, content: string) => writeFileSync(place(name), content),
    /** Sets what stands under a pointer of one of the documents; `undefined` deletes it. */
    set(name: string, pointer: string, value: unknown) {
      const document: unknown = parse(text(name));
      const steps = pointer
        .split("/")
        .slice(1)
        .map((step) => step.replaceAll("~1", "/"));
      const last = steps.pop() ?? "";
      let owner = document as Record<string, unknown>;
      for (const step of steps) owner = (owner[step] ??= {}) as Record<string, unknown>;
      if (value !== undefined) owner[last] = value;
      else if (Array.isArray(owner)) owner.splice(Number(last), 1);
      else delete owner[last];
      writeFileSync(place(name), stringify(document));
    },
  };
}
