import type { BundledDocument } from "../load/bundle.js";
import {
  get,
  getEntries,
  getList,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../load/data.js";
import { listOperations } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Mend, Report } from "./report.js";

/** Security requirements name schemes that exist, and schemes say what a client needs to know. */
export function checkSecurity(document: BundledDocument, report: Report): void {
  const { root } = document;
  const schemes = getEntries(getObject(root, "components"), "securitySchemes");
  for (const [name, given] of schemes) checkScheme(name, given, document, report);
  // Mends may have taken some away.
  const left = getObject(getObject(root, "components"), "securitySchemes");
  const names = new Set(Object.keys(left ?? {}));
  for (const owner of [root, ...listOperations(root).map(({ operation }) => operation)]) {
    checkRequirements(owner, names, document, report);
  }
}

function checkScheme(
  name: string,
  given: unknown,
  document: BundledDocument,
  report: Report,
): void {
  const scheme = resolveReference(document.root, given);
  if (!isObject(scheme)) return;
  const place = document.locate(scheme);
  switch (getString(scheme, "type")) {
    case "apiKey": {
      const where = getString(scheme, "in");
      if (where !== "header" && where !== "query" && where !== "cookie") {
        const fix = 'Write "in: header", "in: query" or "in: cookie".';
        const message = `The security scheme "${name}" does not say where its key goes.`;
        report.mendable(place, message, fix, leftOut(document.root, name));
      }
      if (getString(scheme, "name") === undefined) {
        const message = `The security scheme "${name}" does not name its ${where ?? "header"}.`;
        report.mendable(place, message, 'Add "name".', leftOut(document.root, name));
      }
      return;
    }
    case "http": {
      const kind = getString(scheme, "scheme")?.toLowerCase();
      if (kind !== "bearer" && kind !== "basic") {
        const message = `The security scheme "${name}" uses the HTTP scheme "${kind ?? "?"}".`;
        const fix = "clientgen sends bearer and basic; set other headers by hand in each call.";
        report.warning(place, message, fix);
      }
      return;
    }
    case "oauth2":
    case "openIdConnect":
      return;
    case "mutualTLS": {
      const message = `The security scheme "${name}" is a certificate, which a connection has and no request.`;
      report.warning(place, message, 'Callers give a "fetch" whose connections have it.');
      return;
    }
    default: {
      const message = `The security scheme "${name}" is of a type that clients can't apply.`;
      report.warning(place, message, "Use apiKey, http, oauth2 or openIdConnect where you can.");
    }
  }
}

function leftOut(root: JsonObject, name: string): Mend {
  return {
    becomes: "left out",
    apply: () => delete getObject(getObject(root, "components"), "securitySchemes")?.[name],
  };
}

/** An alternative of nothing would say that no credential is needed. */
function dropRequirement(owner: JsonObject, requirement: unknown, name: string): void {
  if (isObject(requirement)) delete requirement[name];
  const others = getList(owner, "security").filter(
    (one) => one !== requirement || Object.keys(requirement as object).length > 0,
  );
  if (others.length > 0) owner["security"] = others;
  else delete owner["security"];
}

function checkRequirements(
  owner: JsonObject,
  names: ReadonlySet<string>,
  document: BundledDocument,
  report: Report,
): void {
  const security = get(owner, "security");
  if (security === undefined) return;
  if (!Array.isArray(security)) {
    const place = document.locate(owner, "security");
    const fix = 'Write "- schemeName: []".';
    report.mendable(place, '"security" must be a list.', fix, {
      becomes: "left out",
      apply: () => delete owner["security"],
    });
    return;
  }
  for (const requirement of security) {
    for (const name of isObject(requirement) ? Object.keys(requirement) : []) {
      if (names.has(name)) continue;
      report.mendable(
        document.locate(requirement as object, name),
        `The security requirement "${name}" names no scheme.`,
        "Define it under components.securitySchemes, or correct the name.",
        { becomes: "left out", apply: () => dropRequirement(owner, requirement, name) },
      );
    }
  }
}
