import { ClientError, name } from "./client-error.js";

/** The request failed below HTTP: no connection, a connection that broke, a certificate that was refused, a redirect that was refused. */
export class NetworkError extends ClientError {
  declare readonly name: "NetworkError";
  declare readonly code: "NETWORK";

  static {
    name(this, "NetworkError");
  }
}
