import { get } from "../data.ts";
import { compareBodies, compareResponses } from "./compare-contents.ts";
import { compareParameters } from "./compare-parameters.ts";
import { SchemaComparer, type Both } from "./compare-schemas.ts";
import { compareSecurity } from "./compare-security.ts";
import { operationsOf, type Operation } from "./operations.ts";

/** Compares the operations of both documents, and what they reach, as far as they are ours or beside ours. */
export function compareOperations(both: Both): void {
  const { ours, upstream, findings } = both;
  const mine = operationsOf(ours);
  const theirs = operationsOf(upstream);
  const schemas = new SchemaComparer(both);
  for (const one of mine) {
    const other = theirs.find(({ key }) => key === one.key);
    if (other) compareOperation(one, other, both, schemas);
    else {
      const place = ours.place(one.pathItem, one.method);
      const places = { ours: place, upstream: upstream.place(upstream.root, "paths", one.path) };
      const said = { ours: "present", upstream: undefined };
      findings.tell("operation", places, said, { operation: one.shown });
    }
  }
  const folders = new Set(mine.map(({ key }) => folderOf(key)));
  for (const other of theirs) {
    if (!folders.has(folderOf(other.key)) || mine.some(({ key }) => key === other.key)) continue;
    const places = {
      ours: ours.place(ours.root, "paths", other.path, other.method),
      upstream: upstream.place(other.pathItem, other.method),
    };
    const said = { ours: undefined, upstream: "present" };
    findings.tell("operation", places, said, { operation: other.shown });
  }
}

function compareOperation(mine: Operation, theirs: Operation, both: Both, schemas: SchemaComparer) {
  const { ours, upstream, findings } = both;
  const operation = mine.shown;
  const places = {
    ours: ours.place(mine.operation, "deprecated"),
    upstream: upstream.place(theirs.operation, "deprecated"),
  };
  const deprecated = {
    ours: get(mine.operation, "deprecated") === true,
    upstream: get(theirs.operation, "deprecated") === true,
  };
  findings.tell("deprecated", places, deprecated, { operation });
  compareSecurity(mine, theirs, both);
  compareParameters(mine, theirs, both, schemas);
  compareBodies(mine, theirs, both, schemas);
  compareResponses(mine, theirs, both, schemas);
}

/** The path of an operation up to its last step: operations beside ours are news, others are not ours. */
function folderOf(key: string): string {
  return key.slice(key.indexOf(" "), key.lastIndexOf("/") + 1);
}
