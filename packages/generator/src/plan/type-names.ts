import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import type { Incoming, Operation } from "../model/api-model.js";
import type { NameTable } from "./name-table.js";

/** What a type is made for. */
export type TypeOwner = Operation | Incoming;

/** Takes a name for a type of an operation, a webhook or a callback. */
export type TakeTypeName = (wanted: string, operation: TypeOwner) => string;

/**
 * Names the operations' types. A type that can't have its name gets another and a warning, except
 * beside types of its own operation: several inline errors are told apart by their number.
 */
export function typeNames(
  table: NameTable,
  document: BundledDocument,
  report: Report,
): TakeTypeName {
  const owners = new Map<string, TypeOwner>();
  return (wanted, operation) => {
    const name = table.take(wanted, "Type");
    if (name === wanted) {
      owners.set(wanted, operation);
    } else if (owners.get(wanted) !== operation) {
      const { named, source, method, path, id } = operation;
      report.warning(
        named ? document.locate(source, "operationId") : document.locate(source),
        `The type ${wanted} of the operation ${JSON.stringify(named ? id : `${method} ${path}`)} is exported as ${name}, for its name is taken.`,
        `Rename the operation, or what else is called ${wanted}.`,
      );
    }
    return name;
  };
}
