import fc from "fast-check";
import type { Absence } from "../../../../src/core/book/absence";
import type { Answer } from "../../../../src/core/book/answer";
import { emptyBook, recordSchemas, type Book, type RecordKind } from "../../../../src/core/book/book";
import type { Client } from "../../../../src/core/book/client";
import type { Due } from "../../../../src/core/book/fields";
import type { Invoice } from "../../../../src/core/book/invoice";
import { leaveAsTold } from "../../../../src/core/book/leaveTold";
import type { Meeting } from "../../../../src/core/book/meeting";
import { messageKinds } from "../../../../src/core/book/messageKind";
import { milestoneStates, type Milestone } from "../../../../src/core/book/milestone";
import type { Note } from "../../../../src/core/book/note";
import { projectStatuses, type Project, type Rhythm } from "../../../../src/core/book/project";
import type { HistoryEntry, MessageAbout } from "../../../../src/core/book/sentRecord";
import { owed } from "../../../../src/core/owed/derive";
import type { OwedInput } from "../../../../src/core/owed/desk";
import { ruleNames, type RuleName } from "../../../../src/core/owed/ruleNames";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../../../../src/core/time/types";
import { addDays, instantAt, later } from "../../../../src/core/time/zoned";
import * as v from "valibot";

// Random people, clients, histories and answers, over two changes of the clocks and the end of a year.

