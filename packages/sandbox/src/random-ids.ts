import { randomBytes, randomInt } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A request ID as Plaid's look: 15 letters and digits, upper and lower case distinct. */
export function newRequestId(): string {
  return Array.from({ length: 15 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** An end customer's `client_id`: 24 hexadecimal characters. */
export function newClientId(): string {
  return randomBytes(12).toString("hex");
}

/** An end customer's secret: 30 hexadecimal characters, the length Plaid's have. */
export function newSecret(): string {
  return randomBytes(15).toString("hex");
}
