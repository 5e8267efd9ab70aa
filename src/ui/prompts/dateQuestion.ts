import type { Due } from "../../core/book/fields";
import type { Say } from "../../core/say";
import { asTyped, readTypedDate, understood, type TypedAt } from "../../core/time/typedDate";
import { readPastDate } from "./readPastDate";
import type { TextQuestion } from "./screen";

/** Asks for a date as people type it, and says while typing which one was understood. Empty means none. */
export function dateQuestion(say: Say, at: TypedAt, prompt: string, due?: Due): TextQuestion {
  return {
    prompt,
    placeholder: say("prompt.datePlaceholder"),
    ...(due && { value: asTyped(due, at.zone) }),
    check: (typed) => {
      const read = readTypedDate(typed, at);
      if (!read) return undefined;
      return read.problem ? { wrong: say(read.problem) } : { understood: say("prompt.understood", { what: understood(read.due, at) }) };
    },
  };
}

/** The date that an accepted answer holds. */
export const dueOf = (typed: string, at: TypedAt): Due | undefined => readTypedDate(typed, at)?.due;

/** Asks for a day that has passed; it cannot be left empty. */
export function pastDateQuestion(say: Say, at: TypedAt, prompt: string): TextQuestion {
  return {
    prompt,
    placeholder: say("prompt.pastDatePlaceholder"),
    check: (typed) => {
      const read = readPastDate(typed, at);
      if (!read) return { wrong: say("prompt.needsDate") };
      if ("problem" in read) return { wrong: say(read.problem) };
      return { understood: say("prompt.understood", { what: understood({ by: "date", on: read.on }, at) }) };
    },
  };
}

/** A text that must not be left empty. */
export function neededText(say: Say, question: Omit<TextQuestion, "check">): TextQuestion {
  return { ...question, check: (typed) => (typed.trim() === "" ? { wrong: say("prompt.needed") } : undefined) };
}
