import type { ParameterStyle } from "./parameter-style.js";

/**
 * Percent-encodes a text. With `allowReserved`, what is percent-encoded already stays so (RFC 6570, 3.2.3), and so do reserved
 * characters (RFC 3986, 2.2) but for those that would end the value: `#`, `[`, `]`, `&` and `+` in queries and forms.
 */
export function encode(text: string, { allowReserved }: ParameterStyle = {}): string {
  const encoded = encodeURIComponent(text);
  return allowReserved
    ? encoded
        .replace(/%(?:2[4CF]|3[ABDF]|40)/g, decodeURIComponent)
        .replace(/%25(?=[\da-f]{2})/gi, "%")
    : encoded;
}

/** The same in a path, where `/` and `?` would end the value, too (OpenAPI 3.2, 4.12.2.1). */
export function encodeInPath(text: string, style: ParameterStyle): string {
  return encode(text, style).replace(/[/?]/g, encodeURIComponent);
}
