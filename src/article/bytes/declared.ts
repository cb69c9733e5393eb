/** An HTTP header or the first bytes of a page in, the charset that they declare out. */

/** The charset of a Content-Type header, in lower case. */
export function headerCharset(contentType: string | undefined): string | undefined {
  return charsetIn(contentType ?? "");
}

/** The charset that a page's own head declares (meta charset, http-equiv, XML declaration), looked for in its first 4 KB. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  const xml = /^\s{0,20}<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})["']/i.exec(head);
  if (xml) return xml[1]!.toLowerCase();
  for (const meta of head.matchAll(/<meta\b[^>]{0,400}/gi)) {
    const charset = charsetIn(meta[0]);
    if (charset) return charset.startsWith("utf-16") ? "utf-8" : charset;
  }
  return undefined;
}

function charsetIn(value: string): string | undefined {
  return /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i.exec(value)?.[1]?.toLowerCase();
}
