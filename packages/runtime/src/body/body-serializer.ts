/** How a request body becomes what `fetch` takes. */
export interface BodySerializer {
  /** The `Content-Type` to send. Absent where `fetch` itself writes it, as for multipart. */
  readonly contentType?: string;
  /** Turns the caller's body into the bytes, text or form to send. */
  serialize(body: unknown): BodyInit;
}
