import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { API_ERROR_CLASSES, type ApiModel } from "../model/api-model.js";
import { claimedComponents, nameComponents } from "./component-names.js";
import { fileNames } from "./file-names.js";
import { pascalCase } from "./identifiers.js";
import { NameTable } from "./name-table.js";
import { nameOperations } from "./operation-names.js";
import type { PackagePlan } from "./package-plan.js";
import { planComponents } from "./plan-components.js";
import { builtInPayload, planIncoming } from "./plan-incoming.js";
import { planOperation } from "./plan-operation.js";
import { reservedNames } from "./reserved-names.js";
import { typeNames } from "./type-names.js";
import { TypePlanner } from "./type-planner.js";
import { uniqueUses } from "./unique-uses.js";

/** Decides every name and file of the client. */
export function planPackage(
  model: ApiModel,
  document: BundledDocument,
  report: Report,
): PackagePlan {
  const client = pascalCase(model.clientName) || "Api";
  const table = new NameTable(reservedNames(client, API_ERROR_CLASSES));
  const functions = nameOperations(model, table, document, report);
  const components = nameComponents(model, claimedComponents(functions), table, document, report);
  const takeName = typeNames(table, document, report);
  const planner = new TypePlanner(model, { functions, components, takeName });
  const tools = { model, planner, takeName, takeFileName: fileNames() };

  const operations = [...functions].map(([operation, name]) =>
    planOperation(operation, name, tools),
  );
  const incoming = planIncoming(model, operations, (owner, wanted, content) =>
    planner.declare(owner, wanted, content, "response", owner.description, builtInPayload),
  );
  const { enums, plain } = planComponents(model, components);
  return {
    model,
    locate: (value, key) => document.locate(value, key),
    client,
    operations,
    ...incoming,
    types: [...planner.types, ...plain],
    enums,
    errorTypes: uniqueUses(operations.flatMap(({ errorTypes }) => errorTypes)),
    typeName: (component, direction) => planner.typeName(component, direction),
  };
}
