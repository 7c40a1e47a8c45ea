import { describe, expectTypeOf, test } from "vitest";
import type { Secret } from "../src/secret.js";
import type { ItemStream } from "../src/stream/item-stream.js";
import type { AnswerOf, WrapSecrets, WrapsSecrets } from "../src/wrap-secrets-type.js";

type Wrapped<T> = WrapSecrets<T, "password" | "secrets">;

describe("wrapped secrets", () => {
  test("are strings under the names, everything else stays as it is", () => {
    expectTypeOf<Wrapped<{ id: string; password: string; n: number }>>().toEqualTypeOf<{
      id: string;
      password: Secret;
      n: number;
    }>();
  });

  test("may be absent, null, or in lists", () => {
    expectTypeOf<
      Wrapped<{ password?: string | null; readonly secrets: readonly string[] | undefined }>
    >().toEqualTypeOf<{
      password?: Secret | null;
      readonly secrets: readonly Secret[] | undefined;
    }>();
  });

  test("are all strings beneath a name", () => {
    expectTypeOf<
      Wrapped<{ a: { secrets?: { live: string; test: { keys: [string, number] }; at: number } }[] }>
    >().toEqualTypeOf<{
      a: { secrets?: { live: Secret; test: { keys: [Secret, number] }; at: number } }[];
    }>();
    expectTypeOf<Wrapped<{ secrets: Record<string, string> }>["secrets"]>().toEqualTypeOf<
      Record<string, Secret>
    >();
  });

  test("may be in some members of a union alone", () => {
    type Either = { kind: "a"; password: string } | { kind: "b"; text: string };
    expectTypeOf<Wrapped<Either>>().toEqualTypeOf<
      { kind: "a"; password: Secret } | { kind: "b"; text: string }
    >();
    expectTypeOf<Wrapped<Either | undefined>>().toEqualTypeOf<Wrapped<Either> | undefined>();
  });

  test("leave open enums, unknown and whole lists alone", () => {
    type Status = "ACTIVE" | (string & {});
    expectTypeOf<Wrapped<{ status: Status; any: unknown }>>().toEqualTypeOf<{
      status: Status;
      any: unknown;
    }>();
    expectTypeOf<Wrapped<{ password: Status }>>().toEqualTypeOf<{ password: Secret }>();
    expectTypeOf<Wrapped<{ password: string }[]>>().toEqualTypeOf<{ password: Secret }[]>();
    expectTypeOf<Wrapped<{ secrets: unknown }>>().toEqualTypeOf<{ secrets: unknown }>();
  });

  test("of recursive data", () => {
    interface Tree {
      password: string;
      children: Tree[];
    }
    expectTypeOf<Wrapped<Tree>["children"][number]["password"]>().toEqualTypeOf<Secret>();
  });
});

describe("what a call gives", () => {
  type Data = { password: string } | undefined;
  test("depends on the client", () => {
    expectTypeOf<AnswerOf<object, Data, "password">>().toEqualTypeOf<Data>();
    expectTypeOf<AnswerOf<object & WrapsSecrets, Data, "password">>().toEqualTypeOf<
      { password: Secret } | undefined
    >();
  });

  test("is what it is where it is no JSON", () => {
    type Other = Blob | string | ItemStream<{ password: string }>;
    expectTypeOf<AnswerOf<WrapsSecrets, Other, "password">>().toEqualTypeOf<Other>();
    expectTypeOf<AnswerOf<WrapsSecrets, unknown, "password">>().toEqualTypeOf<unknown>();
  });
});
