import assert from "node:assert/strict";
import fc from "fast-check";
import { standing, type HistoryEntry } from "../../../../src/core/book/sentRecord";
import { createSentByClient } from "../../../../src/core/owed/records";
import { instantAt } from "../../../../src/core/time/zoned";

const clients = ["acme", "rahim", "sara"];
const entries = fc.uniqueArray(
  fc.record({ n: fc.integer({ min: 0, max: 30 }), client: fc.constantFrom(...clients), minute: fc.integer({ min: 0, max: 20 }), withdraws: fc.option(fc.integer({ min: 0, max: 30 })) }),
  { selector: ({ n }) => n, maxLength: 20 },
);
function entryOf({ n, client, minute, withdraws }: { n: number; client: string; minute: number; withdraws: number | null }): HistoryEntry {
  const at = instantAt(minute * 60_000);
  if (withdraws !== null && withdraws !== n) return { version: 2, what: "withdrawn", id: `e${String(n)}`, recordId: `e${String(withdraws)}`, at };
  return {
    version: 2, what: "sent", outcome: "handedOver", id: `e${String(n)}`, clientId: client, kind: "progress", language: "en", channel: "copy",
    at, text: "…", told: [], readUpTo: {}, noteIds: [],
  };
}

describe("what was sent, by client", () => {
  it("is the same whether a history grew entry by entry, lost some, or is read for the first time", () => {
    fc.assert(
      fc.property(entries, fc.array(fc.nat(20), { maxLength: 8 }), (drawn, lengths) => {
        const history = drawn.map(entryOf);
        const grown = createSentByClient();
        for (const length of [...lengths, history.length]) {
          const read = history.slice(0, length);
          const sent = grown(read);
          for (const client of clients) assert.deepEqual(sent(client), standing(read).filter(({ clientId }) => clientId === client));
        }
      }),
      { numRuns: 500 },
    );
  });
});
