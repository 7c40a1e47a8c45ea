import type { Rule } from "../change.js";
import { REQUEST_RULES, RESPONSE_RULES } from "./value-rules.js";

/** What can happen to how operations are called, and to what a client exports. */
const CLIENT_RULES = {
  "operation-added": {
    level: "minor",
    title: "An operation was added",
    reason: "No code calls it yet.",
  },
  "operation-removed": {
    level: "major",
    title: "An operation was removed",
    reason: "Calls of it no longer compile.",
  },
  "operation-renamed": {
    level: "major",
    title: "An operation has another name",
    reason: "Calls by the old name no longer compile, though the API is the same.",
  },
  "operation-arguments-moved": {
    level: "major",
    title: "An operation takes its arguments in the other form",
    reason:
      "`(body, options)` and `({ path, query, headers, body }, options)` do not take each other's arguments.",
  },
  "request-body-became-required": {
    level: "major",
    title: "A request body became required",
    reason: "Calls without it no longer compile.",
  },
  "request-body-became-optional": {
    level: "minor",
    title: "A request body became optional",
    reason: "Calls that give it compile as before.",
  },
  "request-body-added": {
    level: "minor",
    title: "An operation takes a body, which may be left out",
    reason: "Calls without it compile as before.",
  },
  "request-required-body-added": {
    level: "major",
    title: "An operation takes a body, which is required",
    reason: "Calls without it no longer compile.",
  },
  "request-body-removed": {
    level: "major",
    title: "An operation takes no body any more",
    reason: "Calls that give it no longer compile.",
  },
  "export-added": {
    level: "minor",
    title: "An exported name was added",
    reason: "No code imports it yet.",
  },
  "export-removed": {
    level: "major",
    title: "An exported name was removed, or is another one",
    reason:
      "Imports of it no longer compile, even where a type of the same shape has another name.",
  },
  "enum-constant-removed": {
    level: "major",
    title: "An enum's constant object has one member less",
    reason: "Code that uses it no longer compiles.",
  },
  "client-renamed": {
    level: "major",
    title: "The client has another name",
    reason: "Its factory and its types are called by it: their imports no longer compile.",
  },
  "environment-added": {
    level: "minor",
    title: "An environment was added",
    reason: "Clients of the others are made as before.",
  },
  "environment-removed": {
    level: "major",
    title: "An environment was removed, or has another name",
    reason: "Options that name it no longer compile.",
  },
  "base-url-became-required": {
    level: "major",
    title: "The document names no server any more",
    reason: "A client can't be made without `baseUrl`.",
  },
  "base-url-became-optional": {
    level: "minor",
    title: "The document names a server",
    reason: "A client with `baseUrl` is made as before.",
  },
  "credential-added": {
    level: "minor",
    title: "A credential was added",
    reason:
      "The option compiles as before. Whether calls need it is not in the types: the wire judge tells it.",
  },
  "credential-removed": {
    level: "major",
    title: "A credential was removed, or has another name",
    reason: "Options that give it no longer compile.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Everything that the type checker's judge tells, with its level. */
export const TYPE_RULES = {
  ...REQUEST_RULES,
  ...RESPONSE_RULES,
  ...CLIENT_RULES,
} as const satisfies Readonly<Record<string, Rule>>;

/** The name of a rule of {@link TYPE_RULES}. */
export type TypeRule = keyof typeof TYPE_RULES;
