/** The generator as a library: the stages of `clientgen generate` without a command line. */
export {
  prepareClient,
  writeClients,
  type GenerateOptions,
  type PreparedClient,
} from "./generate.js";
export type { EmittedFile } from "./model/emitted-file.js";
export type { FileChange } from "./write/compare-files.js";
export { formatProblem, ProblemsError, type Location, type Problem } from "./problem.js";
