/** Quotations of a draft against one story, a line each: speaker, words, verdict, and the classes of what differs. */
import { describe, expect, it } from "vitest";
import { judge } from "./story.ts";

type Case = readonly [speaker: string, words: string, verdict: string, classes?: string];

const CASES: readonly Case[] = [
  // exact: quote style, dashes, spaces, the first letter and the last mark do not count
  ["Quill", "We will reopen the harbour on Monday if the crane is safe", "exact"],
  ["Quill", "we will reopen the harbour on Monday if the crane is safe.", "exact"],
  ["Ana Quill", "We  will reopen the harbour on Monday, if the crane is safe", "exact"],
  ["Quill", "It has taken 14 weeks.", "exact"],
  ["Quill", "It has taken 14 weeks. Nobody was paid for 9 of them", "exact"],
  ["Lind", "I would not sign a deal that leaves out the ferry crews", "exact"],
  ["Lind", "almost the same as the last one", "exact"],
  ["Bo Lind", "They can keep the tugs", "exact"],
  ["Moe", "The council may buy two tugs, and perhaps a third", "exact"],
  ["Moe", "He knows the price … [Lind’s] people have seen it.", "exact"],
  ["Moe", "He knows the price ... [Lind's] people have seen it.", "exact"],
  ["Quill", "Ships will come back to Orlin", "exact"],

  // trimmed: nothing that the sense hangs on is gone
  ["Lind", "I will tell her again tomorrow", "trimmed", "other"],
  ["Lind", "I told her that in May", "trimmed", "other"],
  ["Quill", "The harbour is open", "trimmed", "other"],
  ["Quill", "We will reopen … Nobody was paid for 9 of them.", "altered", "condition"],
  ["Quill", "The harbour is open … under 90 metres.", "trimmed", "other"],
  ["Quill", "Ships will come back to Orlin … The harbour is open for every vessel under 90 metres.", "exact"],
  ["Lind", "I told her that … and I will tell her again tomorrow.", "trimmed", "other"],
  ["Lind", "I told her that [...] and I will tell her again tomorrow.", "trimmed", "other"],
  ["Lind", "leaves out the ferry crews", "altered", "negation"],
  ["Lind", "a deal that leaves out the ferry crews", "altered", "negation"],

  // altered: one short word, a digit, a capital
  ["Quill", "We will reopen the harbour on Monday", "altered", "condition"],
  ["Lind", "I would sign a deal that leaves out the ferry crews", "altered", "negation"],
  ["Lind", "I would never sign a deal that leaves out the ferry crews", "altered", "negation"],
  ["Lind", "I will not sign a deal that leaves out the ferry crews", "altered", "qualifier"],
  ["Lind", "I would not sign the deal that leaves out the ferry crews", "altered", "other"],
  ["Quill", "It has taken 40 weeks.", "altered", "number"],
  ["Quill", "It has taken 14 months.", "altered", "date"],
  ["Quill", "Nobody was paid for 8 of them", "altered", "number"],
  ["Quill", "Everybody was paid for 9 of them", "altered", "negation"],
  ["Quill", "We will reopen the harbour on Tuesday if the crane is safe", "altered", "date"],
  ["Quill", "We will reopen the harbour on Monday when the crane is safe", "altered", "condition"],
  ["Quill", "We will reopen the harbour on Monday if the crane is not safe", "altered", "negation"],
  ["Quill", "We reopened the harbour on Monday if the crane is safe", "altered"],
  ["Quill", "We may reopen the harbour on Monday if the crane is safe", "altered", "qualifier"],
  ["Lind", "the same as the last one", "altered", "qualifier"],
  ["Lind", "nearly the same as the last one", "altered", "qualifier"],
  ["Lind", "almost the same as the first one", "altered", "number"],
  ["Moe", "The council will buy two tugs, and perhaps a third", "altered", "qualifier"],
  ["Moe", "The council may buy two tugs, and a third", "altered", "qualifier"],
  ["Moe", "The council may buy three tugs, and perhaps a third", "altered", "number"],
  ["Moe", "The council May buy two tugs, and perhaps a third", "altered", "case"],
  ["Lind", "They can't keep the tugs", "altered"],
  ["Lind", "They can keep the tug", "altered", "tense"],
  ["Lind", "I told her that in June, and I will tell her again tomorrow", "altered", "date"],
  ["Quill", "Ships will come back to Sarn", "altered", "name"],
  ["Quill", "The harbour is open for every vessel over 90 metres.", "altered"],
  ["Quill", "The harbour is open for every vessel under 900 metres.", "altered", "number"],

  // inserted: what the bracket stands for is shown
  ["Quill", "We will reopen the harbour [at Orlin] on Monday if the crane is safe", "inserted"],
  ["Moe", "[Lind] knows the price … [Lind’s] people have seen it.", "inserted"],
  ["Moe", "[Bo Lind] knows the price", "inserted"],
  ["Quill", "[Quill] will reopen the harbour on Monday if the crane is safe", "unchecked"],
  ["Lind", "[Lind] would not sign a deal that leaves out the ferry crews", "inserted"],
  ["Lind", "[Bo Lind] told her that in May, and I will tell her again tomorrow.", "inserted"],
  ["Lind", "I [told] her that in May, and I will tell her again tomorrow.", "exact"],
  ["Lind", "I [tell] her that in May, and I will tell her again tomorrow.", "altered"],
  ["Moe", "[Quill] knows the price", "altered", "name"],
  ["Quill", "We will [not] reopen the harbour on Monday if the crane is safe", "altered", "negation"],
  ["Quill", "We will reopen the harbour on [Tuesday] if the crane is safe", "altered", "date"],
  ["Quill", "It has taken [nearly] 14 weeks.", "altered", "qualifier"],
  ["Quill", "It has taken [40] weeks.", "altered", "number"],
  ["Lind", "They can keep the [ferries]", "altered"],

  // stitched: parts of different statements, or in another order
  ["Quill", "We will reopen the harbour … Ships will come back to Orlin", "stitched"],
  ["Quill", "Nobody was paid for 9 of them … It has taken 14 weeks", "stitched"],
  ["Lind", "I will tell her again … I would not sign a deal", "stitched"],
  ["Lind", "They can keep the tugs … almost the same as the last one", "stitched"],
  ["Quill", "It has taken 14 weeks … Ships will come back to Orlin", "stitched"],
  ["Quill", "The harbour is open for every vessel … It has taken 14 weeks", "stitched"],
  ["Quill", "Ships will come back to Orlin. We will reopen the harbour on Monday if the crane is safe", "stitched"],
  ["Lind", "They can keep the tugs. I will tell her again tomorrow", "stitched"],
  ["Lind", "I will tell her again tomorrow. I told her that in May", "stitched"],
  ["Quill", "The harbour is open for every vessel under 90 metres. It has taken 14 weeks.", "stitched"],

  // wrong-speaker
  ["Lind", "We will reopen the harbour on Monday if the crane is safe", "wrong-speaker"],
  ["Quill", "I would not sign a deal that leaves out the ferry crews", "wrong-speaker"],
  ["Moe", "They can keep the tugs", "wrong-speaker"],
  ["Quill", "almost the same as the last one", "wrong-speaker"],
  ["Lind", "The council may buy two tugs, and perhaps a third", "wrong-speaker"],
  ["Alan Marsh", "Ships will come back to Orlin", "wrong-speaker"],
  ["Moe", "It has taken 14 weeks.", "wrong-speaker"],
  ["Quill", "I will tell her again tomorrow", "wrong-speaker"],
  ["Lind", "The harbour is open for every vessel under 90 metres", "wrong-speaker"],
  ["Quill", "He knows the price", "wrong-speaker"],

  // paraphrase-as-quote: the report's words, or the speaker's sense
  ["Quill", "the harbour would reopen", "paraphrase-as-quote"],
  ["Quill", "The port lost $3.5 million last year", "paraphrase-as-quote"],
  ["Lind", "the offer was almost the same as the last one", "paraphrase-as-quote"],
  ["Quill", "Orlin will see ships again, whatever it takes", "paraphrase-as-quote"],
  ["Moe", "Two tugs is what the council is going to buy", "paraphrase-as-quote"],
  ["Lind", "No ferry crews, no deal: I am not signing", "paraphrase-as-quote"],
  ["Lind", "She was told in May and she hears it tomorrow", "paraphrase-as-quote"],
  ["Quill", "Last year the port was down by $3.5 million", "paraphrase-as-quote"],
  ["Quill", "Reopening on Monday depends on how safe the crane is", "paraphrase-as-quote"],
  ["Quill", "For 9 weeks nobody got paid", "paraphrase-as-quote"],

  // not-found
  ["Quill", "We are building a bridge to the island", "not-found"],
  ["Lind", "My members have voted for a strike", "not-found"],
  ["Moe", "The budget is balanced and sound", "not-found"],
  ["Quill", "Nothing like that was ever agreed", "not-found"],
  ["Alan Marsh", "Fish stocks have never been better", "not-found"],
  ["Moe", "Voters will decide who governs this town", "not-found"],
  ["Lind", "Wages rose by a tenth in a decade", "not-found"],
  ["Quill", "The lighthouse needs a coat of paint", "not-found"],
  ["Quill", "Our engineers blame corrosion in the pipes", "not-found"],
  ["Moe", "This summer was the wettest on record", "not-found"],

  // unchecked: too short to tell, or nothing to read
  ["Quill", "safe", "unchecked"],
  ["Quill", "bridge", "unchecked"],
  ["Moe", "great success", "unchecked"],
  ["Quill", "…", "unchecked"],
  ["Quill", "[laughter]", "unchecked"],
];

const PASSES = new Set(["exact", "trimmed", "inserted"]);

describe("verdicts", () => {
  it.each(CASES.map((one) => [...one]))("%s: “%s” is %s %s", (speaker, words, verdict, classes) => {
    const checked = judge(words as string, speaker as string);
    expect(checked.verdict, `${checked.why} ${JSON.stringify(checked.changes)}`).toBe(verdict);
    if (classes) expect([...new Set(checked.changes.map((change) => change.class))].join(" ")).toBe(classes);
    if (PASSES.has(verdict as string)) expect(checked.evidence[0]!.words.length).toBeGreaterThan(0);
  });

  it("says nothing is to be read where there is no source", () => {
    expect(judge("We will reopen", "Quill", []).verdict).toBe("unchecked");
  });

  it("warns of an interpreter, and shows the sentences around", () => {
    const { evidence } = judge("They can keep the tugs", "Lind");
    expect(evidence[0]).toMatchObject({
      words: "They can keep the tugs",
      speaker: "Bo Lind",
      publisher: "The Tide",
      warnings: ["translated (interpreter)"],
    });
  });

  it("checks a quotation whose speaker the draft does not name against all", () => {
    expect(judge("They can keep the tugs").verdict).toBe("exact");
  });
});
