/**
 * What is said where Node is older than package.json's `engines` ask for: npm only warns of that, and
 * what would fail then says nothing of Node.
 *
 * @param version as in `process.versions.node`, such as `18.20.4`.
 * @returns `undefined` where the version will do.
 */
export function oldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const least = major === 20 ? 19 : major === 22 ? 12 : 0;
  if (major >= 20 && major !== 21 && minor >= least) return undefined;
  return `clientgen: Node ${version} is too old. Use 20.19 or newer, or 22.12 or newer of those after 20.`;
}
