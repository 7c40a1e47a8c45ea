// `node write-issue.ts REPORT PATCH`: writes the text of the issue to standard output, for the workflow.
import { readFileSync } from "node:fs";
import { writeIssue } from "./issue.ts";

const [report = "", patch = ""] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
process.stdout.write(writeIssue(report, patch));
