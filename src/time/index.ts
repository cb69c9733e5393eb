/** The time room: time expressions, and when each attribution was uttered. */
export { createTimeStage, type TimeStage } from "./stage.ts";
