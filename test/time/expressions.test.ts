/** Time expressions and their values, resolved against Wednesday 11 March 2026. */
import { describe, expect, it } from "vitest";
import { expressionsIn, valuesIn } from "./helpers.ts";

/** Text, then the expressions with their values in order. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  // row 38: a bare weekday goes with the tense beside it
  ["She said on Friday she would go.", "Friday = 2026-03-06"],
  ["The council met Monday to vote.", "Monday = 2026-03-09"],
  ["He said on Wednesday that it was over.", "Wednesday = 2026-03-11"],
  ["Talks will resume on Friday.", "Friday = 2026-03-13"],
  ["The court is expected to rule on Monday.", "Monday = 2026-03-16"],
  ["The deal must be signed by Friday.", "by Friday = ../2026-03-13"],
  // row 39: previous, weekend
  ["It had opened the previous Thursday.", "the previous Thursday = 2026-03-05"],
  ["They left last Wednesday.", "last Wednesday = 2026-03-04"],
  ["He spoke at the weekend.", "the weekend = 2026-03-07/2026-03-08"],
  ["They will meet at the weekend.", "the weekend = 2026-03-14/2026-03-15"],
  ["It rained last weekend.", "last weekend = 2026-03-07/2026-03-08"],
  ["The market opens next Tuesday.", "next Tuesday = 2026-03-17"],
  // row 41: intervals and idioms
  ["Sales fell last month.", "last month = 2026-02"],
  ["He left a fortnight ago.", "a fortnight ago = 2026-02-25"],
  ["It will open by the end of the year.", "by the end of the year = ../2026-12-31"],
  ["It was signed two years ago.", "two years ago = 2024"],
  ["She said so earlier in the week.", "earlier in the week = 2026-03-09/2026-03-10"],
  ["The plan changed last week.", "last week = 2026-03-02/2026-03-08"],
  ["It closed in February.", "February = 2026-02"],
  ["Prices rose in November.", "November = 2025-11"],
  ["It will open in November.", "November = 2026-11"],
  ["We met in the summer of 2019.", "the summer of 2019 = 2019-06-01/2019-08-31"],
  ["Prices rose over the past 30 days.", "the past 30 days = 2026-02-09/2026-03-11"],
  ["It will close by Christmas.", "by Christmas = ../2026-12-25"],
  ["It shut in the 1990s.", "1990s = 1990-01-01/1999-12-31"],
  // calendar dates
  ["It began on 5 March 2024.", "5 March 2024 = 2024-03-05"],
  ["It began on Tuesday, March 5, 2024.", "Tuesday, March 5, 2024 = 2024-03-05"],
  ["The ban ends May 1.", "May 1 = 2026-05-01"],
  ["It ran 7–9 March.", "7–9 March = 2026-03-07/2026-03-09"],
  ["The attack of 9/11 changed it.", "9/11 = 2001-09-11"],
  ["It was dated 2026-02-03.", "2026-02-03 = 2026-02-03"],
  ["It was dated 25/12/2025.", "25/12/2025 = 2025-12-25"],
  ["She has led it since 2018.", "2018 = 2018"],
  ["It was said in late 2021.", "2021 = 2021"],
  // days near
  ["She left yesterday.", "yesterday = 2026-03-10"],
  ["He spoke last night.", "last night = 2026-03-10"],
  ["They vote tomorrow.", "tomorrow = 2026-03-12"],
  ["It fell on Monday and rose the next day.", "Monday = 2026-03-09", "the next day = 2026-03-10"],
  // clock times
  ["The gates open at 12:01 a.m. Saturday.", "12:01 a.m. Saturday = 2026-03-07T00:01"],
  ["It struck at 3.52am on Monday.", "3.52am on Monday = 2026-03-09T03:52"],
  // lengths and repetitions
  ["It lasted two hours.", "two hours = PT2H"],
  ["A 30-day truce holds.", "30-day = P30D"],
  ["They meet every week.", "every week = P1W"],
];

describe("time expressions", () => {
  for (const [text, ...wanted] of CASES)
    it(text, () => {
      expect(valuesIn(text)).toEqual(wanted);
    });
});

/** Words that only look like dates. */
const NONE: readonly string[] = [
  "They march on the capital.",
  "The March for Peace drew thousands.",
  "Ms May may agree.",
  "May told reporters that she was done.",
  "April Fenn said it was over.",
  "The Sun reported it.",
  "He sat down with Mon, the owner.",
  "The sun sat low.",
  "They will march, may argue and sat there.",
  "About 2000 people came.",
  "It cost $2018.",
  "The 2,206 residents agreed.",
  "A spring in the mattress broke.",
  "Prices fall and fall.",
  "The second day of rest.",
  "Version 9/12/x of the file.",
];

describe("no false hits", () => {
  for (const text of NONE)
    it(text, () => {
      expect(valuesIn(text)).toEqual([]);
    });
});

describe("known and implied parts", () => {
  it("a bare weekday states the weekday and implies the date", () => {
    expect(expressionsIn("He said so on Friday.")).toMatchObject([
      { type: "DATE", known: ["weekday"], implied: ["year", "month", "day"], by: "time/weekday" },
    ]);
  });
  it("a month and day imply the year", () => {
    expect(expressionsIn("It ended on May 1.")).toMatchObject([{ known: ["month", "day"], implied: ["year"] }]);
  });
  it("a full date implies nothing", () => {
    expect(expressionsIn("It ended on 1 May 2024.")).toMatchObject([{ implied: [] }]);
  });
  it("without an anchor only full dates have values", () => {
    expect(valuesIn("It ended on Friday, 1 May 2026, not on Monday.", "")).toEqual([
      "Friday, 1 May 2026 = 2026-05-01",
      "Monday = ?",
    ]);
  });
});

describe("the anchor", () => {
  it("row 42: the day of publication counts, not the day of a change", () => {
    expect(valuesIn("She left yesterday.", "2026-03-10")).toEqual(["yesterday = 2026-03-09"]);
    expect(valuesIn("She left yesterday.", "2026-03-10T23:50:00Z")).toEqual(["yesterday = 2026-03-09"]);
  });
  it("a date line at the top of the text anchors", () => {
    expect(valuesIn("PORT QUILL, March 9 (Tide) - She left yesterday.").at(-1)).toBe("yesterday = 2026-03-08");
    expect(valuesIn("Tuesday, March 10, 2026\nShe left yesterday.").at(-1)).toBe("yesterday = 2026-03-09");
  });
  it("a date far from the article's is no date line", () => {
    expect(valuesIn("Tuesday, March 10, 2020\nShe left yesterday.").at(-1)).toBe("yesterday = 2026-03-10");
  });
});
