import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getObject, getString, isObject, type JsonObject } from "../load/data.js";
import { listOperations } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Report } from "./report.js";

/** Security requirements name schemes that exist, and schemes say what a client needs to know. */
export function checkSecurity(document: BundledDocument, report: Report): void {
  const { root } = document;
  const schemes = getEntries(getObject(root, "components"), "securitySchemes");
  for (const [name, given] of schemes) checkScheme(name, given, document, report);
  const names = new Set(schemes.map(([name]) => name));
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
        report.error(place, `The security scheme "${name}" does not say where its key goes.`, fix);
      }
      if (getString(scheme, "name") === undefined) {
        const message = `The security scheme "${name}" does not name its ${where ?? "header"}.`;
        report.error(place, message, 'Add "name".');
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

function checkRequirements(
  owner: JsonObject,
  names: ReadonlySet<string>,
  document: BundledDocument,
  report: Report,
): void {
  const security = get(owner, "security");
  if (security === undefined) return;
  if (!Array.isArray(security)) {
    report.error(
      document.locate(owner, "security"),
      '"security" must be a list.',
      'Write "- schemeName: []".',
    );
    return;
  }
  for (const requirement of security) {
    for (const name of isObject(requirement) ? Object.keys(requirement) : []) {
      if (names.has(name)) continue;
      report.error(
        document.locate(requirement as object, name),
        `The security requirement "${name}" names no scheme.`,
        "Define it under components.securitySchemes, or correct the name.",
      );
    }
  }
}
