/** The statement room: attributions with speakers and times -> statements. */
export { ploverCode } from "./plover.ts";
export { createStatementStage, type StatementStage } from "./stage.ts";
