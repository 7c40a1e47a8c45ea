import { componentName } from "../load/component-reference.js";
import { get } from "../load/data.js";
import type { AnswerStream } from "../model/answer-stream.js";
import type { ApiModel, Content, Direction, Operation, Schema } from "../model/api-model.js";
import { contentsOf } from "../normalise/read-content.js";
import type { FormNames } from "./component-names.js";
import { pascalCase } from "./identifiers.js";
import { builtInContent } from "./media-choices.js";
import type { OperationPlan, StreamPlan, TypePlan, TypeUse } from "./package-plan.js";
import { planStream } from "./plan-stream.js";
import type { TakeTypeName, TypeOwner } from "./type-names.js";

const ANYTHING: TypeUse = { kind: "built-in", text: "unknown" };

/** The names that are given out already, and what gives out more. */
export interface PlannedNames {
  readonly functions: ReadonlyMap<Operation, string>;
  readonly components: ReadonlyMap<string, FormNames>;
  readonly takeName: TakeTypeName;
}

/** Tells what type each body of the client has, and collects those that have to be declared for it. */
export class TypePlanner {
  /** The types of schemas that stand inline in operations. */
  readonly types: TypePlan[] = [];
  readonly #model: ApiModel;
  readonly #names: PlannedNames;
  readonly #streams = new Map<Content, StreamPlan>();

  constructor(model: ApiModel, names: PlannedNames) {
    this.#model = model;
    this.#names = names;
  }

  /** The exported name of a component's form. */
  typeName(component: string, direction: Direction): string | undefined {
    return this.#names.components.get(component)?.[direction];
  }

  /** An operation's exported type. It is one with the component that it is, if both are called the same. */
  declare(
    owner: TypeOwner,
    wanted: string,
    content: Content,
    direction: Direction,
    description: string | undefined,
    builtInOf = (given: Content) => builtInContent(this.#model.document, given, direction),
  ): { name: string; type: TypeUse } {
    const builtIn = builtInOf(content);
    const component = builtIn ? undefined : this.#component(content.schema, direction);
    if (component?.name === wanted) return { name: wanted, type: component };
    if (component) return { name: this.#names.takeName(wanted, owner), type: component };
    const type = builtIn ?? this.#use(owner, wanted, content.schema, direction, description);
    return {
      name: type.kind === "named" ? type.name : this.#names.takeName(wanted, owner),
      type,
    };
  }

  /** How a body is referred to; where its schema stands inline it becomes a type called `wanted`. */
  useContent(
    operation: Operation,
    wanted: string,
    content: Content,
    direction: Direction,
    description: string | undefined,
  ): TypeUse {
    if (content.stream) return this.#useStream(operation, content, content.stream);
    return (
      builtInContent(this.#model.document, content, direction) ??
      this.#use(operation, wanted, content.schema, direction, description)
    );
  }

  /** How those answers of success are read that are streams. */
  streamsOf({ successes }: Operation): OperationPlan["streams"] {
    const contents = successes.flatMap(({ content }) => contentsOf(content));
    return new Map(
      contents.flatMap((content) => {
        const stream = this.#streams.get(content);
        return stream ? [[content, stream] as const] : [];
      }),
    );
  }

  #useStream(operation: Operation, content: Content, stream: AnswerStream): TypeUse {
    const { plan, type } = planStream(stream, {
      base: pascalCase(this.#names.functions.get(operation) ?? ""),
      use: (wanted, schema) => this.#use(operation, wanted, schema, "response", undefined),
      takeName: (wanted) => this.#names.takeName(wanted, operation),
    });
    this.#streams.set(content, plan);
    return type;
  }

  #use(
    owner: TypeOwner,
    wanted: string,
    schema: Schema,
    direction: Direction,
    description: string | undefined,
  ): TypeUse {
    const component = this.#component(schema, direction);
    if (component) return component;
    if (schema === true || Object.keys(schema).length === 0) return ANYTHING;
    const name = this.#names.takeName(wanted, owner);
    this.types.push({ name, schema, direction, description });
    return { kind: "named", name };
  }

  #component(schema: Schema, direction: Direction): (TypeUse & { name: string }) | undefined {
    const component = componentName(get(schema, "$ref"));
    const name = component === undefined ? undefined : this.typeName(component, direction);
    return name === undefined ? undefined : { kind: "named", name };
  }
}
