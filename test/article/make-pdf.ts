/** Small PDFs for tests, written object by object: lines of text at places, pages, document info. */

/** A line of text: where its base line starts (points from the top left corner), its size, its words. */
export interface PutText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

export const HEIGHT = 800;

/** A PDF of these pages, 600 x 800 points, in Helvetica (WinAnsi). */
export function pdf(pages: readonly (readonly PutText[])[], info: Readonly<Record<string, string>> = {}): Uint8Array {
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 600 ${HEIGHT}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(" ")} >>`,
    ...pages.flatMap((page, i) => {
      const content = page
        .map(({ x, y, text, size = 10 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped(text)}) Tj ET`)
        .join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /Contents ${6 + i * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return pdfOf(objects, 4);
}

/** A PDF of these objects; the first is its catalog. */
export function pdfOf(objects: readonly string[], info?: number): Uint8Array {
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${info ? `/Info ${info} 0 R` : ""} >>`;
  const all = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(all, (char) => char.charCodeAt(0));
}

const CODES: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96 };

function escaped(text: string): string {
  return text.replace(/[()\\]/g, "\\$&").replace(/[“”’–]/g, (sign) => String.fromCharCode(CODES[sign]!));
}

/** Lines one below the other. */
export function column(x: number, y: number, lines: readonly string[], leading = 12): PutText[] {
  return lines.map((text, i) => ({ x, y: y + i * leading, text }));
}
