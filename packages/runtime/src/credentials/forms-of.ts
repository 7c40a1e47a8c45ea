/**
 * The forms that a credential may come back in: as it is, in JSON, in a URL or a form, in HTML, and in base64, of its bytes
 * in Latin-1 or UTF-8, in either alphabet (RFC 4648, 5), filled up or not.
 *
 * @param value Characters of Latin-1.
 */
export function formsOf(value: string): string[] {
  const uri = encodeURIComponent(value);
  const utf8 = uri.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const form = new URLSearchParams([["", value]]).toString().slice(1);
  const urls = [uri, encodeURI(value), form].flatMap((url) => [
    url,
    url.replace(/%../g, (code) => code.toLowerCase()),
  ]);
  const html = value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const pages = ["&quot;", "&#34;"].flatMap((quote) =>
    ["&#39;", "&#039;", "&#x27;", "&apos;"].map((apostrophe) =>
      html.replace(/"/g, quote).replace(/'/g, apostrophe),
    ),
  );
  const encoded = [value, utf8].flatMap((bytes) => {
    const base64 = btoa(bytes);
    const bare = base64.replace(/=/g, "");
    return [base64, bare, bare.replace(/\+/g, "-").replace(/\//g, "_")];
  });
  return [value, JSON.stringify(value).slice(1, -1), ...urls, ...pages, ...encoded];
}
