import { get, getObjects, type JsonObject } from "../data.ts";
import type { Direction } from "../difference.ts";
import type { Both, SchemaComparer } from "./compare-schemas.ts";
import type { Operation } from "./operations.ts";
import { presence } from "./sides.ts";

/** Compares what an operation is sent. */
export function compareBodies(
  mine: Operation,
  theirs: Operation,
  both: Both,
  schemas: SchemaComparer,
) {
  const own = both.ours.follow(get(mine.operation, "requestBody"));
  const other = both.upstream.follow(get(theirs.operation, "requestBody"));
  const places = {
    ours: both.ours.place(mine.operation, "requestBody"),
    upstream: both.upstream.place(theirs.operation, "requestBody"),
  };
  const said = (body: JsonObject | undefined) =>
    body && (get(body, "required") === true ? "required" : "optional");
  both.findings.tell(
    "request-body",
    places,
    { ours: said(own), upstream: said(other) },
    { direction: "request", operation: mine.shown },
  );
  if (own && other) compareContent(own, other, "request", mine.shown, both, schemas);
}

/** Compares what an operation answers. */
export function compareResponses(
  mine: Operation,
  theirs: Operation,
  both: Both,
  schemas: SchemaComparer,
) {
  const { ours, upstream, findings } = both;
  const [own, other] = [mine, theirs].map((one) => new Map(getObjects(one.operation, "responses")));
  const context = { direction: "response", operation: mine.shown } as const;
  for (const status of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const answer = ours.follow(own?.get(status));
    const otherAnswer = upstream.follow(other?.get(status));
    const places = {
      ours: ours.place(mine.operation, "responses", status),
      upstream: upstream.place(theirs.operation, "responses", status),
    };
    findings.tell("response", places, presence(answer, otherAnswer), context);
    if (!answer || !otherAnswer) continue;
    compareContent(answer, otherAnswer, "response", mine.shown, both, schemas);
    compareHeaders(answer, otherAnswer, mine.shown, both, schemas);
  }
}

function compareHeaders(
  mine: JsonObject,
  theirs: JsonObject,
  operation: string,
  both: Both,
  schemas: SchemaComparer,
): void {
  const [own, other] = [mine, theirs].map(
    (one) =>
      new Map(getObjects(one, "headers").map(([name, header]) => [name.toLowerCase(), header])),
  );
  for (const name of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const header = both.ours.follow(own?.get(name));
    const otherHeader = both.upstream.follow(other?.get(name));
    const places = {
      ours: both.ours.place(header ?? mine, ...(header ? [] : ["headers", name])),
      upstream: both.upstream.place(
        otherHeader ?? theirs,
        ...(otherHeader ? [] : ["headers", name]),
      ),
    };
    const context = { direction: "response", operation } as const;
    both.findings.tell("header", places, presence(header, otherHeader), context);
    if (header && otherHeader) {
      schemas.compare(get(header, "schema"), get(otherHeader, "schema"), "response", operation);
    }
  }
}

function compareContent(
  mine: JsonObject,
  theirs: JsonObject,
  direction: Direction,
  operation: string,
  both: Both,
  schemas: SchemaComparer,
): void {
  const [own, other] = [mine, theirs].map(
    (one) =>
      new Map(
        getObjects(one, "content").map(([type, media]) => [
          type.toLowerCase().replace(/\s+/g, ""),
          { type, media },
        ]),
      ),
  );
  for (const key of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const media = own?.get(key);
    const otherMedia = other?.get(key);
    const places = {
      ours: both.ours.place(mine, "content", media?.type ?? key),
      upstream: both.upstream.place(theirs, "content", otherMedia?.type ?? key),
    };
    const context = { direction, operation };
    both.findings.tell("media-type", places, presence(media, otherMedia), context);
    if (media && otherMedia) {
      const [one, two] = [media, otherMedia].map(({ media }) => get(media, "schema") ?? {});
      schemas.compare(one, two, direction, operation);
    }
  }
}
