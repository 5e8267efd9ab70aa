import { milestonesOf } from "../../book/queries";
import type { Text } from "../../say";
import type { Instant } from "../../time/types";
import { dateIn, instantOf, parseInstant } from "../../time/zoned";
import type { PlainTime } from "../../time/types";
import { myZone } from "./baseView";
import type { KindInput } from "./kind";
import type { MistakeEvent } from "./mistakeEvents";

interface Suggestion {
  readonly event: MistakeEvent & { readonly at: Instant };
  readonly label: Text;
  readonly detail: Text;
}

/** What is written when something has to be taken back or put right in a hurry. */
const looksLike = /^(?:revert|reapply)\b|\bhot-?fix|\broll(?:ed|ing)?[ -]?backs?\b|\bemergency\b|\burgent(?:ly)?\b|\b(?:restore|undo)\b|\bbroken (?:build|deploy|release)/i;
const most = 8;

/** What in git and in the book may belong to a mistake: reverts, hotfixes, rollbacks, late milestones. The newest first. */
export function suggestEvents(input: KindInput): readonly Suggestion[] {
  const { summary, now } = input;
  const zone = myZone(input);
  const subjects = new Map<string, Instant>();
  for (const { commits } of summary?.items ?? []) for (const commit of commits) add(commit);
  for (const { commit } of summary?.leftOut ?? []) add(commit);
  function add({ subject, authorDate }: { readonly subject: string; readonly authorDate: string }): void {
    const at = parseInstant(authorDate);
    if (at !== undefined && looksLike.test(subject)) subjects.set(subject, at);
  }
  const late = (input.project ? milestonesOf(input.book, input.project.id) : []).flatMap(({ due, title, deliveredAt }) => {
    const at = due && (due.by === "instant" ? due.at : instantOf(due.on, "23:59" as PlainTime, zone));
    return at !== undefined && at < (deliveredAt ?? now) ? [{ at, title }] : [];
  });
  const moment = (at: Instant): Text => ({ id: "need.when", values: { when: { time: "moment", at, zone, now } } });
  const suggestions = [
    ...[...subjects].map(([text, at]): Suggestion => ({ event: { at, text }, label: { id: "need.as", values: { text } }, detail: moment(at) })),
    ...late.map(({ at, title }): Suggestion => ({
      event: { at, text: title },
      label: { id: "need.mistake.late", values: { name: title, day: { time: "day", on: dateIn(at, zone), today: dateIn(now, zone) } } },
      detail: moment(at),
    })),
  ];
  return suggestions.toSorted((a, b) => (a.event.at < b.event.at ? 1 : -1)).slice(0, most);
}
