/** brat: offsets in characters, no span over a line break, links and values as annotation.conf declares them. */
import { describe, expect, it } from "vitest";
import { BRAT_CONF, bratName, toBrat } from "../../src/export/index.ts";
import { forReadings } from "./arbitrary.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const T = /^T\d+\t(\w+) ([\d ;]+)\t(.*)$/;

describe("brat", () => {
  it("has a line a span, in characters", () => {
    const r = reading({
      text: "😀 “No 😀,\nnever,” said Ann.",
      statements: [{ source: ["Ann"], cue: ["said"], content: ["“No 😀,\nnever,”"], speaker: "Ann", kind: "direct" }],
    });
    expect(toBrat(r)).toEqual({
      txt: r.article.text,
      ann: [
        "T1\tContent 2 8;9 16\t“No 😀, never,”",
        "T2\tCue 17 21\tsaid",
        "T3\tSource 22 25\tAnn",
        "R1\tCue Arg1:T1 Arg2:T2",
        "R2\tSource Arg1:T1 Arg2:T3",
        "A1\tKind T1 direct",
        "A2\tAct T1 speech",
        "A3\tType T1 assertion",
        "A4\tLevel T1 named",
        "A5\tSpeakerType T1 person",
        '#1\tAnnotatorNotes T1\t{"id":"s1","speaker":"Ann","confidence":0.9}',
        "",
      ].join("\n"),
    });
  });

  it("declares every type, relation and attribute that it uses", () => {
    const { ann } = toBrat(pier);
    for (const [, name] of ann.matchAll(/^[TRA]\d+\t(\w+)/gm))
      expect(BRAT_CONF).toMatch(new RegExp(`^${name}(\t|$)`, "m"));
    for (const [, name, value] of ann.matchAll(/^A\d+\t(\w+) T\d+ (\S+)$/gm)) {
      expect(BRAT_CONF).toMatch(new RegExp(`^${name}\t.*Value:.*\\b${value}\\b`, "m"));
    }
    expect(ann).toMatch(/^R\d+\tInside Arg1:T\d+ Arg2:T\d+$/m);
  });

  it("of any reading has whole lines and the words that stand there", () =>
    forReadings((r) => {
      const { ann } = toBrat(r);
      const characters = [...r.article.text];
      for (const line of ann.split(/[\n\v\f\x1c-\x1e\x85\u2028\u2029]/).slice(0, -1)) {
        expect(line).toMatch(
          /^(T\d+\t[^\t]+\t[^\t]+|R\d+\t\w+ Arg1:T\d+ Arg2:T\d+|A\d+\t\w+ T\d+( \S+)?|#\d+\tAnnotatorNotes T\d+\t\{.*\})$/u,
        );
        const [, , where, words] = T.exec(line) ?? [];
        if (where === undefined) continue;
        const parts = where.split(";").map((part) => part.split(" ").map(Number));
        const found = parts.map(([start, end]) => characters.slice(start, end).join(""));
        expect(found.join("")).not.toContain("\n");
        expect(found.join(" ").replace(/[\s\x1c-\x1e\x85]/g, " ")).toBe(words);
      }
    }, 100));

  it("makes a file name of any id", () => {
    expect(bratName("pier-1_a.b")).toBe("pier-1_a.b");
    expect(bratName("../a b/é")).toBe("~2e.~2fa~20b~2f~c3~a9");
  });
});
