/** Residue rules: a line, and the kind it must get ("-" for none). */
import { describe, expect, it } from "vitest";
import { RESIDUE_RULES, residueFinder } from "../../src/article/residue/index.ts";
import { lexicon } from "./support.ts";

const find = residueFinder(lexicon);
/** Kind of a line in the middle of a long text, at its top or at its end. */
const kind = (line: string, at = "middle") => {
  const [before, after] = at === "top" ? [1, 40] : at === "end" ? [40, 0] : [20, 20];
  return find(line, before, after)?.kind ?? "-";
};

const CASES = `
newsletter | after newsletter promotion
newsletter | Sign up to Low Tide, our free weekly politics email
newsletter | Sign up for the Morning Quay newsletter
newsletter | Get the best of The Tide delivered to your inbox every morning.
newsletter | Like what you're reading? Subscribe for $2 a week.
newsletter | Newsletters may contain info about charities, online ads, and content funded by outside parties.
- | Sign up for the army, he urged.
- | Sign up rates at the clinic fell by half last year.
- | Get the troops out by Friday, the minister said.
- | The newsletter said the wall was unsafe.
- | Subscribers were told on Monday that the paper would close.
read-more | Read more: Who knew about the cracks?
read-more | READ MORE HARBOUR: The 20 ships that could still sail
read-more | Related: Map: How to get around the closure
read-more | Recommended
read-more | MORE COURTS: Jury set in pipeline case | Sheriff pleads not guilty
- | Read more slowly, the minister said.
- | Read the letter again, she told them.
- | Related charges against two others were dropped.
- | Recommended doses were exceeded in nine of the cases.
- | More than 4,000 people marched through the city on Saturday.
- | Reyes recommended: “Leave before the tide.”
share | Share | Newest first | Oldest first
share | Share this article: Facebook | X | WhatsApp
share | Share · Print · Comments (14)
share | Share on Facebook
share | Follow us on Instagram and Threads
share | Listen to this article
share | Listen to this article 6 min
- | Share prices fell.
- | Share prices fell by a tenth after the talks collapsed.
- | Print sales rose for the first time in a decade.
- | Follow us, the children shouted.
- | Listen, he said, this is not a game.
caption | Rescuers at the mill. Photograph: Ana Quill/Northlight
credit | Photograph: Ana Quill/Northlight
caption | [Photo: A technician checks the pumps. Credit: T. Moala]
caption | PICTURED: Fenn trains alone at the ground on Thursday
caption | Ada Quill at the sea wall in March (Lio Fenn/Northlight)
- | Photograph evidence showed that the wall had moved.
- | Photographs of the wall, taken by Ana Quill, show three cracks.
- | The picture is clear: the wall has moved.
- | Pictured in her kitchen, Quill looked tired.
credit | (Reporting by Ana Quill in Carrow and Sol Marsh in Harlan; Editing by Lio Fenn)
credit | Additional reporting by Ana Quill in Carrow
credit | Staff photographer Ana Quill contributed to this report.
- | Reporting by the union was slow, the inquiry found.
- | Additional reporting requirements were dropped after the vote.
- | The union contributed to the report on wages.
other-residue | ###
other-residue | -30-
other-residue | * * *
- | #Carrow
- | 30 people were hurt.
author-bio | Media contact: press@waterways.example
author-bio | Contact reporter Ana Quill at quill@tide.example. Follow her on social media @quill.
author-bio | Follow Ana Quill on Twitter @quill.
- | Contact between the two sides broke off in March.
- | Contact was lost at noon, the company said, and press@tide.example got no answer.
live-marker | This live blog has now closed. Thank you for reading.
- | The blog closed in 2019 after its editor was arrested.
ad | Advertisement
ad | ADVERTISEMENT - CONTINUE READING BELOW
- | Advertisement spending fell by 4%.
- | Ad hoc talks went on all night.
embed | Allow content from X?
embed | Allow Twitter content?
- | Would they allow content from X? Nobody knew.
legal | We use cookies and other technologies to improve this site.
legal | © 2026 The Tide Ltd
legal | All rights reserved.
legal | Our Standards: The Northlight Principles.
- | We use cookies as rewards, said the trainer.
- | All rights must be reserved for the islanders, she said.
correction | This story has been updated.
correction | This article was amended on 12 March 2026. An earlier version gave the offer as £14m.
- | Correction: an earlier post quoted local media as saying that 40 children were missing. They are safe.
- | An amended version of the bill was passed on Tuesday.
time | 16.38
time | Sat 16 May 2026 02.12 BST
time | Updated 3 hours ago
time | 2:06 P.M. CDT
- | In 2021.
- | 16.38 tonnes of fish were landed.
- | Two days ago the wall was sound.
time | PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019
time | Published November 20th, 2019 - 07:50 GMT
time | Posted at 10:31 12 Mar
time | 40m ago
- | 40 minutes ago the wall was sound.
other-residue | https://tide.example/news/Cat-found-14848175.php
other-residue | tide.example/quill
- | U.S.
- | He wrote tide.example on the wall.
other-residue | Page 1 of 2
other-residue | 3/12
- | 3/12 were hurt.
other-residue | 5 min read
other-residue | Reading time: 3 minutes
- | Reading time was short, the pupils said.
other-residue | [button link="https://tide.example/kit" type="big"]Send us your kit[/button]
- | [He] would not sign.
share | 12 shares
comments | 3 comments
- | 12 shares changed hands.
read-more | #bridge #carrow #walls
read-more | More Harbour News
read-more | More Great Tide Stories
read-more | Popular on The Tide
- | More on that tomorrow
- | More bad news came on Friday.
credit | SOURCE: Northlight agency
- | Sources: they knew, and nobody spoke.
credit | Photo: Gene J. Puskar
credit | Natalie Quill | Northlight | Getty Images
caption | Rings of light, installation views, photos © Inlook, 2018
legal | Copyright ⓒ The Tide. No copying.
- | Copyright law was changed in May.
newsletter | Already have an account? Sign in
newsletter | You have 2 free articles remaining this month.
- | He has an account at the bank already.
comments | Your email address will not be published. Required fields are marked *
live-marker | We're pausing our live coverage here.
ad | - Advertisement -
comments | Comments are closed.
comments | Leave a comment
- | Comments by the minister angered the union.
- | He would not comment.
- | “Share,” she said.
- | — Ana Quill (@quill)
`;

