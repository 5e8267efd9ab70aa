import { revised, type Revision } from "../../../core/book/changes";
import type { Note, NoteKind } from "../../../core/book/note";
import { reopenNote, settleNote } from "../../../core/book/noteChanges";
import { isOpen, recordById } from "../../../core/book/queries";
import { understood } from "../../../core/time/typedDate";
import { askChoice, askText } from "../../prompts/askField";
import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import { pastMomentOf, pastMomentQuestion } from "../../prompts/pastMoment";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { aboutChoices, feedbackChoices, forUpdateChoices, kindChoices } from "./addNote";
import { here, type BookCommandsDeps } from "./deps";
import { choiceField, neededField, textField } from "./fields";
import { short } from "./keep";
import { whichNote } from "./which";

export async function editNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const { id } = await askInSteps(screen, { title: say("editNote.title") }, (ask) => whichNote(ask, deps, { node }));
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const note = recordById(book.current(), "note", id);
    return note && { title: short(note.text), fields: fields(deps, note) };
  });
}

/** Kinds for which a day makes sense: when a promise falls due, by when an answer or a solution is needed. */
const hasDate = (kind: NoteKind): boolean => kind === "promise" || kind === "question" || kind === "blocker" || kind === "request";

function fields(deps: BookCommandsDeps, note: Note): readonly Field[] {
  const { say } = deps;
  const did = { id: "did.edit", values: { name: short(note.text) } } as const;
  const keep = (changed: Revision<"note">) => deps.undoing.change(did, [revised("note", note, changed, here(deps))]);
  const kinds = note.kind === "contact" ? [] : [choiceField<NoteKind>(deps, { key: "kind", label: say("note.kind") }, kindChoices(say), note.kind, (kind) => keep({ kind }))];
  const open = [
    { label: say("note.open"), value: true },
    { label: say("note.settled"), value: false },
  ];
  return [
    neededField(deps, { key: "text", label: say("note.text") }, note.text, (text) => keep({ text })),
    ...kinds,
    choiceField(deps, { key: "forUpdate", label: say("note.whoHears") }, forUpdateChoices(say), note.forUpdate, (forUpdate) => keep({ forUpdate })),
    ...(hasDate(note.kind) || note.due ? [dueField(deps, note, keep)] : []),
    ...(note.kind === "blocker"
      ? [
          textField(deps, { key: "effect", label: say("note.effect") }, note.effect, (effect) => keep({ effect })),
          textField(deps, { key: "doing", label: say("note.doing") }, note.doing, (doing) => keep({ doing })),
        ]
      : []),
    ...(note.kind === "feedback"
      ? [choiceField(deps, { key: "feedback", label: say("addNote.feedback") }, feedbackChoices(say), note.feedback ?? "mixed", (feedback) => keep({ feedback }))]
      : []),
    ...(note.kind === "request" || note.kind === "contact" || note.kind === "done" ? [atField(deps, note, keep)] : []),
    aboutField(deps, note, keep),
    choiceField(deps, { key: "open", label: say("note.state") }, open, isOpen(note), (isOpenNow) =>
      deps.undoing.change(did, isOpenNow ? reopenNote(note, here(deps)) : settleNote(note, here(deps))),
    ),
  ];
}

type Keep = (changed: Revision<"note">) => Promise<unknown>;

function dueField(deps: BookCommandsDeps, note: Note, keep: Keep): Field {
  const { say, screen } = deps;
  const at = here(deps);
  const label = say("note.due");
  return {
    key: "due",
    label,
    current: note.due ? say("prompt.day", { on: understood(note.due, at) }) : "",
    async edit() {
      const typed = await askText(screen, label, dateQuestion(say, at, say("prompt.emptyClears"), note.due));
      await keep({ due: dueOf(typed ?? "", at) });
    },
  };
}

/** When it took place. */
function atField(deps: BookCommandsDeps, note: Note, keep: Keep): Field {
  const { say, screen } = deps;
  const at = here(deps);
  const label = say("note.at");
  const before = note.at ?? note.createdAt;
  const question = pastMomentQuestion(say, at, label, before);
  return {
    key: "at",
    label,
    current: say("prompt.day", { on: understood({ by: "instant", at: before }, at) }),
    async edit() {
      const typed = await askText(screen, label, question);
      if (typed !== undefined && typed !== question.value) await keep({ at: pastMomentOf(typed, at) });
    },
  };
}

function aboutField(deps: BookCommandsDeps, note: Note, keep: Keep): Field {
  const { say, screen, book } = deps;
  const client = recordById(book.current(), "client", note.clientId);
  const choices = client ? aboutChoices(deps, client) : [];
  const label = say("addNote.about");
  const current = choices.find(({ value }) => value.milestoneId === note.milestoneId && value.projectId === note.projectId);
  return {
    key: "about",
    label,
    current: current?.label ?? client?.name ?? "",
    async edit() {
      const { projectId, milestoneId } = await askChoice(screen, label, label, choices, current?.value);
      await keep({ projectId, milestoneId });
    },
  };
}
