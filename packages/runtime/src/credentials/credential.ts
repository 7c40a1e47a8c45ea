/** A credential's value, or a function that gives it. The function is called for every attempt, so it may rotate keys. */
export type Credential = string | (() => string | Promise<string>);
