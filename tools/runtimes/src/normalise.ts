import type { Recorded } from "./server/record.ts";

/** Headers that platforms set by themselves, each with what it is about. They are not compared. */
export const PLATFORM_HEADERS: Readonly<Record<string, string>> = {
  "accept-encoding": "what it can decompress",
  "accept-language": "what language its user reads",
  connection: "what becomes of the connection",
  origin: "the page",
  referer: "the page",
  "sec-*": "the page, the browser, and how the request came about",
  "cf-worker": "the worker",
};

/** What only a full client says; elsewhere it is what the platform calls itself. */
const OWN_AGENT = /plaid-partner-runtime\//;

/** What `fetch` says by itself where no answer is asked for, or does not say. */
const PLATFORM_VALUES: Readonly<Record<string, string>> = { accept: "*/*", "content-length": "0" };

/** A request as it is compared. */
export interface Comparable {
  /** Method and target. */
  readonly line: string;
  /** By name; several of one name are joined. Those of {@link PLATFORM_HEADERS} are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** A character for each byte. */
  readonly body: string;
}

/** The boundary of parts is a platform's own, and called `BOUNDARY` here. */
export function normalise({ method, target, headers, body }: Recorded): Comparable {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(type)?.[1];
  const plain = (text: string) =>
    boundary === undefined ? text : text.replaceAll(boundary, "BOUNDARY");
  const compared: Record<string, string> = {};
  for (const [name, value] of headers) {
    if (isPlatforms(name, value)) continue;
    const same = name === "content-length" ? String(plain(body).length) : plain(value);
    // A length that is wrong stays.
    const given = name === "content-length" && Number(value) !== body.length ? value : same;
    compared[name] = Object.hasOwn(compared, name) ? `${compared[name]}, ${given}` : given;
  }
  return { line: `${method} ${target}`, headers: compared, body: plain(body) };
}

function isPlatforms(name: string, value: string): boolean {
  if (name === "user-agent") return !OWN_AGENT.test(value);
  const family = name.startsWith("sec-") ? "sec-*" : name;
  return Object.hasOwn(PLATFORM_HEADERS, family) || PLATFORM_VALUES[name] === value;
}
