import type { Rule } from "../change.js";

/** What can happen to a value that callers send. */
export const REQUEST_RULES = {
  "request-member-removed": {
    level: "major",
    title: "A request property or parameter was removed",
    reason: "An object literal that has it no longer compiles; a variable that has it does.",
  },
  "request-member-added": {
    level: "minor",
    title: "An optional request property or parameter was added",
    reason: "Calls that leave it out compile as before.",
  },
  "request-required-member-added": {
    level: "major",
    title: "A required request property or parameter was added",
    reason: "Calls without it no longer compile.",
  },
  "request-member-became-required": {
    level: "major",
    title: "A request property or parameter became required",
    reason: "Calls without it no longer compile.",
  },
  "request-member-became-optional": {
    level: "minor",
    title: "A request property or parameter became optional",
    reason:
      "Calls compile as before. Requests are written: code that reads one back has to expect `undefined`.",
  },
  "request-became-nullable": {
    level: "minor",
    title: "A request value may be null",
    reason:
      "Calls compile as before. Requests are written: code that reads one back has to expect `null`.",
  },
  "request-no-longer-nullable": {
    level: "major",
    title: "A request value may no longer be null",
    reason: "Calls that send null no longer compile.",
  },
  "request-value-added": {
    level: "minor",
    title: "A request enum value was added",
    reason:
      "Calls compile as before. A map that has to name every value of the type is told what is new.",
  },
  "request-value-removed": {
    level: "major",
    title: "A request enum value was removed",
    reason: "Calls that send it no longer compile.",
  },
  "request-alternative-added": {
    level: "minor",
    title: "A request value may be of one more type",
    reason: "Calls compile as before.",
  },
  "request-alternative-removed": {
    level: "major",
    title: "A request value may be of one type less",
    reason: "Calls that send it no longer compile.",
  },
  "request-other-members-allowed": {
    level: "minor",
    title: "A request object takes members of any name",
    reason: "Calls compile as before.",
  },
  "request-other-members-forbidden": {
    level: "major",
    title: "A request object no longer takes members of any name",
    reason: "An object literal that has others no longer compiles.",
  },
  "request-type-widened": {
    level: "minor",
    title: "The type of a request value became wider",
    reason: "What was a request is one still.",
  },
  "request-type-narrowed": {
    level: "major",
    title: "The type of a request value became narrower",
    reason: "What was a request may be none any more.",
  },
  "request-type-changed": {
    level: "major",
    title: "The type of a request value is another one",
    reason: "What was a request is none any more.",
  },
  "request-media-type-added": {
    level: "minor",
    title: "A request body has one more media type",
    reason: "Calls compile as before: the media type that is the default stays.",
  },
  "request-media-type-removed": {
    level: "major",
    title: "A request body has one media type less",
    reason: "Calls that choose it no longer compile.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** What can happen to a value that callers get. */
export const RESPONSE_RULES = {
  "response-member-removed": {
    level: "major",
    title: "A response property was removed",
    reason: "Code that reads it no longer compiles, whether it was required or optional.",
  },
  "response-member-added": {
    level: "minor",
    title: "A response property was added",
    reason:
      "Reading compiles as before. Responses are read: one that a test makes by hand lacks it where it is required.",
  },
  "response-member-became-required": {
    level: "minor",
    title: "A response property became required",
    reason:
      "Reading compiles as before. Responses are read: one that a test makes by hand may lack it.",
  },
  "response-member-became-optional": {
    level: "major",
    title: "A response property became optional",
    reason: "Code that reads it has to expect `undefined`.",
  },
  "response-became-nullable": {
    level: "major",
    title: "A response value may be null, or absent",
    reason: "Code that reads it has to expect that.",
  },
  "response-no-longer-nullable": {
    level: "minor",
    title: "A response value is no longer null, or absent",
    reason: "Code that expects it compiles as before.",
  },
  "response-value-added": {
    level: "minor",
    title: "A response enum value was added",
    reason:
      "Enums of responses are open: code that reads them expects values that it does not know.",
  },
  "response-value-removed": {
    level: "minor",
    title: "A response enum value was removed",
    reason:
      "Enums of responses are open: a comparison with any string compiles. The editor no longer offers the value.",
  },
  "response-closed-value-added": {
    level: "major",
    title: "A response value that is one of a closed list has one more",
    reason:
      "Discriminators, numbers and truth values are closed: code that handles every one misses the new one.",
  },
  "response-closed-value-removed": {
    level: "major",
    title: "A response value that is one of a closed list has one less",
    reason:
      "Discriminators, numbers and truth values are closed: a comparison with it no longer compiles.",
  },
  "response-values-closed": {
    level: "major",
    title: "A response value that could be any is one of a closed list",
    reason: "A comparison with another value no longer compiles.",
  },
  "response-alternative-added": {
    level: "major",
    title: "A response value may be of one more type",
    reason: "Code that reads it has to find out which it is.",
  },
  "response-alternative-removed": {
    level: "major",
    title: "A response value may be of one type less",
    reason: "Code that asks whether it is of that type no longer compiles.",
  },
  "response-other-members-allowed": {
    level: "minor",
    title: "A response object has members of any name",
    reason: "Code that reads those it knows compiles as before.",
  },
  "response-other-members-forbidden": {
    level: "major",
    title: "A response object no longer has members of any name",
    reason: "Code that reads others no longer compiles.",
  },
  "response-type-widened": {
    level: "major",
    title: "The type of a response value became wider",
    reason: "Code that reads it gets what it does not expect.",
  },
  "response-type-narrowed": {
    level: "minor",
    title: "The type of a response value became narrower",
    reason: "What callers get is still what they expect.",
  },
  "response-type-changed": {
    level: "major",
    title: "The type of a response value is another one",
    reason: "Code that reads it gets what it does not expect.",
  },
  "response-media-type-added": {
    level: "minor",
    title: "An answer has one more media type",
    reason: "Calls compile as before: the media type that is the default stays.",
  },
  "response-media-type-removed": {
    level: "major",
    title: "An answer has one media type less",
    reason: "Calls that ask for it no longer compile.",
  },
  "response-member-became-secret": {
    level: "major",
    title: "A response property became a secret",
    reason: "A client with `wrapSecrets: true` gets a `Secret` where it got a string.",
  },
  "response-member-no-longer-secret": {
    level: "major",
    title: "A response property is no longer a secret",
    reason: "A client with `wrapSecrets: true` gets a string where it got a `Secret`.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
