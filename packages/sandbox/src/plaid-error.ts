/** Each code the sandbox answers with: its family and its HTTP status. */
const CODES = {
  MISSING_FIELDS: ["INVALID_REQUEST", 400],
  UNKNOWN_FIELDS: ["INVALID_REQUEST", 400],
  INVALID_FIELD: ["INVALID_REQUEST", 400],
  INVALID_BODY: ["INVALID_REQUEST", 400],
  INVALID_HEADERS: ["INVALID_REQUEST", 400],
  INVALID_API_KEYS: ["INVALID_INPUT", 400],
  CUSTOMER_NOT_FOUND: ["PARTNER_ERROR", 404],
  CUSTOMER_ALREADY_CREATED: ["PARTNER_ERROR", 400],
  CUSTOMER_ALREADY_ENABLED: ["PARTNER_ERROR", 400],
  CUSTOMER_NOT_READY_FOR_ENABLEMENT: ["PARTNER_ERROR", 412],
  QUESTIONNAIRE_NOT_COMPLETE: ["PARTNER_ERROR", 412],
  INTERNAL_SERVER_ERROR: ["API_ERROR", 500],
} as const;

export type PlaidErrorCode = keyof typeof CODES;
export type PlaidErrorStatus = (typeof CODES)[PlaidErrorCode][1] | 405 | 413 | 501;

interface PlaidErrorOptions extends ErrorOptions {
  /** Overrides the status that belongs to the code. */
  readonly status?: PlaidErrorStatus;
  readonly suggestedAction?: string;
}

/** A refusal that travels to the caller in Plaid's error shape. The message is sent as it is. */
export class PlaidError extends Error {
  override readonly name = "PlaidError";
  readonly code: PlaidErrorCode;
  readonly status: PlaidErrorStatus;
  readonly #suggestedAction: string | null;

  constructor(code: PlaidErrorCode, message: string, options: PlaidErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status ?? CODES[code][1];
    this.#suggestedAction = options.suggestedAction ?? null;
  }

  /** The JSON body: the document's `PlaidError` schema. */
  toBody(requestId: string) {
    return {
      error_type: CODES[this.code][0],
      error_code: this.code,
      error_message: this.message,
      display_message: null,
      suggested_action: this.#suggestedAction,
      request_id: requestId,
    };
  }
}
