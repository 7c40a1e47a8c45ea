/** The first Node.js release whose `node:sqlite` works without a flag. */
const NEEDED = { major: 22, minor: 13 } as const;

/** What to do where `node:sqlite` is missing. */
export const REMEDY = `run it with Node ${NEEDED.major}.${NEEDED.minor} or newer, for instance npx -p node@24 plaid-partner-sandbox`;

/**
 * Tells whether this Node.js can run the sandbox, which keeps its data with `node:sqlite`
 * (usable without a flag since Node.js 22.13.0).
 *
 * @param version A version as in `process.versions.node`, such as `"22.13.0"`.
 * @returns One line saying what is needed, or `undefined` when the version will do.
 */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return undefined;
  return `the sandbox needs Node.js ${NEEDED.major}.${NEEDED.minor} or newer (for node:sqlite); this is Node.js ${version}: ${REMEDY}`;
}
