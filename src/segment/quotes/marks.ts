/** The quotation marks that we know. The same sign can open, close, or be an apostrophe: context.ts looks at its neighbours. */

/** Marks of one family pair with each other, whatever their shape: “word" is a quotation too. */
export type Family = "double" | "single" | "guillemets" | "angles";

/** The way a sign normally points. */
export type Facing = "opens" | "closes" | "either" | "low" | "reversible";

export interface Sign {
  readonly family: Family;
  readonly facing: Facing;
}

const ROWS: readonly (readonly [signs: string, Family, Facing])[] = [
  ["“ ‟ ``", "double", "opens"],
  ["”", "double", "closes"],
  ["„", "double", "low"], // „…“ and „…”
  ["\" '' ＂", "double", "either"],
  ["‘ ‛ `", "single", "opens"],
  ["’", "single", "closes"],
  ["‚", "single", "low"], // ‚…‘
  ["'", "single", "either"],
  ["« »", "guillemets", "reversible"], // «…» and »…«
  ["‹ ›", "angles", "reversible"],
];

const SIGNS: ReadonlyMap<string, Sign> = new Map(
  ROWS.flatMap(([signs, family, facing]) => signs.split(" ").map((sign) => [sign, { family, facing }] as const)),
);

const COMMON = new Uint8Array(0x80);
for (const sign of SIGNS.keys()) if (sign.charCodeAt(0) < 0x80) COMMON[sign.charCodeAt(0)] = 1;

/** May a token that begins with this code unit be a quotation mark? A quick no for nearly all tokens. */
export function maySign(unit: number): boolean {
  return unit < 0x80
    ? COMMON[unit] === 1
    : unit === 0xab || unit === 0xbb || (unit >= 0x2018 && unit <= 0x203a) || unit === 0xff02;
}

/** The sign that a token is, if it is one. */
export function signOf(token: string): Sign | undefined {
  return SIGNS.get(token);
}

/**
 * What the neighbours allow: "either" leaves it to what stands open, "none" is no quotation mark at all.
 */
export type Lean = "open" | "close" | "either" | "none";

/** A quotation mark in its place. */
export interface Mark extends Sign {
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lean: Lean;
  /** As a closing mark: one only if nothing better follows: councillors’ plan, goin’ home, 6" pipe. */
  readonly soft: boolean;
  /** As an opening mark: one only if something closes it: ’90s, ’Til, a ’ that points the wrong way. */
  readonly doubt: "none" | "elided" | "decade" | "wrong-way";
  /** A capital follows. */
  readonly capital: boolean;
  /** Stands where speech may begin: at the start, after , : or a sentence's end. */
  readonly speech: boolean;
}
