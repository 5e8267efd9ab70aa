import { contactMayBeShared, marketplaceName } from "../../book/marketplaces";
import type { Meeting } from "../../book/meeting";
import { noteDecisions } from "../../book/meetingChanges";
import { lastOccurrence, nextOccurrence } from "../../book/meetingTimes";
import type { Note } from "../../book/note";
import { recordById } from "../../book/queries";
import type { Instant } from "../../time/types";
import { dateIn, later } from "../../time/zoned";
import { safeAddress } from "../address";
import { baseView, myZone, theirZone } from "./baseView";
import { defineKind, type AboutChoice, type KindInput, type Need } from "./kind";
import { calendarForms, meetingForms, type MeetingForm } from "./meetingForms";
import { repeats, times, type MeetingWhen } from "./meetingWhen";
import type { MessageView } from "./messageView";
import { momentMeaning, viewLength, type LengthView } from "./moments";

interface MeetingView extends MessageView, MeetingWhen {
  readonly title: string;
  readonly isMoved: boolean;
  readonly isReminder: boolean;
  readonly isUrgent: boolean;
  readonly cannotAttend: boolean;
  readonly isCancelled: boolean;
  readonly isDecisions: boolean;
  readonly length: LengthView;
  readonly link?: string;
  /** Nothing leads elsewhere yet: it is held on the marketplace itself. */
  readonly staysHere: boolean;
  /** The marketplace, where it has a name. */
  readonly place?: string;
  readonly agenda: readonly string[];
  readonly decisions: readonly string[];
  readonly reason?: string;
  readonly calendarFile: boolean;
}

/** A meeting: set, moved, near, urgent, one that I cannot keep, one that is off, and afterwards what was decided. */
export const meeting = defineKind<MeetingView>({
  kind: "meeting",
  project: "optional",
  about: "meeting",
  abouts,
  forms: (input) => formsFor(input).map((value) => ({ value, label: { id: `meetingForm.${value}` } })),
  fits: (input) => {
    if (talkOf(input)) return 2;
    const known = input.about.meeting ? [input.about.meeting] : theirs(input);
    if (known.length === 0) return 0;
    return known.some((each) => isNews(each, input)) ? 2 : 1;
  },
  needs,
  compose: (input) => {
    const form = formOf(input);
    const known = input.about.meeting;
    const talk = talkOf(input);
    const shares = contactMayBeShared(input.client);
    const link = shares && known?.link !== undefined && form !== "cancelled" && form !== "decisions" ? safeAddress(known.link) : undefined;
    const reason = input.answers["reason"];
    const place = marketplaceName(input.client);
    return {
      ...baseView(input),
      title: known?.title ?? "",
      isMoved: form === "moved",
      isReminder: form === "reminder",
      isUrgent: form === "urgent",
      cannotAttend: form === "cannotAttend",
      isCancelled: form === "cancelled",
      isDecisions: form === "decisions",
      ...(known && times(known, form, input)),
      ...(talk && { heldOn: dateIn(talk.at ?? talk.createdAt, theirZone(input)) }),
      length: viewLength(known?.minutes ?? 0),
      ...(known && repeats(known, form, input)),
      ...(link !== undefined && { link }),
      staysHere: !shares && isToCome(form, input),
      ...(place !== undefined && { place }),
      agenda: withoutAgenda.has(form) ? [] : (known?.agenda ?? []),
      decisions: form === "decisions" ? agreed(input) : [],
      ...(typeof reason === "string" && { reason }),
      calendarFile: calendarForms.has(form),
    };
  },
  noteIds: (input) => (formOf(input) === "decisions" ? decided(input).map(({ id }) => id) : []),
  effects: (input) => {
    const { meeting: known } = input.about;
    return known?.movedFrom !== undefined && formOf(input) !== "decisions" ? [{ do: "meetingTold", meetingId: known.id }] : [];
  },
  meanings: {
    title: "variable.meeting.title",
    isMoved: "variable.meeting.isMoved",
    isReminder: "variable.meeting.isReminder",
    isUrgent: "variable.meeting.isUrgent",
    cannotAttend: "variable.meeting.cannotAttend",
    isCancelled: "variable.meeting.isCancelled",
    isDecisions: "variable.meeting.isDecisions",
    at: momentMeaning("variable.meeting.at"),
    was: momentMeaning("variable.meeting.was"),
    heldOn: "variable.meeting.heldOn",
    next: momentMeaning("variable.meeting.next"),
    length: { means: "variable.meeting.length", fields: { hours: "variable.length.hours", minutes: "variable.length.minutes" } },
    repeats: {
      means: "variable.meeting.repeats",
      fields: { week: "tree.repeats.week", twoWeeks: "tree.repeats.twoWeeks", workdays: "tree.repeats.workdays", month: "tree.repeats.month", monthWeekday: "tree.repeats.monthWeekday", place: "variable.meeting.repeats.place" },
    },
    link: "variable.meeting.link",
    staysHere: "variable.meeting.staysHere",
    place: "variable.place",
    agenda: "variable.meeting.agenda",
    decisions: "variable.meeting.decisions",
    reason: "variable.meeting.reason",
    calendarFile: "variable.meeting.calendarFile",
  },
});

/** There is a time at which they meet. One that I cannot keep has it where another was proposed. */
const isToCome = (form: MeetingForm, { about: { meeting: known } }: KindInput): boolean =>
  form !== "cancelled" && form !== "decisions" && (form !== "cannotAttend" || (known?.movedFrom !== undefined && known.cancelledAt === undefined));

