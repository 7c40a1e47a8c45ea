import type { Tarball } from "./read-tarball.ts";

/** What every package has beside its code. The changelog begins with the first release. */
const PAPERS = ["LICENSE", "README.md", "package.json"];
const CHANGELOG = "CHANGELOG.md";

/** What a package.json must say before it is published. */
const REQUIRED = ["name", "version", "description", "license", "repository", "engines", "exports"];

/**
 * Looks for what must not be published: files that are neither code nor one of the papers, a package.json with gaps, and
 * the protocols of the workspace, which nobody else can resolve.
 *
 * @returns A line for each problem.
 */
export function checkTarball({ files, manifest }: Tarball): readonly string[] {
  const meant = (file: string) =>
    /^dist\/.+\.(js|d\.ts|json)$/.test(file) || [...PAPERS, CHANGELOG].includes(file);
  const said = JSON.parse(manifest) as Readonly<Record<string, unknown>> & {
    readonly repository?: { readonly url?: string; readonly directory?: string };
  };
  const protocols = manifest.match(/"(?:workspace|catalog|link|file|portal):[^"]*"/g) ?? [];
  return [
    ...files.filter((file) => !meant(file)).map((file) => `${file} is not meant to be published`),
    ...PAPERS.filter((paper) => !files.includes(paper)).map((paper) => `${paper} is missing`),
    ...(files.some((file) => file.startsWith("dist/")) ? [] : ["there is no code: build first"]),
    ...REQUIRED.filter((key) => said[key] === undefined).map((key) => `package.json lacks ${key}`),
    ...(said["sideEffects"] === false ? [] : ["package.json does not say sideEffects: false"]),
    ...(said.repository?.directory ? [] : ["package.json lacks the directory in repository"]),
    ...protocols.map(
      (protocol) => `package.json names ${protocol}, which only the workspace knows`,
    ),
  ];
}
