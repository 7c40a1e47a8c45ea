import { cleanDeeply } from "./clean-deeply.js";
import type { Feature } from "./feature.js";

/** Looks into foreign errors thoroughly before they become causes. */
export const cleaning: Feature = (client) => {
  client.clean = cleanDeeply;
};
