import type { TypeRule } from "../../../../src/compare/types/type-rules.js";
import type { Edit } from "../pet-shop.js";

/** What happens to the document, and what is told of it. */
export interface Case {
  /** What has happened to the document before. */
  readonly before?: readonly Edit[];
  readonly edits: readonly Edit[];
  /** The rule that it is an example of. */
  readonly rule: TypeRule;
  /** What else is told of the same edit. */
  readonly also?: readonly TypeRule[];
  /** In the sentence for the caller. */
  readonly message: string;
  readonly operation?: string;
  /** JSON pointers into both documents. */
  readonly old?: string;
  readonly now?: string;
  /** What the compiler says, where old code breaks. */
  readonly compiler?: RegExp;
  /** Old code, which has `shop`, a client, and `types` of it; a break is one that this shows. */
  readonly code?: string;
}
