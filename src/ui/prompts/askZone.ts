import type { Say } from "../../core/say";
import type { Instant, Zone } from "../../core/time/types";
import type { Choice, Screen } from "./screen";
import { askInSteps } from "./steps";

/** "Mine" is answered by undefined. */
export async function askZone(
  screen: Screen,
  say: Say,
  title: string,
  options: { readonly none: string; readonly current: Zone | undefined; readonly now: Instant },
): Promise<Zone | undefined> {
  const { none, current, now } = options;
  const zones = zoneNames(current);
  const picked = await askInSteps(screen, { title, canLeave: true }, (ask) =>
    ask.pick<Zone | "">("zone", {
      placeholder: say("prompt.whichZone"),
      active: current ?? "",
      choices: [{ label: none, value: "" }, ...zones.map((zone): Choice<Zone> => ({ label: zoneLabel(zone), description: clock(say, zone, now), value: zone }))],
    }),
  );
  return picked === "" ? undefined : picked;
}

/** "America/New_York" as people read it. */
export const zoneLabel = (zone: Zone): string => zone.replaceAll("_", " ");

/** Every zone that the machine knows, and the one that is set: it may have come from another machine. */
function zoneNames(current: Zone | undefined): readonly Zone[] {
  const known = Intl.supportedValuesOf("timeZone") as Zone[];
  return current === undefined || known.includes(current) ? known : [current, ...known];
}

/** What the clocks show there: the quickest way to recognise one's zone. */
const clock = (say: Say, zone: Zone, now: Instant): string => say("prompt.clockThere", { at: { time: "clock", at: now, zone } });
