import { revised } from "../../../core/book/changes";
import type { Note } from "../../../core/book/note";
import { askText } from "../../prompts/askField";
import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import { unlessCancelled } from "../../prompts/cancelled";
import { here } from "../book/deps";
import { short } from "../book/keep";
import type { OwedCommandsDeps } from "./deps";

/** Asks by when a promise is kept that has no date. Undefined: the user cancelled. */
export async function giveDate(note: Note, deps: Pick<OwedCommandsDeps, "say" | "screen" | "clock" | "book" | "undoing">): Promise<boolean | undefined> {
  const { say, screen, undoing } = deps;
  const at = here(deps);
  const typed = await unlessCancelled(async () => (await askText(screen, short(note.text), dateQuestion(say, at, say("addNote.promiseDue")))) ?? "");
  if (typed === undefined) return undefined;
  const due = dueOf(typed, at);
  if (due) await undoing.change({ id: "did.edit", values: { name: short(note.text) } }, [revised("note", note, { due }, at)]);
  return due !== undefined;
}
