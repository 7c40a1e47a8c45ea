import type { BundledDocument } from "../load/bundle.js";
import { documentKind } from "../load/grammar.js";
import { ProblemsError, type Problem } from "../problem.js";
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
  const { upgradeSwagger } = await loadUpgrader(document);
  return upgradeSwagger(document, address, report);
}

/** Few documents need it, and an installer that keeps to `engines` leaves its library out on Node 20. */
async function loadUpgrader(document: BundledDocument) {
  try {
    return await import("./upgrade-swagger.js");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new ProblemsError([
      {
        severity: "error",
        location: document.locate(document.root, "swagger"),
        message: "This is Swagger 2.0, and what upgrades it is not installed.",
        fix: "Run: npm install --save-dev @scalar/openapi-upgrader. It asks for Node 22.",
      },
    ]);
  }
}
