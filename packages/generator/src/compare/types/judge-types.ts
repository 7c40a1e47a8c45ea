import type { OperationPlan, PackagePlan } from "../../plan/package-plan.js";
import type { Change } from "../change.js";
import { askCompiler } from "./ask-compiler.js";
import { changedNames } from "./changed-names.js";
import { pairClients } from "./client-pair.js";
import { type Both, clientFiles, ClientTypes } from "./client-types.js";
import { compareOperations, labelOf } from "./compare-operations.js";
import { compareExports, compareOthers } from "./compare-exports.js";
import { compareOptions } from "./compare-options.js";
import { compareSecrets } from "./compare-secrets.js";
import { compile } from "./compile.js";
import type { ComparedPair, Finding } from "./finding.js";
import { Places } from "./places.js";
import { RUNTIME_FILE, RUNTIME_TYPES } from "./runtime-types.js";
import { sameCode } from "./same-code.js";
import { TYPE_RULES } from "./type-rules.js";
import { listed } from "./words.js";

/** A finding with the operations that it is of. */
interface Told {
  readonly finding: Finding;
  readonly operations: Both<OperationPlan>[];
}

/**
 * Asks the TypeScript compiler what becomes of callers' code. Both versions' clients are generated in memory; then old
 * requests have to be requests still, new responses have to be old responses, and what callers name has to be there.
 *
 * @param old what the client of the older document would be.
 * @param now the same of the newer one.
 */
export async function judgeTypes(old: PackagePlan, now: PackagePlan): Promise<readonly Change[]> {
  const clients = { old: await clientFiles(old, "old"), now: await clientFiles(now, "now") };
  if (sameCode(clients)) return [];
  const files = new Map([...clients.old, ...clients.now, [RUNTIME_FILE, RUNTIME_TYPES]]);
  const program = compile(files);
  const sources = (version: "old" | "now") =>
    [...clients[version].keys()].flatMap((path) => program.getSourceFile(path) ?? []);
  const changed = changedNames({ old: sources("old"), now: sources("now") });
  const client = pairClients(
    {
      old: { plan: old, types: new ClientTypes(program, "old"), places: new Places(old) },
      now: { plan: now, types: new ClientTypes(program, "now"), places: new Places(now) },
    },
    program.getTypeChecker(),
    changed,
  );
  const { operations, own, told: named } = compareOperations(client);
  const told = new Map<Finding, Told>();
  const take = (pairs: readonly ComparedPair[], operation?: Both<OperationPlan>): void => {
    for (const pair of pairs.flatMap((one) => [...one.all()])) {
      for (const finding of pair.findings) {
        const known = told.get(finding) ?? { finding, operations: [] };
        told.set(finding, known);
        if (operation && !known.operations.includes(operation)) known.operations.push(operation);
      }
    }
  };
  for (const { operation, pairs } of operations) take(pairs, operation);
  take(compareOthers(client, changed));
  take([compareExports(client, named), compareOptions(client), compareSecrets(client)]);
  take([own]);
  const all = [...told.values()];
  const questions = all.map(({ finding }) =>
    TYPE_RULES[finding.rule].level === "major" ? finding.probes : [],
  );
  const answers = askCompiler(files, questions, program);
  return all.map((one, index) => toChange(one, answers[index], client));
}

function toChange(
  { finding, operations }: Told,
  compilerSays: string | undefined,
  client: ReturnType<typeof pairClients>,
): Change {
  const { rule, direction, message } = finding;
  const [first, ...others] = operations;
  const names = others.map(({ now }) => labelOf(now));
  const place = (version: "old" | "now") => {
    const given = version === "old" ? finding.old : finding.now;
    if (given === null) return undefined;
    const { places, plan } = client[version];
    const source = first?.[version].operation.source;
    return places.locate(given) ?? (source && plan.locate(source));
  };
  return {
    judge: "types",
    rule,
    level: TYPE_RULES[rule].level,
    operation: finding.operation ?? (first && labelOf(first.now)),
    direction,
    old: place("old"),
    new: place("now"),
    message: names.length === 0 ? message : `${message} So it is with ${listed(names)}.`,
    compiler: compilerSays,
  };
}
