// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error.
import { expectTypeOf, test } from "vitest";
import {
  ApiError,
  createAnswersClient,
  type Done,
  type NotThere,
  type PollJobError,
} from "../documents/answers/expected/index.js";
import { createFilesClient } from "../documents/bodies/expected/index.js";
import { type Cat, createZooClient, type Dog } from "../documents/composition/expected/index.js";
import { createNotesClient } from "../documents/json-body/expected/index.js";
import { createNullableClient } from "../documents/nullable-3.0/expected/index.js";
import { createAccountsClient } from "../documents/read-write/expected/index.js";
import {
  createFeedsClient,
  type ItemStream,
  type Order,
  type ServerSentEvent,
  type Tick,
} from "../documents/streams/expected/index.js";

test("requests have no read-only members, answers no write-only ones", async () => {
  const accounts = createAccountsClient();
  const account = { name: "n", password: "p", owner: { email: "e" } };
  // @ts-expect-error id is read-only
  void accounts.createAccount({ ...account, id: "1" });
  // @ts-expect-error so is the owner's
  void accounts.createAccount({ ...account, owner: { email: "e", id: "1" } });
  const answer = await accounts.createAccount(account);
  expectTypeOf(answer.id).toEqualTypeOf<string>();
  // @ts-expect-error the password is write-only
  void answer.password;
});

test("discriminators narrow, and requests must fit", async () => {
  const zoo = createZooClient();
  const animal = await zoo.addAnimal({ kind: "dog", name: "Rex" });
  if (animal.kind === "cat") expectTypeOf(animal).toEqualTypeOf<Cat>();
  else expectTypeOf(animal).toEqualTypeOf<Dog>();
  // @ts-expect-error a dog has no lives
  void zoo.addAnimal({ kind: "dog", name: "Rex", lives: 9 });
  // @ts-expect-error no such animal
  void zoo.addAnimal({ kind: "fish", name: "Wanda" });
});

test("optional stays optional, whatever its default is; null only where it is said", () => {
  const notes = createNotesClient();
  void notes.searchNotes();
  void notes.searchNotes({ limit: 1 });
  // @ts-expect-error not nullable
  void notes.searchNotes({ limit: null });
  // @ts-expect-error no such member
  void notes.searchNotes({ limits: 1 });
  const nullable = createNullableClient();
  void nullable.sendThing({ text: null, choice: null, inner: null, list: null });
  // @ts-expect-error required, though it may be null
  void nullable.sendThing({ text: null, choice: null, inner: null });
});

test("each status has its own body", async () => {
  const answers = createAnswersClient();
  expectTypeOf(answers.deleteIt()).resolves.toEqualTypeOf<void>();
  expectTypeOf(answers.checkText()).resolves.toEqualTypeOf<void>();
  expectTypeOf(answers.readText()).resolves.toEqualTypeOf<string>();
  expectTypeOf(answers.readFile()).resolves.toEqualTypeOf<Blob>();
  expectTypeOf(answers.pollJob()).resolves.toEqualTypeOf<Done | undefined>();
  expectTypeOf(answers.startJob()).resolves.toEqualTypeOf<Done | { job: string }>();
  expectTypeOf(answers.getOnly()).resolves.toEqualTypeOf<Done>();
  expectTypeOf(answers.readAnything()).resolves.toEqualTypeOf<unknown>();
  const result = await answers.pollJob().result();
  if (!result.ok && result.error instanceof ApiError && result.error.code === "API_ERROR") {
    expectTypeOf(result.error.body).toExtend<PollJobError | NotThere>();
  }
});

test("bytes in every form, and files for parts", () => {
  const files = createFilesClient();
  void files.sendBytes(new Uint8Array(1));
  void files.sendBytes(new ArrayBuffer(1));
  void files.sendBytes(new Blob());
  void files.sendBytes(new ReadableStream<Uint8Array>());
  // @ts-expect-error text is no bytes
  void files.sendBytes("text");
  void files.uploadFile({ file: new File([], "a") });
  // @ts-expect-error a part is a file or a blob
  void files.uploadFile({ file: new Uint8Array(1) });
});

test("items of streams", async () => {
  const feeds = createFeedsClient();
  for await (const event of await feeds.watchOrders()) {
    if (event.event === "changed") expectTypeOf(event.data).toEqualTypeOf<Order>();
    else if (event.event === "opened") expectTypeOf(event.data).toEqualTypeOf<{ id: string }>();
    else if (event.event === "note") expectTypeOf(event.data).toEqualTypeOf<string>();
    expectTypeOf(event.id).toEqualTypeOf<string>();
  }
  for await (const order of await feeds.exportOrders()) {
    expectTypeOf(order).toEqualTypeOf<Order>();
  }
  expectTypeOf(feeds.watchTicks()).resolves.toEqualTypeOf<
    ItemStream<ServerSentEvent<Tick>> | undefined
  >();
  expectTypeOf(feeds.readBackup()).resolves.toEqualTypeOf<ItemStream<Uint8Array>>();
  expectTypeOf(feeds.ask()).resolves.toEqualTypeOf<Order>();
  const accept = "text/event-stream";
  expectTypeOf(feeds.ask({}, { accept })).resolves.toEqualTypeOf<
    ItemStream<ServerSentEvent<Tick>>
  >();
  expectTypeOf(
    feeds.askStreamed({}, { accept: "application/json" }),
  ).resolves.toEqualTypeOf<Order>();
  expectTypeOf(feeds.readWhole()).resolves.toEqualTypeOf<string>();
  const { data } = await feeds.raw.GET("/log");
  expectTypeOf(data).toEqualTypeOf<unknown>();
});
