import type { PackagePlan } from "../../plan/package-plan.js";
import type { Change } from "../change.js";
import { askCompiler } from "./ask-compiler.js";
import { changedNames } from "./changed-names.js";
import { pairClients } from "./client-pair.js";
import { clientFiles, ClientTypes, type Version } from "./client-types.js";
import { compareExports, compareOthers } from "./compare-exports.js";
import { compareOperations } from "./compare-operations.js";
import { compareOptions } from "./compare-options.js";
import { compareSecrets } from "./compare-secrets.js";
import { compile } from "./compile.js";
import { Places } from "./places.js";
import { RUNTIME_FILE, RUNTIME_TYPES } from "./runtime-types.js";
import { sameCode } from "./same-code.js";
import { ToldChanges } from "./told-changes.js";

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
  const sources = (version: Version) =>
    [...clients[version].keys()].flatMap((path) => program.getSourceFile(path) ?? []);
  const { all: changed } = changedNames({ old: sources("old"), now: sources("now") });
  const client = pairClients(
    {
      old: { plan: old, types: new ClientTypes(program, "old"), places: new Places(old) },
      now: { plan: now, types: new ClientTypes(program, "now"), places: new Places(now) },
    },
    program.getTypeChecker(),
    changed,
  );
  const { operations, own, told } = compareOperations(client);
  const changes = new ToldChanges(client);
  changes.add([own]);
  for (const { operation, pairs } of operations) changes.add(pairs, operation);
  changes.add(compareOthers(client, changed));
  changes.add([compareExports(client, told), compareOptions(client), compareSecrets(client)]);
  return changes.changes(askCompiler(files, changes.questions, { before: program }));
}
