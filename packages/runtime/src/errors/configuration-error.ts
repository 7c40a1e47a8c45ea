import { ClientError, name } from "./client-error.js";

/** A client, a call or its credentials are not set up right. The message says which option or variable, what it needs, and never its value. */
export class ConfigurationError extends ClientError {
  declare readonly name: "ConfigurationError";
  declare readonly code: "CONFIGURATION";

  static {
    name(this, "ConfigurationError");
  }
}
