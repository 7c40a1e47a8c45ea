import type { Doc } from "./doc-comment.js";

/** Doc comments by the token that stands for them in a lowered schema. */
export class DocTokens {
  readonly #docs: Doc[] = [];

  /** Keeps `doc` and gives the token to put where openapi-typescript reads a description. */
  add(doc: Doc): string {
    this.#docs.push(doc);
    return `doc:${this.#docs.length - 1}`;
  }

  /** The doc comment that the comment text `text`, made by openapi-typescript, stands for. */
  find(text: string): Doc | undefined {
    const match = /doc:(\d+)/.exec(text);
    return match ? this.#docs[Number(match[1])] : undefined;
  }
}
