import type { Secret } from "./secret.js";

declare const wraps: unique symbol;

/** What marks a client that was made with `wrapSecrets: true`, for the compiler alone: no client has such a property. */
export interface WrapsSecrets {
  readonly [wraps]: true;
}

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

type Plain = string | number | boolean | bigint | null | undefined;

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
