import type { Note } from "../../../core/book/note";
import { reopenNote as reopened, settleNote as settled } from "../../../core/book/noteChanges";
import { isOpen } from "../../../core/book/queries";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { whichNote } from "./which";

export async function settleNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const note = await askInSteps(deps.screen, { title: deps.say("settleNote.title") }, (ask) => whichNote(ask, deps, { node, always: true }, isOpen));
  const values = { name: short(note.text) };
  await keepAndSay(deps, { id: "did.settle", values }, settled(note, here(deps)), { id: "settleNote.done", values });
}

export async function reopenNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const isSettled = (note: Note) => !isOpen(note) && note.kind !== "contact";
  const note = await askInSteps(deps.screen, { title: deps.say("reopenNote.title") }, (ask) => whichNote(ask, deps, { node, always: true }, isSettled));
  const values = { name: short(note.text) };
  await keepAndSay(deps, { id: "did.reopen", values }, reopened(note, here(deps)), { id: "reopenNote.done", values });
}
