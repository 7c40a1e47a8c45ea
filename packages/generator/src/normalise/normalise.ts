import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { getObject, getString } from "../load/data.js";
import type { ApiModel } from "../model/api-model.js";
import type { OperationFilter } from "./operation-filter.js";
import { readBodyCredentials } from "./read-body-credentials.js";
import { readErrors } from "./read-errors.js";
import { readWebhooks } from "./read-incoming.js";
import { readOperations } from "./read-operations.js";
import { checkCodes } from "./read-retry.js";
import { readSchemas } from "./read-schemas.js";
import { readSecurity, readSecuritySchemes } from "./read-credentials.js";
import { readSensitive } from "./read-sensitive.js";
import { readServers } from "./read-servers.js";

/**
 * Reads a checked document into the model that the later stages work on.
 *
 * @param included which operations to keep, and with them only the schemas that they reach;
 *   `undefined`: all.
 */
export function normalise(
  document: BundledDocument,
  included: OperationFilter | undefined,
  report: Report,
): ApiModel {
  const { root } = document;
  const info = getObject(root, "info");
  const title = getString(info, "title") ?? "API";
  const schemes = readSecuritySchemes(root);
  const operations = readOperations(document, schemes, included ?? (() => true), report);
  const webhooks = readWebhooks(root, included ?? (() => true));
  const bodyCredentials = readBodyCredentials(root, operations, schemes.credentials);
  const errors = readErrors(root, operations);
  checkCodes(document, operations, errors, report);
  return {
    title,
    version: getString(info, "version") ?? "",
    description: getString(info, "description"),
    clientName: getString(info, "x-client-name") ?? title,
    envPrefix: getString(info, "x-env-prefix"),
    ...readServers(document, operations, report),
    credentials: schemes.credentials,
    security: readSecurity(root, schemes) ?? [],
    defaultHeaders: schemes.defaultHeaders,
    operations,
    webhooks,
    schemas: readSchemas(root, operations, webhooks, bodyCredentials, included !== undefined),
    bodyCredentials,
    errors,
    sensitive: readSensitive(root),
    document: root,
  };
}
