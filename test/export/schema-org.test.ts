/** schema.org: what was quoted, and skeletons of reviews that a person fills in. */
import { describe, expect, it } from "vitest";
import { toClaimReviews, toQuotations } from "../../src/export/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const nodes = (jsonld: string) => {
  const { "@context": context, "@graph": graph } = JSON.parse(jsonld);
  expect(context).toBe("https://schema.org");
  return graph as Record<string, unknown>[];
};

describe("Quotations", () => {
  const quotations = nodes(toQuotations(pier));

  it("are the direct and mixed statements", () => {
    const quoted = pier.statements.filter((s) => s.kind !== "indirect");
    expect(quotations.map((q) => q["@id"])).toEqual(quoted.map((s) => `urn:onrecord:article:pier:${s.id}`));
  });

  it("say who, when and in which report", () => {
    expect(quotations[2]).toMatchObject({
      "@type": "Quotation",
      text: "“We will sign if the wall is paid for,” […] “Until then, no one signs. A door, not yet a road.”",
      spokenByCharacter: { "@type": "Person", name: "Ana Quill", jobTitle: ["mayor of Corran"] },
      dateCreated: "2026-03-11",
      isPartOf: {
        "@type": "NewsArticle",
        "@id": "https://tide.example/pier?a=1&b=2",
        url: "https://tide.example/pier?a=1&b=2",
        datePublished: "2026-03-11T17:40:00Z",
        author: { "@type": "Person", name: "Nell Abiodun" },
        publisher: { "@type": "Organization", name: "The Tide" },
      },
      citation: expect.stringMatching(/^Nell Abiodun, “Pier talks .*”, The Tide, 2026-03-11, https:/),
    });
  });

  it("name no person where the speaker is a document or not known", () => {
    const text = "“No” it says. “Yes” they say.";
    const [paper, they] = nodes(
      toQuotations(
        reading({
          text,
          statements: [
            { content: ["“No”"], speaker: "letter", speakerType: "document", kind: "direct" },
            { content: ["“Yes”"], source: ["they"], kind: "direct" },
          ],
        }),
      ),
    );
    expect(paper).toMatchObject({ isBasedOn: { "@type": "CreativeWork", name: "letter" } });
    expect(they).toMatchObject({ creditText: "they" });
    for (const one of [paper, they]) expect(one).not.toHaveProperty("spokenByCharacter");
  });
});

describe("ClaimReviews", () => {
  it("are of claims only, and leave the verdict to the person", () => {
    const text = "The wall leaks. Pay for it. It did not leak.";
    const r = reading({
      text,
      article: { url: "javascript:alert(1)" },
      statements: [
        {
          content: ["The wall leaks"],
          speaker: "Ana",
          saidAt: { value: "2026-03-01/2026-03-07", implied: false, confidence: 1 },
        },
        { content: ["Pay for it"], type: "demand" },
        { content: ["It did not leak"], negated: true },
      ],
    });
    expect(nodes(toClaimReviews(r))).toEqual([
      {
        "@type": "ClaimReview",
        url: "",
        claimReviewed: "The wall leaks",
        author: { "@type": "Organization", name: "" },
        reviewRating: { "@type": "Rating", ratingValue: "", bestRating: "", worstRating: "", alternateName: "" },
        itemReviewed: {
          "@type": "Claim",
          text: "The wall leaks",
          author: { "@type": "Person", name: "Ana" },
          temporalCoverage: "2026-03-01/2026-03-07",
          appearance: { "@type": "NewsArticle", "@id": "urn:onrecord:article:test" },
        },
      },
    ]);
  });
});
