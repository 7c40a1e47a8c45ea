import { expect, test } from "vitest";
import { readDiagnostics } from "../src/measure-types.ts";

test.each([
  [
    "5.9",
    "Files: 90\nLines of Library: 100\nLines of Definitions: 20\nLines of TypeScript: 3\nInstantiations: 12\nCheck time: 0.03s\nTotal time: 1.10s\n",
  ],
  [
    "7",
    "a.ts(1,1): error TS2322: No.\nFiles: 90\nLines: 123\nInstantiations: 12\nCheck time: 0.030s\nTotal time: 1.100s\n",
  ],
])("reads what TypeScript %s tells", (version, said) => {
  expect(readDiagnostics(said)).toEqual({
    instantiations: 12,
    checkSeconds: 0.03,
    totalSeconds: 1.1,
    lines: 123,
    errors: version === "7" ? ["a.ts(1,1): error TS2322: No."] : [],
  });
});

test("says what it misses", () => {
  expect(() => readDiagnostics("tsc: command failed")).toThrow(
    "The compiler does not tell its Instantiations: tsc: command failed",
  );
});
