import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "./figures.ts";
import { runMeasured, type Command, type Taken } from "./run-measured.ts";
import type { Subject } from "./subjects.ts";
import { TOOLS } from "./tools.ts";

/** The medians of some runs; in words, why there are none. */
export type Medians = Taken | string;

/** Something that is run again and again. */
interface Contestant {
  readonly name: string;
  readonly rounds: number;
  /** @param folder the round's own. */
  readonly command: (folder: string) => Command;
}

/** What generating took, by the tool's name; clientgen's variants stand among them. */
export type Generation = Readonly<Record<string, Medians>>;

/** Where things are, and how long they may take. */
export interface Place {
  readonly work: string;
  readonly tools: string;
  /** The Node that generators run on. */
  readonly node: string;
  /** Seconds for one run. */
  readonly limit: number;
  readonly tell: (line: string) => void;
}

/**
 * Runs all tools over a document, in turn and in rounds, so that what else the machine does meets all alike.
 *
 * @param variants whether clientgen is also run with other formatters, and where nothing has changed.
 */
export async function measureGeneration(
  subject: Subject,
  rounds: number,
  place: Place,
  variants: boolean,
): Promise<Generation> {
  const contestants = TOOLS.map((tool): Contestant => {
    return {
      name: tool.name,
      rounds: Math.min(rounds, tool.rounds ?? rounds),
      command: (folder) => {
        const out = join(folder, tool.name.replace(/\W/g, "-"));
        mkdirSync(out, { recursive: true });
        return tool.command(place.tools, subject.spec, out);
      },
    };
  });
  if (variants) contestants.push(...variantsOf(subject, rounds, place.tools));
  return inRounds(contestants, place);
}

function variantsOf(subject: Subject, rounds: number, tools: string): Contestant[] {
  const [clientgen] = TOOLS;
  if (!clientgen) return [];
  const formats = ["none", "prettier"].map((format): Contestant => {
    return {
      name: `clientgen --format ${format}`,
      rounds: Math.min(rounds, 3),
      command: (folder) => {
        const { args } = clientgen.command(tools, subject.spec, join(folder, `format-${format}`));
        return { args: [...args, "--format", format] };
      },
    };
  });
  const unchanged: Contestant = {
    name: "clientgen, nothing changed",
    rounds,
    command: (folder) => clientgen.command(tools, subject.spec, join(folder, "clientgen")),
  };
  return [...formats, unchanged];
}

async function inRounds(contestants: readonly Contestant[], place: Place): Promise<Generation> {
  const runs = new Map(contestants.map(({ name }) => [name, [] as Taken[]]));
  const failed = new Map<string, string>();
  const most = Math.max(...contestants.map(({ rounds }) => rounds));
  // Taken away at the end alone: where many files have just been deleted, ext4 is slow to make new ones.
  const folders = join(place.work, String(Date.now()));
  for (let round = 0; round < most; round += 1) {
    for (const { name, rounds, command } of contestants) {
      if (round >= rounds || failed.has(name)) continue;
      const folder = join(folders, String(round));
      mkdirSync(folder, { recursive: true });
      const taken = await runMeasured(command(folder), folder, place.limit, place.node);
      if (typeof taken === "string") failed.set(name, taken);
      else runs.get(name)?.push(taken);
      place.tell(
        `  ${round + 1}/${rounds} ${name}: ${typeof taken === "string" ? taken : `${taken.seconds.toFixed(2)} s`}`,
      );
    }
  }
  rmSync(folders, { recursive: true, force: true });
  return Object.fromEntries(
    [...runs].map(([name, taken]) => [name, failed.get(name) ?? mediansOf(taken)]),
  );
}

function mediansOf(runs: readonly Taken[]): Taken {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}
