import type { Answer } from "../../../core/book/answer";
import type { Owed } from "../../../core/owed/owed";
import { snoozeChoices } from "../../../core/report/snooze";
import type { OwedView } from "../../../core/report/status";
import { workingCalendar } from "../../../core/time/calendar";
import { readTypedDate } from "../../../core/time/typedDate";
import type { Instant, PlainTime } from "../../../core/time/types";
import { instantOf } from "../../../core/time/zoned";
import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import type { OwedCommandsDeps } from "./deps";
import { askWhich, open } from "./which";

type Deps = Pick<OwedCommandsDeps, "say" | "screen" | "answers" | "clock" | "book" | "messages" | "view">;

/**
 * Asks until when, and keeps the answer for each of `owed`. Without them it asks what to put off, of all that presses; where
 * nothing does it says so. Rejects with `Cancelled`.
 */
export async function snooze(owed: readonly Owed[] | undefined, deps: Deps): Promise<void> {
  const view = deps.view();
  if (!view) return;
  const from = owed ?? open(view);
  if (from.length === 0) {
    deps.messages.inform({ id: owed ? "owedList.gone" : "owedList.nothingDue" });
    return;
  }
  const asksWhich = owed === undefined && from.length > 1;
  const { which, said } = await askInSteps(deps.screen, { title: deps.say("owedList.button.snooze"), total: asksWhich ? 2 : 1 }, async (ask) => ({
    which: asksWhich ? await askWhich(from, view, ask, deps, { id: "owedList.snooze.which" }, { id: "owedList.snooze.everything" }) : from,
    said: await askUntil(view, ask, deps),
  }));
  for (const { id } of which) await deps.answers.add({ owedId: id, at: deps.clock.now(), said });
}

async function askUntil(view: OwedView, ask: Ask, deps: Deps): Promise<Answer["said"]> {
  const { say, clock } = deps;
  const choices: { label: string; description?: string; value: Answer["said"] | "date" }[] = snoozeChoices({ ...view, now: clock.now() }).map(({ label, description, said }) => ({
    label: say(label),
    ...(description && { description: say(description) }),
    value: said,
  }));
  const date = { label: say("owedList.snooze.date"), value: "date" as const };
  const said = await ask.pick("until", { placeholder: say("owedList.snooze.until"), choices: choices.toSpliced(-1, 0, date) });
  if (said !== "date") return said;
  ask.more(1);
  return { what: "snoozed", until: await askMoment(ask, deps) };
}

/** A moment to come: a day means the beginning of my hours on it. */
export async function askMoment(ask: Ask, deps: Pick<Deps, "say" | "clock" | "book">): Promise<Instant> {
  const { say } = deps;
  const at = here(deps);
  const { me, absence } = deps.book.current();
  const mine = workingCalendar({ me, absences: absence, machineZone: at.zone });
  const momentOf = (typed: string): Instant | undefined => {
    const due = dueOf(typed, at);
    if (!due || due.by === "instant") return due?.at;
    return mine.span(due.on)?.start ?? instantOf(due.on, "09:00" as PlainTime, mine.zone);
  };
  const question = dateQuestion(say, at, say("owedList.snooze.whichDate"));
  const typed = await ask.text("date", {
    ...question,
    check: (text) => {
      if (!readTypedDate(text, at)) return { wrong: say("prompt.needsDate") };
      const until = momentOf(text);
      return until !== undefined && until <= at.now ? { wrong: say("owedList.snooze.past") } : question.check?.(text);
    },
  });
  return momentOf(typed) ?? at.now;
}

/** "Not this time": the next one comes in its time. */
export async function skip(owed: readonly Owed[] | undefined, deps: Deps): Promise<void> {
  const which = await whichOnes(owed, "owedList.skip.which", "owedList.button.skip", deps);
  const [first] = which;
  for (const { id } of which) await deps.answers.add({ owedId: id, at: deps.clock.now(), said: { what: "skipped" } });
  if (first) deps.messages.inform({ id: "owedList.skipped", values: { what: { id: "tree.row", values: { a: first.name, b: first.what } } } });
}

export async function whichOnes(owed: readonly Owed[] | undefined, placeholder: "owedList.skip.which" | "owedList.settle.which", title: "owedList.button.skip" | "owedList.button.settle", deps: Deps): Promise<readonly Owed[]> {
  const view = deps.view();
  if (!view) return [];
  const from = owed ?? open(view);
  if (from.length === 0) deps.messages.inform({ id: owed ? "owedList.gone" : "owedList.nothingDue" });
  if (owed || from.length === 0) return from;
  return askInSteps(deps.screen, { title: deps.say(title) }, (ask) => askWhich(from, view, ask, deps, { id: placeholder }));
}
