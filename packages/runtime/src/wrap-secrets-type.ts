import type { Secret } from "./secret.js";
import type { ItemStream } from "./stream/item-stream.js";

declare const wraps: unique symbol;

/** What marks a client that was made with `wrapSecrets: true`, for the compiler alone: no client has such a property. */
export interface WrapsSecrets {
  readonly [wraps]: true;
}

/**
 * What a call gives through a client of the type `Core`.
 *
 * @typeParam Core The type of the client. One that is marked by {@link WrapsSecrets} wraps.
 * @typeParam Data What the document promises.
 * @typeParam Names The names in the definition's `sensitive`.
 */
export type AnswerOf<Core, Data, Names extends string> = Core extends WrapsSecrets
  ? Kept<Data, Names>
  : Data;

/**
 * The data of a 2xx answer as a client with `wrapSecrets: true` gives them: every string inside a property of one of these names
 * is a {@link Secret}, and all else is as it is.
 *
 * @typeParam T The data.
 * @typeParam Names The names in the definition's `sensitive`.
 */
export type WrapSecrets<T, Names extends string> = {
  [Key in keyof T]: Key extends Names ? Wrapped<T[Key]> : Kept<T[Key], Names>;
};

/** What is no JSON with members; an open enum, `string & {}`, would else count as an object. */
type Plain = string | number | boolean | bigint | null | undefined | Blob | ItemStream<unknown>;

type Kept<T, Names extends string> = unknown extends T
  ? T
  : T extends Plain
    ? T
    : WrapSecrets<T, Names>;

type Wrapped<T> = unknown extends T
  ? T
  : T extends string
    ? Secret
    : { [Key in keyof T]: Wrapped<T[Key]> };
