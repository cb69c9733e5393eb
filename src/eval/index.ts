/** Scoring: gold attributions against predicted ones. The figures are defined in docs/accuracy.md. */
export { type ArticleScore, type EvaluateOptions, evaluate } from "./evaluate.ts";
export { readGold } from "./files.ts";
export { layersJson, layersText } from "./layer-report.ts";
export { type LayerFigure, type LayerReport, layersOf } from "./layers.ts";
export { type NamedSpeaker, sameName } from "./names.ts";
export { type GoldAttribution, type GoldFile, type GoldRecord, parseGold } from "./records.ts";
export {
  bootstrap,
  figuresOf,
  HEADLINES,
  type Interval,
  type ReportOptions,
  reportJson,
  reportText,
} from "./report.ts";
export type { Figure, Table } from "./table.ts";
