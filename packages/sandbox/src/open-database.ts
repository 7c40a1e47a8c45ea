import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type * as Sqlite from "node:sqlite";
import { nodeProblem, REMEDY } from "./check-node.js";
import { SandboxError } from "./sandbox-error.js";

/** Marks a file as a sandbox's ("PPSB"); SQLite keeps it in the file's header. */
const APPLICATION_ID = 0x50505342;
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE customer (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id TEXT NOT NULL UNIQUE,
    partner_client_id TEXT NOT NULL,
    company_name TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (partner_client_id, company_name)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens a database of the sandbox, making it where there is none.
 *
 * @param database A file, or `":memory:"`.
 * @throws SandboxError `DATABASE_REFUSED` for a file that cannot be used, which is left as it is;
 *   `NODE_TOO_OLD` where Node.js has no usable `node:sqlite`.
 */
export function openDatabase(database: string): Sqlite.DatabaseSync {
  const { DatabaseSync } = loadSqlite();
  // An absolute path can't be taken for one of SQLite's "file:" addresses.
  const file = database === ":memory:" ? database : resolve(database);
  let connection: Sqlite.DatabaseSync | undefined;
  try {
    if (file !== ":memory:") refuseForeignFile(file);
    connection = new DatabaseSync(file);
    prepareSchema(connection);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof SandboxError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal(database, `cannot be opened: ${reason}`, error);
  }
}

/**
 * Reads the header by itself, because opening a stranger's database with SQLite may already leave
 * traces beside it. Offsets: https://www.sqlite.org/fileformat.html#the_database_header
 */
function refuseForeignFile(file: string): void {
  const header = readHeader(file);
  if (header === undefined || header.length === 0) return;
  if (header.length < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\0") {
    throw refusal(file, "is not a SQLite database");
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw refusal(file, "is a database of another program");
  }
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    const message = `was written by a newer sandbox (version ${version}, this one knows ${SCHEMA_VERSION})`;
    throw refusal(file, message);
  }
}

function readHeader(file: string): Buffer | undefined {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  // To open a pipe would wait for its other end.
  if (!status.isFile()) throw refusal(file, "is not a regular file");
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(100);
    const header = buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
    accessSync(file, constants.W_OK);
    return header;
  } finally {
    closeSync(descriptor);
  }
}

function prepareSchema(connection: Sqlite.DatabaseSync): void {
  connection.exec("PRAGMA busy_timeout = 5000");
  // Takes the write lock first: two sandboxes may open the same new file at once.
  connection.exec("BEGIN IMMEDIATE");
  const row = connection.prepare("PRAGMA user_version").get();
  if (row?.["user_version"] === 0) connection.exec(SCHEMA);
  refuseDamage(connection);
  connection.exec("COMMIT");
}

/** What is found here would otherwise be found by every request. */
function refuseDamage(connection: Sqlite.DatabaseSync): void {
  const check = connection.prepare("PRAGMA quick_check(1)").get();
  const found = check?.["quick_check"];
  if (found !== "ok") throw new Error("its data is damaged", { cause: found });
  connection.prepare(
    `SELECT sequence, client_id, partner_client_id, company_name, state, created_at, updated_at
     FROM customer`,
  );
}

/** Loads `node:sqlite` without the warning that it is experimental, which is no news to the user. */
function loadSqlite(): typeof Sqlite {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) throw new SandboxError("NODE_TOO_OLD", problem);
  const emitWarning: unknown = Reflect.get(process, "emitWarning");
  process.emitWarning = () => undefined;
  try {
    const sqlite = process.getBuiltinModule("node:sqlite");
    if (sqlite !== undefined) return sqlite;
  } finally {
    Reflect.set(process, "emitWarning", emitWarning);
  }
  const lacking = "the sandbox needs node:sqlite, which this runtime lacks";
  throw new SandboxError("NODE_TOO_OLD", `${lacking}: ${REMEDY}`);
}

function refusal(file: string, problem: string, cause?: unknown): SandboxError {
  return new SandboxError("DATABASE_REFUSED", `the database ${file} ${problem}`, { cause });
}
