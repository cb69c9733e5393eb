/** Word forms -> base forms that a word list knows. Rules propose, the list decides; so no full dictionary is needed. */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `said say|says say|told tell|thought think|found find|wrote write|written write|spoke speak|spoken speak|shot shoot|swore swear
  sworn swear|forbade forbid|forbidden forbid|gave give|given give|held hold|sought seek|felt feel|knew know|known know|saw see
  seen see|stood stand|drew draw|drawn draw|bade bid|ran run|laid lay|went go|gone go|made make|left leave|hung hang|blew blow
  took take|taken take|began begin|begun begin|broke break|lit light|bet bet|put put|set set|hit hit|read read|quit quit|let let
  cast cast|forecast forecast|fought fight|meant mean|dealt deal|kept keep|stuck stick|threw throw|thrown throw|brought bring
  withdrew withdraw|withdrawn withdraw|undertook undertake|undertaken undertake|foresaw foresee|foreseen foresee|foretold foretell
  overrode override|rode ride|rose rise|sang sing|rang ring|wept weep|heard hear|understood understand|was be|were be|is be|are be
  been be|am be|being be|'s be|’s be|'re be|’re be|'m be|’m be|has have|had have|'ve have|’ve have|did do|does do|done do|lost lose
  won win|sent send|paid pay|backed back|dug dig|tied tie|tying tie|cried cry|cries cry|denied deny|denies deny|ran run|fell fall
  worse bad|shook shake|struck strike|saw see|became become|came come|got get|dreamt dream|pled plead|led lead|caved cave
  dared dare|refused refuse|urged urge|begged beg|admitted admit|committed commit|referred refer|rebutted rebut|quizzed quiz`
    .split(/\||\n\s*/)
    .map((pair) => pair.trim().split(" ") as [string, string]),
);

const VOWEL = /[aeiou]/;

/** Base forms that the word may have, itself first: "stopped" -> stopped, stopp, stoppe, stop. */
export function baseForms(word: string): string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular) return [irregular, word];
  const forms = [word];
  if (word.endsWith("ies") || word.endsWith("ied")) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("s")) forms.push(word.slice(0, -1));
  if (word.endsWith("ed")) pushStem(forms, word.slice(0, -2), word.slice(0, -1));
  if (word.endsWith("ing")) pushStem(forms, word.slice(0, -3), `${word.slice(0, -3)}e`);
  return forms;
}

function pushStem(forms: string[], stem: string, withE: string): void {
  forms.push(stem, withE);
  const last = stem.at(-1) ?? "";
  if (stem.length > 2 && last === stem.at(-2) && !VOWEL.test(last)) forms.push(stem.slice(0, -1));
}
