import type { UpgradeOptions } from "../upgrade-check/upgrade-check.js";
import { defineSyntax } from "./syntax.js";
import { usage } from "./usage.js";

/** What `clientgen upgrade-check` is asked for. */
export type UpgradeCheckCommand = UpgradeOptions & {
  readonly name: "upgrade-check";
  readonly json: boolean;
};

/** `clientgen upgrade-check`, as it is written. */
export const upgradeCheckSyntax = defineSyntax({
  name: "upgrade-check",
  summary: "lists the calls of a project that another version of a client would break",
  help: `Type-checks a project against another version of the client that it uses, with the project's own
tsc, and lists the places that would break. Nothing is installed or written into the project.

Usage:
  clientgen upgrade-check PROJECT --to VERSION_OR_TARBALL [options]

  PROJECT          the folder with the project's package.json and tsconfig.json
  --to VERSION     a version, range or dist-tag, fetched by "npm pack" as the project is configured;
                   or a tarball or the folder of a built package, which need no network
  --package NAME   the client, where the project has several
  --project FILE   the configuration to check, instead of PROJECT's tsconfig.json
  --with TARBALL   a package that the new version needs, such as a newer runtime; may be repeated.
                   Without it, what the project has, else the registry's
  --json           one JSON object for programs: package, from, to, breaks, warnings, ms and more

Exit code 1 says that something breaks.`,
  options: {
    to: { type: "string" },
    package: { type: "string" },
    project: { type: "string" },
    with: { type: "string", multiple: true, default: [] },
    json: { type: "boolean", default: false },
  },
  read(positionals, values): UpgradeCheckCommand {
    const { to, package: packageName, project: config, with: tarballs, json } = values;
    const [project, ...more] = positionals;
    const fix = "Write: clientgen upgrade-check PROJECT --to VERSION_OR_TARBALL.";
    if (project === undefined) throw usage("upgrade-check needs a project's folder.", fix);
    if (more.length > 0) throw usage(`"${more[0]}" is one argument too many.`, fix);
    if (to === undefined) throw usage("upgrade-check needs the version to check against.", fix);
    for (const [option, value] of Object.entries({ to, package: packageName, project: config })) {
      if (value === "") throw usage(`--${option} is empty.`, "Give it a value, or drop it.");
    }
    if (tarballs.includes("")) throw usage("--with is empty.", "Give it a value, or drop it.");
    return { name: "upgrade-check", project, to, packageName, config, tarballs, json };
  },
});
