import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IConfigFile,
} from "@microsoft/api-extractor";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "./entries.ts";

/** API Extractor's own compiler reads the declarations as a strict consumer of the package would. */
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
};

/** Nothing of these goes into a report: their texts name files of the machine. */
const messages: NonNullable<IConfigFile["messages"]> = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
  tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
};

/**
 * Everything that can be imported by an entry, as text: each export with its type in the order of names. What they refer
 * to and the entry does not export stands among them without `export`. Types of the workspace's other
 * packages are there in full, wherever they are declared.
 *
 * @throws Error when the package is not built, or its declarations are wrong.
 */
export async function makeReport(entry: Entry): Promise<string> {
  const { folder, declarations, workspacePackages, specifier } = entry;
  if (!existsSync(declarations)) {
    throw new Error(
      `${specifier} has no ${declarations.slice(folder.length + 1)}: build it first, and name the package among ` +
        "the devDependencies of tools/api-reports, so that its build is waited for",
    );
  }
  const temporary = await mkdtemp(join(tmpdir(), "api-report-"));
  try {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: declarations,
        bundledPackages: [...workspacePackages],
        newlineKind: "lf",
        compiler: { overrideTsconfig: { compilerOptions, files: [declarations] } },
        apiReport: {
          enabled: true,
          reportFolder: temporary,
          reportTempFolder: join(temporary, "work"),
          reportFileName: "report.api.md",
          includeForgottenExports: true,
        },
        messages,
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(folder, "package.json"),
    });
    const errors: string[] = [];
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        message.handled = true;
      },
    });
    if (!succeeded) throw new Error(`${specifier} can't be read:\n${errors.join("\n")}`);
    return await readFile(join(temporary, "report.api.md"), "utf8");
  } finally {
    await rm(temporary, { recursive: true });
  }
}
