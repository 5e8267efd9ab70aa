import { writeZone } from "../../language/zoneNames";
import type { TextId } from "../../say";
import type { Instant } from "../../time/types";
import { clockIn, dateIn } from "../../time/zoned";
import { myZone, theirZone } from "./baseView";
import type { KindInput } from "./kind";
import type { Meanings, MomentView } from "./messageView";

/** A moment on the client's clock, and on mine where the two differ. */
export function viewMoment(at: Instant, input: Pick<KindInput, "client" | "me" | "zone" | "contact">): MomentView {
  const [theirs, mine] = [theirZone(input), myZone(input)];
  const { language } = input.contact;
  const on = dateIn(at, theirs);
  const time = clockIn(at, theirs);
  const here = { on: dateIn(at, mine), time: clockIn(at, mine) };
  if (here.on === on && here.time === time) return { on, time };
  // A zone without a city (UTC) says nothing of where I am.
  if (!/^(?!Etc\/)\w+\//.test(mine)) return { on, time, place: writeZone(theirs, language) };
  return { on, time, place: writeZone(theirs, language), mine: { ...here, place: writeZone(mine, language), otherDay: here.on !== on } };
}

export interface LengthView {
  readonly hours: number;
  readonly minutes: number;
}
export const viewLength = (minutes: number): LengthView => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

export const momentMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<MomentView> } => ({
  means,
  fields: {
    on: "variable.on",
    time: "variable.time",
    place: "variable.zonePlace",
    mine: { means: "variable.mine", fields: { on: "variable.mine.on", time: "variable.mine.time", place: "variable.mine.place", otherDay: "variable.mine.otherDay" } },
  },
});
