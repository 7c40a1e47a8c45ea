// What the migration guide says of plaid-node is true of the version that it names.
import { createCustomerClient } from "@plaid-partner/customer-client";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createRequire } from "node:module";
import { inspect } from "node:util";
import { Configuration, PlaidApi } from "plaid";
import { afterEach, describe, expect, test } from "vitest";
import { checkSnippets } from "../src/check-snippets.ts";
import { createProject } from "../src/project.ts";

const SECRET = "a-secret-of-some-length";
const someone = { end_customer_client_id: "c1" };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
}

const officialOf = (basePath: string) => {
  const headers = { "PLAID-CLIENT-ID": "id", "PLAID-SECRET": SECRET };
  return new PlaidApi(new Configuration({ basePath, baseOptions: { headers } }));
};
const oursOf = (baseUrl: string) =>
  createCustomerClient({ baseUrl, credentials: { clientId: "id", secret: SECRET }, retries: 0 });

test("the guide names the version that is installed", () => {
  const { version } = createRequire(import.meta.url)("plaid/package.json") as { version: string };
  const guide = new URL("../../../docs/migrating-from-plaid-node.md", import.meta.url);
  expect(readFileSync(guide, "utf8")).toContain(`version ${version}.`);
});

test("it calls production where no base path is given", () => {
  expect(new PlaidApi(new Configuration({}))).toMatchObject({
    basePath: "https://production.plaid.com",
  });
});

describe("a redirect", () => {
  const redirected = async () => {
    const seen: unknown[] = [];
    const target = await serve((request, response) => {
      seen.push(request.headers["plaid-secret"]);
      response.setHeader("Content-Type", "application/json").end("{}");
    });
    const source = await serve((_, response) => {
      response.writeHead(307, { Location: target }).end();
    });
    return { source, seen };
  };

  test("is followed by plaid-node, with the secret", async () => {
    const { source, seen } = await redirected();
    await officialOf(source).betaPartnerCustomerV1Get(someone);
    expect(seen).toEqual([SECRET]);
  });

  test("is an error here", async () => {
    const { source, seen } = await redirected();
    const result = await oursOf(source).getCustomer(someone).result();
    expect(result).toMatchObject({ ok: false, error: { name: "ApiError", status: 307 } });
    expect(seen).toEqual([]);
  });
});

describe("a success that is no JSON", () => {
  const html: RequestListener = (_, response) => response.end("<html>");

  test("is text to plaid-node", async () => {
    const { data } = await officialOf(await serve(html)).betaPartnerCustomerV1Get(someone);
    expect(data).toBe("<html>");
  });

  test("is an error here", async () => {
    const result = await oursOf(await serve(html))
      .getCustomer(someone)
      .result();
    expect(result).toMatchObject({ ok: false, error: { name: "ParseError" } });
  });
});

describe("an error that is printed", () => {
  const failing: RequestListener = (_, response) => response.writeHead(400).end("{}");
  const texts = (error: unknown) => inspect(error, { depth: 9 }) + JSON.stringify(error);

  test("shows the secret of plaid-node", async () => {
    const call = officialOf(await serve(failing)).betaPartnerCustomerV1Get(someone);
    expect(texts(await call.catch((error: unknown) => error))).toContain(SECRET);
  });

  test("shows none here", async () => {
    const call = oursOf(await serve(failing)).getCustomer(someone);
    expect(texts(await call.catch((error: unknown) => error))).not.toContain(SECRET);
  });
});

test("its types are as the guide says", async () => {
  const code = `import { PlaidApi, Products } from "plaid";
import type {
  BetaPartnerCustomerV1CreateRequest as Beta,
  BetaPartnerEndCustomer,
  PartnerCustomerCreateRequest as Older,
  PartnerCustomerEnableRequest,
} from "plaid";

declare const plaid: PlaidApi;
const body = { end_customer_client_id: "c1" };
// @ts-expect-error A text is no object.
void plaid.betaPartnerCustomerV1Update(body);
// @ts-expect-error A text is no object.
void plaid.betaPartnerCustomerV1Enable(body);
// @ts-expect-error A text is no member of the enum.
const products: Products[] = ["auth"];
// @ts-expect-error A text is no object.
const statuses: BetaPartnerEndCustomer["product_statuses"] = { auth: "ACTIVE" };

type Required<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T];
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const older: Same<Exclude<Required<Older>, Required<Beta>>, "is_bank_addendum_completed" | "is_diligence_attested" | "legal_entity_name"> = true;
const beta: Same<Exclude<Required<Beta>, Required<Older>>, "customer_support_info"> = true;
const gone: Same<Exclude<keyof Older, keyof Beta>, "assets_under_management" | "is_bank_addendum_completed" | "registration_number"> = true;
const added: Same<Exclude<keyof Beta, keyof Older>, "bank_addendum_acceptance" | "questionnaires"> = true;
const enable: Same<keyof PartnerCustomerEnableRequest, "client_id" | "end_customer_client_id" | "secret"> = true;
void [products, statuses, older, beta, gone, added, enable];
`;
  const project = await createProject();
  try {
    const snippet = { file: "plaid", line: 1, code, given: "" };
    expect(await checkSnippets(project, [snippet])).toEqual([]);
  } finally {
    await project.remove();
  }
});
