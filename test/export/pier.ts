/** An invented report with every phenomenon that an export has to show. */
import { find, reading } from "./make.ts";

const text = `Pier talks end without a deal as mayor warns of ‘one last winter’
Ana Quill, the mayor of Corran, said on Wednesday that the talks had “moved further than anyone hoped”, but that nothing was agreed.
“We will sign if the wall is paid for,” she told reporters at the harbour office. “Until then, no one signs. A door, not yet a road.”
Sign up to The Tide at Noon, our daily newsletter
The Corran Post reported that two port officials had said the quay was shut in 2024. Lio Fenn, who runs the ferry, did not say whether he would leave the talks.
“Will you resign?” a reporter shouted. Nobody answered.
Critics fear that the pier, built for 400,000 crowns, will be sold unless the council votes again. There is a one in four chance of a deal by June, a letter seen by The Tide says.
Photograph: Ivo Marsh/The Tide
“We won’t go,” said Zoë 東海林. 😀`;

const said = (value: string, implied = false) => ({ value, implied, confidence: 0.8 });

/** The report, read. */
export const pier = reading({
  text,
  article: {
    id: "pier",
    title: "Pier talks end without a deal as mayor warns of ‘one last winter’",
    publisher: "The Tide",
    byline: "Nell Abiodun",
    published: "2026-03-11T17:40:00Z",
    url: "https://tide.example/pier?a=1&b=2",
    language: "en",
  },
  kinds: { "Pier talks": "heading", "Sign up": "newsletter", "Photograph:": "credit" },
  roles: { "Ana Quill": ["mayor of Corran"] },
  messages: [{ rule: "quotes/unclosed", text: "A quotation is never closed." }],
  statements: [
    {
      source: ["mayor"],
      cue: ["warns of"],
      content: ["‘one last winter’"],
      speaker: "Ana Quill",
      kind: "direct",
      form: "headline",
      type: "concern",
      saidAt: said("2026-03-11", true),
    },
    {
      source: ["Ana Quill, the mayor of Corran,"],
      cue: ["said"],
      content: ["that the talks had “moved further than anyone hoped”, but that nothing was agreed"],
      speaker: "Ana Quill",
      kind: "mixed",
      type: "evaluation",
      saidAt: said("2026-03-11"),
      decisions: [
        { field: "cue", by: "attribution/tagger@1", why: "p 0.98" },
        { field: "type", by: "statement/cue-says", why: "said + judgement" },
      ],
    },
    {
      source: ["she"],
      cue: ["told"],
      content: ["“We will sign if the wall is paid for,”", "“Until then, no one signs. A door, not yet a road.”"],
      conditions: [
        ["if", "if the wall is paid for"],
        ["until", "Until then"],
      ],
      speaker: "Ana Quill",
      kind: "direct",
      type: "offer",
      typeConfidence: 0.4,
      addressee: { name: "reporters", span: find(text, "reporters"), confidence: 0.9 },
      where: { name: "the harbour office", span: find(text, "the harbour office"), confidence: 0.9 },
      saidAt: said("2026-03-11", true),
    },
    {
      source: ["The Corran Post"],
      cue: ["reported"],
      content: ["that two port officials had said the quay was shut in 2024"],
      speaker: "The Corran Post",
      speakerType: "organisation",
      level: "via-agency",
    },
    {
      source: ["two port officials"],
      cue: ["had said"],
      content: ["the quay was shut in 2024"],
      parent: "s4",
      via: { name: "The Corran Post", confidence: 0.8 },
      level: "background",
      historical: true,
      saidAt: said("2024-01-01/2024-12-31"),
    },
    {
      source: ["Lio Fenn, who runs the ferry,"],
      cue: ["did not say"],
      content: ["whether he would leave the talks"],
      speaker: ["Lio Fenn", 0.45],
      type: "no-comment",
      negated: true,
    },
    {
      source: ["a reporter"],
      cue: ["shouted"],
      content: ["“Will you resign?”"],
      kind: "direct",
      type: "question",
      answered: false,
      speaker: "reporter",
      speakerType: "unknown",
      level: "background",
    },
    {
      source: ["Critics"],
      cue: ["fear"],
      content: ["that the pier, built for 400,000 crowns, will be sold unless the council votes again"],
      conditions: [["unless", "unless the council votes again"]],
      act: "attitude",
      type: "concern",
      speaker: "critics",
      speakerType: "group",
      level: "background",
    },
    {
      source: ["a letter seen by The Tide"],
      cue: ["says"],
      content: ["There is a one in four chance of a deal by June"],
      type: "prediction",
      level: "document",
      speaker: "letter",
      speakerType: "document",
      probability: { value: 0.25, span: find(text, "one in four chance") },
      via: { name: "The Tide", confidence: 0.4 },
      hypothetical: true,
    },
    {
      source: ["Zoë 東海林"],
      cue: [["said", 2]],
      content: ["“We won’t go,”"],
      kind: "direct",
      type: "refusal",
      speaker: "Zoë 東海林",
      confidence: 0.3,
    },
  ],
});
