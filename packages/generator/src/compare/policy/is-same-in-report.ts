import type { Change } from "../change.js";

/**
 * Whether a change of an API report is one that the types of the document have told of already: the client is generated
 * from the document, and its report follows. What says the same of the same name is the same.
 *
 * @param api a change that the API report's judge tells.
 * @param types one that the types' judge tells.
 */
export function isSameInReport(api: Change, types: Change): boolean {
  if (api.judge !== "api" || types.judge !== "types" || api.level !== types.level) return false;
  if (types.message === api.message || types.message.startsWith(`${api.message} `)) return true;
  if (!api.rule.startsWith("api-export-")) return false;
  const [name] = /`[^`]+`/.exec(api.message) ?? [];
  const isOfNames = /^(operation|export)-(added|removed|renamed)$/.test(types.rule);
  return name !== undefined && isOfNames && types.message.includes(name);
}
