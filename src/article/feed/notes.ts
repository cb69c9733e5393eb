/** Messages about a feed, gathered: of each rule only so many, as a broken feed breaks the same rule in every entry. */
import type { Message } from "../../schema/index.ts";

const MOST = 20;

export interface Notes {
  readonly messages: Message[];
  add(rule: string, text: string): void;
}

export function createNotes(): Notes {
  const counts = new Map<string, number>();
  const messages: Message[] = [];
  return {
    messages,
    add(rule, text) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= MOST) messages.push({ rule, text });
    },
  };
}
