import type { Rule } from "../../change.js";

/** The rules for operations, their parameters, bodies and responses. */
export const OPERATION_RULES = {
  "operation-added": {
    level: "minor",
    title: "An operation is new",
    reason: "Nobody calls it yet.",
  },
  "operation-removed": {
    level: "major",
    title: "An operation is gone",
    reason:
      "Calls of it fail, deprecated or not: a deprecation is told beforehand, as a minor change.",
  },
  "operation-deprecated": {
    level: "minor",
    title: "An operation is deprecated, or the day of its end is new or another one (`x-sunset`)",
    reason: "It works as before; callers are told to leave it.",
  },
  "operation-undeprecated": {
    level: "minor",
    title: "An operation is no longer deprecated, or has no day of its end any more",
    reason: "It works as before.",
  },
  "operation-id-changed": {
    level: "patch",
    title: "An operation has another `operationId`",
    reason: "Nothing of it is sent. What it does to names in the client, the types tell.",
  },
  "operation-tags-changed": {
    level: "patch",
    title: "An operation has other `tags`",
    reason: "They sort documentation.",
  },
  "parameter-removed": {
    level: "major",
    title: "A parameter is gone",
    reason: "What callers send in it is refused, or no longer has an effect.",
  },
  "parameter-added": {
    level: "minor",
    title: "An optional parameter is new",
    reason: "Callers who don't send it are served as before.",
  },
  "required-parameter-added": {
    level: "major",
    title: "A required parameter is new",
    reason: "Requests without it, all that are made today, are refused.",
  },
  "parameter-became-required": {
    level: "major",
    title: "A parameter became required",
    reason: "Requests without it are refused.",
  },
  "parameter-became-optional": {
    level: "minor",
    title: "A parameter became optional",
    reason: "Requests with it are still taken.",
  },
  "parameter-style-changed": {
    level: "major",
    title: "A parameter is written in another way (`style`, `explode`, `content`)",
    reason: "What callers send is read as something else.",
  },
  "parameter-reserved-changed": {
    level: "minor",
    title: "Reserved characters of a parameter are written in another way (`allowReserved`)",
    reason: "Servers decode both ways.",
  },
  "parameter-empty-forbidden": {
    level: "major",
    title: "A parameter may no longer be empty (`allowEmptyValue`)",
    reason: "Requests with an empty one are refused.",
  },
  "parameter-empty-allowed": {
    level: "minor",
    title: "A parameter may be empty (`allowEmptyValue`)",
    reason: "All that callers send today is still taken.",
  },
  "parameter-deprecated": {
    level: "minor",
    title: "A parameter is deprecated, or the day of its end is new or another one (`x-sunset`)",
    reason: "It works as before; callers are told to leave it.",
  },
  "parameter-undeprecated": {
    level: "minor",
    title: "A parameter is no longer deprecated, or has no day of its end any more",
    reason: "It works as before.",
  },
  "parameter-default-changed": {
    level: "major",
    title: "An optional parameter has another default",
    reason: "Callers who leave it out are served in another way.",
  },
  "parameter-default-added": {
    level: "major",
    title: "An optional parameter has a default",
    reason: "Callers who leave it out are served as if they had sent it.",
  },
  "parameter-default-removed": {
    level: "major",
    title: "An optional parameter has no default any more",
    reason: "Callers who leave it out are no longer served as if they had sent it.",
  },
  "body-added": {
    level: "minor",
    title: "An operation takes a body that may be left out",
    reason: "Callers who send none are served as before.",
  },
  "required-body-added": {
    level: "major",
    title: "An operation asks for a body",
    reason: "Requests without one, all that are made today, are refused.",
  },
  "body-removed": {
    level: "major",
    title: "An operation takes no body any more",
    reason: "What callers send in it is refused, or no longer has an effect.",
  },
  "body-became-required": {
    level: "major",
    title: "A body became required",
    reason: "Requests without it are refused.",
  },
  "body-became-optional": {
    level: "minor",
    title: "A body became optional",
    reason: "Requests with it are still taken.",
  },
  "request-media-type-added": {
    level: "minor",
    title: "A body may be of a further media type",
    reason: "Those that callers send are still taken.",
  },
  "request-media-type-removed": {
    level: "major",
    title: "A body may not be of a media type any more, or only of a part of it",
    reason: "Bodies that callers send are refused.",
  },
  "request-encoding-changed": {
    level: "major",
    title: "A part of a body is written in another way (`encoding`)",
    reason: "What callers send is read as something else.",
  },
  "response-media-type-added": {
    level: "minor",
    title: "A response may be of a further media type",
    reason: "Callers ask for the one that they read (`Accept`).",
  },
  "response-media-type-removed": {
    level: "major",
    title: "A response is not of a media type any more",
    reason: "Callers can't read what they get instead.",
  },
  "response-media-type-widened": {
    level: "major",
    title: "A response is of a more general media type (`application/json` became `application/*`)",
    reason: "Callers get what they can't read.",
  },
  "response-media-type-narrowed": {
    level: "minor",
    title:
      "A response is of a more special media type (`application/json` became `application/problem+json`)",
    reason: "Who reads the general one reads the special one.",
  },
  "response-encoding-changed": {
    level: "major",
    title: "A part of a response is written in another way (`encoding`)",
    reason: "Callers read it as something else.",
  },
  "media-type-parameters-changed": {
    level: "minor",
    title: "A media type has another `charset`",
    reason: "Who reads the type reads it with others, too.",
  },
  "success-status-added": {
    level: "minor",
    title: "An operation has a further status for success",
    reason: "Any 2xx is a success to our clients.",
  },
  "success-status-removed": {
    level: "major",
    title: "A status for success is gone",
    reason: "Callers wait for what does not come.",
  },
  "error-status-added": {
    level: "minor",
    title: "A status for failure, or `default`, is new",
    reason: "Callers have to expect any status.",
  },
  "error-status-removed": {
    level: "minor",
    title: "A status for failure, or `default`, is gone",
    reason: "Who has code for it has no harm from it.",
  },
  "response-header-added": {
    level: "minor",
    title: "A response has a further header",
    reason: "Callers pass over what they don't know.",
  },
  "response-header-removed": {
    level: "major",
    title: "A response has an optional header no more",
    reason: "What callers read is never there any more.",
  },
  "response-required-header-removed": {
    level: "major",
    title: "A response has a required header no more",
    reason: "Callers read what was always there.",
  },
  "response-header-became-optional": {
    level: "major",
    title: "A header of a response became optional",
    reason: "Callers read what is not always there any more.",
  },
  "response-header-became-required": {
    level: "minor",
    title: "A header of a response became required",
    reason: "Callers get it more often than they had to expect.",
  },
  "link-changed": {
    level: "patch",
    title: "A link from a response to an operation is new, gone or another one",
    reason: "It is documentation.",
  },
  "message-added": {
    level: "minor",
    title: "A webhook or callback is new",
    reason: "Who does not ask for it does not get it.",
  },
  "message-removed": {
    level: "major",
    title: "A webhook or callback is gone",
    reason: "Callers wait for what does not come.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
