import type { Rule } from "../../change.js";

/** The rules for what is of the whole API or of our own marks: servers, security, retries, wording. */
export const API_RULES = {
  "server-added": {
    level: "minor",
    title: "A server is new",
    reason: "The others are where they were.",
  },
  "server-removed": {
    level: "major",
    title: "A server is gone, or has another URL",
    reason: "Clients have its URL built in, and call where nobody may answer.",
  },
  "server-renamed": {
    level: "major",
    title: "A server has another name (`x-name`, `name`)",
    reason: "Callers choose it by its name.",
  },
  "server-variable-changed": {
    level: "major",
    title: "A variable of a server has another default, or lost one of its values",
    reason: "Clients build the URL with what they know.",
  },
  "server-variable-extended": {
    level: "minor",
    title: "A variable of a server has a further value, or is no longer restricted",
    reason: "Those that callers use are still there.",
  },
  "security-added": {
    level: "major",
    title: "An operation that was open to all asks for credentials",
    reason: "Requests without them are answered with 401.",
  },
  "security-removed": {
    level: "minor",
    title: "An operation no longer asks for credentials",
    reason: "Requests with them are still taken.",
  },
  "security-choice-added": {
    level: "minor",
    title: "Further credentials may be used instead",
    reason: "Those that callers use are still taken.",
  },
  "security-choice-removed": {
    level: "major",
    title: "Credentials are no longer taken",
    reason: "Callers who use them are refused.",
  },
  "security-scope-added": {
    level: "major",
    title: "Credentials need a further scope",
    reason: "Tokens that callers have are refused.",
  },
  "security-scope-removed": {
    level: "minor",
    title: "Credentials need a scope less",
    reason: "Tokens that callers have are still taken.",
  },
  "security-scheme-changed": {
    level: "major",
    title: "Credentials are sent in another way (type, place, name or scheme)",
    reason: "Those that callers send are not found.",
  },
  "security-flow-removed": {
    level: "major",
    title: "A way to get tokens (OAuth flow) is gone",
    reason: "Callers who go it get none.",
  },
  "security-flow-added": {
    level: "minor",
    title: "A way to get tokens (OAuth flow) is new",
    reason: "The others are still there.",
  },
  "security-url-changed": {
    level: "minor",
    title: "A URL for getting tokens is another one",
    reason:
      "Our clients are given tokens, and those that callers have still count; who gets them has to look.",
  },
  "security-known-scopes-changed": {
    level: "minor",
    title: "The list of scopes of a scheme is another one",
    reason: "What an operation asks for is told by the operation.",
  },
  "security-scheme-added": {
    level: "patch",
    title: "A security scheme that nothing uses is new",
    reason: "Nobody can use it yet.",
  },
  "security-scheme-removed": {
    level: "patch",
    title: "A security scheme that nothing used is gone",
    reason: "Nobody could use it.",
  },
  "component-schema-removed": {
    level: "patch",
    title: "A schema that nothing used is gone",
    reason:
      "It was neither sent nor received. What it does to the client's exports, the types tell.",
  },
  "idempotency-removed": {
    level: "major",
    title: "An operation is no longer idempotent (`x-idempotent`)",
    reason: "Clients of before repeat calls that may no longer be repeated.",
  },
  "idempotency-added": {
    level: "minor",
    title: "An operation is idempotent (`x-idempotent`)",
    reason: "Calls with an unknown outcome may be repeated.",
  },
  "retry-changed": {
    level: "minor",
    title:
      "Other failures are worth another try, or are tried in another way (`x-retry`, `x-outcome-check`)",
    reason: "It changes how often a client tries, not what callers get.",
  },
  "error-class-changed": {
    level: "major",
    title:
      "An error code makes another class of error, or none of its own any more (`x-error-class`)",
    reason: "Code that catches the class catches nothing.",
  },
  "error-class-added": {
    level: "minor",
    title: "An error code makes a class of error of its own (`x-error-class`)",
    reason: "It is still an ApiError.",
  },
  "error-code-changed": {
    level: "minor",
    title: "Another property holds the error code (`x-error-code`)",
    reason: "The HTTP status decides where the document is silent.",
  },
  "request-id-changed": {
    level: "minor",
    title: "Another property or header holds the request's id, or none (`x-request-id`)",
    reason: "`requestId` is optional.",
  },
  "environment-variable-changed": {
    level: "major",
    title:
      "Credentials are read from another environment variable (`x-env`, `x-env-prefix`), or from none",
    reason: "Those that are set are not found.",
  },
  "environment-variable-added": {
    level: "minor",
    title: "Credentials are read from an environment variable (`x-env`, `x-env-prefix`)",
    reason: "Those that callers give come first.",
  },
  "default-header-changed": {
    level: "major",
    title: "A header that clients send by default has another value, or none (`x-default`)",
    reason: "The API answers as another version of itself.",
  },
  "default-header-added": {
    level: "minor",
    title: "Clients send a header by default (`x-default`)",
    reason: "Those that callers set come first.",
  },
  "body-field-changed": {
    level: "major",
    title: "Credentials go to another field of the body, or no longer to one (`x-body-field`)",
    reason: "Those that clients send there are not found.",
  },
  "body-field-added": {
    level: "minor",
    title: "Credentials may go in the body (`x-body-field`)",
    reason: "In the header they are still taken.",
  },
  "stream-changed": {
    level: "major",
    title: "A response is read as a stream, or no longer, or ends in another way (`x-stream`)",
    reason: "Callers read it in another way.",
  },
  "sensitivity-changed": {
    level: "patch",
    title:
      "A value is kept out of what is printed, or no longer (`x-sensitive`, `format: password`)",
    reason: "It is sent and received as before.",
  },
  "wording-changed": {
    level: "patch",
    title: "A description, summary, title or example is another one",
    reason: "It is documentation.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
