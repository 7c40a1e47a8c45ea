import type { Commit } from "./changed-files.ts";
import type { Told } from "./told.ts";

/** Files that are named one by one. */
const MOST_FILES = 15;

/**
 * What a run has come to, for whoever has to commit it.
 *
 * @param commit absent where nothing was written.
 */
export function summary(told: Told, commit?: Commit): string[] {
  const files = commit === undefined ? [] : fileLines(commit, told);
  return [...callerLines(told), ...changesetLines(told), ...files];
}

function callerLines({ clients, since }: Told): string[] {
  if (since === null) return ["What changed for callers is not known: see above."];
  const short = since.slice(0, 7);
  if (clients.length === 0) return [`Nothing that callers can notice has changed since ${short}.`];
  return [
    `What callers notice of the changes since ${short}:`,
    ...clients.map(({ package: name, version, bump, release }) => {
      const held = bump === release ? "" : `, written as ${release} because it is at ${version}`;
      return `  ${name}: ${bump}${held}`;
    }),
  ];
}

function changesetLines({ changesets }: Told): string[] {
  return changesets.flatMap(({ action, path, note, add = [] }) => [
    `Changeset ${action}: ${path}`,
    ...(note === undefined ? [] : [`  ${note}`]),
    ...add.map((line) => `    ${line}`),
  ]);
}

function fileLines({ own, others, paths }: Commit, told: Told): string[] {
  const left =
    others.length === 0 ? [] : [`Not of this change, and left to you: ${count(others.length)}.`];
  if (own.length === 0) return ["There is nothing to commit.", ...left];
  return [
    `Changed, and not committed yet: ${count(own.length)}.`,
    ...own.slice(0, MOST_FILES).map(({ status, path }) => `  ${status} ${path}`),
    ...(own.length > MOST_FILES ? [`  … and ${count(own.length - MOST_FILES)} more`] : []),
    ...left,
    told.changesets.length > 0 ? "Read the changeset, then commit:" : "Commit:",
    `  git add ${paths.map(quoted).join(" ")}`,
    `  git commit -m ${JSON.stringify(commitMessage(told))}`,
  ];
}

function count(files: number): string {
  return files === 1 ? "1 file" : `${files} files`;
}

/** As every shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

/** The operations, as long as they fit on the line of a commit. */
function commitMessage({ clients }: Told): string {
  const changes = clients.flatMap((client) => client.changes);
  // A document's names are no words of a shell.
  const names = [...new Set(changes.flatMap(({ operation }) => operation ?? []))];
  const named = names.filter((name) => /^[\w./ {}-]+$/.test(name)).join(", ");
  if (names.length > 0 && named !== "" && named.length <= 50) return `Change ${named}`;
  return clients.length === 0 ? "Regenerate the clients" : "Change the API's document";
}
