import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../../bench/articles.ts";
import { foldedWords } from "../../src/store/fold.ts";
import { bands, containment, minhash, similarityOf } from "../../src/store/minhash.ts";
import { HARBOUR, PIER, prepared, recordOf } from "./fixtures.ts";

const words = (n: number) => foldedWords(article(n).paragraphs.join(" "));

describe("near-duplicates", () => {
  it("share a band with what they are trimmed from, by up to three tenths", () => {
    let found = 0;
    for (let n = 0; n < 200; n++) {
      const whole = words(n);
      const part = whole.slice(0, Math.ceil(whole.length * 0.7));
      const [a, b] = [minhash(whole)!, minhash(part)!];
      expect(containment(part, whole)).toBeGreaterThan(0.99);
      if (bands(a).some((hash) => bands(b).includes(hash))) found++;
    }
    expect(found).toBeGreaterThanOrEqual(198);
  });

  it("are estimated within four standard deviations", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.double({ min: 0.3, max: 1, noNaN: true }), (n, share) => {
        const whole = words(n);
        const part = whole.slice(0, Math.ceil(whole.length * share));
        const shared = new Set(part).size > 0 ? containment(whole, part) : 0;
        expect(Math.abs(similarityOf(minhash(whole)!, minhash(part)!) - shared)).toBeLessThan(0.18);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("a short text, which says too little, has no signature", () => {
    expect(minhash(foldedWords("Nobody said anything at all."))).toBeUndefined();
  });

  it("a longer report that begins as another is no copy of it, and has its statements counted", async () => {
    const record = await recordOf([PIER]);
    const text = `${PIER.text}\n\n${HARBOUR.text}`;
    const [longer] = await record.add([await prepared({ ...PIER, url: "https://post.example/long", text })]);
    expect(longer).toMatchObject({ outcome: "added" });
    record.close();
  });
});
