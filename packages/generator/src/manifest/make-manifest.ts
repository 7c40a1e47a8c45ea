import { basename } from "node:path";
import { readmeBlocks } from "../readme/readme-blocks.js";
import type { GenerateOptions } from "../generate-options.js";
import { isWeb, withoutQuery } from "../load/address.js";
import type { Sources } from "../load/sources.js";
import type { EmittedFile } from "../model/emitted-file.js";
import type { Problem } from "../problem.js";
import { describeRun, portablePath } from "./describe-run.js";
import { digest, sourceDigest } from "../digest.js";
import { MANIFEST, printManifest } from "../model/manifest.js";

/** A client that was made, as its manifest tells of it. */
export interface Made {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Absolute path or URL of the document's first file. */
  readonly document: string;
  readonly sources: Sources;
  readonly files: readonly EmittedFile[];
  /** Content of the README. */
  readonly readme: string | undefined;
  readonly operations: number;
  readonly schemas: number;
  readonly warnings: readonly Problem[];
}

/** The manifest of a client, not formatted yet. */
export async function makeManifest(options: GenerateOptions, made: Made): Promise<EmittedFile> {
  const { out, sources, files, readme, operations, schemas } = made;
  const content = printManifest({
    made: await describeRun(options),
    document: portablePath(out, made.document),
    sources: Object.fromEntries(
      namedSources(sources).map(([path, source]) => [
        portablePath(out, path),
        // A file that can't be read now may be there the next time.
        "text" in source ? sourceDigest(source.text) : "",
      ]),
    ),
    files: Object.fromEntries(files.map((file) => [file.path, digest(file.content)])),
    ...(readme === undefined ? {} : { readme: readmeDigest(readme) }),
    operations,
    schemas,
    warnings: made.warnings.map((warning) => portableWarning(warning, options.spec, sources)),
  });
  return { path: MANIFEST, content };
}

/** By what they are named: where a redirect leads may be another place each time. */
function namedSources(sources: Sources) {
  const seen = new Set<unknown>();
  return [...sources].filter(([, source]) => !seen.has(source) && seen.add(source));
}

/** A README is written by hand around its blocks. */
export function readmeDigest(text: string): string {
  return digest(
    readmeBlocks(text)
      .map(({ whole }) => whole)
      .join("\n"),
  );
}

/** The folder of a document as its user wrote it, with what parts it from names. */
export function folderOf(spec: string): string {
  return spec.slice(0, spec.length - basename(spec).length);
}

/** Files of the document are told from its own folder, whatever folder the run was in. */
function portableWarning(warning: Problem, spec: string, sources: Sources): Problem {
  const { file } = warning.location;
  const folder = folderOf(spec);
  const isSource = [...sources.values()].some(
    (source) => "shown" in source && source.shown === file,
  );
  if (!isSource) return warning;
  const named = isWeb(file) ? withoutQuery(file) : file;
  const shown = named.startsWith(folder) ? `./${named.slice(folder.length)}` : named;
  return { ...warning, location: { ...warning.location, file: shown } };
}
