import { expect, test } from "vitest";
import { Report } from "../../src/check/report.js";

test("orders problems by file and line, and keeps each once", () => {
  const report = new Report();
  report.error({ file: "b", line: 9 }, "one", "");
  report.warning({ file: "a", line: 3 }, "two", "");
  report.error({ file: "b", line: 2, column: 5 }, "three", "");
  report.error({ file: "b", line: 2, column: 1 }, "four", "");
  report.error({ file: "b", line: 9 }, "one", "");
  expect(report.problems.map(({ message }) => message)).toEqual(["four", "three", "one", "two"]);
});

test("has failed by errors alone", () => {
  const report = new Report();
  report.warning({ file: "a" }, "warning", "");
  expect(report.failed).toBe(false);
  report.error({ file: "a" }, "error", "");
  expect(report.failed).toBe(true);
});
