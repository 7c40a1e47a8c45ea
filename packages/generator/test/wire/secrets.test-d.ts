// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error.
import { expectTypeOf, test } from "vitest";
import {
  addKey,
  countUses,
  createClient,
  createVaultClient,
  type Key,
  listKeys,
  type Secret,
  type VaultClient,
  type VaultClientOptions,
  type VaultCore,
  type VaultPaths,
  type VaultWrappingClient,
} from "../documents/secrets/expected/index.js";

const input = { path: { id: "1" } };

test("the option tells the type of a client", () => {
  expectTypeOf(createVaultClient()).toEqualTypeOf<VaultClient>();
  expectTypeOf(createVaultClient({ timeout: 1 })).toEqualTypeOf<VaultClient>();
  expectTypeOf(createVaultClient({ wrapSecrets: false })).toEqualTypeOf<VaultClient>();
  expectTypeOf(createVaultClient({ wrapSecrets: undefined })).toEqualTypeOf<VaultClient>();
  expectTypeOf(createVaultClient({ wrapSecrets: true })).toEqualTypeOf<VaultWrappingClient>();
  expectTypeOf(createClient()).toEqualTypeOf<VaultCore>();
  // @ts-expect-error the client without methods wraps nothing
  createClient({ wrapSecrets: true });
  // Options that were put together elsewhere say what they may be, not what they are.
  const options: VaultClientOptions = {};
  expectTypeOf(createVaultClient(options)).toEqualTypeOf<VaultClient>();
  // @ts-expect-error misspelt
  createVaultClient({ wrapSecret: true });
  // @ts-expect-error not a boolean
  createVaultClient({ wrapSecrets: "yes" });
});

test("answers are as the document says by default", async () => {
  const client = createVaultClient();
  expectTypeOf(await client.addKey({})).toEqualTypeOf<Key>();
  expectTypeOf(await addKey(client, {})).toEqualTypeOf<Key>();
  expectTypeOf(await addKey(createClient(), {})).toEqualTypeOf<Key>();
  expectTypeOf(await client.listKeys()).toEqualTypeOf<Key[]>();
});

test("a client that wraps gives a Secret for each string under a sensitive name", async () => {
  const client = createVaultClient({ wrapSecrets: true });
  for (const key of [
    await client.addKey({}),
    await addKey(client, {}),
    ...(await client.listKeys()),
  ]) {
    expectTypeOf(key.name).toEqualTypeOf<string>();
    expectTypeOf(key.value).toEqualTypeOf<Secret>();
    expectTypeOf(key.older).toEqualTypeOf<(Secret | null)[] | undefined>();
    expectTypeOf(key.parts).toEqualTypeOf<{ public?: Secret; length?: number } | undefined>();
    expectTypeOf(key.signer?.signer?.value).toEqualTypeOf<Secret | undefined>();
    expectTypeOf(key.value.reveal()).toEqualTypeOf<string>();
    // @ts-expect-error it is no text
    key.value.trim();
  }
  const result = await addKey(client, {}).result();
  if (result.ok) expectTypeOf(result.data.value).toEqualTypeOf<Secret>();
  const { data } = await client.addKey({}).withResponse();
  expectTypeOf(data.value).toEqualTypeOf<Secret>();
});

test("what holds no secret stays as it is", async () => {
  const client = createVaultClient({ wrapSecrets: true });
  expectTypeOf(await client.countUses(input)).toEqualTypeOf<{ keys?: number }>();
  expectTypeOf(await countUses(client, input)).toEqualTypeOf<{ keys?: number }>();
  expectTypeOf(await client.listKeys({}, { accept: "text/csv" })).toEqualTypeOf<string>();
  expectTypeOf(await listKeys(client, {}, { accept: "text/csv" })).toEqualTypeOf<string>();
});

test("a client that wraps is none that does not, and both are cores", () => {
  const wrapping = createVaultClient({ wrapSecrets: true });
  // @ts-expect-error its answers are others
  const plain: VaultClient = wrapping;
  const core: VaultCore = wrapping;
  expectTypeOf([plain, core]).toBeArray();
});

test("raw belongs to the whole client, and wraps nothing", async () => {
  const { data } = await createVaultClient({ wrapSecrets: true }).raw.GET("/keys");
  expectTypeOf(data).toEqualTypeOf<Key[] | undefined>();
  expectTypeOf<keyof VaultPaths>().toEqualTypeOf<"/keys" | "/keys/{id}">();
});
