import type { Note } from "../../../core/book/note";
import { reopenNote as reopened, seenTo, settleNote as settled } from "../../../core/book/noteChanges";
import { isOpen, recordById } from "../../../core/book/queries";
import { revised } from "../../../core/book/changes";
import type { MessageAction } from "../../messages";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { whichNote } from "./which";

export async function settleNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const note = await askInSteps(deps.screen, { title: deps.say("settleNote.title") }, (ask) => whichNote(ask, deps, { node, always: true }, isOpen));
  const values = { name: short(note.text) };
  const told = note.forUpdate && seenTo(note);
  await keepAndSay(deps, { id: "did.settle", values }, settled(note, here(deps)), { id: told ? "settleNote.willTell" : "settleNote.done", values }, ...(told ? [doNotTell(note, deps)] : []));
}

/** Settled is not always done: somebody may have thought better of it. */
const doNotTell = ({ id, text }: Note, deps: BookCommandsDeps): MessageAction => ({
  label: { id: "settleNote.doNotTell" },
  run: async () => {
    const note = recordById(deps.book.current(), "note", id);
    if (note) await deps.undoing.change({ id: "did.edit", values: { name: short(text) } }, [revised("note", note, { forUpdate: false }, here(deps))]);
  },
});

export async function reopenNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const isSettled = (note: Note) => !isOpen(note) && note.kind !== "contact";
  const note = await askInSteps(deps.screen, { title: deps.say("reopenNote.title") }, (ask) => whichNote(ask, deps, { node, always: true }, isSettled));
  const values = { name: short(note.text) };
  await keepAndSay(deps, { id: "did.reopen", values }, reopened(note, here(deps)), { id: "reopenNote.done", values });
}
