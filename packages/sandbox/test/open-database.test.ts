import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openDatabase } from "../src/open-database.ts";
import { SandboxError } from "../src/sandbox-error.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

test("makes a new file, and opens it again", () => {
  const file = join(temporaryFolder(), "new.db");
  openDatabase(file).close();
  const database = openDatabase(file);
  expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
  expect(database.prepare("SELECT count(*) AS n FROM customer").get()).toEqual({ n: 0 });
  database.close();
});

test("takes an empty file for a new one", () => {
  const file = join(temporaryFolder(), "empty.db");
  writeFileSync(file, "");
  openDatabase(file).close();
  expect(readFileSync(file).length).toBeGreaterThan(0);
});

test("takes an address of SQLite for the name of a file, which this one can't be", () => {
  const address = `file:${temporaryFolder()}/x?mode=memory`;
  expect(errorOf(() => openDatabase(address)).message).toMatch(/cannot be opened: /);
});

test.each<[title: string, make: (file: string) => void, message: RegExp]>([
  ["text", (file) => writeFileSync(file, "name,price\n"), /is not a SQLite database/],
  ["a short file", (file) => writeFileSync(file, "SQLite format 3\0"), /is not a SQLite database/],
  [
    "a database of another program",
    (file) => run(file, "PRAGMA user_version = 1; CREATE TABLE customer (id)"),
    /is a database of another program/,
  ],
  [
    "a database of another program with a write-ahead log",
    (file) => run(file, "PRAGMA journal_mode = WAL; CREATE TABLE customer (id)"),
    /is a database of another program/,
  ],
  [
    "a newer sandbox's database",
    (file) => {
      openDatabase(file).close();
      run(file, "PRAGMA user_version = 2");
    },
    /was written by a newer sandbox \(version 2, this one knows 1\)/,
  ],
  [
    "a database whose rows are overwritten",
    (file) => overwrite(file, 4096, 0xaa),
    /cannot be opened: its data is damaged$/,
  ],
  [
    "a database whose schema is overwritten",
    (file) => overwrite(file, 100, 0xff, 4096),
    /cannot be opened: database disk image is malformed$/,
  ],
  [
    "a database that was cut off",
    (file) => cutOff(file),
    /cannot be opened: database disk image is malformed$/,
  ],
  [
    "a sandbox's database without its table",
    (file) => {
      openDatabase(file).close();
      run(file, "DROP TABLE customer");
    },
    /cannot be opened: no such table: customer$/,
  ],
  [
    "a sandbox's database without one of its columns",
    (file) => {
      openDatabase(file).close();
      run(file, "ALTER TABLE customer DROP COLUMN updated_at");
    },
    /cannot be opened: no such column: updated_at$/,
  ],
])("refuses %s and leaves it as it is", (_, make, message) => {
  const folder = temporaryFolder();
  const file = join(folder, "given.db");
  make(file);
  const before = readFileSync(file);
  const error = errorOf(() => openDatabase(file));
  expect(error).toMatchObject({ code: "DATABASE_REFUSED" });
  expect(error.message).toMatch(message);
  expect(error.message).toContain(file);
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder)).toEqual(["given.db"]);
});

test("refuses a folder, and a file in a folder that is not there", () => {
  const folder = temporaryFolder();
  expect(errorOf(() => openDatabase(folder)).message).toMatch(/is not a regular file$/);
  const missing = join(folder, "missing", "customers.db");
  expect(errorOf(() => openDatabase(missing)).message).toMatch(/cannot be opened: /);
});

/** Makes a sandbox's database and fills some of its bytes, to the end unless told otherwise. */
function overwrite(file: string, from: number, byte: number, to?: number): void {
  openDatabase(file).close();
  writeFileSync(file, readFileSync(file).fill(byte, from, to));
}

function cutOff(file: string): void {
  openDatabase(file).close();
  truncateSync(file, 8192);
}

function run(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

function errorOf(call: () => unknown): SandboxError {
  try {
    call();
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
