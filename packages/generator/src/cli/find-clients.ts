import { resolve } from "node:path";
import type { ComparedClient } from "../compare/comparison.js";
import type { GenerateOptions } from "../generate-options.js";
import { toAddress } from "../load/address.js";
import { findPackage } from "../load/find-package.js";
import { readConfig } from "./config.js";

/** A client that the configuration names, with the package that it is in. */
export interface ConfiguredClient extends ComparedClient {
  readonly options: GenerateOptions;
}

/**
 * The clients that the configuration, if there is one, makes of a document.
 *
 * @param address the document's absolute path or URL.
 * @throws {ProblemsError} if the configuration is broken.
 */
export async function findClients(address: string): Promise<readonly ConfiguredClient[]> {
  const configured = (await readConfig(".")) ?? [];
  const own = configured.filter(({ spec }) => toAddress(spec) === address);
  const found = own.map(async (options) => {
    const owner = await findPackage(resolve(options.out));
    return owner ? [{ options, folder: owner.folder, version: owner.version }] : [];
  });
  return (await Promise.all(found)).flat();
}
