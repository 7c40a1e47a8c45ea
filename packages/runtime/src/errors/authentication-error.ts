import { ApiError } from "./api-error.js";
import { name } from "./client-error.js";

/** The server did not accept the credentials, or they may not do this: an API code that the document maps here, else 401 or 403. */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  declare readonly name: "AuthenticationError";
  declare readonly code: "AUTHENTICATION";

  static {
    name(this, "AuthenticationError");
  }
}
