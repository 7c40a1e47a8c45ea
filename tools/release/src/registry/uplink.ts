import { readFile } from "node:fs/promises";
import { ROOT } from "../paths.ts";
import { npmSettings, plainEnvironment, succeed } from "../run.ts";

/** The registry that npm is configured with here, for what the rehearsal's own one does not have. */
export interface Uplink {
  readonly url: string;
  /** What requests to it carry, where it wants to know who asks. */
  readonly auth?: { readonly type: "bearer" | "basic"; readonly token: string };
  /** A file of certificates to trust. */
  readonly cafile?: string;
  /** Proxies by scheme. */
  readonly proxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy?: string;
}

/**
 * Reads how npm reaches its registry: from its configuration at run time, so that no host stands in the repository.
 * npm does not print credentials, so these are read from the files that it names.
 */
export async function readUplink(): Promise<Uplink> {
  const [url, cafile, proxy, httpsProxy, noProxy, ...files] = await Promise.all([
    get("registry"),
    get("cafile"),
    get("proxy"),
    get("https-proxy"),
    get("noproxy"),
    get("userconfig"),
    get("globalconfig"),
  ]);
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  const auth = findAuth(url, texts, process.env);
  return {
    url,
    ...(auth && { auth }),
    ...(cafile && { cafile }),
    ...(proxy && { proxy }),
    ...(httpsProxy && { httpsProxy }),
    ...(noProxy && { noProxy }),
  };
}

async function get(key: string): Promise<string> {
  const value = await succeed("npm", ["config", "get", key], {
    cwd: ROOT,
    env: { ...plainEnvironment(), ...npmSettings() },
  });
  return ["null", "undefined", "false"].includes(value.trim()) ? "" : value.trim();
}

/**
 * The credential that `.npmrc` files have for a registry: the one with the longest path that the registry's begins with.
 *
 * @param texts The files' contents, the one that counts first.
 * @param env What `${NAME}` in them stands for.
 */
export function findAuth(
  registry: string,
  texts: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Uplink["auth"] {
  const { host, pathname } = new URL(registry);
  const place = `//${host}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
  const found = texts
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => /^\s*(\/\/[^\s=]+\/):(_authToken|_auth)\s*=\s*"?([^"\s]+)"?\s*$/.exec(line))
    .filter((match) => match !== null)
    .filter(([, prefix = ""]) => place.startsWith(prefix))
    .sort(([, a = ""], [, b = ""]) => b.length - a.length)[0];
  if (!found) return undefined;
  const [, , kind, value = ""] = found;
  const token = value.replace(/\$\{([^}?]+)\??\}/g, (_, name: string) => env[name] ?? "");
  return { type: kind === "_auth" ? "basic" : "bearer", token };
}
