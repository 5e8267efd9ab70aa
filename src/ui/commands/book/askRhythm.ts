import type { Rhythm } from "../../../core/book/project";
import type { Say } from "../../../core/say";
import { toLatinDigits } from "../../../core/language/digits";
import { weekdayName, weekdays } from "../../prompts/labels";
import type { Screen, TextQuestion } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";

const USUAL_CEILING = 7;
const USUAL_DAYS = 3;
const MOST_DAYS = 90;

/** How often the client hears; undefined leaves it to the size of the work. */
export function askRhythm(screen: Screen, say: Say, title: string, current: Rhythm | undefined): Promise<Rhythm | undefined> {
  return askInSteps(screen, { title, canLeave: true }, async (ask) => {
    const every = await ask.pick<Rhythm["every"] | "bySize">("every", {
      placeholder: say("rhythm.placeholder"),
      active: current?.every ?? "bySize",
      choices: [
        { label: say("rhythm.bySize"), description: say("rhythm.bySize.what"), value: "bySize" },
        { label: say("rhythm.workingDay"), value: "workingDay" },
        { label: say("rhythm.afterMilestone"), value: "milestone" },
        { label: say("rhythm.everyWeek"), value: "week" },
        { label: say("rhythm.everyDays"), value: "days" },
        { label: say("rhythm.never"), value: "never" },
      ],
    });
    switch (every) {
      case "bySize":
        return undefined;
      case "workingDay":
      case "never":
        return { every };
      case "week": {
        const active = current?.every === "week" ? current.day : undefined;
        const choices = weekdays.map((day) => ({ label: weekdayName(say, day), value: day }));
        return { every, day: await ask.pick("day", { placeholder: say("rhythm.whichDay"), active, choices }) };
      }
      case "milestone": {
        const before = current?.every === "milestone" ? current.ceilingDays : USUAL_CEILING;
        return { every, ceilingDays: readCount(await ask.text("ceiling", countQuestion(say, say("rhythm.ceiling"), before))) ?? before };
      }
      case "days": {
        const before = current?.every === "days" ? current.days : USUAL_DAYS;
        return { every, days: readCount(await ask.text("days", countQuestion(say, say("rhythm.howManyDays"), before))) ?? before };
      }
    }
  });
}

/** A whole number of days, in Latin or Bangla digits. */
function readCount(typed: string): number | undefined {
  const count = Number(toLatinDigits(typed.trim()));
  return Number.isInteger(count) && count >= 1 && count <= MOST_DAYS ? count : undefined;
}

const countQuestion = (say: Say, prompt: string, value: number): TextQuestion => ({
  prompt,
  value: String(value),
  check: (typed) => (readCount(typed) === undefined ? { wrong: say("rhythm.badCount", { most: MOST_DAYS }) } : undefined),
});
