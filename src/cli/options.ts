/** Values of options, checked. */
import { InvalidArgumentError } from "commander";

/** A whole number of at least `least`. */
export const wholeNumber = (least: number) => (value: string) => {
  const n = Number(value);
  if (!/^\d+$/.test(value) || n < least || n > 1_000_000) {
    throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
  }
  return n;
};

/** A number from 0 to 1. */
export function share(value: string): number {
  const n = Number(value);
  if (value.trim() === "" || !(n >= 0 && n <= 1)) throw new InvalidArgumentError("It must be a number from 0 to 1.");
  return n;
}

/** An ISO 8601 date that exists, with a time if wanted. */
export function isoDate(value: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(value);
  const date = found && new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));
  if (!date || date.getUTCDate() !== Number(found[3]) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError("It must be a date such as 2026-03-11.");
  }
  return value;
}

const BRAT_ROLES = ["source", "cue", "content", "condition"] as const;

/** "Holder=source,Verb=cue": others' names of brat types. */
export function bratTypes(value: string): Record<string, (typeof BRAT_ROLES)[number]> {
  const out: Record<string, (typeof BRAT_ROLES)[number]> = {};
  for (const pair of value.split(",")) {
    const [type = "", name] = pair.split("=").map((part) => part.trim());
    const role = BRAT_ROLES.find((one) => one === name);
    if (type === "" || role === undefined) {
      throw new InvalidArgumentError(`It must be pairs such as Holder=source; roles are ${BRAT_ROLES.join(", ")}.`);
    }
    out[type] = role;
  }
  return out;
}
