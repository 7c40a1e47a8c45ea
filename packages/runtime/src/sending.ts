import type { Secrets } from "./credentials/secrets.js";

/** While a request is made, has what gets each {@link Secret} that goes into it: only then is it text. */
export const sending: { secrets?: Pick<Secrets, "add"> | undefined } = {};
