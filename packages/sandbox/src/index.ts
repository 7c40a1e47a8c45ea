export type { SandboxCredentials } from "./check-credentials.js";
export { SandboxError, type SandboxErrorCode } from "./sandbox-error.js";
export {
  SANDBOX_CREDENTIALS,
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from "./start-sandbox.js";
