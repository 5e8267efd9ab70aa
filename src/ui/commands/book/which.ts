import type { Client } from "../../../core/book/client";
import type { Milestone } from "../../../core/book/milestone";
import type { Note } from "../../../core/book/note";
import type { Project } from "../../../core/book/project";
import { activeClients, activeProjects, milestonesOf, nameOfProject, notesAbout, projectsOf, recordById } from "../../../core/book/queries";
import type { TextId } from "../../../core/say";
import { understood } from "../../../core/time/typedDate";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import type { Ask } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { lineageOf } from "./lineage";
import { noteIcon } from "./noteKinds";

// Which record a command is about: the one of the row that it was called on, else the only one there is, else the user picks.

export interface Which {
  readonly node: NodeArgument | undefined;
  /** Picks even from one: for commands that should not start on a record which nobody named. */
  readonly always?: boolean;
  /** How many steps follow. */
  readonly then?: number;
  /** What is said where nothing fits; absent: that there is none. */
  readonly none?: TextId;
}

/** The command that makes what is missing, and its title. */
type Maker = { readonly label: TextId; readonly command: CommandId };

async function which<T>(ask: Ask, deps: BookCommandsDeps, of: Which, step: { readonly key: string; readonly placeholder: TextId; readonly none: TextId; readonly make?: Maker }, choices: readonly Choice<T>[]): Promise<T> {
  const [first] = choices;
  if (!first) {
    const { make } = step;
    const add: readonly MessageAction[] = make && of.none === undefined ? [{ label: { id: make.label }, run: () => deps.commands.executeCommand(make.command, of.node) }] : [];
    deps.messages.inform({ id: of.none ?? step.none }, ...add);
    throw new Cancelled();
  }
  const asks = choices.length > 1 || of.always === true;
  if (of.then !== undefined) ask.more(of.then + (asks ? 1 : 0));
  return asks ? ask.pick(step.key, { placeholder: deps.say(step.placeholder), choices }) : first.value;
}

export async function whichClient(ask: Ask, deps: BookCommandsDeps, of: Which): Promise<Client> {
  const book = deps.book.current();
  const { client } = lineageOf(book, of.node);
  if (client) return given(ask, of, client);
  const choices = activeClients(book).map((value) => ({ label: value.name, icon: "person", value }));
  return which(ask, deps, of, { key: "client", placeholder: "which.client", none: "which.noClient", make: { label: "addClient.title", command: "khobor.addClient" } }, choices);
}

export async function whichProject(ask: Ask, deps: BookCommandsDeps, of: Which, fits: (project: Project) => boolean = () => true): Promise<Project> {
  const book = deps.book.current();
  const { client, project } = lineageOf(book, of.node);
  if (project) return given(ask, of, project);
  const projects = (client ? projectsOf(book, client.id) : activeProjects(book)).filter(fits);
  const choices = projects.map((value) => ({ label: nameOfProject(book, value), icon: "briefcase", value }));
  return which(ask, deps, of, { key: "project", placeholder: "which.project", none: "which.noProject" }, choices);
}

export async function whichMilestone(ask: Ask, deps: BookCommandsDeps, of: Which, fits: (milestone: Milestone) => boolean = () => true): Promise<Milestone> {
  const book = deps.book.current();
  const { client, project, milestone } = lineageOf(book, of.node);
  if (milestone) return given(ask, of, milestone);
  const projects = project ? [project] : client ? projectsOf(book, client.id) : activeProjects(book);
  const choices = projects.flatMap((each) =>
    milestonesOf(book, each.id)
      .filter(fits)
      .map((value): Choice<Milestone> => ({
        label: value.title,
        description: [nameOfProject(book, each), value.due && deps.say("prompt.day", { on: understood(value.due, here(deps)) })].filter(Boolean).join(" · "),
        icon: "milestone",
        value,
      })),
  );
  return which(ask, deps, of, { key: "milestone", placeholder: "which.milestone", none: "which.noMilestone", make: { label: "addMilestone.title", command: "khobor.addMilestone" } }, choices);
}

export async function whichNote(ask: Ask, deps: BookCommandsDeps, of: Which, fits: (note: Note) => boolean = () => true): Promise<Note> {
  const book = deps.book.current();
  const lineage = lineageOf(book, of.node);
  if (lineage.note) return given(ask, of, lineage.note);
  const about = { projectId: lineage.project?.id, milestoneId: lineage.milestone?.id };
  const clients = lineage.client ? [lineage.client] : activeClients(book);
  const choices = clients
    .flatMap((client) => notesAbout(book, { clientId: client.id, ...about }))
    .filter(fits)
    .toReversed()
    .map((value): Choice<Note> => ({
      label: value.text,
      description: [deps.say(`note.${value.kind}`), recordById(book, "client", value.clientId)?.name].filter(Boolean).join(" · "),
      icon: noteIcon[value.kind],
      value,
    }));
  return which(ask, deps, of, { key: "note", placeholder: "which.note", none: "which.noNote", make: { label: "addNote.title", command: "khobor.addNote" } }, choices);
}

function given<T>(ask: Ask, of: Which, record: T): T {
  if (of.then !== undefined) ask.more(of.then);
  return record;
}
