import { findPackage } from "./find-package.js";

/** A product's name or version in a `User-Agent` (RFC 9110, 10.1.5 and 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * How the package that a folder belongs to calls itself in the header `User-Agent`: `@pets/client` 1.2.0 is
 * `pets-client/1.2.0`. It is that of the nearest `package.json`, from the folder upwards, that has a name.
 *
 * @param folder absolute path; it need not be there yet.
 * @returns `undefined` where there is no such package, or no header can hold its name.
 */
export async function findUserAgent(folder: string): Promise<string | undefined> {
  const found = await findPackage(folder);
  const product = (found?.name ?? "").replaceAll("@", "").replaceAll("/", "-");
  if (!TOKEN.test(product)) return undefined;
  const version = found?.version ?? "";
  return TOKEN.test(version) ? `${product}/${version}` : product;
}
