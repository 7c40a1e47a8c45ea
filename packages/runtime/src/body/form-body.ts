import { bodyEntries, entryText } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";

/** Sends a body as `application/x-www-form-urlencoded`: a pair for every property, for an array one for every item. Objects are sent as JSON. */
export const formBody: BodySerializer = {
  contentType: "application/x-www-form-urlencoded",
  serialize(body) {
    const form = new URLSearchParams();
    for (const [name, value] of bodyEntries(body)) form.append(name, entryText(value));
    return form.toString();
  },
};
