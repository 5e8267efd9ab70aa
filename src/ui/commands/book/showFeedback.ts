import { feedbackList, type FeedbackRow } from "../../../core/report/feedbackList";
import { dateIn } from "../../../core/time/zoned";
import type { Choices } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { noteIcon } from "./noteKinds";

/** What clients said, over all of them: what is to be put right first. Enter opens one. */
export async function showFeedback(deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book, messages } = deps;
  const { open, good, settled } = feedbackList(book.current());
  if (open.length + good.length + settled.length === 0) {
    messages.inform({ id: "search.nothing" });
    return;
  }
  const group = (label: string, rows: readonly FeedbackRow[]): Choices<string> => (rows.length === 0 ? [] : [{ separator: label }, ...rows.map((row) => choiceOf(row, deps))]);
  const choices = [...group(say("note.open"), open), ...group(say("feedback.good"), good), ...group(say("note.settled"), settled)];
  const recordId = await askInSteps(screen, { title: say("note.feedback") }, (ask) => ask.pick("feedback", { placeholder: say("feedback.all"), choices }));
  await deps.commands.executeCommand("khobor.editNote" satisfies CommandId, { kind: "note", recordId } satisfies NodeArgument);
}

function choiceOf({ note, client }: FeedbackRow, deps: BookCommandsDeps) {
  const { say } = deps;
  const { now, zone } = here(deps);
  const on = { time: "day", on: dateIn(note.createdAt, zone), today: dateIn(now, zone) } as const;
  const mood = note.feedback ? `${say(`feedback.${note.feedback}`)} · ` : "";
  return { label: note.text, description: mood + say("sent.title", { client: client.name, on }), icon: noteIcon.feedback, value: note.id };
}
