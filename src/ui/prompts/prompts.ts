import type { TellFrom } from "../../core/book/project";
import { clientOfProject, nameOfProject } from "../../core/book/queries";
import type { BookStore } from "../../core/ports/book";
import type { Clock } from "../../core/ports/clock";
import type { Prompts } from "../../core/ports/user";
import type { Say } from "../../core/say";
import type { TypedAt } from "../../core/time/typedDate";
import type { Instant, PlainDate, PlainTime } from "../../core/time/types";
import { addDays, dateIn, instantOf } from "../../core/time/zoned";
import { unlessCancelled } from "./cancelled";
import { pastDateQuestion } from "./dateQuestion";
import { readPastDate } from "./readPastDate";
import type { Screen } from "./screen";
import { askInSteps } from "./steps";

export interface PromptsDeps {
  readonly screen: Screen;
  readonly say: Say;
  readonly book: Pick<BookStore, "current">;
  readonly clock: Clock;
}

/** What flows ask of the user. Undefined where the user cancelled. */
export function createPrompts({ screen, say, book, clock }: PromptsDeps): Prompts {
  return {
    pickProject: (projects, title) =>
      unlessCancelled(() =>
        askInSteps(screen, { title: say(title) }, (ask) =>
          ask.pick("project", {
            placeholder: say("prompt.whichProject"),
            choices: projects.map((project) => ({ label: nameOfProject(book.current(), project), value: project })),
          }),
        ),
      ),

    askTellFrom: (project, tags, newest) =>
      unlessCancelled(() => {
        const client = clientOfProject(book.current(), project);
        const at = { now: clock.now(), zone: book.current().me.zone ?? clock.zone() };
        return askTellFrom(screen, say, client?.name ?? project.name, { tags, newest }, at);
      }),

    confirm: (question, yes) => screen.confirm(say(question), say(yes)),
  };
}

const USUAL_DAYS = 7;
type Tag = { readonly name: string; readonly at: Instant };

function askTellFrom(screen: Screen, say: Say, name: string, { tags, newest }: { readonly tags: readonly Tag[]; readonly newest: Instant | undefined }, at: TypedAt): Promise<TellFrom> {
  const today = dateIn(at.now, at.zone);
  const lastWork = newest === undefined ? today : dateIn(newest, at.zone);
  // Where work has rested for longer, a week without any would make an empty first update.
  const rested = lastWork < addDays(today, -USUAL_DAYS);
  const weekAgo = addDays(rested ? lastWork : today, -USUAL_DAYS);
  const dayOf = (on: PlainDate) => say("prompt.day", { on: { time: "day", on, today } });
  const fromDay = (on: PlainDate): TellFrom => ({ from: "instant", at: instantOf(on, "00:00" as PlainTime, at.zone) });

  return askInSteps(screen, { title: say("tellFrom.title", { name }) }, async (ask) => {
    const how = await ask.pick<"week" | "date" | "tag" | "all">("how", {
      placeholder: say("tellFrom.placeholder"),
      choices: [
        { label: rested ? say("tellFrom.lastWork") : say("tellFrom.days", { count: USUAL_DAYS }), description: dayOf(weekAgo), value: "week" },
        { label: say("tellFrom.date"), value: "date" },
        ...(tags.length > 0 ? [{ label: say("tellFrom.tag"), value: "tag" as const }] : []),
        { label: say("tellFrom.everything"), value: "all" },
      ],
    });
    if (how === "week") return fromDay(weekAgo);
    if (how === "all") return { from: "beginning" };
    if (how === "tag") {
      const tag = await ask.pick("tag", {
        placeholder: say("tellFrom.whichTag"),
        choices: tags.map((each) => ({ label: each.name, description: dayOf(dateIn(each.at, at.zone)), icon: "tag", value: each })),
      });
      return { from: "tag", tag: tag.name, at: tag.at };
    }
    const typed = await ask.text("date", pastDateQuestion(say, at, say("tellFrom.sinceWhen")));
    const read = readPastDate(typed, at);
    return fromDay(read && "on" in read ? read.on : weekAgo);
  });
}
