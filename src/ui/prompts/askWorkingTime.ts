import type { Say } from "../../core/say";
import type { PlainTime, Weekday } from "../../core/time/types";
import { readHours, type Hours } from "./readHours";
import { weekdayName, weekdays } from "./labels";
import type { Screen, TextQuestion } from "./screen";
import { askInSteps } from "./steps";

/** Which days of the week are worked, the usual ones ticked. The week starts where the days do: on Sunday in Dhaka. */
export async function askWorkingDays(screen: Screen, say: Say, title: string, current: readonly Weekday[]): Promise<readonly Weekday[]> {
  const first = current[0] ?? 1;
  const inOrder = [...weekdays.slice(first - 1), ...weekdays.slice(0, first - 1)];
  const { picked } = await askInSteps(screen, { title, canLeave: true }, (ask) =>
    ask.pickMany("days", {
      placeholder: say("prompt.whichDays"),
      choices: inOrder.map((day) => ({ label: weekdayName(say, day), value: day })),
      picked: () => current,
    }),
  );
  return inOrder.filter((day) => picked.includes(day));
}

export async function askHours(screen: Screen, say: Say, title: string, current: Hours): Promise<Hours> {
  const typed = await askInSteps(screen, { title, canLeave: true }, (ask) => ask.text("hours", hoursQuestion(say, current)));
  return readHours(typed) ?? current;
}

function hoursQuestion(say: Say, current: Hours): TextQuestion {
  return {
    prompt: say("prompt.hours"),
    placeholder: "9:00-18:00",
    value: `${current.start}-${current.end}`,
    check: (typed) => {
      const hours = readHours(typed);
      return hours ? { understood: say("prompt.understood", { what: hoursLabel(hours) }) } : { wrong: say("prompt.hoursUnread") };
    },
  };
}

export const hoursLabel = ({ start, end }: { readonly start: PlainTime; readonly end: PlainTime }): string => `${start}–${end}`;

