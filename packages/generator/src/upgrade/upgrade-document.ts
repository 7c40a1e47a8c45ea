import type { BundledDocument } from "../load/bundle.js";
import { documentKind } from "../load/grammar.js";
import type { Problem } from "../problem.js";
import { absoluteServers } from "./absolute-servers.js";
import { lowerNewVersion } from "./lower-new-version.js";

/**
 * A document of any version that is read, in the words of OpenAPI 3.0 and 3.1.
 *
 * @param address where the document came from.
 * @param report takes what the reader should know of it.
 */
export async function upgradeDocument(
  document: BundledDocument,
  address: string,
  report: (problem: Problem) => void,
): Promise<BundledDocument> {
  if (documentKind(document.root) !== "swagger") {
    absoluteServers(document, address);
    return lowerNewVersion(document);
  }
  // Few documents need it.
  const { upgradeSwagger } = await import("./upgrade-swagger.js");
  return upgradeSwagger(document, address, report);
}
