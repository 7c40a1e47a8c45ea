import {
  constructFromEvents,
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  EVENT_ID,
  mapTag,
  mergeTag,
  parseEvents,
  seqTag,
  YAMLException,
  type Event,
} from "js-yaml";
import { checkAliases } from "./check-aliases.js";
import { explainYamlError } from "./explain-yaml-error.js";
import { LIMITS } from "./limits.js";
import { outlineYaml } from "./outline-yaml.js";
import type { ParsedText, TextProblem } from "./parsed-text.js";

const notDumped = () => false;
const anyTag = { matchByTagPrefix: true, identify: notDumped };

/** YAML 1.2's core schema with merge keys. Tags that it does not know say nothing to OpenAPI. */
const SCHEMA = CORE_SCHEMA.withTags(
  mergeTag,
  ["!", "tag:"].flatMap((prefix) => [
    defineScalarTag(prefix, { ...anyTag, resolve: (source) => source }),
    defineSequenceTag(prefix, { ...seqTag, ...anyTag }),
    defineMappingTag(prefix, { ...mapTag, ...anyTag }),
  ]),
);

/** Parses YAML 1.2, of which JSON is a part. */
export function parseYaml(text: string): ParsedText | readonly TextProblem[] {
  let events: Event[];
  try {
    // The parser counts the document and a scalar, too.
    events = parseEvents(text, { maxDepth: LIMITS.nesting + 2 });
  } catch (error) {
    return [explainYamlError(error, text)];
  }
  const second = secondDocument(events);
  if (second !== undefined) return [second];
  const hasAliases = events.some(({ type }) => type === EVENT_ID.ALIAS);
  const wrong = hasAliases ? checkAliases(events, text) : undefined;
  if (wrong) return [wrong];
  try {
    const [root] = constructFromEvents(events, {
      source: text,
      schema: SCHEMA,
      maxTotalMergeKeys: LIMITS.aliasedValues,
    });
    return { root, outline: () => outlineYaml(events, text) };
  } catch (error) {
    const { duplicates } = outlineYaml(events, text);
    if (!isDuplicate(error) || duplicates.length === 0) return [explainYamlError(error, text)];
    return duplicates.map(({ key, offset }) => ({
      offset,
      message: `The key ${JSON.stringify(key)} stands twice in one map.`,
      fix: "Keep one of the two.",
    }));
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof YAMLException && /duplicated mapping key/.test(error.reason);
}

function secondDocument(events: readonly Event[]): TextProblem | undefined {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  const [, second] = starts;
  if (second === undefined) return undefined;
  const first = events[second + 1];
  return {
    offset: first && "start" in first ? first.start : 0,
    message: `This file holds ${starts.length} YAML documents.`,
    fix: 'Keep one; they are parted by lines of "---".',
  };
}
