import { channels, places, tones } from "../../core/book/client";
import type { Language } from "../../core/book/fields";
import { projectSizes, projectStatuses, type GoesLive, type Rhythm } from "../../core/book/project";
import type { Say } from "../../core/say";
import type { Weekday } from "../../core/time/types";
import type { Choice } from "./screen";

// The words for what records hold, and the same as choices.

/** Languages are named in themselves: whoever needs one can read its name. */
const languageNames: Readonly<Record<Language, string>> = { en: "English", bn: "বাংলা" };
export const languageChoices = (): readonly Choice<Language>[] =>
  (["en", "bn"] as const).map((value) => ({ label: languageNames[value], value }));

export const channelChoices = (say: Say) => channels.map((value) => ({ label: say(`channel.${value}`), value }));
export const placeChoices = (say: Say) => places.map((value) => ({ label: say(`place.${value}`), value }));
export const toneChoices = (say: Say) =>
  tones.map((value) => ({ label: say(`tone.${value}`), description: say(`tone.${value}.what`), value }));
export const sizeChoices = (say: Say) =>
  projectSizes.map((value) => ({ label: say(`size.${value}`), description: say(`size.${value}.what`), value }));
export const statusChoices = (say: Say) => projectStatuses.map((value) => ({ label: say(`projectStatus.${value}`), value }));

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekdayName = (say: Say, day: Weekday): string => say(`weekday.${day}`);
/** "Sun, Mon, Tue": short names in the order given. */
export const weekdayList = (say: Say, days: readonly Weekday[]): string =>
  days.length === 0 ? say("prompt.noDays") : days.map((day) => say(`weekday.${day}.short`)).join(", ");

export function rhythmLabel(say: Say, rhythm: Rhythm): string {
  switch (rhythm.every) {
    case "workingDay":
      return say("rhythm.workingDay");
    case "milestone":
      return say("rhythm.milestone", { count: rhythm.ceilingDays });
    case "week":
      return say("rhythm.week", { day: weekdayName(say, rhythm.day) });
    case "days":
      return say("rhythm.days", { count: rhythm.days });
    case "never":
      return say("rhythm.never");
  }
}

export function goesLiveLabel(say: Say, goesLive: GoesLive): string {
  switch (goesLive.by) {
    case "branch":
      return say("goesLive.branch", { branch: goesLive.branch });
    case "tag":
      return say("goesLive.tag", { pattern: goesLive.pattern });
    case "hand":
      return say("goesLive.hand");
  }
}
