import type ts from "typescript";
import type { Both, Version } from "./client-types.js";
import type { Place, PlaceFinder } from "./places.js";

/** Where a value that is compared comes from. */
export interface Spot {
  /** How a caller's code gets at its type: `Old.Pet["tags"]`. */
  readonly access: string;
  /** `undefined`: not known. `null`: this version has none. */
  readonly place: Place | null | undefined;
}

/** The same of both versions, and how a sentence names it: `Pet.tags[]`. */
export interface Where extends Both<Spot> {
  readonly subject: string;
  /** Whether `access` names that very type, and not one around it. */
  readonly isExact: boolean;
}

/** A type that has a name in both versions is told by it, wherever it was met. */
export function namedWhere(
  given: Where,
  names: Both<string | undefined>,
  places: Both<PlaceFinder>,
  isExported: (name: string, version: Version) => boolean,
): Where {
  const { old, now } = names;
  if (old === undefined || now === undefined) return given;
  if (!isExported(old, "old") || !isExported(now, "now")) return given;
  return {
    // By two names it is two types, of which neither is told.
    subject: old === now ? now : given.subject,
    isExact: true,
    old: { access: `Old.${old}`, place: places.old.ofType(old) ?? given.old.place },
    now: { access: `Now.${now}`, place: places.now.ofType(now) ?? given.now.place },
  };
}

/**
 * A member of an object.
 *
 * @param member as each version has it.
 */
export function memberOf(
  where: Where,
  name: string,
  places: Both<PlaceFinder>,
  member: Partial<Both<ts.Symbol>>,
): Where {
  const isPlain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  const key = JSON.stringify(name);
  return step(where, `[${key}]`, isPlain ? `.${name}` : `[${key}]`, (version, place) =>
    places[version].member(place, name, member[version]),
  );
}

/** The items of a list, or the members of an object that have no name of their own. */
export function insideOf(
  where: Where,
  keyword: "items" | "additionalProperties",
  places: Both<PlaceFinder>,
): Where {
  const key = keyword === "items" ? "[number]" : "[string]";
  return step(where, key, keyword === "items" ? "[]" : "[…]", (version, place) =>
    places[version].inside(place, keyword),
  );
}

/** One of several that a value may be. */
export function alternativeOf(where: Where): Where {
  return { ...where, isExact: false };
}

/** What one version does not have. */
export function without(where: Where, version: Version): Where {
  return { ...where, [version]: { ...where[version], place: null } };
}

function step(
  where: Where,
  key: string,
  shown: string,
  find: (version: Version, place: Place | null | undefined) => Place | undefined,
): Where {
  const spot = (version: Version): Spot => {
    const { access, place } = where[version];
    return {
      access: where.isExact ? `NonNullable<${access}>${key}` : access,
      place: find(version, place),
    };
  };
  return { ...where, subject: where.subject + shown, old: spot("old"), now: spot("now") };
}
