/**
 * Names of a document by the token that stands for them in what openapi-typescript gets: it reads a
 * member's name as a piece of a reference, and fails over a stray `%`.
 */
export class NameTokens {
  readonly #names: string[] = [];
  readonly #tokens = new Map<string, string>();

  /** What to call a member `name`: itself where it is an identifier or a number, else a token. */
  add(name: string): string {
    if (/^(?:[A-Za-z_$][\w$]*|0|[1-9]\d{0,14})$/.test(name) && name !== "__proto__") return name;
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const token = `name:${this.#names.push(name) - 1}`;
    this.#tokens.set(name, token);
    return token;
  }

  /** The name that `token` stands for; `undefined` for a name that stands for itself. */
  find(token: string): string | undefined {
    const match = /^name:(\d+)$/.exec(token);
    return match ? this.#names[Number(match[1])] : undefined;
  }
}