describe("residue lines", () => {
  const rows = CASES.trim()
    .split("\n")
    .map((row) => row.split(/ \| (.*)/s).slice(0, 2) as [string, string]);
  it.each(rows)("%s <- %s", (expected, line) => {
    expect(kind(line)).toBe(expected);
  });

  it.each([
    ["byline", "By Ana Quill in Port Ansel", "top"],
    ["byline", "By Ana Quill, Harbour Correspondent", "top"],
    ["-", "By Ana Quill in Port Ansel", "middle"],
    ["byline", "by Ana Quill September 15, 2014", "top"],
    ["correction", "Clarification, 3 March: the wall is 40 metres long.", "end"],
    ["byline", "Opinion Columnist", "top"],
    ["-", "Opinion Columnist", "middle"],
    ["credit", "Quill reported from Port Ansel. Northlight writer Sol Marsh contributed from Carrow.", "end"],
    ["-", "Quill reported from Port Ansel.", "middle"],
    [
      "author-bio",
      "Ana Quill’s book about the sea is out now. Follow her on Twitter @quill. Follow us on Facebook.",
      "end",
    ],
    ["author-bio", "Ana Quill (quill@tide.example) is the editor and publisher of The Tide Review.", "end"],
    ["-", "By Friday the water had reached the market.", "top"],
    ["-", "By noon", "top"],
    ["author-bio", "Ana Quill is The Tide’s economics columnist", "end"],
    ["-", "Ana Quill is The Tide’s economics columnist", "middle"],
    ["-", "Ana Quill is a reporter who was jailed for asking, said “Nobody”.", "end"],
    ["correction", "Correction: the age of Ana Quill is 51.", "end"],
  ])("%s <- %s (%s)", (expected, line, at) => {
    expect(kind(line, at)).toBe(expected);
  });

  it("names each rule once and gives a reason", () => {
    expect(new Set(RESIDUE_RULES.map((rule) => rule.name)).size).toBe(RESIDUE_RULES.length);
    for (const rule of RESIDUE_RULES) expect(rule.why).not.toBe("");
  });
});
