import { addNote as newNote, toldByDefault } from "../../../core/book/noteChanges";
import type { Client } from "../../../core/book/client";
import type { Note, NoteKind } from "../../../core/book/note";
import { milestonesOf, projectsOf } from "../../../core/book/queries";
import { workingCalendar } from "../../../core/time/calendar";
import type { Say, Text } from "../../../core/say";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { dateQuestion, dueOf, neededText } from "../../prompts/dateQuestion";
import { pastMomentOf, pastMomentQuestion } from "../../prompts/pastMoment";
import type { Choice } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { lineageOf } from "./lineage";
import { noteIcon, offeredKinds } from "./noteKinds";
import { whichClient } from "./which";

export type About = Pick<Note, "projectId" | "milestoneId">;

/** Kind, text, a date or a mood where the kind has one, what it is about, and whether the client hears of it. Resolves to its id. */
export async function addNote(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<string> {
  const { say, screen, book, newId } = deps;
  const at = here(deps);
  const lineage = lineageOf(book.current(), node);
  const input = await askInSteps(screen, { title: say("addNote.title") }, async (ask) => {
    const client = await whichClient(ask, deps, { node, then: 4 });
    // A row of a project or milestone says what it is about, and so does a client with nothing to choose from.
    const abouts = aboutChoices(deps, client);
    const asksAbout = lineage.project === undefined && abouts.length > 1;
    const kind = await ask.pick("kind", { placeholder: say("addNote.kind"), choices: kindChoices(say) });
    ask.more(2 + details(kind) + (asksAbout ? 1 : 0));
    const text = await ask.text("text", neededText(say, { prompt: say(`note.${kind}.prompt`) }));
    const detail = await askDetail(ask, deps, kind);
    const about = asksAbout
      ? await ask.pick<About>("about", { placeholder: say("addNote.about"), choices: abouts })
      : { ...(lineage.project && { projectId: lineage.project.id }), ...(lineage.milestone && { milestoneId: lineage.milestone.id }) };
    const forUpdate = await ask.pick(`forUpdate ${kind}`, { placeholder: say("addNote.forUpdate"), choices: forUpdateChoices(say), active: toldByDefault(kind) });
    return { clientId: client.id, kind, text, forUpdate, ...detail, ...about };
  });
  const { changes, note } = newNote(input, { now: at.now, newId });
  const name = short(note.text);
  await keepAndSay(deps, { id: "did.add", values: { name } }, changes, { id: note.forUpdate ? "addNote.doneForUpdate" : "addNote.done", values: { name } }, ...wordAtOnce(note, deps));
  return note.id;
}

/** What the client waits for, or feels, need not wait for the next update: one click leads to the message about it. */
function wordAtOnce({ id: recordId, kind, effect }: Note, { commands }: BookCommandsDeps): readonly MessageAction[] {
  const write = (label: Text["id"], command: CommandId): readonly MessageAction[] => [{ label: { id: label }, run: () => commands.executeCommand(command, { kind: "note", recordId } satisfies NodeArgument) }];
  if (kind === "request") return write("addNote.answer", "khobor.writeTo");
  if (kind === "question") return write("message.tellClient", "khobor.write.question");
  return kind === "blocker" && effect !== undefined ? write("message.tellClient", "khobor.write.problem") : [];
}

export const kindChoices = (say: Say): readonly Choice<(typeof offeredKinds)[number]>[] =>
  offeredKinds.map((value) => ({ label: say(`note.${value}`), description: say(`note.${value}.what`), icon: noteIcon[value], value }));

export const forUpdateChoices = (say: Say): readonly Choice<boolean>[] => [
  { label: say("note.private"), description: say("note.private.what"), icon: "lock", value: false },
  { label: say("note.forUpdate"), description: say("note.forUpdate.what"), icon: "mail", value: true },
];

export const feedbackChoices = (say: Say) =>
  (["good", "mixed", "bad"] as const).map((value) => ({ label: say(`feedback.${value}`), value }));

/** Working days of mine, proposed for a promise. */
const daysToKeep = 3;

const details = (kind: NoteKind): number => (kind === "request" ? 2 : kind === "promise" || kind === "feedback" || kind === "blocker" ? 1 : 0);

async function askDetail(ask: Ask, deps: BookCommandsDeps, kind: NoteKind): Promise<Partial<Pick<Note, "due" | "feedback" | "at" | "effect">>> {
  const { say } = deps;
  if (kind === "feedback") return { feedback: await ask.pick("feedback", { placeholder: say("addNote.feedback"), choices: feedbackChoices(say) }) };
  if (kind === "request") {
    const now = here(deps);
    const asked = pastMomentOf(await ask.text("at", pastMomentQuestion(say, now, say("addNote.when"))), now);
    // An urgent one is answered when it is needed, and not when it usually would be.
    const needed = dueOf(await ask.text("due", dateQuestion(say, now, say("addNote.requestDue"))), now);
    return { at: asked, ...(needed && { due: needed }) };
  }
  if (kind === "blocker") {
    const effect = await ask.text("effect", { prompt: say("need.problem.effect"), placeholder: say("need.changePrice.hint") });
    return effect === "" ? {} : { effect };
  }
  if (kind !== "promise") return {};
  const at = here(deps);
  const { me, absence } = deps.book.current();
  const mine = workingCalendar({ me, absences: absence, machineZone: at.zone });
  // A promise without a date is one that nobody keeps.
  const proposed = { by: "date", on: mine.addWorkingDays(mine.dateAt(at.now), daysToKeep) } as const;
  const due = dueOf(await ask.text("due", dateQuestion(say, at, say("addNote.promiseDue"), proposed)), at);
  return due ? { due } : {};
}

/** The client as a whole, each project where there are several, and each milestone that is not over. */
export function aboutChoices({ book, say }: Pick<BookCommandsDeps, "book" | "say">, client: Client): readonly Choice<About>[] {
  const projects = projectsOf(book.current(), client.id);
  return [
    { label: client.name, description: say("addNote.aboutClient"), icon: "person", value: {} },
    ...projects.flatMap((project): Choice<About>[] => [
      ...(projects.length > 1 ? [{ label: project.name, icon: "briefcase", value: { projectId: project.id } }] : []),
      ...milestonesOf(book.current(), project.id)
        .filter(({ state }) => state !== "accepted")
        .map(({ id, title }) => ({
          label: title,
          ...(projects.length > 1 && { description: project.name }),
          icon: "milestone",
          value: { projectId: project.id, milestoneId: id },
        })),
    ]),
  ];
}
