import { get, getList, isObject, type JsonObject } from "../data.ts";
import type { View } from "../view.ts";
import type { Both } from "./compare-schemas.ts";
import { holding, type Operation } from "./operations.ts";
import { missing } from "./sides.ts";

/** Compares what a call has to prove, and which hosts take it. The names of schemes are the author's own. */
export function compareSecurity(mine: Operation, theirs: Operation, both: Both): void {
  compareLists("security", "security", requirement);
  compareLists("server", "servers", (_, server) => String(get(server, "url")).replace(/\/$/, ""));

  function compareLists(
    what: "security" | "server",
    key: "security" | "servers",
    text: (view: View, one: unknown) => string,
  ): void {
    const [own, other] = [
      { view: both.ours, one: mine },
      { view: both.upstream, one: theirs },
    ].map(({ view, one }) => {
      const { list, owner } = holding(view, one, key);
      return { texts: list.map((each) => text(view, each)), place: view.place(owner, key) };
    });
    if (!own || !other) return;
    const places = { ours: own.place, upstream: other.place };
    const context = { operation: mine.shown };
    for (const said of missing(own.texts, other.texts)) {
      both.findings.tell(what, places, { ours: said, upstream: undefined }, context);
    }
    for (const said of missing(other.texts, own.texts)) {
      both.findings.tell(what, places, { ours: undefined, upstream: said }, context);
    }
  }
}

/** The schemes of one way to be let in, by what they put on the wire: `apiKey header Plaid-Version + ...`. */
function requirement(view: View, one: unknown): string {
  const schemes = get(get(view.root, "components"), "securitySchemes");
  const told = Object.entries(isObject(one) ? one : {}).map(([name, scopes]) => {
    const scheme: JsonObject = view.follow(get(schemes, name)) ?? {};
    const word = (key: string) => {
      const said = get(scheme, key);
      return typeof said === "string" ? said : "";
    };
    // The names of headers have no case (RFC 9110, 5.1).
    const sent = word("in") === "header" ? word("name").toLowerCase() : word("name");
    const words = [word("type"), word("in"), sent, word("scheme"), word("openIdConnectUrl")];
    const list = getList({ scopes }, "scopes").map(String).sort();
    return [...words, ...list].filter((one) => one !== "").join(" ");
  });
  return told.sort().join(" + ") || "nothing";
}
