import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import type { ApiModel, Operation } from "../model/api-model.js";
import { camelCase, isIdentifier, sameWords } from "./identifiers.js";
import { NameTable } from "./name-table.js";
import { RESERVED_OPERATIONS } from "./reserved-names.js";

/** Names the operations' functions: by operationId where that is an identifier that is free. */
export function nameOperations(
  model: ApiModel,
  table: NameTable,
  document: BundledDocument,
  report: Report,
): Map<Operation, string> {
  const reserved = new NameTable(RESERVED_OPERATIONS);
  const names = new Map<Operation, string>();
  for (const operation of model.operations) {
    const { id, method, path } = operation;
    const made = camelCase(id) || camelCase(`${method.toLowerCase()} ${path}`);
    const cased = isIdentifier(id) ? id : made;
    const wanted = isIdentifier(cased) && !reserved.has(cased) ? cased : `${cased}Operation`;
    const name = table.take(wanted, "Operation");
    names.set(operation, name);
    if (operation.named && !sameWords(name, operation.id)) {
      report.warning(
        document.locate(operation.source, "operationId"),
        `The operation ${JSON.stringify(operation.id)} is called ${name} in the client.`,
        "Rename it if callers should see another name.",
      );
    }
  }
  return names;
}
