import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Can a certificate be made on this machine? */
export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

/**
 * Starts an https server with a certificate of its own, that answers everything with the same JSON, until the test ends.
 *
 * @returns Its URL, and the file of the certificate that a client must trust.
 */
export async function serveTls(answer: unknown): Promise<{ url: string; certificate: string }> {
  const folder = mkdtempSync(join(tmpdir(), "tls-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(
    " ",
  );
  const name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", [...made, ...name, "-keyout", key, "-out", certificate], {
    stdio: "pipe",
  });
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, certificate };
}
