/** A small record about a dam, for the tests of searches and of what is printed of them. */
import type { Database } from "../../src/store/database.ts";
import { seeded } from "./seed.ts";

export function bay(): Database {
  const db = seeded(
    [
      {
        id: "talks",
        title: "Dam talks begin",
        publisher: "The Tide",
        published: "2026-03-11",
        url: "https://tide.example/talks",
        language: "en",
        text: "Talks began.\n“The dam on the Łuna river will never be finished,” said Quill. It rained.\nOker spoke too: We will pay if the wall is built",
        statements: [
          {
            content: "The dam on the Łuna river will never be finished",
            speaker: "Ana Quill",
            type: "refusal",
            said: ["2026-03-10"],
            flags: ["negated"],
          },
          {
            content: "We will pay if the wall is built",
            speaker: "Ben Oker",
            addressee: "Ana Quill",
            type: "offer",
            kind: "indirect",
            said: ["2026-03-01", "2026-03-31"],
            flags: ["conditional"],
          },
        ],
      },
      {
        id: "post",
        title: "Quill: never",
        publisher: "Corran Post",
        published: "2026-03-10T08:00:00Z",
        statements: [
          { content: "the dam on the Luna River will never ever be finished", speaker: "Quill", type: "refusal" },
          { content: "Fish do not vote", speaker: "Cara Moor", type: "assertion", level: "background" },
        ],
      },
      {
        id: "copy",
        publisher: "Corran Wire",
        published: "2026-03-12",
        copyOf: "talks",
        statements: [
          { content: "The dam on the Łuna river will never be finished", speaker: "Ana Quill", type: "refusal" },
        ],
      },
      {
        id: "old",
        publisher: "The Tide",
        published: "2026-03-01",
        old: true,
        statements: [{ content: "The dam may be finished", speaker: "Ana Quill" }],
      },
      {
        id: "year",
        publisher: "The Tide",
        published: "2025",
        statements: [
          {
            content: "Dam or no dam, we stay",
            speaker: "Ben Oker",
            said: ["2024-01-01", "2024-12-31"],
            confidence: 0.3,
          },
        ],
      },
    ],
    [
      { name: "Ana Quill", aliases: ["Mayor Quill"], roles: ["mayor of Corran", "Greens"] },
      { name: "Ben Oker", roles: ["Greens"] },
    ],
  );
  db.run(
    "INSERT INTO issue (name, query) VALUES ('Dam', 'dam OR wall'), ('Wall', 'wall'), ('Broken', '(dam'), ('Looped', 'issue:Dam'), ('Lately', 'dam said>=2026')",
  );
  return db;
}
