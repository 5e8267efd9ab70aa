import path from "node:path";
import { addClient, addProject, type NewProject } from "../../../src/core/book/clientChanges";
import { revised, type Revision } from "../../../src/core/book/changes";
import type { Language } from "../../../src/core/book/fields";
import type { Project, RepositoryScope, TellFrom } from "../../../src/core/book/project";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import type { Settings } from "../../../src/core/ports/user";
import type { Instant, Zone } from "../../../src/core/time/types";
import { epochMs, instantAt } from "../../../src/core/time/zoned";
import { draftUpdate, redraftUpdate, type DraftedUpdate } from "../../../src/flows/draftUpdate";
import { createRenderers } from "../../../src/flows/renderers";
import { markAsSent, sentByHand, withdrawSent } from "../../../src/flows/sendDraft";
import { createFinder } from "../../../src/git/finder";
import { createGitLog } from "../../../src/git/gitLog";
import { createBookStore } from "../../../src/storage/bookStore";
import { createDraftStore } from "../../../src/storage/draftStore";
import { createHistoryStore } from "../../../src/storage/historyStore";
import { createLocalPaths } from "../../../src/storage/localPaths";
import { newId } from "../../../src/storage/newId";
import { shippedTemplates } from "../../../src/storage/shippedTemplates";
import { isolated, temporaryFolder, type TestRepo } from "../../support/gitRepo";
import { listening } from "../storage/logs";
import { memoryMemento } from "../storage/memoryMemento";

// A freelancer's desk as the extension puts it together, without VS Code: real git, real stores on a folder of their own,
// templates as they ship, a clock that the test sets.

export interface DeskOptions {
  /** The folders of the workspace; the first project has them all as scopes. */
  readonly repos: readonly TestRepo[];
  readonly project?: Revision<"project">;
  /** Changes the scopes as found. */
  readonly scope?: Partial<RepositoryScope>;
  readonly language?: Language;
  readonly settings?: Partial<Settings>;
  /** The answer to the question where telling begins, if it is asked. */
  readonly askTellFrom?: (tags: readonly string[]) => TellFrom | undefined;
  readonly now?: string;
}

export type Drafted = DraftedUpdate & { readonly path: string };

export async function openDesk(options: DeskOptions) {
  const home = temporaryFolder("desk");
  const { report, log, told: reported } = listening();
  let now = epochMs((options.now ?? "2026-11-20T06:00:00.000Z") as Instant);
  const clock = { now: () => instantAt(now), zone: () => "Asia/Dhaka" as Zone };
  const storage = { clock, report, log };
  const book = createBookStore({ ...storage, folder: path.join(home, "book"), workspace: memoryMemento(), global: memoryMemento() });
  const history = createHistoryStore({ folder: path.join(home, "sent"), report, log });
  const drafts = createDraftStore({ folder: path.join(home, "drafts"), report, log });
  const localPaths = createLocalPaths({ ...storage, memento: memoryMemento(), machine: "desk" });
  const gitLog = createGitLog({ env: isolated() });
  const finder = createFinder({ folders: () => options.repos.map((repo) => repo.path), localPaths, isTrusted: () => true, log, env: isolated() });
  const renderers = createRenderers(shippedTemplates);
  const settings: Settings = { myEmails: () => [], whoseCommits: () => "mine", tellHousekeeping: () => false, ...options.settings };
  const asked: (readonly string[])[] = [];
  const prompts = {
    askTellFrom: (_project: Project, tags: readonly { readonly name: string }[]) => {
      asked.push(tags.map(({ name }) => name));
      return Promise.resolve(options.askTellFrom?.(tags.map(({ name }) => name)));
    },
  };
  const deps = { clock, book, history, drafts, gitLog, finder, renderers, settings, prompts, newId };

  const scopes: RepositoryScope[] = [];
  for (const { path: folder } of options.repos) {
    const found = await finder.at(folder);
    if (!found) throw new Error(`${folder} is no repository`);
    scopes.push({ id: newId(), name: found.name, identity: found.identity, ...options.scope });
    await localPaths.set(scopes.at(-1)!.id, found.path);
  }
  const stamp = () => ({ now: clock.now(), newId });
  const added = addClient({ name: "Acme", scopes, size: "small", channel: "copy", language: options.language ?? "en" }, stamp());
  const first = revised("project", added.project, { tellFrom: { from: "beginning" }, ...options.project }, stamp());
  await book.change([...added.changes, first]);
  const projectOf = (id: string): Project => book.current().project.find((project) => project.id === id)!;

  const project = () => projectOf(added.project.id);
  const draft = async (of = project(), promiseId?: string): Promise<Drafted> => {
    const drafted = await draftUpdate(of, deps, { promiseId });
    if (!drafted) throw new Error("nothing was drafted");
    return drafted;
  };
  const pass = (minutes: number) => void (now += minutes * 60_000);
  /** Marks a draft as sent as it is, or as the text that it was edited to, a minute later. */
  const send = async ({ provenance }: Pick<Drafted, "provenance">, text = provenance.rendered): Promise<SentRecord> => {
    pass(1);
    return markAsSent(provenance, sentByHand(text, book.current().client[0]!), deps);
  };
  return {
    book,
    history,
    drafts,
    deps,
    asked,
    reported,
    project,
    draft,
    send,
    pass,
    client: () => book.current().client[0]!,
    change: (fields: Revision<"project">) => book.change([revised("project", project(), fields, stamp())]),
    addProject: async (fields: Partial<NewProject>) => {
      const more = addProject({ clientId: added.client.id, name: "More", size: "small", scopes: project().scopes, tellFrom: { from: "beginning" }, ...fields }, stamp());
      await book.change(more.changes);
      return more.project;
    },
    /** ISO 8601 */
    turnTo: (at: string) => void (now = epochMs(at as Instant)),
    redraft: (draftId: string, promiseId?: string) => redraftUpdate(project(), draftId, deps, { promiseId }),
    withdraw: async (record: SentRecord): Promise<void> => {
      pass(1);
      await withdrawSent(record.id, deps);
    },
    /** Drafts, and gives what it tells without sending it. */
    wouldTell: async (of?: Project) => tells(await draft(of)),
    /** Drafts and sends. */
    tell: async (of?: Project) => {
      const drafted = await draft(of);
      await send(drafted);
      return tells(drafted);
    },
  };
}

/** "subject: standing" of every commit that a draft tells, sorted; "(perhaps)" behind what may have been told before. */
export const tells = ({ provenance }: Pick<Drafted, "provenance">): readonly string[] =>
  provenance.items
    .flatMap(({ commits, standing, perhapsToldAt }) => commits.map(({ subject }) => `${subject}: ${standing}${perhapsToldAt === undefined ? "" : " (perhaps)"}`))
    .sort();

/** The subjects of what a draft left out, sorted. */
export const leavesOut = ({ provenance }: Pick<Drafted, "provenance">): readonly string[] => provenance.leftOut.map(({ commit }) => commit.subject).sort();

/** The ids of the sentences about what could not be read. */
export const problems = (drafted: Pick<Drafted, "problems">): readonly string[] => drafted.problems.map(({ problem }) => problem.id);

/** The text of a draft without the line of this item. */
export function withoutLine({ provenance }: Pick<Drafted, "provenance">, subject: string): string {
  const item = provenance.items.find(({ commits }) => commits.some((commit) => commit.subject === subject));
  if (item?.line === undefined) throw new Error(`no line tells "${subject}"`);
  return provenance.rendered.split("\n").toSpliced(item.line, 1).join("\n");
}
