import assert from "node:assert/strict";
import { checkDraft, mayBeSent, type CheckDraftDeps } from "../../../src/flows/checkDraft";
import { markAsSent, sentByHand } from "../../../src/flows/sendDraft";
import type { HistoryEntry, SentRecord } from "../../../src/core/book/sentRecord";
import type { Provenance } from "../../../src/core/drafting/draft";
import { bookOf, clientOf, now, provenanceOf, sentOn, zone } from "../core/checks/checking";

const text = "Hi Sara, corrected in 8b01d77. I'll send it soon.";
const logged: string[] = [];
const deps = (more: Partial<CheckDraftDeps> = {}): CheckDraftDeps => ({
  book: { current: () => bookOf() },
  history: { all: () => Promise.resolve([]) },
  clock: { now: () => now, zone: () => zone },
  scanner: { scan: () => Promise.resolve([]) },
  checksOff: () => new Set(),
  log: { error: (message) => logged.push(message) },
  ...more,
});

describe("checking a draft", () => {
  it("tells errors, which stop it, from warnings, which do not", async () => {
    const { errors, warnings } = await mayBeSent(provenanceOf(text), text, deps());
    assert.deepEqual(errors.map(({ rule }) => rule), ["hash"]);
    assert.deepEqual(warnings.map(({ rule }) => rule), ["promiseDate"]);
  });
  it("leaves out what is switched off", async () => {
    const off = deps({ checksOff: () => new Set(["hash", "secret"]), scanner: { scan: () => assert.fail("nobody asked for secrets") } });
    assert.deepEqual((await checkDraft(provenanceOf(text), text, off)).map(({ rule }) => rule), ["promiseDate"]);
  });
  it("goes on without the scanner where that fails, and says so in the log", async () => {
    const found = await checkDraft(provenanceOf(text), "password: Tulip#2026x", deps({ scanner: { scan: () => Promise.reject(new Error("no")) } }));
    assert.deepEqual(found.map(({ rule }) => rule), ["secret"]);
    assert.deepEqual(logged, ["the scanner of secrets failed"]);
  });
  it("goes by what was sent to this client before, but not by what was withdrawn", async () => {
    const ask = "Please write an honest review of our work.";
    const offer = sentOn(3, { incentive: true });
    const withdrawn: HistoryEntry = { version: 2, what: "withdrawn", id: "w", recordId: offer.id, at: now };
    const rules = async (history: readonly HistoryEntry[]) => (await checkDraft(provenanceOf(ask), ask, deps({ history: { all: () => Promise.resolve(history) } }))).map(({ rule }) => rule);
    assert.deepEqual(await rules([offer]), ["ratingIncentive"]);
    assert.deepEqual(await rules([offer, withdrawn]), []);
  });
  it("finds nothing where the client is gone", async () => assert.deepEqual(await checkDraft({ ...provenanceOf(text), clientId: "gone" }, text, deps()), []));
});

describe("the sent record of a checked draft", () => {
  const sent = async (message: string, overrides: SentRecord["overrides"], more: Partial<Provenance> = {}): Promise<SentRecord> => {
    const provenance = provenanceOf(message, { provenance: more });
    const book = { current: () => bookOf(), change: () => Promise.resolve() };
    const drafts = { change: () => Promise.resolve() } as never;
    return markAsSent(provenance, sentByHand(message, clientOf(), overrides), { clock: deps().clock, history: { all: () => Promise.resolve([]), add: () => Promise.resolve() } as never, drafts, newId: () => "new", book });
  };
  it("keeps why it went all the same", async () => {
    assert.deepEqual((await sent(text, [{ rule: "hash", reason: "she asked for it" }])).overrides, [{ rule: "hash", reason: "she asked for it" }]);
    assert.equal("overrides" in (await sent("Hi Sara.", [])), false);
  });
  it("keeps that it offers something, whoever wrote that in", async () => {
    assert.equal((await sent("You get 10% off your next order.", [])).incentive, true);
    assert.equal((await sent("Hi Sara.", [], { incentive: true })).incentive, true);
    assert.equal("incentive" in (await sent("Customers with a coupon get 10% off.", [])), false);
  });
});
