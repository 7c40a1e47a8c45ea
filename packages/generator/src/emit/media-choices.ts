import type { MediaChoices, OperationPlan } from "../plan/package-plan.js";
import { readAs } from "../plan/media-choices.js";
import { topShape } from "../plan/top-shape.js";
import type { Answer, ApiModel } from "../model/api-model.js";
import {
  type Code,
  code,
  identifier,
  literal,
  nothing,
  objectLiteral,
  propertyKey,
} from "./code.js";
import { docComment } from "./doc-comment.js";
import { unionCode } from "./imports.js";
import { bodySerializer } from "./serializers.js";
import { answerReader, streamReader } from "./stream-reader.js";

/** The maps from media types to types of bodies, of an operation that has several. */
export function choiceTypes({ bodies, answers, functionName }: OperationPlan): Code {
  return code`${choiceType(bodies, `What {@link ${functionName}} sends, by the option \`contentType\`.`)}${choiceType(answers, `What {@link ${functionName}} gives, by the option \`accept\`.`)}`;
}

function choiceType(media: MediaChoices | undefined, summary: string): Code {
  if (!media) return nothing;
  const members = media.choices.map(
    ({ content, types }) =>
      code`${propertyKey(content.mediaType)}: ${unionCode(types, code`undefined`)};\n`,
  );
  return code`${docComment({ summary })}export interface ${identifier(media.name)} {\n${members}}\n\n`;
}

/**
 * `<SentAs …, ReadAs …>` of a function whose caller may choose media types.
 *
 * @param last a parameter behind these.
 */
export function typeParameters({ bodies, answers }: OperationPlan, last?: Code): Code {
  const chosen = [
    ...(bodies ? [typeParameter("SentAs", bodies)] : []),
    ...(answers ? [typeParameter("ReadAs", answers)] : []),
    ...(last ? [last] : []),
  ];
  return chosen.length === 0 ? nothing : code`<${chosen}>`;
}

function typeParameter(name: string, { name: map, choices }: MediaChoices): Code {
  const first = literal(choices[0]?.content.mediaType ?? "");
  return code`${identifier(name)} extends keyof ${identifier(map)} = ${first}, `;
}

/** What the choice adds to the type of a function's options. */
export function choiceOptions({ bodies, answers }: OperationPlan): Code {
  if (!bodies && !answers) return nothing;
  const sent = bodies ? code`contentType?: SentAs | undefined; ` : nothing;
  const read = answers ? code`accept?: ReadAs | undefined; ` : nothing;
  return code` & { ${sent}${read}}`;
}

/** The type of the body, where callers may choose. */
export function chosenBody(media: MediaChoices): Code {
  return code`${identifier(media.name)}[SentAs]`;
}

/** The type of what a call gives, where callers may choose. */
export function chosenAnswer(media: MediaChoices): Code {
  return code`${identifier(media.name)}[ReadAs]`;
}

/** What the runtime needs to know of the choice, and the names of the runtime in it. */
export function choiceDefinition(
  { bodies, answers, operation, mayBeEmpty, streams }: OperationPlan,
  model: ApiModel,
): { readonly value: Code; readonly imports: readonly string[] } | undefined {
  if (!bodies && !answers) return undefined;
  const imports: string[] = [];
  const bodyEntries = bodies?.choices.map(({ content }): [string, Code] => {
    const serializer = bodySerializer(content);
    imports.push(...(serializer?.imports ?? []));
    return [
      content.mediaType,
      objectLiteral(serializer ? [["serializeBody", serializer.value]] : []),
    ];
  });
  const answerEntries = answers?.choices.map(({ content }): [string, Code] => {
    const response = readAs(content);
    const same = operation.successes.map((answer) => narrowed(answer, content.mediaType));
    const shape = response === "json" ? topShape(model, same) : undefined;
    const stream = streams.get(content);
    const reader = stream
      ? streamReader(stream)
      : answerReader(response === "stream" ? "blob" : response);
    imports.push(...(reader?.imports ?? []));
    return [
      content.mediaType,
      objectLiteral([
        ...(reader ? [["response", reader.value] as const] : []),
        ...(shape ? [["shape", literal(shape)] as const] : []),
        ...(mayBeEmpty ? [["mayBeEmpty", literal(true)] as const] : []),
      ]),
    ];
  });
  return {
    value: objectLiteral([
      ...(bodyEntries ? [["bodies", objectLiteral(bodyEntries)] as const] : []),
      ...(answerEntries ? [["answers", objectLiteral(answerEntries)] as const] : []),
    ]),
    imports,
  };
}

/** An answer as it is in one of its media types. */
function narrowed(answer: Answer, mediaType: string): Answer {
  const content = answer.content?.others.find((one) => one.mediaType === mediaType);
  return content ? { ...answer, content: { ...content, others: [] } } : answer;
}
