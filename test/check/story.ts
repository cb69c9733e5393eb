/** A story with its statements, and how a quotation of a draft is judged against it. */
import { type CheckSource, indexUnits, judgeQuotation } from "../../src/check/index.ts";
import { sameName } from "../../src/eval/index.ts";
import { type Given, reading } from "../export/make.ts";

const TEXT = `Ana Quill said the harbour would reopen. “We will reopen the harbour on Monday if the crane is safe,” Quill said. “It has taken 14 weeks. Nobody was paid for 9 of them.”
“I would not sign a deal that leaves out the ferry crews,” said Bo Lind, the union leader. “I told her that in May, and I will tell her again tomorrow.”
Lind added that the offer was “almost the same as the last one”.
“The council may buy two tugs, and perhaps a third,” the mayor, Ida Moe, told reporters. “He knows the price … [Lind’s] people have seen it.”
The port lost $3.5 million last year, Quill said.
“They can keep the tugs,” Lind said through an interpreter.
“Ships will come back to Orlin,” Quill said on Friday. “The harbour is open for every vessel under 90 metres.”`;

const STORY: Given = {
  text: TEXT,
  article: { publisher: "The Tide", published: "2026-03-11" },
  statements: [
    { speaker: "Ana Quill", content: ["the harbour would reopen"] },
    {
      speaker: "Ana Quill",
      kind: "direct",
      source: [["Quill", 1]],
      content: [
        "“We will reopen the harbour on Monday if the crane is safe,”",
        "“It has taken 14 weeks. Nobody was paid for 9 of them.”",
      ],
    },
    {
      speaker: "Bo Lind",
      kind: "direct",
      source: ["Bo Lind, the union leader"],
      content: [
        "“I would not sign a deal that leaves out the ferry crews,”",
        "“I told her that in May, and I will tell her again tomorrow.”",
      ],
    },
    { speaker: "Bo Lind", kind: "mixed", content: ["that the offer was “almost the same as the last one”"] },
    {
      speaker: "Ida Moe",
      kind: "direct",
      content: [
        "“The council may buy two tugs, and perhaps a third,”",
        "“He knows the price … [Lind’s] people have seen it.”",
      ],
    },
    { speaker: "Ana Quill", content: ["The port lost $3.5 million last year"] },
    {
      speaker: "Bo Lind",
      kind: "direct",
      content: ["“They can keep the tugs,”"],
      via: { name: "interpreter", confidence: 0.9 },
    },
    {
      speaker: "Ana Quill",
      kind: "direct",
      content: ["“Ships will come back to Orlin,”", "“The harbour is open for every vessel under 90 metres.”"],
    },
  ],
};

/** A reading and the quotations that its curly marks make. */
export function sourceOf(given: Given): CheckSource {
  const quotations = [...given.text.matchAll(/“([^”]*)”/g)].map(({ index, 1: words }) => ({
    start: index + 1,
    end: index + 1 + words!.length,
  }));
  return { reading: reading(given), quotations };
}

/** Bo Lind is whom “her” tells; so the story's own reading knows “He” in the mayor's words. */
const story = sourceOf(STORY);
const mention = TEXT.indexOf("He knows");
export const STORY_SOURCE: CheckSource = {
  ...story,
  reading: {
    ...story.reading,
    speakers: story.reading.speakers.map((speaker) =>
      speaker.name === "Bo Lind"
        ? { ...speaker, mentions: [...speaker.mentions, { start: mention, end: mention + 2 }] }
        : speaker,
    ),
  },
};

export function judge(words: string, speaker?: string, sources: readonly CheckSource[] = [STORY_SOURCE]) {
  const quotation = { span: { start: 0, end: words.length }, words, ...(speaker !== undefined && { speaker }) };
  return judgeQuotation(quotation, indexUnits(sources), { sameSpeaker: (name, s) => sameName(name, s?.name) });
}
