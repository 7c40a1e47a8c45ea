import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkTypes } from "./check-types.ts";
import type { GeneratorProcess } from "./generator-process.ts";
import type { Outcome } from "./outcome.ts";
import { isRefusedRightly } from "./refusal.ts";

/** Complaints and problems that are kept of one document. */
const KEPT = 20;

/** Where a document is, where its client goes, and how long the compiler has. */
export interface Trial {
  readonly path: string;
  readonly spec: string;
  readonly out: string;
  readonly key: string;
  readonly checkMilliseconds: number;
  /** Leaves the client on the disk. */
  readonly keep: boolean;
}

/** Generates a document's client, and checks its types. */
export async function testDocument(trial: Trial, generator: GeneratorProcess): Promise<Outcome> {
  const { path, key, spec } = trial;
  const strict = await attempt(trial, generator, false);
  const base = { path, key, generateMs: strict.generateMs, checkMs: strict.checkMs };
  if (strict.problems === undefined) {
    const status = strict.reasons.length === 0 ? "passed" : "failed";
    return { ...base, status, reasons: strict.reasons.slice(0, KEPT) };
  }
  const reasons = strict.problems.map(({ pointer, message }) => `#${pointer ?? ""}: ${message}`);
  if (!isRefusedRightly(JSON.parse(readFileSync(spec, "utf8")), strict.problems)) {
    return { ...base, status: "failed", reasons: reasons.slice(0, KEPT) };
  }
  const lenient = await attempt(trial, generator, true);
  const complaints = lenient.problems?.map(({ message }) => message) ?? lenient.reasons;
  return {
    ...base,
    status: "refused",
    reasons: [...reasons, ...complaints.map((line) => `--lenient: ${line}`)].slice(0, KEPT),
    lenient: complaints.length === 0,
  };
}

interface Attempt {
  readonly problems: readonly { message: string; pointer: string | undefined }[] | undefined;
  readonly reasons: readonly string[];
  readonly generateMs: number;
  readonly checkMs: number;
}

async function attempt(
  { spec, out, checkMilliseconds, keep }: Trial,
  generator: GeneratorProcess,
  lenient: boolean,
): Promise<Attempt> {
  rmSync(out, { recursive: true, force: true });
  try {
    const start = performance.now();
    const generated = await generator.generate({ spec, out, lenient });
    const generateMs = Math.round(performance.now() - start);
    const result = { problems: undefined, reasons: [], generateMs, checkMs: 0 };
    if (generated.kind === "refused") return { ...result, problems: generated.problems };
    if (generated.kind === "broken") return { ...result, reasons: [generated.reason] };
    const reasons = await checkTypes(out, "index.ts", checkMilliseconds);
    const checkMs = Math.round(performance.now() - start) - generateMs;
    return {
      ...result,
      reasons: reasons.map((line) => line.replaceAll(join(out, "/"), "")),
      checkMs,
    };
  } finally {
    if (!keep) rmSync(out, { recursive: true, force: true });
  }
}
