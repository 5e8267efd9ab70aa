import type { Client } from "../../book/client";
import { notesForProject } from "../../book/queries";
import type { Instant, PlainDate, Zone } from "../../time/types";
import { addDays, dateIn, instantOf, parseInstant, weekdayOf, clockIn } from "../../time/zoned";
import type { LeftOut } from "../../work/summary";
import { housekeepingOf } from "../inShort";
import type { HousekeepingView } from "../progressView";
import { baseView, theirZone } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { housekeepingMeaning } from "./sharedMeanings";

interface WorklogView extends MessageView {
  /** The first and the last day that it tells of. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Days on which something was done. */
  readonly days: readonly DayView[];
  /** Work of no particular day, typed in. */
  readonly more: readonly string[];
  /** To be pasted into the marketplace's own form: no greeting and no signature. */
  readonly memo: boolean;
}
interface DayView {
  readonly on: PlainDate;
  readonly lines: readonly string[];
  /** Kinds of work that a client does not see. */
  readonly housekeeping: readonly HousekeepingView[];
}

const upworkZone = "UTC" as Zone;
const monday = 1;
const noon = "12:00";

/** Upwork counts its weeks in UTC. Elsewhere a week is the client's. */
const zoneOf = (input: KindInput): Zone => (input.client.place === "upwork" ? upworkZone : theirZone(input));

/** The week that is due: the last one until Monday noon, when Upwork's diary locks (core/book/marketplaces.ts), then this one. */
function weekOf(input: KindInput): { readonly from: PlainDate; readonly to: PlainDate } {
  const zone = zoneOf(input);
  const today = dateIn(input.now, zone);
  const thisMonday = addDays(today, monday - weekdayOf(today));
  const lastIsOpen = today === thisMonday && clockIn(input.now, zone) < noon;
  const from = lastIsOpen ? addDays(thisMonday, -7) : thisMonday;
  return { from, to: addDays(from, 6) };
}

/** As far as the week has come. */
function toldOf(input: KindInput): Pick<WorklogView, "from" | "to"> {
  const { from, to } = weekOf(input);
  const today = dateIn(input.now, zoneOf(input));
  return { from, to: to < today ? to : today };
}

/** Where the reading of git has to begin, whatever was told before. */
const worklogSince = (input: KindInput): Instant => instantOf(weekOf(input).from, "00:00" as ReturnType<typeof clockIn>, zoneOf(input));

function daysOf(input: KindInput): readonly DayView[] {
  const { from, to } = weekOf(input);
  const zone = zoneOf(input);
  const lines = new Map<PlainDate, string[]>();
  const left = new Map<PlainDate, LeftOut[]>();
  const dayOf = (at: Instant | undefined): PlainDate | undefined => {
    const on = at && dateIn(at, zone);
    return on && from <= on && on <= to ? on : undefined;
  };
  const tell = (on: PlainDate | undefined, text: string) => on && lines.set(on, [...(lines.get(on) ?? []), text]);

  for (const { commits, text } of input.summary?.items ?? []) {
    const on = new Set(commits.map(({ authorDate }) => dayOf(parseInstant(authorDate))));
    for (const day of on) tell(day, text);
  }
  for (const leftOut of input.summary?.leftOut ?? []) {
    const on = dayOf(parseInstant(leftOut.commit.authorDate));
    if (on) left.set(on, [...(left.get(on) ?? []), leftOut]);
  }
  for (const { kind, forUpdate, at, text } of input.project ? notesForProject(input.book, input.project) : []) {
    if (kind === "done" && forUpdate) tell(dayOf(at), text);
  }
  const days = [...new Set([...lines.keys(), ...left.keys()])].sort();
  return days
    .map((on) => ({ on, lines: lines.get(on) ?? [], housekeeping: housekeepingOf(left.get(on) ?? []) }))
    .filter((day) => day.lines.length > 0 || day.housekeeping.length > 0);
}

const isMemo = ({ place }: Client): boolean => place === "upwork";

/**
 * What was worked on, day by day, in memo form. It tells a client's clerk, so that nothing in it counts as told: the next
 * update says the same in its own way.
 */
export const worklog = defineKind<WorklogView>({
  kind: "worklog",
  project: "required",
  tellsWork: true,
  workSince: worklogSince,
  fits: ({ project }) => (project?.status === "active" && project.hourly !== undefined ? 1 : 0),
  needs: (input) => (daysOf(input).length > 0 ? [] : [{ name: "more", as: "lines", ask: { id: "need.worklog.more" }, hint: { id: "need.worklog.more.hint" } }]),
  compose: (input) => ({
    ...baseView(input),
    ...toldOf(input),
    days: daysOf(input),
    more: (input.answers["more"] as readonly string[] | undefined) ?? [],
    memo: isMemo(input.client),
  }),
  meanings: {
    from: "variable.from",
    to: "variable.to",
    days: { means: "variable.worklog.days", fields: { on: "variable.worklog.on", lines: "variable.worklog.lines", housekeeping: housekeepingMeaning } },
    more: "variable.worklog.more",
    memo: "variable.worklog.memo",
  },
});
