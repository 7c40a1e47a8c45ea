import { operationsOf, type OpenApi, type Schema } from "../open-api.ts";
import { edit, renameKey, type Edit } from "./edit.ts";

interface Named {
  readonly name: string;
  readonly shown: string;
}

/** What can become of a document's servers, security and components, and of the document as a whole. */
export const DOCUMENT_EDITS: readonly Edit[] = [
  edit("server added", whole, (_, document) => {
    document.servers = [
      ...(document.servers ?? []),
      { url: "https://added.example", description: "Added", "x-name": "added" },
    ];
  }),
  edit("server removed", serversOfSeveral, (_, document) => {
    document.servers?.pop();
  }),
  edit("server renamed", servers, (_, document) => {
    const [server] = document.servers ?? [];
    if (!server) return;
    server["x-name"] = "renamed";
    server.description = "renamed";
  }),
  edit("server's address changed", servers, (_, document) => {
    const [server] = document.servers ?? [];
    if (server) server.url = "https://moved.example/api";
  }),

  edit("security scheme added beside the others", secured, (_, document) => {
    schemes(document)["addedByEdit"] = { type: "apiKey", in: "header", name: "X-Added" };
    document.security = (document.security ?? []).map((one) => ({ ...one, addedByEdit: [] }));
  }),
  edit("other way to sign in added", secured, (_, document) => {
    schemes(document)["addedByEdit"] = { type: "apiKey", in: "header", name: "X-Added" };
    document.security?.push({ addedByEdit: [] });
  }),
  edit("security removed", secured, (_, document) => {
    delete document.security;
  }),
  edit("security added", unsecured, (_, document) => {
    document.components = { ...document.components };
    document.components.securitySchemes = {
      ...document.components.securitySchemes,
      addedByEdit: { type: "apiKey", in: "header", name: "X-Added" },
    };
    document.security = [{ addedByEdit: [] }];
  }),
  edit("security scheme renamed", usedSchemes, ({ name }, document) => {
    const renamed = `${name}Renamed`;
    renameKey(schemes(document), name, renamed);
    const lists = [document, ...operationsOf(document).map(({ operation }) => operation)];
    for (const { security } of lists) {
      for (const one of security ?? []) if (one[name]) renameKey(one, name, renamed);
    }
  }),
  edit("security scheme's header renamed", headerSchemes, ({ name }, document) => {
    const scheme = schemes(document)[name];
    if (scheme) scheme["name"] = "X-Renamed";
  }),
  edit("an operation needs no security any more", securedOperations, ({ operation }) => {
    operation.security = [];
  }),

  edit("component renamed", components, ({ name }, document) => {
    const all = document.components?.schemas ?? {};
    const taken = JSON.stringify(document).replaceAll(
      `"#/components/schemas/${name}"`,
      `"#/components/schemas/${name}Renamed"`,
    );
    Object.assign(document, JSON.parse(taken));
    renameKey(document.components?.schemas ?? all, name, `${name}Renamed`);
  }),
  edit("unused component added", whole, (_, document) => {
    document.components = { ...document.components };
    document.components.schemas = {
      ...document.components.schemas,
      AddedByEdit: { type: "object", properties: { name: { type: "string" } } },
    };
  }),
  edit("unused component removed", unused, ({ name }, document) => {
    delete document.components?.schemas?.[name];
  }),
  edit("component written where it is used", components, ({ name }, document) => {
    const target = document.components?.schemas?.[name];
    if (target) inlineOnce(document.paths, `#/components/schemas/${name}`, target);
  }),

  edit("document described anew", whole, (_, { info }) => {
    info.description = "Other words for the same.";
  }),
  edit("document's version changed", whole, (_, { info }) => {
    info.version = "2099-01-01";
  }),
  edit("document's title changed", whole, (_, { info }) => {
    info.title = `${info.title} renamed`;
  }),
  edit("paths in another order", whole, (_, document) => {
    document.paths = Object.fromEntries(Object.entries(document.paths).toReversed());
  }),
];

function whole(): Named[] {
  return [{ name: "", shown: "the document" }];
}

function servers({ servers: given }: OpenApi): Named[] {
  return (given?.length ?? 0) > 0 ? whole() : [];
}

function serversOfSeveral({ servers: given }: OpenApi): Named[] {
  return (given?.length ?? 0) > 1 ? whole() : [];
}

function secured({ security }: OpenApi): Named[] {
  return (security?.length ?? 0) > 0 ? whole() : [];
}

function unsecured(document: OpenApi): Named[] {
  return document.security === undefined ? whole() : [];
}

function securedOperations(document: OpenApi) {
  return operationsOf(document).filter(
    ({ operation }) => (operation.security ?? document.security ?? []).length > 0,
  );
}

function schemes(document: OpenApi): Record<string, Record<string, unknown>> {
  return document.components?.securitySchemes ?? {};
}

function usedSchemes(document: OpenApi): Named[] {
  const lists = [document, ...operationsOf(document).map(({ operation }) => operation)];
  const used = new Set(
    lists.flatMap(({ security }) => (security ?? []).flatMap((one) => Object.keys(one))),
  );
  return Object.keys(schemes(document))
    .filter((name) => used.has(name))
    .map((name) => ({ name, shown: name }));
}

function headerSchemes(document: OpenApi): Named[] {
  return usedSchemes(document).filter(({ name }) => {
    const scheme = schemes(document)[name];
    return scheme?.["type"] === "apiKey" && scheme["in"] === "header";
  });
}

function components(document: OpenApi): Named[] {
  const text = JSON.stringify(document.paths);
  return Object.keys(document.components?.schemas ?? {})
    .filter((name) => text.includes(`"#/components/schemas/${name}"`))
    .map((name) => ({ name, shown: name }));
}

function unused(document: OpenApi): Named[] {
  const text = JSON.stringify(document);
  return Object.keys(document.components?.schemas ?? {})
    .filter((name) => !text.includes(`#/components/schemas/${name}"`))
    .map((name) => ({ name, shown: name }));
}

/** Puts a copy in place of the first reference, and stops. */
function inlineOnce(value: unknown, reference: string, target: Schema): boolean {
  if (typeof value !== "object" || value === null) return false;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== "object" || child === null) continue;
    if ((child as Schema).$ref === reference) {
      (value as Record<string, unknown>)[key] = structuredClone(target);
      return true;
    }
    if (inlineOnce(child, reference, target)) return true;
  }
  return false;
}
