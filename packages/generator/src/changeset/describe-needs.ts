import { highest, type Level, LEVELS } from "../compare/change.js";
import { codeSpan, sentence } from "../compare/report/escape-markdown.js";
import type { Need } from "./need.js";
import { inPastTense } from "./past-tense.js";

/** Of what breaks nobody, a changelog has no more lines than this. */
const MOST_LINES = 50;

/** How many operations a heading names. */
const MOST_NAMES = 6;

/** What is told of some operations in the same packages. */
interface Group {
  /** None for what is of the whole client. */
  readonly operations: readonly string[];
  readonly packages: readonly string[];
  readonly lines: readonly Line[];
  /** Lines that are left out. */
  readonly more: number;
}

interface Line {
  readonly level: Level;
  readonly text: string;
}

/**
 * What the users of some packages read of a change of the documents, in Markdown: operation by operation, and what
 * breaks their code first.
 *
 * @param needs those that one changeset tells of.
 */
export function describeNeeds(needs: readonly Need[]): string {
  const fresh = needs.filter(({ isNew }) => isNew).map((need) => codeSpan(need.package.name));
  const changed = needs.filter(({ isNew }) => !isNew);
  const first = fresh.length === 0 ? [] : [`Made ${listed(fresh)} from the API's document.`];
  if (changed.length === 0) return first.join("\n");
  const groups = limited(groupsOf(changed));
  return [...first, lead(changed), ...groups.map((group) => section(group, changed))].join("\n\n");
}

/** The operations whose changes are told, by name. */
export function operationsOf(needs: readonly Need[]): string[] {
  const names = needs.flatMap(({ sections }) => sections.flatMap(({ operations }) => operations));
  return [...new Set(names)].sort();
}

function lead(needs: readonly Need[]): string {
  const ofDocument = needs.some(({ sources }) => sources.length > 0);
  const what = ofDocument ? "the API" : "what the package exports";
  const level = highest(needs.flatMap(({ changes }) => changes.map((change) => change.level)));
  if (level === "major") {
    const isHeld = needs.some(({ level: one, release }) => one === "major" && release !== "major");
    const why = isHeld ? " Below 1.0.0, a minor version says so." : "";
    return `**Breaking:** ${what} changed in ways that callers' code has to follow.${why}`;
  }
  if (level === "minor")
    return ofDocument ? "Followed what was added to the API." : "Exported more.";
  // Wording, and what the document says of something that is served as ever.
  if (ofDocument) return "Followed the API's document: code and data stayed as they were.";
  return "Declared in other words what the package exports.";
}

/** Each change once, with the packages that it is of; what breaks callers first, else in the order of the documents. */
function groupsOf(needs: readonly Need[]): Omit<Group, "more">[] {
  const rows = new Map<string, { operations: readonly string[]; line: Line; packages: string[] }>();
  for (const { package: owner, sections } of needs) {
    for (const { operations, level, message } of sections.flatMap((one) => one.rows)) {
      if (level === "none") continue;
      const key = JSON.stringify([operations, level, message]);
      const row = rows.get(key) ?? {
        operations,
        line: { level, text: sentence(inPastTense(message)) },
        packages: [],
      };
      if (!row.packages.includes(owner.name)) row.packages.push(owner.name);
      rows.set(key, row);
    }
  }
  const groups = new Map<string, Group & { lines: Line[] }>();
  for (const { operations, line, packages } of rows.values()) {
    const key = JSON.stringify([operations, packages]);
    const group = groups.get(key) ?? { operations, packages, lines: [], more: 0 };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, lines: [...group.lines].sort((a, b) => rank(b) - rank(a)) }))
    .sort((a, b) => rank(b.lines[0]) - rank(a.lines[0]));
}

function rank(line: Line | undefined): number {
  return line === undefined ? -1 : LEVELS.indexOf(line.level);
}

/** As much as somebody will read; nothing that breaks code is left out. */
function limited(groups: readonly Omit<Group, "more">[]): Group[] {
  let left = MOST_LINES;
  let more = 0;
  const kept = groups.flatMap((group) => {
    const lines = group.lines.filter(({ level }) => level === "major" || left-- > 0);
    more += group.lines.length - lines.length;
    return lines.length === 0 ? [] : [{ ...group, lines, more: 0 }];
  });
  return kept.map((group, index) => (index === kept.length - 1 ? { ...group, more } : group));
}

function section({ operations, lines, packages, more }: Group, needs: readonly Need[]): string {
  const items = lines.map(
    ({ level, text }) => `- ${level === "major" ? "**Breaking:** " : ""}${text}`,
  );
  if (more > 0) items.push(`- ${more} smaller ${more === 1 ? "change" : "changes"} more.`);
  const names = operations.slice(0, MOST_NAMES).map(codeSpan);
  if (operations.length > MOST_NAMES) names.push(`${operations.length - MOST_NAMES} more`);
  const of = packages.length === needs.length ? "" : ` of ${listed(packages.map(codeSpan))}`;
  const title = names.length === 0 ? "The whole client" : listed(names);
  return `**${title}${of}**\n\n${items.join("\n")}`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
