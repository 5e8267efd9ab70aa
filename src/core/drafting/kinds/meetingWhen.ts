import type { Meeting } from "../../book/meeting";
import { repeatsOf } from "../../book/meetingChanges";
import { lastOccurrence, nextOccurrence } from "../../book/meetingTimes";
import { recordById } from "../../book/queries";
import { writeZone } from "../../language/zoneNames";
import type { Instant, PlainDate } from "../../time/types";
import { clockIn, dateIn } from "../../time/zoned";
import { theirZone } from "./baseView";
import type { KindInput } from "./kind";
import type { MeetingForm } from "./meetingForms";
import type { MomentView } from "./messageView";
import { viewMoment } from "./moments";

interface RepeatsView {
  readonly week: boolean;
  readonly twoWeeks: boolean;
  readonly workdays: boolean;
  readonly month: boolean;
  readonly monthWeekday: boolean;
  /** Where the clocks are that it goes by, where they are not the reader's. */
  readonly place?: string;
}

/** The times that a message about a meeting tells. */
export interface MeetingWhen {
  readonly at?: MomentView;
  readonly was?: MomentView;
  readonly heldOn?: PlainDate;
  readonly next?: MomentView;
  readonly repeats?: RepeatsView;
}

/** When it is, was and is again: only what this form tells. */
export function times(known: Meeting, form: MeetingForm, input: KindInput): Omit<MeetingWhen, "repeats"> {
  const view = (at: Instant | undefined): MomentView | undefined => (at === undefined ? undefined : viewMoment(at, input));
  const series = known.ofSeries && recordById(input.book, "meeting", known.ofSeries.meetingId);
  const next = nextOccurrence(known, input.now)?.startsAt;
  type Times = Pick<MeetingWhen, "at" | "was" | "next">;
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

/** How it comes again: told where it is set or moved. */
export function repeats(known: Meeting, form: MeetingForm, input: KindInput): Pick<MeetingWhen, "repeats"> {
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
