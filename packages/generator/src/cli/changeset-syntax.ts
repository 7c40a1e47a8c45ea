import { defineSyntax } from "./syntax.js";
import { usage } from "./usage.js";

/** What `clientgen changeset` is asked for. */
export interface ChangesetCommand {
  readonly name: "changeset";
  readonly since: string | undefined;
  readonly check: boolean;
  readonly json: boolean;
}

/** `clientgen changeset`, as it is written. */
export const changesetSyntax = defineSyntax({
  name: "changeset",
  summary: "writes the changesets that changed documents and clients need",
  help: `Writes the changesets that changed documents and clients need, and brings along those that it has
written before. A text that you edit is kept.

Usage:
  clientgen changeset [--since REF] [--check] [--json]

  --since REF      what the work tree is compared with: where it parts from this commit, branch
                   or tag; default: the baseBranch of .changeset/config.json, on origin if it is
  --check          writes nothing; exit code 1 if a client lacks a changeset, or has one that
                   asks for too little
  --json           one JSON object for programs: since, clients, changesets, warnings, ms`,
  options: {
    since: { type: "string" },
    check: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  read([extra], { since, check, json }): ChangesetCommand {
    if (extra !== undefined) {
      throw usage(
        `"${extra}" is one argument too many.`,
        "Name a commit with --since; the clients stand in clientgen.config.json.",
      );
    }
    if (since === "") throw usage("--since is empty.", "Name a commit, branch or tag.");
    return { name: "changeset", since, check, json };
  },
});
