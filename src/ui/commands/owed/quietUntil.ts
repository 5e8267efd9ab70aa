import { moment } from "../../../core/report/status";
import { workingCalendar } from "../../../core/time/calendar";
import type { Instant } from "../../../core/time/types";
import { later } from "../../../core/time/zoned";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import type { OwedCommandsDeps } from "./deps";
import { askMoment } from "./putOff";

type Wanted = Instant | "date" | "end";

/** No messages for a while, in any window. The status bar and the list go on. */
export async function quietUntil(deps: OwedCommandsDeps): Promise<void> {
  const { say, quiet, messages, book } = deps;
  const { now, zone } = here(deps);
  const { me, absence } = book.current();
  const mine = workingCalendar({ me, absences: absence, machineZone: zone });
  const morning = mine.nextStart(now) ?? later(now, 24 * 60);
  const said = (at: Instant) => say("owedList.until", { when: moment(at, { zone, now }) });
  const current = quiet.until();
  const until = await askInSteps(deps.screen, { title: say("quiet.title") }, async (ask) => {
    const wanted = await ask.pick<Wanted>("until", {
      placeholder: say("quiet.until"),
      choices: [
        { label: say("quiet.hour"), description: said(later(now, 60)), value: later(now, 60) },
        { label: say("quiet.nextDay"), description: said(morning), value: morning },
        { label: say("quiet.date"), value: "date" },
        ...(current !== undefined && current > now ? [{ label: say("quiet.end"), description: said(current), value: "end" as const }] : []),
      ],
    });
    if (wanted !== "date") return wanted;
    ask.more(1);
    return askMoment(ask, deps);
  });
  await quiet.set(until === "end" ? undefined : until);
  messages.inform(until === "end" ? { id: "quiet.ended" } : { id: "quiet.done", values: { when: moment(until, { zone, now }) } });
}
