import { join } from "node:path";
import type { Uplink } from "./uplink.ts";

/** The configuration of verdaccio: everybody reads, who signed up publishes, and there is no website. */
export function registryConfig(folder: string, uplink: Uplink | undefined): object {
  const open = { access: "$all", publish: "$authenticated" };
  return {
    // There is no such file: paths would be relative to its folder.
    configPath: join(folder, "config.json"),
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 1 } },
    uplinks: uplink ? { configured: uplinkConfig(uplink) } : {},
    packages: {
      // Only what the rehearsal publishes: a package of this name elsewhere must not be taken for it.
      "@plaid-partner/*": open,
      "**": { ...open, ...(uplink && { proxy: "configured" }) },
    },
    publish: { allow_offline: true },
    web: { enable: false },
    max_body_size: "100mb",
    log: { type: "stdout", format: "json", level: "http" },
  };
}

function uplinkConfig({ url, auth, proxy, httpsProxy, noProxy }: Uplink): object {
  return {
    url,
    timeout: "60s",
    ...(auth && { auth }),
    ...(proxy && { http_proxy: proxy }),
    ...(httpsProxy && { https_proxy: httpsProxy }),
    ...(noProxy && { no_proxy: noProxy }),
  };
}
