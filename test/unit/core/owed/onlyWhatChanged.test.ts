import assert from "node:assert/strict";
import fc from "fast-check";
import type { Answer } from "../../../../src/core/book/answer";
import { applyChanges, recordKinds, type Book, type BookChange, type RecordKind } from "../../../../src/core/book/book";
import type { HistoryEntry } from "../../../../src/core/book/sentRecord";
import { createSurveyor } from "../../../../src/core/owed/derive";
import type { OwedInput } from "../../../../src/core/owed/desk";
import { later } from "../../../../src/core/time/zoned";
import { asked, bookWith, on, sent } from "./sample";
import { moments, worlds } from "./worlds";

// What is kept from look to look only spares work: after any change the survey is the one that is made from nothing.

const ops = ["revise", "revise", "revise", "remove", "add", "archive", "move", "turn", "send", "send", "withdraw", "answer", "unanswer", "work", "settings", "me", "wait", "wait", "clock"] as const;
const steps = fc.array(fc.record({ op: fc.constantFrom(...ops), kind: fc.constantFrom(...recordKinds), which: fc.nat(), from: fc.nat(), at: moments, minutes: fc.integer({ min: -90, max: 24 * 60 }) }), { minLength: 4, maxLength: 14 });
type Step = typeof steps extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
type AnyRecord = Book[RecordKind][number] & { readonly clientId?: string; readonly projectId?: string };

/** One record changed, added or removed, with the fields that one of another world has. */
function bookChanges({ op, kind, which, from, at }: Step, book: Book, other: Book): readonly BookChange[] {
  const record = pick<AnyRecord>(book[kind], which);
  const fields = pick<AnyRecord>(other[kind], from);
  const put = (made: AnyRecord) => [{ op: "put", kind, record: made } as unknown as BookChange];
  const owner = { ...(record?.clientId !== undefined && { clientId: record.clientId }), ...(record?.projectId !== undefined && { projectId: record.projectId }) };
  switch (op) {
    case "revise":
      return record && fields ? put({ ...fields, ...owner, id: record.id }) : [];
    case "remove":
      return record ? [{ op: "remove", kind, id: record.id }] : [];
    case "add":
      return record && fields ? put({ ...fields, ...owner, id: `new-${String(which)}` }) : [];
    case "archive":
      return record ? put({ ...record, archivedAt: at }) : [];
    case "move":
      // To another client, with all that hangs on it.
      return record?.clientId === undefined ? [] : put({ ...record, clientId: pick(book.client, from)?.id ?? record.clientId });
    default:
      return [];
  }
}

function inHistory({ op, which, from, at }: Step, history: readonly HistoryEntry[], other: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const entry = pick(other, from);
  // Where it stands in the list is chance: files are named by their ids.
  if (op === "send" && entry) return history.toSpliced(which % (history.length + 1), 0, { ...entry, id: `sent-${String(which)}-${String(from)}` });
  const record = pick(history, which);
  if (op === "withdraw" && record) return [{ version: 2, what: "withdrawn", id: `back-${String(which)}`, recordId: record.id, at }, ...history];
  return history;
}

function changed(input: OwedInput, step: Step, other: OwedInput): OwedInput {
  const { op, kind, which, at, minutes } = step;
  const { workAt, answers, history, now } = input;
  const book = applyChanges(input.book, bookChanges(step, input.book, other.book));
  const same = { ...input, book, history: inHistory(step, history, other.history) };
  const owed = op === "answer" ? pick(createSurveyor()(input).owed, which) : undefined;
  const { settings: _, ...unset } = same;
  switch (op) {
    case "turn":
      return { ...same, book: { ...book, [kind]: book[kind].toReversed() } };
    case "answer":
      return owed ? { ...same, answers: [...answers, { owedId: owed.id, at: now, said: which % 2 === 0 ? { what: "settled" } : { what: "snoozed", until: at } }] } : same;
    case "unanswer":
      return { ...same, answers: answers.slice(1) };
    case "work":
      return { ...same, workAt: new Map([...(workAt ?? []), ...[...(workAt ?? [])].slice(0, 1).map(([id, times]) => [id, [...times, at].sort()] as const)]) };
    case "settings":
      return other.settings ? { ...same, settings: other.settings } : unset;
    case "me":
      return { ...same, book: { ...book, me: other.book.me } };
    case "wait":
      return { ...same, now: later(now, minutes) };
    case "clock":
      return { ...same, now: at };
    default:
      return same;
  }
}

describe("a look after a change", function () {
  this.timeout(60_000);

  it("finds what a first look would find, whatever was changed and however the time went", () => {
    let looks = 0;
    fc.assert(
      fc.property(worlds, worlds, steps, (input, other, all) => {
        const survey = createSurveyor();
        let now = input;
        for (const step of [undefined, ...all]) {
          if (step) now = changed(now, step, other);
          const [again, afresh] = [survey(now), createSurveyor()(now)];
          assert.deepEqual([again.owed, again.next], [afresh.owed, afresh.next], step?.op);
          looks++;
        }
      }),
      { numRuns: 120 },
    );
    process.stdout.write(`      ${String(looks)} looks\n`);
  });

  it("makes nothing anew of clients whom it does not touch", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom<RecordKind>("client", "project", "note", "meeting", "invoice"), fc.nat(), (input, kind, which) => {
        const survey = createSurveyor();
        const before = new Map(survey(input).owed.map((item) => [item.id, item]));
        const record = pick<AnyRecord>(input.book[kind], which);
        fc.pre(record !== undefined);
        const whose = record.clientId ?? record.id;
        const revised = { op: "put", kind, record: { ...record, rev: record.rev + 1 } } as unknown as BookChange;
        const after = survey({ ...input, book: applyChanges(input.book, [revised]) }).owed;
        for (const item of after) if (item.clientId !== whose) assert.equal(item, before.get(item.id));
      }),
      { numRuns: 80 },
    );
  });

  it("knows a snooze again that had run out, when the clock is set back into it", () => {
    const sample = bookWith(on("2026-11-16 10:00"));
    const history = [sent(sample, on("2026-11-16 10:00"))];
    const survey = createSurveyor();
    const at = (text: string, answers: readonly Answer[] = []) => survey(asked(sample.book, on(text), history, { answers })).owed[0];
    const id = at("2026-11-23 10:00")?.id ?? "";
    const answers: readonly Answer[] = [{ owedId: id, at: on("2026-11-23 10:00"), said: { what: "snoozed", until: on("2026-11-23 11:00") } }];
    assert.equal(at("2026-11-23 10:30", answers)?.snoozedUntil, on("2026-11-23 11:00"));
    assert.equal(at("2026-11-23 11:30", answers)?.snoozedUntil, undefined);
    assert.equal(at("2026-11-23 10:40", answers)?.snoozedUntil, on("2026-11-23 11:00"));
  });
});
