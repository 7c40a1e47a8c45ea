import type { SchemaPair } from "./schema-pair.js";
import { covers, showTokens, type TypeToken } from "./type-tokens.js";

const SCALARS = new Set(["string", "number", "integer", "boolean"]);

/**
 * Compares types and formats.
 *
 * @returns whether what else the schemas say can be compared, too.
 */
export function compareTypes(pair: SchemaPair): boolean {
  const { old, new: now, way } = pair;
  const [was, is] = [old.tokens, now.tokens];
  if (was === undefined && is === undefined) return true;
  const keyword = was?.map(typeOf).join() === is?.map(typeOf).join() ? "format" : "type";
  if (was === undefined) {
    pair.tell("type-narrowed", `is ${showTokens(is)} instead of any type`, keyword);
    return true;
  }
  if (is === undefined) {
    pair.tell("type-widened", `may be of any type instead of ${showTokens(was)}`, keyword);
    return true;
  }
  if (compareWithList(pair, was, is)) return false;
  const gone = was.filter((token) => !is.some((wide) => covers(wide, token, way.isText)));
  const fresh = is.filter((token) => !was.some((wide) => covers(wide, token, way.isText)));
  const text = `is ${showTokens(is)} instead of ${showTokens(was)}`;
  if (gone.length > 0 && fresh.length > 0) pair.tell("type-changed", text, keyword);
  else if (gone.length > 0) pair.tell("type-narrowed", text, keyword);
  else if (fresh.length > 0) pair.tell("type-widened", text, keyword);
  return (
    was.length === 0 ||
    is.length === 0 ||
    was.some((one) =>
      is.some(
        (other) =>
          one.type === other.type ||
          covers(one, other, way.isText) ||
          covers(other, one, way.isText),
      ),
    )
  );
}

/** A single value in a URL is a list of one. */
function compareWithList(
  pair: SchemaPair,
  was: readonly TypeToken[],
  is: readonly TypeToken[],
): boolean {
  const { old, new: now, way, judge } = pair;
  const isList = (tokens: readonly TypeToken[]) =>
    tokens.length > 0 && tokens.every(({ type }) => type === "array");
  const isScalar = (tokens: readonly TypeToken[]) =>
    tokens.length > 0 && tokens.every(({ type }) => SCALARS.has(type));
  if (!way.isText || way.direction !== "request" || !isScalar(was) || !isList(is)) return false;
  const text = `is a list of ${showTokens(judge.new.view(now.merged("items")).tokens)} instead of ${showTokens(was)}`;
  const least = now.first("minItems");
  const isTooFew = typeof least === "number" && least > 1;
  // A separator in a text makes several items of it; there is none in a number.
  const isCut = way.isParted === true && was.some(({ type }) => type === "string");
  if (isTooFew || isCut) pair.tell("type-changed", text, "type");
  else pair.tell("type-widened", text, "type");
  pair.adopt("[]", judge.compareViews(old, judge.new.view(now.merged("items")), way));
  return true;
}

function typeOf({ type }: TypeToken): string {
  return type;
}
