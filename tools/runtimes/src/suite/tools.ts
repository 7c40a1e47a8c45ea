import type * as customer from "@plaid-partner/customer-client";
import type { Call, CallOptions, ClientOptions } from "@plaid-partner/runtime/client";

/** The operations of suite.yaml. Their client is generated when the suite runs, after this is compiled. */
type SuiteOperation =
  | "addNote"
  | "deleteBlob"
  | "putBlob"
  | "readBackup"
  | "readCookies"
  | "readHeaders"
  | "readLines"
  | "readPath"
  | "readPicture"
  | "readQuery"
  | "readSequence"
  | "readWithKey"
  | "readWithLogin"
  | "readWithToken"
  | "sendBytes"
  | "sendForm"
  | "sendParts"
  | "sendText"
  | "watchEvents";

/** The client of suite.yaml, with types that fit any operation. */
export type SuiteClient = Readonly<
  Record<
    SuiteOperation,
    (
      input?: unknown,
      options?: CallOptions & { readonly contentType?: string; readonly accept?: string },
    ) => Call<unknown>
  >
>;

/** What the module that is generated from suite.yaml exports. */
export interface SuiteModule {
  readonly createSuiteClient: (options: ClientOptions) => SuiteClient;
}

/** What a check works with. */
export interface Tools {
  /** The package under test, as it is packed. */
  readonly api: typeof customer;
  /** The base URL of this check: the server knows by it what to answer. */
  readonly url: string;
  /** A base URL of this machine where nobody listens. */
  readonly nobody: string;
  /** The full client of the package, with credentials, for this check's URL. */
  readonly client: typeof customer.createCustomerClient;
  /** The client of suite.yaml for this check's URL. */
  readonly suite: (options?: ClientOptions) => SuiteClient;
  /** Waits until the server has got so many requests of this check. */
  readonly received: (count: number) => Promise<void>;
  /** Lets the server send what follows the gate. */
  readonly go: () => Promise<void>;
  /** Has the server close all connections of this runtime, so that the next request makes its own. */
  readonly fresh: () => Promise<void>;
  /** Whether the server sees the connection of the last request close before its answer is over. */
  readonly closed: () => Promise<boolean>;
  /** What is to be compared of an error, or of anything else that was thrown. */
  readonly describe: (error: unknown) => unknown;
  /** What a call came to: `gives`, or `fails` with the description of the error. */
  readonly outcome: (call: () => PromiseLike<unknown>) => Promise<unknown>;
}
