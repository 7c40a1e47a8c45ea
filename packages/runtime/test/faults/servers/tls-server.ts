import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { certificate } from "../../support/certificate.js";
import { good } from "./answer.js";
import { scriptedServer, type Target } from "./scripted-server.js";
import { bytes } from "./scripts.js";

/** Whether this version of Node can be told whom to trust while it runs. */
export const canTrust = typeof setDefaultCACertificates === "function";

/** Starts a server that speaks TLS and would answer well, with a certificate that is trusted or not. */
export async function tlsServer(
  about: Parameters<typeof certificate>[0],
  trusted: boolean,
): Promise<Target> {
  const own = certificate(about);
  const server = await scriptedServer(bytes(good), { certificate: own });
  if (!trusted) return server;
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, own.cert]);
  return {
    ...server,
    close: () => {
      setDefaultCACertificates(before);
      return server.close();
    },
  };
}
