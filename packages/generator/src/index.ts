/** The generator as a library: the stages of `clientgen generate` without a command line. */
export { compareDocuments } from "./compare/compare-documents.js";
export type { Comparison } from "./compare/comparison.js";
export type { Change, Judge, Level } from "./compare/change.js";
export { readDocument } from "./compare/read-version.js";
export type { BundledDocument } from "./load/bundle.js";
export { prepareClient, writeClients, type PreparedClient } from "./generate.js";
export type { ClientSummary, GenerateOptions } from "./generate-options.js";
export type { Format } from "./format/formatter.js";
export type { EmittedFile, FileChange } from "./model/emitted-file.js";
export { formatProblem, ProblemsError, type Location, type Problem } from "./problem.js";