/** They say that it is off or over; a new time is yet to be agreed. */
const withoutAgenda: ReadonlySet<MeetingForm> = new Set<MeetingForm>(["cancelled", "cannotAttend", "decisions"]);
const theirs = ({ book, client }: KindInput): readonly Meeting[] => book.meeting.filter(({ clientId, archivedAt }) => clientId === client.id && archivedAt === undefined);
const isForm = (form: string | undefined): form is MeetingForm => (meetingForms as readonly (string | undefined)[]).includes(form);
const formOf = (input: KindInput): MeetingForm => (isForm(input.about.form) ? input.about.form : (formsFor(input)[0] ?? "set"));

/** The likeliest first. */
function formsFor(input: KindInput): readonly MeetingForm[] {
  const known = input.about.meeting;
  if (!known) return talkOf(input) ? ["decisions"] : [];
  if (known.cancelledAt !== undefined) return ["cancelled", "cannotAttend"];
  const ahead = nextOccurrence(known, input.now) !== undefined;
  const held = lastOccurrence(known, input.now) !== undefined;
  const told = input.sent.some(({ about }) => about?.meetingId === known.id);
  const first: readonly MeetingForm[] = known.movedFrom !== undefined ? ["moved", "cannotAttend"] : told ? ["reminder", "set"] : ["set", "reminder"];
  return [...(ahead && known.urgent === true ? (["urgent"] as const) : []), ...(ahead ? first : []), ...(held ? (["decisions"] as const) : [])];
}

const dayAhead = 1440;

/** The client does not know yet, or should be reminded. */
function isNews(known: Meeting, input: KindInput): boolean {
  const about = input.sent.filter((record) => record.about?.meetingId === known.id);
  const told = (form: MeetingForm) => about.some((record) => record.about?.form === form);
  if (known.cancelledAt !== undefined) return known.startsAt > input.now && !told("cancelled") && !told("cannotAttend");
  const next = nextOccurrence(known, input.now)?.startsAt;
  if (next !== undefined && (about.length === 0 || known.movedFrom !== undefined || next < later(input.now, dayAhead))) return true;
  return decided({ ...input, about: { meetingId: known.id, meeting: known } }).length > 0;
}

const monthBack = -31 * 1440;

function abouts(input: KindInput): readonly AboutChoice[] {
  const when = (known: Meeting): Instant | undefined => {
    if (known.cancelledAt !== undefined) return known.startsAt > input.now ? known.startsAt : undefined;
    const at = nextOccurrence(known, input.now)?.startsAt ?? lastOccurrence(known, input.now)?.startsAt;
    return at !== undefined && at > later(input.now, monthBack) ? at : undefined;
  };
  return theirs(input)
    .flatMap((known) => {
      const at = when(known);
      return at === undefined ? [] : [{ known, at, news: isNews(known, input) }];
    })
    .sort((a, b) => Number(b.news) - Number(a.news) || (a.at < b.at ? -1 : 1))
    .map(({ known, at }) => ({
      about: { meetingId: known.id },
      ...(known.projectId !== undefined && { projectId: known.projectId }),
      label: known.title,
      detail: { id: "need.when", values: { when: { time: "moment", at, zone: myZone(input), now: input.now } } },
    }));
}

/** What was decided in it and no message has told. */
function decided({ book, about, sent }: Pick<KindInput, "book" | "about" | "sent">): readonly Note[] {
  const told = new Set(sent.flatMap(({ noteIds }) => noteIds));
  return book.note.filter((note) => note.kind === "decision" && note.meetingId !== undefined && note.meetingId === about.meetingId && note.archivedAt === undefined && !told.has(note.id));
}

/** A call or a chat that was logged: a meeting without one. */
const talkOf = ({ about: { meeting: known, note } }: KindInput): Note | undefined => (known === undefined && note?.kind === "contact" ? note : undefined);

/** Of a talk, what was asked for this message: it is kept with it. */
const agreed = (input: KindInput): readonly string[] => (talkOf(input) ? ((input.answers["decisions"] as readonly string[] | undefined) ?? []) : decided(input).map(({ text }) => text));

/** "Call: free delivery over 1,000" */
const saidIn = ({ text }: Note): string | undefined => /^[^:]+: (.+)$/s.exec(text)?.[1];

function needs(input: KindInput): readonly Need[] {
  const known = input.about.meeting;
  const talk = talkOf(input);
  if (talk) {
    const proposed = saidIn(talk);
    return [{ name: "decisions", as: "lines", ask: { id: "need.meeting.decisions" }, hint: { id: "need.meeting.decisions.hint" }, ...(proposed !== undefined && { proposed }) }];
  }
  const form = formOf(input);
  if (!known) return [];
  if (form === "decisions") {
    const keep: NonNullable<Need["keep"]> = (answer, book, stamp) => noteDecisions(recordById(book, "meeting", known.id) ?? known, answer as readonly string[], stamp);
    return decided(input).length > 0 ? [] : [{ name: "decisions", as: "lines", ask: { id: "need.meeting.decisions" }, hint: { id: "need.meeting.decisions.hint" }, keep }];
  }
  const asks = form === "cannotAttend" || form === "cancelled" || form === "moved";
  return asks ? [{ name: "reason", as: "words", optional: true, ask: { id: "need.meeting.reason" }, hint: { id: "need.meeting.reason.hint" } }] : [];
}
