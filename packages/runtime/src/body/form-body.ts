import { bodyEntries } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";

/** Sends a body as `application/x-www-form-urlencoded`: a pair for every property, for an array one for every item. Objects are sent as JSON. */
export const formBody: BodySerializer = {
  contentType: "application/x-www-form-urlencoded",
  serialize: (body) => new URLSearchParams([...bodyEntries(body)] as [string, string][]).toString(),
};
