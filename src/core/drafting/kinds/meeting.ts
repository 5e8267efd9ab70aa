import { contactMayBeShared, marketplaceName } from "../../book/marketplaces";
import type { Meeting } from "../../book/meeting";
import { noteDecisions, repeatsOf } from "../../book/meetingChanges";
import { lastOccurrence, nextOccurrence } from "../../book/meetingTimes";
import type { Note } from "../../book/note";
import { recordById } from "../../book/queries";
import { writeZone } from "../../language/zoneNames";
import type { Instant, PlainDate } from "../../time/types";
import { clockIn, dateIn, later } from "../../time/zoned";
import { safeAddress } from "../address";
import { baseView, myZone, theirZone } from "./baseView";
import { defineKind, type AboutChoice, type KindInput, type Need } from "./kind";
import { calendarForms, meetingForms, type MeetingForm } from "./meetingForms";
import type { MessageView, MomentView } from "./messageView";
import { momentMeaning, viewLength, viewMoment, type LengthView } from "./moments";

interface RepeatsView {
  readonly week: boolean;
  readonly twoWeeks: boolean;
  readonly workdays: boolean;
  readonly month: boolean;
  readonly monthWeekday: boolean;
  /** Where the clocks are that it goes by, where they are not the reader's. */
  readonly place?: string;
}
interface MeetingView extends MessageView {
  readonly title: string;
  readonly isMoved: boolean;
  readonly isReminder: boolean;
  readonly isUrgent: boolean;
  readonly cannotAttend: boolean;
  readonly isCancelled: boolean;
  readonly isDecisions: boolean;
  readonly at?: MomentView;
  readonly was?: MomentView;
  readonly heldOn?: PlainDate;
  readonly next?: MomentView;
  readonly length: LengthView;
  readonly repeats?: RepeatsView;
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

/** When it is, was and is again: only what this form tells. */
function times(known: Meeting, form: MeetingForm, input: KindInput): Pick<MeetingView, "at" | "was" | "heldOn" | "next"> {
  const view = (at: Instant | undefined): MomentView | undefined => (at === undefined ? undefined : viewMoment(at, input));
  const series = known.ofSeries && recordById(input.book, "meeting", known.ofSeries.meetingId);
  const next = nextOccurrence(known, input.now)?.startsAt;
  type Times = Pick<MeetingView, "at" | "was" | "next">;
  const optional = (name: keyof Times, value: MomentView | undefined): Times => (value ? { [name]: value } : {});
  switch (form) {
    case "decisions": {
      const held = lastOccurrence(known, input.now)?.startsAt ?? known.startsAt;
      return { heldOn: dateIn(held, theirZone(input)), ...optional("next", view(next)) };
    }
    case "cancelled":
    case "cannotAttend": {
      if (known.cancelledAt === undefined && known.movedFrom === undefined) return { ...optional("was", view(input.about.at ?? next ?? known.startsAt)) };
      if (known.cancelledAt === undefined) return { ...optional("was", view(known.movedFrom)), ...optional("at", view(next ?? known.startsAt)) };
      return { ...optional("was", view(known.startsAt)), ...optional("next", view(series && nextOccurrence(series, known.startsAt)?.startsAt)) };
    }
    case "moved":
      return { ...optional("was", view(known.movedFrom)), ...optional("at", view(next ?? known.startsAt)) };
    default:
      return { ...optional("at", view(next ?? known.startsAt)) };
  }
}

function repeats(known: Meeting, form: MeetingForm, input: KindInput): Pick<MeetingView, "repeats"> {
  const how = repeatsOf(known);
  if (how === undefined || how === "elsewhere" || (form !== "set" && form !== "moved")) return {};
  const reader = theirZone(input);
  const next = nextOccurrence(known, input.now)?.startsAt ?? known.startsAt;
  const elsewhere = known.zone !== reader && clockIn(next, known.zone) !== clockIn(next, reader);
  const is = (one: typeof how) => how === one;
  return {
    repeats: {
      week: is("week"),
      twoWeeks: is("twoWeeks"),
      workdays: is("workdays"),
      month: is("month"),
      monthWeekday: is("monthWeekday"),
      ...(elsewhere && { place: writeZone(known.zone, input.contact.language) }),
    },
  };
}
