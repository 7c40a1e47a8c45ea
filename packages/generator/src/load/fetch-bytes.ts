import { lookup } from "node:dns";
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { FetchError, TooLargeError } from "./fetch-error.js";
import { LIMITS } from "./limits.js";
import { isLoopback, isLoopbackHost, isSpecial } from "./special-addresses.js";

/** How a document is fetched. */
export interface FetchOptions {
  /** Header names and values, sent to `origin` alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly origin: string;
  /** Milliseconds until the answer has to be there as a whole. */
  readonly timeout: number;
  /** The bytes that the answer must be smaller than. */
  readonly most: number;
  /** Whether a URL may be at this IP address, which is no public one. */
  readonly mayBePrivate: (url: URL, ip: string) => boolean;
  /** Throws where a redirect may not be followed. */
  readonly checkRedirect: (url: URL) => void;
}

/** What was fetched. */
export interface Fetched {
  /** Where it came from in the end. */
  readonly url: URL;
  readonly bytes: Uint8Array;
}

/**
 * Fetches a document over https, or http from this machine. The address that is checked is the one
 * that is connected to: names are resolved once.
 *
 * @throws {FetchError} if there is none to be had within the limits.
 */
export async function fetchBytes(start: URL, options: FetchOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeout);
  let url = start;
  try {
    for (let hops = 0; hops <= LIMITS.redirects; hops += 1) {
      const response = await ask(url, options, signal);
      const { statusCode: status = 0, headers } = response;
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        response.destroy();
        url = redirected(headers.location, url);
        options.checkRedirect(url);
        continue;
      }
      if (status !== 200) {
        response.destroy();
        throw new FetchError(`The server answers with status ${status}.`, fixFor(status));
      }
      return { url, bytes: await readBody(response, options.most) };
    }
  } catch (error) {
    throw explain(error, signal, options.timeout);
  }
  throw new FetchError(
    `The server redirects more than ${LIMITS.redirects} times.`,
    "Name the address that it ends at.",
  );
}

function redirected(location: string, from: URL): URL {
  try {
    return new URL(location, from);
  } catch {
    throw new FetchError("The server redirects to no address.", "Name where the document is.");
  }
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  checkUrl(url);
  const isOwn = url.origin === options.origin;
  const settings: RequestOptions = {
    signal,
    headers: {
      accept: "application/json, application/yaml, text/yaml, */*;q=0.8",
      "accept-encoding": "identity",
      "user-agent": "clientgen",
      ...(isOwn ? options.headers : {}),
    },
    lookup: checkedLookup(url, options),
    // A connection that is kept would keep the process.
    agent: false,
  };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) checkAddress(host, url, options);
  return new Promise((resolve, reject) => {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    request(url, settings, resolve).once("error", reject).end();
  });
}

/** @throws {FetchError} for what is neither https nor this machine's own http, or holds a password. */
export function checkUrl(url: URL): void {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHost(url))) {
    throw new FetchError(
      `${url.protocol}//${url.host} is not https, so that anyone on the way could change what it gives.`,
      "Use https; http is for this machine alone.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new FetchError(
      "The address holds a user name or a password.",
      'Take it out, and give --header "Authorization: …" instead.',
    );
  }
}

function checkedLookup(url: URL, options: FetchOptions): LookupFunction {
  return (hostname, settings, callback) => {
    lookup(hostname, { ...settings, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      try {
        for (const { address } of addresses) checkAddress(address, url, options);
      } catch (refusal) {
        return callback(refusal as Error, []);
      }
      const [first] = addresses;
      if (settings.all) callback(null, addresses);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function checkAddress(address: string, url: URL, { mayBePrivate }: FetchOptions): void {
  if (url.protocol === "http:" && !isLoopback(address)) {
    const message = `${url.hostname} is ${address}, which is not this machine.`;
    throw new FetchError(message, "Use https.");
  }
  if (isSpecial(address) && !mayBePrivate(url, address)) {
    throw new FetchError(
      `${url.host} is a private address (${address}).`,
      "If it is meant, allow it with --allow-external.",
    );
  }
}

async function readBody(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    response.destroy();
    const message = `The server sends the document packed (${encoding}) without being asked.`;
    throw new FetchError(message, "Download it, and name the file.");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size >= most) throw new TooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function fixFor(status: number): string {
  if (status === 401 || status === 403) return 'Give credentials with --header "Name: value".';
  if (status === 404 || status === 410) return "Check the address.";
  return "Try again later, or download the document and name the file.";
}

function explain(error: unknown, signal: AbortSignal, timeout: number): unknown {
  if (error instanceof FetchError || error instanceof TooLargeError) return error;
  if (signal.aborted) {
    return new FetchError(
      `The document was not there within ${timeout / 1000} seconds.`,
      "Try again, or give it more time with --timeout SECONDS.",
      true,
    );
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new FetchError("There is no such host.", "Check the address, and the network.");
  }
  if (code === "ECONNREFUSED") {
    return new FetchError("Nothing answers at this address.", "Check host and port.");
  }
  return new FetchError(
    `The document can't be fetched (${code ?? message}).`,
    "Download it, and name the file.",
  );
}
