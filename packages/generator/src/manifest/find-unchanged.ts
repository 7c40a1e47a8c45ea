import { join, resolve } from "node:path";
import type { ClientSummary, GenerateOptions } from "../generate-options.js";
import { toAddress } from "../load/address.js";
import { readIfFile } from "../load/read-text.js";
import { HEADER } from "../model/emitted-file.js";
import type { Problem } from "../problem.js";
import { UNKNOWN_SETTINGS } from "../format/prettier-config.js";
import { readOutput } from "../write/read-output.js";
import { describeRun, portablePath } from "./describe-run.js";
import { digest, sourceDigest } from "../digest.js";
import { isGeneratorYounger } from "./generator-age.js";
import { folderOf, readmeDigest } from "./make-manifest.js";
import { MANIFEST, parseManifest, type Manifest } from "../model/manifest.js";

/**
 * Looks whether generating would change nothing: the document's files, the options, the versions, the
 * formatter's settings and every generated file are what the manifest in the output folder says.
 *
 * @returns what the run before had to tell; `undefined` where all has to be done.
 */
export async function findUnchanged(options: GenerateOptions): Promise<ClientSummary | undefined> {
  const out = resolve(options.out);
  const present = await readOutput(out, options.out);
  const manifest = parseManifest(present.get(MANIFEST));
  if (manifest === undefined) return undefined;
  const isSame =
    manifest.document === portablePath(out, toAddress(options.spec)) &&
    (await isMadeAlike(manifest, options)) &&
    (await hasSameSources(manifest, out)) &&
    hasSameFiles(manifest, present) &&
    (await hasSameReadme(manifest, options)) &&
    !(await isGeneratorYounger(join(out, MANIFEST)));
  if (!isSame) return undefined;
  const paths = [...Object.keys(manifest.files), MANIFEST];
  if (options.readme !== undefined) paths.push(portablePath(out, resolve(options.readme)));
  return {
    out,
    changes: paths.map((path) => ({ path, change: "unchanged" as const })),
    operations: manifest.operations,
    schemas: manifest.schemas,
    warnings: manifest.warnings.map((warning) => shownFrom(options.spec, warning)),
  };
}

async function isMadeAlike({ made }: Manifest, options: GenerateOptions): Promise<boolean> {
  const now = JSON.stringify(await describeRun(options));
  return now === JSON.stringify(made) && !now.includes(`"settings":"${UNKNOWN_SETTINGS}"`);
}

async function hasSameSources({ sources }: Manifest, out: string): Promise<boolean> {
  for (const [path, expected] of Object.entries(sources)) {
    const text = await readIfFile(resolve(out, path));
    if (text === undefined || sourceDigest(text) !== expected) return false;
  }
  return true;
}

/** No file is missing, none is another, and there is none that an earlier run left behind. */
function hasSameFiles(
  { files }: Manifest,
  present: ReadonlyMap<string, string | undefined>,
): boolean {
  for (const [path, expected] of Object.entries(files)) {
    const content = present.get(path);
    if (content === undefined || digest(content) !== expected) return false;
  }
  return [...present].every(
    ([path, content]) => !content?.startsWith(HEADER) || Object.hasOwn(files, path),
  );
}

async function hasSameReadme({ readme }: Manifest, options: GenerateOptions): Promise<boolean> {
  if (options.readme === undefined) return readme === undefined;
  const text = await readIfFile(resolve(options.readme));
  return text !== undefined && readmeDigest(text) === readme;
}

function shownFrom(spec: string, warning: Problem): Problem {
  const { file } = warning.location;
  if (!file.startsWith("./")) return warning;
  return { ...warning, location: { ...warning.location, file: folderOf(spec) + file.slice(2) } };
}
