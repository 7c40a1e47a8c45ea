import type { BundledDocument } from "../load/bundle.js";
import type { StreamFormat } from "../model/answer-stream.js";
import type {
  Answer,
  ApiModel,
  Content,
  Direction,
  Incoming,
  Operation,
  Schema,
} from "../model/api-model.js";

/** Key of a schema made by the plan: it stands for that type. */
export const PLANNED_TYPE = Symbol("planned type");

/** A type of `schemas.ts`: a component's form, or a schema that stood inline in an operation. */
export interface TypePlan {
  readonly name: string;
  readonly schema: Schema;
  readonly direction: Direction;
  /** Said in its doc comment where the schema itself says nothing. */
  readonly description: string | undefined;
}

/** A component that is a choice of strings: a constant object and its types, in `enums.ts`. */
export interface EnumPlan {
  /** Name of the constant and of the open type. */
  readonly name: string;
  /** Name of the closed type, where requests use it. */
  readonly inputName: string | undefined;
  readonly schema: Schema;
  readonly values: readonly string[];
  readonly nullable: boolean;
}

/** How a value of a type reaches the caller. */
export type ResponseKind = "json" | "text" | "blob" | "stream" | "empty";

/** A type as other files refer to it: a name of `schemas.ts` or `enums.ts`, a built-in, or one of the runtime's around another. */
export type TypeUse =
  | { readonly kind: "named"; readonly name: string }
  | {
      readonly kind: "built-in";
      /** `bytes`: a whole body in each form that `fetch` sends. */
      readonly text: "string" | "Blob" | "bytes" | "Uint8Array" | "unknown" | "undefined";
    }
  /** A stream of such items. */
  | { readonly kind: "stream"; readonly of: TypeUse }
  /** An event with such data; its names, none for any. */
  | { readonly kind: "event"; readonly of: TypeUse; readonly names: readonly string[] };

/** How an answer that is a stream is read. */
export interface StreamPlan {
  readonly format: StreamFormat;
  /** The exported name of the type of its events, and what they are. */
  readonly event: { readonly name: string; readonly types: readonly TypeUse[] } | undefined;
  /** The events whose data are JSON, or all but those of `text`. */
  readonly json: true | readonly string[] | undefined;
  /** The events whose data are text where those of others are JSON. */
  readonly text: readonly string[] | undefined;
  readonly end: string | undefined;
}

/** One media type that callers may choose for a body. */
export interface MediaChoice {
  readonly content: Content;
  readonly types: readonly TypeUse[];
}

/** What callers choose from where a body may have several media types. */
export interface MediaChoices {
  /** Exported name of the map from media types to types of bodies. */
  readonly name: string;
  /** The default first. */
  readonly choices: readonly MediaChoice[];
}

/** How one operation is called, with the types and the file of it. */
export interface OperationPlan {
  readonly operation: Operation;
  readonly functionName: string;
  /** File name under `operations/`, without its ending. */
  readonly fileName: string;
  /** `body`: `(body, options)`; `input`: `({ path, query, headers, body }, options)`. */
  readonly form: "body" | "input";
  /** The exported name of what a caller sends as body, and the type that it stands for. */
  readonly request: { readonly name: string; readonly type: TypeUse } | undefined;
  /** The exported name of what a call gives, and the types that it may be. */
  readonly response: { readonly name: string; readonly types: readonly TypeUse[] };
  readonly responseKind: ResponseKind;
  /** How those answers are read that are streams, in each of their media types. */
  readonly streams: ReadonlyMap<Content, StreamPlan>;
  /** What a JSON response is at its top, where the document says. */
  readonly shape: "object" | "array" | undefined;
  /** Whether one success has a body and another has none. */
  readonly mayBeEmpty: boolean;
  /** Name of the type of the first argument (`input` form) or of `options.params` (`body` form). */
  readonly parameters: string | undefined;
  /** Whether the first argument may be left out. */
  readonly argumentOptional: boolean;
  /** The request body's media types, where there are several. */
  readonly bodies: MediaChoices | undefined;
  /** Those of the answer. */
  readonly answers: MediaChoices | undefined;
  /** Whether its answers hold secrets, which a client may wrap. */
  readonly givesSecrets: boolean;
  readonly errorTypes: readonly TypeUse[];
  /** Type of each documented answer's content, for `paths.ts`. */
  readonly answerTypes: ReadonlyMap<Answer, TypeUse>;
}

/** What the API sends by itself, and the exported name of its payload with the type that it stands for. */
export interface IncomingPlan {
  readonly incoming: Incoming;
  readonly payload: { readonly name: string; readonly type: TypeUse } | undefined;
}

/** Everything that is decided before any text is made: names, files, forms. */
export interface PackagePlan {
  readonly model: ApiModel;
  /** Tells where the objects of the model's document stand in its files. */
  readonly locate: BundledDocument["locate"];
  /** `Customer` in `createCustomerClient`. */
  readonly client: string;
  readonly operations: readonly OperationPlan[];
  readonly webhooks: readonly IncomingPlan[];
  /** By the name of the function whose callbacks they are. */
  readonly callbacks: ReadonlyMap<string, readonly IncomingPlan[]>;
  readonly types: readonly TypePlan[];
  readonly enums: readonly EnumPlan[];
  readonly errorTypes: readonly TypeUse[];
  /** The exported name of a component's form. */
  readonly typeName: (component: string, direction: Direction) => string | undefined;
}
