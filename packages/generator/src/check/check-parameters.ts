import type { BundledDocument } from "../load/bundle.js";
import { get, getEntries, getString, isObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import { walk } from "../load/walk.js";
import { PARAMETER_PLACES, STYLES } from "../model/parameter-style.js";
import type { Report } from "./report.js";

/** Tells of parameters and parts that go out in another form than the document asks for. */
export function checkParameters(document: BundledDocument, report: Report): void {
  walk(document.root, {
    object(value, kind) {
      if (kind === "parameter") {
        const place = PARAMETER_PLACES.find((one) => one === get(value, "in"));
        if (place) checkStyle(value, STYLES[place], "parameter", document, report);
      } else if (kind === "encoding") {
        checkStyle(value, STYLES.query, "member of a form", document, report);
        checkHeaders(value, document, report);
      }
    },
  });
}

/** A style that its place does not have (OpenAPI 3.2, 4.12.2.2) is none that anybody could read. */
function checkStyle(
  owner: object,
  styles: readonly string[],
  what: string,
  document: BundledDocument,
  report: Report,
): void {
  const style = get(owner, "style");
  if (style === undefined || styles.some((known) => known === style)) return;
  const name = getString(owner, "name");
  const [usual = "no style"] = styles;
  report.warning(
    document.locate(owner, "style"),
    `The style ${JSON.stringify(style)} is none that ${name === undefined ? `a ${what}` : `the ${what} "${name}"`} can have, so that it goes out in the default, ${usual}.`,
    styles.length > 0 ? `Use one of ${styles.join(", ")}.` : 'Say in its "content" what it is.',
  );
}

/** RFC 7578, 4.8, knows no others of a part, and callers have no place to give their values. */
function checkHeaders(encoding: object, document: BundledDocument, report: Report): void {
  for (const [name, given] of getEntries(encoding, "headers")) {
    const header = resolveReference(document.root, given);
    if (!isObject(header) || get(header, "required") !== true) continue;
    report.warning(
      document.locate(get(encoding, "headers") as object, name),
      `The header ${JSON.stringify(name)} of a part is not sent.`,
      "Clients send parts with a name, a type and a content alone.",
    );
  }
}
