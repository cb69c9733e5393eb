/** Colour or not: an explicit option wins, then NO_COLOR and FORCE_COLOR, then whether a person looks at a terminal. */

/** The parts of the surroundings that decide. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTty: boolean;
}

/** `option`: --color or --no-color as given, else undefined. */
export function wantsColour(option: boolean | undefined, { env, isTty }: Surroundings): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTty && env.TERM !== "dumb";
}

/** Columns of the terminal: as it says itself, then COLUMNS, then 80. */
export function widthOf(columns: number | undefined, env: Surroundings["env"]): number {
  const told = columns ?? Number(env.COLUMNS);
  return Number.isInteger(told) && told >= 20 ? told : 80;
}
