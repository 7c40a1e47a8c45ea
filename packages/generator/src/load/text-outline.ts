import { splitPointer } from "./json-pointer.js";

/** A key that stands twice in one map. */
export interface DuplicateKey {
  readonly key: string;
  /** Offset of the second. */
  readonly offset: number;
}

/**
 * Where each value of a document stands in its text: flat lists in document order, for a tree of
 * objects would weigh as much as the document itself.
 */
export class TextOutline {
  readonly duplicates: DuplicateKey[] = [];
  readonly #offsets: number[] = [];
  /** Key or index in the parent. */
  readonly #keys: (string | number)[] = [];
  /** Number of the first value behind this one and all that is in it. */
  readonly #ends: number[] = [];
  readonly #open: { id: number; keys: Set<string> | undefined; count: number }[] = [];
  readonly #children = new Map<number, ReadonlyMap<string, number>>();

  /** The next value, inside of the collection that is open. */
  value(offset: number, key?: { readonly text: string; readonly offset: number }): void {
    const parent = this.#open.at(-1);
    this.#keys.push(key?.text ?? parent?.count ?? "");
    this.#offsets.push(offset);
    this.#ends.push(this.#offsets.length);
    if (!parent) return;
    parent.count += 1;
    if (!key) return;
    parent.keys ??= new Set();
    if (parent.keys.has(key.text)) this.duplicates.push({ key: key.text, offset: key.offset });
    parent.keys.add(key.text);
  }

  /** Opens the collection that {@link value} has just told of. */
  open(): void {
    this.#open.push({ id: this.#offsets.length - 1, keys: undefined, count: 0 });
  }

  close(): void {
    const closed = this.#open.pop();
    if (closed) this.#ends[closed.id] = this.#offsets.length;
  }

  /** Offset of the value at `pointer`, or of the nearest parent that the text has. */
  find(pointer: string): number {
    let id = 0;
    for (const segment of splitPointer(pointer)) {
      const child = this.#childrenOf(id).get(segment);
      if (child === undefined) break;
      id = child;
    }
    return this.#offsets[id] ?? 0;
  }

  #childrenOf(id: number): ReadonlyMap<string, number> {
    const known = this.#children.get(id);
    if (known) return known;
    const children = new Map<string, number>();
    const end = this.#ends[id] ?? 0;
    for (let child = id + 1; child < end; child = this.#ends[child] ?? end) {
      children.set(String(this.#keys[child]), child);
    }
    this.#children.set(id, children);
    return children;
  }
}
