import { applyChanges, type Book } from "../../../src/core/book/book";
import { revised } from "../../../src/core/book/changes";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import { createSurveyor } from "../../../src/core/owed/derive";
import { addDays, instantAt, later } from "../../../src/core/time/zoned";
import { dice, type Life } from "./acting";
import { dhaka, firstBook, START } from "./people";

const RECORDS = 50;
/** Rounds that are not counted. */
const WARM_UP = 40;

/** The eight people, 25 times over, each with what a year leaves behind. */
function many(): Pick<Life, "book" | "history"> {
  const one = firstBook();
  const roll = dice(11);
  const copies = Array.from({ length: 25 }, (_, n) => n);
  const renamed = <T extends { readonly id: string }>(record: T, n: number): T => {
    const fields = record as T & { readonly clientId?: string; readonly projectId?: string; readonly name?: string };
    return {
      ...record, id: `${record.id}-${n}`,
      ...(fields.clientId !== undefined && { clientId: `${fields.clientId}-${n}` }),
      ...(fields.projectId !== undefined && { projectId: `${fields.projectId}-${n}` }),
    };
  };
  const all = <T extends { readonly id: string }>(records: readonly T[]) => copies.flatMap((n) => records.map((record) => renamed(record, n)));
  const book: Book = { ...one, client: all(one.client), project: all(one.project), milestone: all(one.milestone), meeting: all(one.meeting) };
  const history = book.project.flatMap((project) =>
    Array.from({ length: RECORDS }, (_, n): SentRecord => ({
      version: 2, what: "sent", id: `${project.id}-${n}`, clientId: project.clientId, projectId: project.id, kind: "progress", language: "en", channel: "copy",
      at: instantAt(START + Math.floor(roll() * 30) * 86_400_000), text: "Hi", told: [], readUpTo: {}, noteIds: [], outcome: "handedOver",
    })),
  );
  const notes = book.project.flatMap((project) =>
    (["question", "blocker", "request", "contact", "promise"] as const).map((kind) => {
      const createdAt = instantAt(START + Math.floor(roll() * 30) * 86_400_000);
      const due = { by: "date" as const, on: addDays(createdAt.slice(0, 10) as never, 5) };
      return { id: `${project.id}-${kind}`, rev: 1, createdAt, changedAt: createdAt, kind, text: "Words", clientId: project.clientId, projectId: project.id, forUpdate: true, due };
    }),
  );
  return { book: { ...book, note: notes }, history };
}

/** Milliseconds of processor time, since other programs run beside a benchmark, of each look: the first, after a change in the book, after a message was sent, after an answer, and when only time has passed. */
export function lookTimes(rounds: number) {
  const { book, history } = many();
  const now = instantAt(START + 31 * 86_400_000 + 6 * 3_600_000);
  const timed = (look: () => unknown): number => {
    const began = process.cpuUsage();
    look();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  const base = { answers: [], now, zone: dhaka };
  const first = Array.from({ length: 5 }, () => timed(() => createSurveyor()({ ...base, book, history })));
  const survey = createSurveyor();
  let changing = book;
  let { length: owed } = survey({ ...base, book, history }).owed;
  const rest = Array.from({ length: WARM_UP + rounds }, (_, n) => {
    const project = changing.project[(n * 7) % changing.project.length];
    if (project) changing = applyChanges(changing, [revised("project", project, { goal: `Goal ${n}` }, { now })]);
    const book_ = timed(() => (owed = survey({ ...base, book: changing, history }).owed.length));
    const to = history[(n * 53) % history.length];
    const more = to === undefined ? history : [...history, { ...to, id: `sent-${n}`, at: now }];
    const sent = timed(() => survey({ ...base, book: changing, history: more }));
    const { id: owedId } = survey({ ...base, book: changing, history }).owed[(n * 31) % owed] ?? { id: "" };
    const answers = [{ owedId, at: now, said: { what: "settled" as const } }];
    const answered = timed(() => survey({ ...base, book: changing, history, answers }));
    survey({ ...base, book: changing, history });
    const time = timed(() => survey({ ...base, book: changing, history, now: later(now, n) }));
    return { book: book_, sent, answered, time };
  }).slice(WARM_UP);
  return { clients: book.client.length, records: history.length, owed, first, book: rest.map((one) => one.book), sent: rest.map((one) => one.sent), answered: rest.map((one) => one.answered), time: rest.map((one) => one.time) };
}
