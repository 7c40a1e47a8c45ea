import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getList, getObject, getString, type JsonObject } from "../load/data.js";
import { listOperations, METHODS_OF_3_2 } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import { responseStatus } from "../load/response-status.js";
import type { Mend, Report } from "./report.js";

/** Every operation can be told from the others and called: operationIds and path parameters. */
export function checkOperations(document: BundledDocument, report: Report): void {
  const seen = new Map<string, JsonObject>();
  for (const { operation, pathItem, path, method } of listOperations(document.root)) {
    // RFC 9110, 9.1 and 5.6.2.
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(method)) {
      const message = `${JSON.stringify(method)} is no HTTP method.`;
      report.error(document.locate(operation), message, "Write one word, such as LINK.");
    } else if (!METHODS_OF_3_2.some((one) => one === method) && isOwnField(method)) {
      const message = `The method ${method} has a field of its own.`;
      report.error(document.locate(operation), message, `Put it under "${method.toLowerCase()}".`);
    }
    const id = get(operation, "operationId");
    if (id !== undefined && typeof id !== "string") {
      const place = document.locate(operation, "operationId");
      const message = "An operationId must be a string.";
      report.mendable(place, message, "Write it in quotes.", leftOut(operation, "operationId"));
    } else if (id !== undefined) {
      const first = seen.get(id);
      if (first) {
        const { file, line } = document.locate(first, "operationId");
        report.mendable(
          document.locate(operation, "operationId"),
          `The operationId "${id}" stands already at ${file}:${line ?? "?"}.`,
          "Give each operation an operationId of its own.",
          leftOut(operation, "operationId"),
        );
      }
      seen.set(id, first ?? operation);
    }
    if (!path.startsWith("/")) {
      const place = document.locate(pathItem);
      const message = `The path "${path}" does not begin with "/".`;
      const paths = getObject(document.root, "paths") ?? {};
      report.mendable(place, message, `Write "/${path}".`, leftOut(paths, path));
    }
    const answers = getEntries(operation, "responses");
    if (!answers.some(([status]) => /^(2|default)/.test(responseStatus(status) ?? ""))) {
      const message =
        "This operation has no response of success (2xx), so that a call gives nothing.";
      report.warning(document.locate(operation), message, "Describe what it answers.");
    }
    checkPathParameters(document, path, [pathItem, operation], report);
  }
}

function leftOut(owner: JsonObject, key: string): Mend {
  return { becomes: "left out", apply: () => delete owner[key] };
}

function isOwnField(method: string): boolean {
  return METHODS_OF_3_2.some((one) => one === method.toLowerCase());
}

function checkPathParameters(
  document: BundledDocument,
  path: string,
  owners: readonly JsonObject[],
  report: Report,
): void {
  const inTemplate = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""));
  for (const owner of owners) {
    for (const given of getList(owner, "parameters")) {
      const parameter = resolveReference(document.root, given);
      if (getString(parameter, "in") !== "path") continue;
      const name = getString(parameter, "name") ?? "";
      if (inTemplate.has(name) || given === null || typeof given !== "object") continue;
      report.mendable(
        document.locate(given),
        `The path parameter "${name}" does not stand in the path "${path}".`,
        `Put {${name}} into the path, or remove the parameter.`,
        {
          becomes: "left out",
          apply: () => {
            owner["parameters"] = getList(owner, "parameters").filter((one) => one !== given);
          },
        },
      );
    }
  }
}
