import type { Rule } from "../../change.js";

/** The rules for properties of objects. */
export const PROPERTY_RULES = {
  "request-property-added": {
    level: "minor",
    title: "In a request, an optional property is new",
    reason: "Callers who don't send it are served as before.",
  },
  "request-required-property-added": {
    level: "major",
    title: "In a request, a required property is new",
    reason:
      "Requests without it, all that are made today, are refused. A default does not make them valid.",
  },
  "request-property-removed": {
    level: "major",
    title: "In a request, a property is gone",
    reason: "What callers send in it is refused, or no longer has an effect.",
  },
  "request-property-became-required": {
    level: "major",
    title: "In a request, a property became required",
    reason: "Requests without it are refused. A default does not make them valid.",
  },
  "request-property-became-optional": {
    level: "minor",
    title: "In a request, a property became optional",
    reason: "Requests with it are still taken.",
  },
  "request-property-became-read-only": {
    level: "minor",
    title: "In a request, a property is no longer meant to be sent (`readOnly`)",
    reason:
      "Requests with it are still taken (OpenAPI 3.0, 4.7.24.2: it should not be sent, which is no must).",
  },
  "request-property-no-longer-read-only": {
    level: "minor",
    title: "In a request, an optional property may be sent (it was `readOnly`)",
    reason: "Callers who don't send it are served as before.",
  },
  "request-unknown-property-required": {
    level: "patch",
    title: "In a request, a property that is described nowhere is required",
    reason:
      "It is a slip: nobody can know what to send. Told, so that it is not taken for a required property.",
  },
  "request-default-changed": {
    level: "major",
    title: "In a request, a property that may be left out has another default",
    reason: "Callers who leave it out are served in another way.",
  },
  "request-default-added": {
    level: "minor",
    title: "In a request, the default of a property is told",
    reason: "What happens without it was not told before.",
  },
  "request-default-removed": {
    level: "minor",
    title: "In a request, the default of a property is no longer told",
    reason: "Nothing says that it is another one.",
  },
  "response-property-added": {
    level: "minor",
    title: "In a response, a property is new",
    reason: "Callers pass over what they don't know.",
  },
  "response-property-removed": {
    level: "major",
    title: "In a response, an optional property is gone",
    reason: "What callers read is never there any more.",
  },
  "response-required-property-removed": {
    level: "major",
    title: "In a response, a required property is gone",
    reason: "Callers read what was always there.",
  },
  "response-property-became-required": {
    level: "minor",
    title: "In a response, a property became required",
    reason: "Callers get it more often than they had to expect.",
  },
  "response-property-became-optional": {
    level: "major",
    title: "In a response, a property became optional",
    reason: "Callers read what is not always there any more.",
  },
  "response-property-became-write-only": {
    level: "minor",
    title: "In a response, a property is said never to be there (`writeOnly`)",
    reason:
      "The mark says of a secret that answers don't hold it; the types tell callers who read it all the same.",
  },
  "response-property-no-longer-write-only": {
    level: "minor",
    title: "In a response, a property is there that was `writeOnly`",
    reason: "Callers pass over what they don't know.",
  },
  "response-unknown-property-required": {
    level: "patch",
    title: "In a response, a property that is described nowhere is required",
    reason: "It is a slip: nobody can know what it holds.",
  },
  "request-default-noted": {
    level: "patch",
    title:
      "In a request, the default of a body, or of what has to be sent, is another one, new or gone",
    reason: "Nothing is left to it.",
  },
  "response-default-noted": {
    level: "patch",
    title: "In a response, the default of a property is another one, new or gone",
    reason: "Answers say what they hold; a default is a note.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
