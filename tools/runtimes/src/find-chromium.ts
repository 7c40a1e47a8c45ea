import { execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Chromium's executable: what `$CHROMIUM` names, else where systems put it. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = env["CHROMIUM"];
  return (named ? [named] : PLACES).find((path) => existsSync(path));
}

/** Installs Debian's package where that is possible. */
export function installChromium(): void {
  const mayInstall = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (!mayInstall) return;
  const options: ExecFileSyncOptions = { stdio: ["ignore", "ignore", "inherit"], timeout: 400_000 };
  const args = ["install", "-y", "--no-install-recommends", "chromium"];
  try {
    execFileSync("apt-get", args, options);
  } catch {
    // Its lists may be old.
    execFileSync("apt-get", ["update"], options);
    execFileSync("apt-get", args, options);
  }
}
