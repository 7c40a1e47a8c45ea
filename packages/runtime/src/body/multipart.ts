/** A part of a multipart body. */
export interface Part {
  readonly name: string;
  /** Text is a field, a blob a file. */
  readonly content: string | Blob;
  /** Its `Content-Type`. Default: a blob's own; none for text. */
  readonly type?: string | undefined;
}

/**
 * Makes a `multipart/form-data` body (RFC 7578). No `FormData` is made of the parts: it can't give a part a type without
 * making it a file, which servers then look for elsewhere.
 */
export function multipart(parts: Iterable<Part>): Blob {
  const boundary = `form-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const pieces: BlobPart[] = [];
  for (const part of parts) pieces.push(`--${boundary}\r\n${head(part)}\r\n`, part.content, "\r\n");
  // A blob of blobs reads nothing before it is sent, and can be sent again.
  return new Blob([...pieces, `--${boundary}--\r\n`], {
    type: `multipart/form-data; boundary=${boundary}`,
  });
}

function head({ name, content, type }: Part): string {
  const isBlob = content instanceof Blob;
  const file = content instanceof File ? content.name : "blob";
  const fileName = isBlob ? `; filename=${quote(file)}` : "";
  const own = type ?? (isBlob ? content.type || "application/octet-stream" : undefined);
  // A blob's own type has no other characters (File API, 3.1), but somebody's class or document may.
  const typeLine = own ? `Content-Type: ${own.replace(/[^ -~]/g, "")}\r\n` : "";
  return `Content-Disposition: form-data; name=${quote(name)}${fileName}\r\n${typeLine}`;
}

/** As browsers write names (HTML Standard, 4.10.21.8). */
function quote(name: string): string {
  return `"${name.replace(/[\r\n"]/g, encodeURIComponent)}"`;
}
