import { ApiError } from "./api-error.js";
import { name } from "./client-error.js";

/** What the call is about does not exist: an API code that the document maps here, else 404. */
export class NotFoundError<Body = unknown> extends ApiError<Body> {
  declare readonly name: "NotFoundError";
  declare readonly code: "NOT_FOUND";

  static {
    name(this, "NotFoundError");
  }
}
