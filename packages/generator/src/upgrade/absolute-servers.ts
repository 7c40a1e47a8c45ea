import type { BundledDocument } from "../load/bundle.js";
import { getString } from "../load/data.js";
import { isUrl, isWeb } from "../load/address.js";
import { walk } from "../load/walk.js";

/**
 * Writes out the servers of a document from the web that are relative to it (OpenAPI 3.1, 4.8.5).
 * Variables in braces stay what they are. The document is changed in place.
 *
 * @param address where the document came from; servers of a file stay relative.
 */
export function absoluteServers(document: BundledDocument, address: string): void {
  if (!isWeb(address)) return;
  const { origin, pathname } = new URL(address);
  walk(document.root, {
    object(server, kind) {
      const url = getString(server, "url");
      if (kind !== "server" || url === undefined || isUrl(url) || /^(\/\/|\{)/.test(url)) return;
      const folder = pathname.replace(/[^/]*$/, "");
      const path = url.startsWith("/") ? url : folder + url.replace(/^\.\//, "");
      server["url"] = /(^|\/)\.\.?(\/|$)/.test(path) ? new URL(path, origin).href : origin + path;
    },
  });
}
