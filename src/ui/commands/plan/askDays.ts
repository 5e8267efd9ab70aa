import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import type { TextQuestion } from "../../prompts/screen";
import type { Say } from "../../../core/say";
import { readTypedDate, understood, type TypedAt } from "../../../core/time/typedDate";
import type { PlainDate } from "../../../core/time/types";
import { dateIn } from "../../../core/time/zoned";

/** A day as it was typed, whatever the hour. Undefined where nothing was. */
export function dayOf(typed: string, at: TypedAt): PlainDate | undefined {
  const due = dueOf(typed, at);
  return due && (due.by === "date" ? due.on : dateIn(due.at, at.zone));
}

/** Asks for a day; it cannot be left empty. */
export function firstDay(say: Say, at: TypedAt, prompt: string, value?: PlainDate): TextQuestion {
  const question = dateQuestion(say, at, prompt, value === undefined ? undefined : { by: "date", on: value });
  return { ...question, placeholder: say("write.dateNeeded"), check: (typed) => (typed.trim() === "" ? { wrong: say("prompt.needsDate") } : question.check?.(typed)) };
}

/** Asks for the last day of several; left empty, it is the first. A day without a year is the next such day after `from`. */
export function lastDay(say: Say, at: TypedAt, prompt: string, from: PlainDate, value?: PlainDate): TextQuestion {
  return {
    prompt,
    placeholder: say("leave.toPlaceholder"),
    ...(value !== undefined && { value }),
    check: (typed) => {
      const read = readTypedDate(typed, at);
      if (!read) return { understood: say("prompt.understood", { what: understood({ by: "date", on: from }, at) }) };
      if (read.problem) return { wrong: say(read.problem) };
      const day = dayOf(typed, at) ?? from;
      return day < from ? { wrong: say("leave.endsBefore") } : { understood: say("prompt.understood", { what: understood({ by: "date", on: day }, at) }) };
    },
  };
}

/** Typed dates are read as seen from the morning of the first day, so that "fri" is the Friday after it. */
export const asSeenFrom = (at: TypedAt, from: PlainDate): TypedAt => {
  const morning = `${from}T00:00:00.000Z` as TypedAt["now"];
  return morning > at.now ? { ...at, now: morning } : at;
};
