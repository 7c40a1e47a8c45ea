import { ConfigurationError } from "../errors/configuration-error.js";

/** The names and addresses that are this machine: RFC 6761, 6.3 and RFC 5735, 3. `URL` has made them lower case and dotted. */
const loopback = /^(.+\.)?localhost$|^127\.[\d.]+$|^\[::1\]$/;

/**
 * Refuses a base URL that credentials must not travel to, or that paths can't be added to.
 *
 * @param url The base URL.
 * @param source What it comes from, for the message, which does not repeat what may be a secret in the wrong place.
 * @returns The URL without slashes at its end.
 */
export function checkBaseUrl(url: string, source: string): string {
  try {
    const { protocol, hostname, href } = new URL(url);
    const safe = protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
    if (safe && !/[?#@]/.test(url)) return href.replace(/\/+$/, "");
  } catch {
    // Its message repeats the URL.
  }
  throw new ConfigurationError(
    `${source} must be an https URL, or http to this machine, without user or query`,
  );
}
