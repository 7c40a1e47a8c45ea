import type { LoadingOptions } from "../generate-options.js";
import { MENDING_HELP, MENDING_OPTIONS, readLoading } from "./loading-syntax.js";
import { oneDocument, readOut } from "./one-document.js";
import { defineSyntax } from "./syntax.js";
import { usage } from "./usage.js";

/** What `clientgen init` is asked for. */
export interface InitCommand {
  readonly name: "init";
  readonly spec: string;
  readonly packageName: string;
  readonly out: string | undefined;
  readonly loading: LoadingOptions;
}

/** `clientgen init`, as it is written. */
export const initSyntax = defineSyntax({
  name: "init",
  summary: "makes a new client package, ready to install and build",
  help: `Makes a new client package, ready to install and build.

Usage:
  clientgen init SPEC --name PACKAGE [--out DIR] [READING]

  SPEC             an OpenAPI 3 or Swagger 2.0 document, YAML or JSON: a file or an https URL
  --name PACKAGE   name of the npm package
  --out DIR        its folder; default: in packages/ of the workspace, else here

${MENDING_HELP}`,
  options: { out: { type: "string" }, name: { type: "string" }, ...MENDING_OPTIONS },
  read(positionals, values): InitCommand {
    const spec = oneDocument(positionals);
    const out = readOut(values.out);
    const { name } = values;
    const fix = "Write: clientgen init SPEC --name PACKAGE [--out DIR].";
    if (spec === undefined) throw usage("init needs a document.", fix);
    if (name === undefined) throw usage("init needs the new package's name.", fix);
    if (!/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name) || name.length > 214) {
      throw usage(
        `"${name}" is no name for an npm package.`,
        "Use lower case: @scope/name or name.",
      );
    }
    return { name: "init", spec, packageName: name, out, loading: readLoading(values) };
  },
});
