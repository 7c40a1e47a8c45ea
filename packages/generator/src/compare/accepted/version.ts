const VERSION = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]+)?(?:\+[\w.-]+)?$/;

/** Whether a text is a version by semver.org, 2. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * Whether a package has come to a version (semver.org, 11). Pre-releases come before their version; among those of one
 * version no order is kept, for no entry is written for one.
 *
 * @param until the version to come to.
 * @param version the package's.
 */
export function isReached(until: string, version: string): boolean {
  const wanted = VERSION.exec(until);
  const is = VERSION.exec(version);
  if (!wanted || !is) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(is[part]) - Number(wanted[part]);
    if (difference !== 0) return difference > 0;
  }
  return is[4] === undefined || wanted[4] !== undefined;
}
