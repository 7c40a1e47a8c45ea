/** The generator as a library: the stages of `clientgen generate` without a command line. */
export { prepareClient, writeClients, type PreparedClient } from "./generate.js";
export type { ClientSummary, GenerateOptions } from "./generate-options.js";
export type { Format } from "./format/formatter.js";
export type { EmittedFile, FileChange } from "./model/emitted-file.js";
export { formatProblem, ProblemsError, type Location, type Problem } from "./problem.js";
