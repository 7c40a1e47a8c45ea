/** Where {@link STANDARD_TYPES} are in memory. */
export const STANDARD_FILE = "/standard.d.ts";

/**
 * What TypeScript needs to know of the language, and generated types of the platform. The standard library says the same at
 * length, and takes longer to read than everything that is compared. Each type has a member of its own: an empty one
 * would be assignable from anything.
 */
export const STANDARD_TYPES = `
interface Object { readonly "#Object": never }
interface Function { readonly "#Function": never }
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments { readonly "#IArguments": never }
interface String { readonly length: number; toUpperCase(): string }
interface Number { toFixed(): string }
interface Boolean { valueOf(): boolean }
interface BigInt { readonly "#BigInt": never }
interface RegExp { readonly "#RegExp": never }
interface Symbol { readonly "#Symbol": never }
interface SymbolConstructor { readonly asyncIterator: unique symbol; readonly iterator: unique symbol; readonly toPrimitive: unique symbol }
declare var Symbol: SymbolConstructor;
interface Array<T> { readonly length: number; [index: number]: T; at(index: number): T | undefined; push(...items: T[]): number }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T; at(index: number): T | undefined }
interface PromiseLike<T> { then<A, B>(done?: (value: T) => A, failed?: (reason: any) => B): PromiseLike<A | B> }
interface Promise<T> { then<A, B>(done?: (value: T) => A, failed?: (reason: any) => B): Promise<A | B>; readonly "#Promise": never }
interface AsyncIterator<T> { next(): Promise<{ readonly done?: boolean; readonly value: T }> }
interface AsyncIterable<T> { [Symbol.asyncIterator](): AsyncIterator<T> }
interface Error { name: string; message: string; stack?: string; cause?: unknown }
interface Blob { readonly "#Blob": never }
interface ArrayBuffer { readonly "#ArrayBuffer": never }
interface Uint8Array<B = ArrayBuffer> { readonly "#Uint8Array": B }
interface ReadableStream<T = any> { readonly "#ReadableStream": T }
interface Response { readonly "#Response": never }
interface Headers { readonly "#Headers": never }
interface AbortSignal { readonly "#AbortSignal": never }
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;
type ConstructorParameters<T extends abstract new (...args: any) => any> = T extends abstract new (...args: infer P) => any ? P : never;
type InstanceType<T extends abstract new (...args: any) => any> = T extends abstract new (...args: any) => infer R ? R : any;
type Awaited<T> = T extends PromiseLike<infer V> ? Awaited<V> : T;
`;
