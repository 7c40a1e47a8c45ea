import { ConfigurationError } from "../errors/configuration-error.js";

/** The names and addresses that are this machine: RFC 6761, 6.3 and RFC 5735, 3. `URL` has made them lower case and dotted. */
const loopback = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/;

/**
 * Refuses a base URL that credentials must not travel to, or that paths can't be added to.
 *
 * @param url The base URL.
 * @param source What it comes from, for the message.
 * @returns The URL without slashes at its end.
 */
export function checkBaseUrl(url: string, source: string): string {
  const refuse = (what: string) =>
    new ConfigurationError(
      `${source} ${what}. It must be an https URL, or http to this machine, without user, query or fragment.`,
    );
  if (!url.includes("://")) throw refuse(withScheme(url) ?? "is not a URL");
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw refuse("is not a URL");
  }
  const { protocol, hostname, username, password } = parsed;
  if (protocol !== "https:" && !(protocol === "http:" && loopback.test(hostname))) {
    throw refuse(`has ${protocol}//${hostname}`);
  }
  if (username || password) throw refuse("has a user or password in it");
  if (/[?#]/.test(url)) throw refuse("has a query or fragment");
  return parsed.href.replace(/\/+$/, "");
}

/** What to write in place of a host without a scheme. `localhost:80` is a URL, of the scheme `localhost:`. */
function withScheme(url: string): string | undefined {
  const [, host, name] = /^(([\w.-]+|\[::1\])(?::\d+)?)(?:\/|$)/.exec(url) ?? [];
  if (!host || !name) return undefined;
  const local = loopback.test(name.toLowerCase());
  // Without a dot it may be anything, a secret in the wrong place too.
  if (!local && !/\.[a-z]{2,12}$/i.test(name)) return undefined;
  return `has no scheme; write ${local ? "http" : "https"}://${host}`;
}
