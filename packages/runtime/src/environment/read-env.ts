/**
 * An environment variable, undefined where it is unset or empty, or where there are none (browsers) or may not be read
 * (Deno without `--allow-env` throws).
 */
export function readEnv(name: string | undefined): string | undefined {
  try {
    const { process } = globalThis as {
      process?: { env?: Record<string, string | undefined> };
    };
    return (name && process?.env?.[name]) || undefined;
  } catch {
    return undefined;
  }
}

/** An option and the variable that may stand for it, for messages. */
export function withVariable(option: string, variable: string | undefined): string {
  return option + (variable ? ` (or ${variable})` : "");
}