export const START = Date.UTC(2026, 9, 1);
export const DAYS = 120;
const MINUTES = DAYS * 1440;
const zones = fc.constantFrom(...(["Asia/Dhaka", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Asia/Tehran"] as Zone[]));
export const moments: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: MINUTES }).map((minutes) => instantAt(START + minutes * 60_000));
const dates = fc.integer({ min: -5, max: DAYS }).map((days) => addDays("2026-10-01" as PlainDate, days));
const weekdays = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00` as PlainTime;
const workingTimes = fc
  .record({ days: fc.uniqueArray(weekdays, { minLength: 1 }), start: fc.integer({ min: 0, max: 22 }), hours: fc.integer({ min: 1, max: 12 }) })
  .map(({ days, start, hours }) => ({ days, start: clock(start), end: clock(Math.min(start + hours, 23)) }));
const holidays = fc.array(fc.record({ from: dates, days: fc.integer({ min: 0, max: 3 }) }).map(({ from, days }) => ({ from, to: addDays(from, days) })), { maxLength: 3 });
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant<Rhythm>({ every: "workingDay" }),
  fc.constant<Rhythm>({ every: "never" }),
  fc.integer({ min: 1, max: 20 }).map((ceilingDays): Rhythm => ({ every: "milestone", ceilingDays })),
  fc.integer({ min: 1, max: 20 }).map((days): Rhythm => ({ every: "days", days })),
  weekdays.map((day): Rhythm => ({ every: "week", day })),
);
const dues: fc.Arbitrary<Due> = fc.oneof(dates.map((on): Due => ({ by: "date", on })), moments.map((at): Due => ({ by: "instant", at })));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

interface Given {
  readonly at: Instant;
  readonly changed: number;
}
const given = { at: moments, changed: fc.integer({ min: 0, max: 3 * 1440 }) };
const base = (id: string, { at, changed }: Given) => ({ id, rev: changed === 0 ? 1 : 2, createdAt: at, changedAt: later(at, changed) });
/** Without what is undefined, and as the book's own schema has it: a world that could not be stored is no world. */
const record = <K extends RecordKind>(kind: K, fields: object): Book[K][number] => {
  const defined = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return v.parse(recordSchemas[kind], defined);
};

const milestones = fc.record({ ...given, state: fc.constantFrom(...milestoneStates), due: perhaps(dues), ticks: fc.array(perhaps(moments), { maxLength: 5 }), deliveredAt: perhaps(moments), startedAt: perhaps(moments), priced: fc.boolean() });
const notes = fc.record({
  ...given, kind: fc.constantFrom("question", "blocker", "request", "promise", "contact", "feedback", "done", "decision"), forUpdate: fc.boolean(),
  ofClient: fc.boolean(), settledAt: perhaps(moments), happened: perhaps(moments), due: perhaps(dues), effect: perhaps(fc.constant("Orders fail")), change: perhaps(fc.constant({ days: 2 })),
});
const meetings = fc.record({
  ...given, startsAt: moments, minutes: fc.integer({ min: 5, max: 120 }), zone: zones, cancelledAt: perhaps(moments), movedFrom: perhaps(moments),
  recurs: perhaps(fc.constantFrom("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;COUNT=5", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;UNTIL=20261120")),
});
const invoices = fc.record({ ...given, forDeposit: fc.boolean(), issuedOn: perhaps(dates), dueOn: perhaps(dates), paidOn: perhaps(dates) });
const sentRecords = fc.record({ at: moments, kind: fc.constantFrom(...messageKinds), ofClient: fc.boolean(), about: fc.nat(), incentive: fc.boolean() });
const someRules = fc.dictionary(fc.constantFrom<RuleName>(...ruleNames), fc.record({ off: fc.boolean(), number: fc.integer({ min: 0, max: 30 }) }, { requiredKeys: [] }), { maxKeys: 3 });
const projects = fc.record({
  ...given, rhythm: perhaps(rhythms), size: fc.constantFrom("small", "large"), status: fc.constantFrom(...projectStatuses), deliveredAt: perhaps(moments), closedAt: perhaps(moments),
  hourly: fc.boolean(), deposit: fc.boolean(), budget: fc.boolean(), supportUntil: perhaps(dates), startsOn: perhaps(dates), waited: perhaps(moments), owedRules: perhaps(someRules),
  workAt: fc.array(moments, { maxLength: 6 }), milestones: fc.array(milestones, { maxLength: 3 }), notes: fc.array(notes, { maxLength: 4 }), meetings: fc.array(meetings, { maxLength: 2 }),
  invoices: fc.array(invoices, { maxLength: 2 }), sent: fc.array(sentRecords, { maxLength: 5 }),
});
const clients = fc.record({
  ...given, zone: perhaps(zones), workingTime: perhaps(workingTimes), holidays, place: fc.constantFrom("direct", "fiverr", "upwork", "marketplace", "agency"),
  owedRules: perhaps(someRules), countsAsContact: perhaps(fc.dictionary(fc.constantFrom(...messageKinds, "contact"), fc.boolean(), { maxKeys: 2 })), projects: fc.array(projects, { maxLength: 2 }),
});
const said = fc.record({ which: fc.nat(), at: moments, what: fc.constantFrom("skipped", "settled", "snoozed"), until: moments });
const settings = fc.record({
  rules: fc.dictionary(fc.constantFrom<RuleName>(...ruleNames), fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 30 })), { maxKeys: 5 }),
  countsAsContact: fc.dictionary(fc.constantFrom(...messageKinds, "contact"), fc.boolean(), { maxKeys: 3 }),
});

const people = fc.record({
  zone: zones, now: moments, myTimes: perhaps(workingTimes), holidays, settings: perhaps(settings),
  leave: fc.array(fc.record({ ...given, from: dates, days: fc.integer({ min: 0, max: 20 }), tentative: fc.boolean() }), { maxLength: 2 }),
  clients: fc.array(clients, { maxLength: 3 }), answers: fc.array(said, { maxLength: 5 }),
});
type World = typeof people extends fc.Arbitrary<infer T> ? T : never;

export const worlds: fc.Arbitrary<OwedInput> = people.map(build);

/** With word promised whether I go, where it is not certain. */
const asTold = (absence: Absence): MessageAbout => ({ absenceId: absence.id, leave: [{ ...leaveAsTold(absence), ...(absence.tentative === true && { confirmBy: addDays(absence.from, -3) }) }] });

function build(world: World): OwedInput {
  const of = { client: [] as Client[], project: [] as Project[], milestone: [] as Milestone[], note: [] as Note[], meeting: [] as Meeting[], invoice: [] as Invoice[], absence: [] as Absence[] };
  const history: HistoryEntry[] = [];
  const workAt = new Map<string, readonly Instant[]>();
  let n = 0;
  const id = (kind: string) => `${kind}-${String(n++)}`;
  const me = { ...emptyBook.me, holidays: world.holidays, ...(world.myTimes && { workingTimes: [world.myTimes] }) };
  for (const { from, days, tentative, ...when } of world.leave) of.absence.push(record("absence", { ...base(id("absence"), when), from, to: addDays(from, days), tentative }));
  for (const { projects: parts, at, changed, ...fields } of world.clients) {
    const contacts = [{ id: "c", name: "Sara", language: "en", tone: "friendly" }];
    const client = record("client", { ...base(id("client"), { at, changed }), ...fields, name: "Client", contacts, channel: "copy" });
    of.client.push(client);
    for (const part of parts) {
      const money = { minor: 1000, currency: "USD" };
      const project = record("project", {
        ...base(id("project"), part), clientId: client.id, name: "Project", size: part.size, status: part.status, scopes: [], goesLive: { by: "hand" }, rhythm: part.rhythm, owedRules: part.owedRules,
        deliveredAt: part.deliveredAt, closedAt: part.closedAt, supportUntil: part.supportUntil, startsOn: part.startsOn,
        hourly: part.hourly ? {} : undefined, deposit: part.deposit ? { amount: money } : undefined, budget: part.budget ? money : undefined, waited: part.waited && [{ from: part.waited, to: later(part.waited, 5 * 1440) }],
      });
      of.project.push(project);
      workAt.set(project.id, part.workAt.toSorted());
      const about = (ofClient: boolean) => ({ clientId: client.id, projectId: ofClient ? undefined : project.id });
      for (const { ticks, due, state, deliveredAt, startedAt, priced, ...when } of part.milestones)
        of.milestone.push(record("milestone", {
          ...base(id("milestone"), when), projectId: project.id, title: "Stage", due, state, deliveredAt, startedAt, price: priced ? money : undefined,
          deliverables: ticks.map((doneAt, at) => ({ id: String(at), text: "Part", ...(doneAt && { doneAt }) })),
        }));
      for (const { ofClient, happened, ...note } of part.notes) of.note.push(record("note", { ...base(id("note"), note), ...note, ...about(ofClient), text: "Words", at: happened }));
      for (const meeting of part.meetings) of.meeting.push(record("meeting", { ...base(id("meeting"), meeting), ...meeting, ...about(false), title: "Call" }));
      for (const invoice of part.invoices)
        of.invoice.push(record("invoice", { ...base(id("invoice"), invoice), ...invoice, ...about(false), number: "1", lines: [{ text: "Work", amount: money, milestoneId: of.milestone.at(-1)?.id ?? "none" }] }));
      const abouts: MessageAbout[] = [
        ...of.milestone.map(({ id }) => ({ milestoneId: id })), ...of.note.map(({ id }) => ({ noteId: id })), ...of.meeting.map(({ id }) => ({ meetingId: id })),
        ...of.invoice.map(({ id }) => ({ invoiceId: id })), ...of.absence.map(({ id }) => ({ absenceId: id })), ...of.absence.map(asTold), {},
      ];
      for (const { at, kind, ofClient, about: which, incentive } of part.sent)
        history.push({
          version: 2, what: "sent", id: id("sent"), clientId: client.id, ...(!ofClient && { projectId: project.id }), kind, language: "en", channel: "copy", at, text: "Hi", told: [], readUpTo: {}, noteIds: [],
          outcome: "handedOver", about: abouts[which % abouts.length] ?? {}, ...(incentive && { incentive }),
        });
    }
  }
  let input: OwedInput = { book: { me, ...of }, history, answers: [], now: world.now, zone: world.zone, workAt, ...(world.settings && { settings: world.settings }) };
  // Each answer is to something that was owed when it was given.
  for (const { which, at, what, until } of world.answers) {
    const list = owed({ ...input, now: at });
    const item = list[which % Math.max(list.length, 1)];
    const answer: Answer["said"] = what === "snoozed" ? { what, until } : { what };
    if (item) input = { ...input, answers: [...input.answers, { owedId: item.id, at, said: answer }] };
  }
  return input;
}

