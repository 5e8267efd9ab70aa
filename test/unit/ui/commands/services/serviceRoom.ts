import path from "node:path";
import * as l10n from "@vscode/l10n";
import bangla from "../../../../../l10n/bundle.l10n.bn.json";
import english from "../../../../../l10n/bundle.l10n.json";
import { revised } from "../../../../../src/core/book/changes";
import type { SentRecord } from "../../../../../src/core/book/sentRecord";
import type { ToolLink } from "../../../../../src/core/book/toolComments";
import { makeSay } from "../../../../../src/core/language/makeSay";
import type { ToolName } from "../../../../../src/core/ports/services";
import type { Text } from "../../../../../src/core/say";
import { createHttp } from "../../../../../src/services/http";
import { createTools } from "../../../../../src/services/tools";
import { newId } from "../../../../../src/storage/newId";
import { createSecrets } from "../../../../../src/storage/secrets";
import type { ServiceDeps } from "../../../../../src/ui/commands/services/deps";
import { serviceCommands } from "../../../../../src/ui/commands/services/serviceCommands";
import type { MessageAction, Messages } from "../../../../../src/ui/messages";
import { sampleBook } from "../../../core/book/exchanges";
import { now, openWindow } from "../../../flows/machine";
import { sent } from "../../../storage/historySamples";
import { listening } from "../../../storage/logs";
import { memoryMemento } from "../../../storage/memoryMemento";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

export interface ServiceRoomOptions {
  readonly urls?: Partial<Record<ToolName, string>>;
  readonly link?: ToolLink;
  readonly language?: "en" | "bn";
}
export const project = "j-shop";
export const onBoard: ToolLink = { service: "trello", account: "Nadia Rahman", id: "b1", name: "Acme Shop", milestones: "card" };

/** The commands on tools of clients on real stores and real servers; the screen and the messages are in memory. */
export async function serviceRoom(folder: string, { urls = {}, link, language = "en" }: ServiceRoomOptions, ...acts: Act[]) {
  const window = openWindow(folder);
  const { book, undoing, log } = window;
  const say = makeSay({ bundle: language === "en" ? english : bangla, language, digits: language === "en" ? "latin" : "bangla", format: (template, values) => l10n.t(template, values) });
  const start = sampleBook();
  await book.change(start.client.map((record) => ({ op: "put", kind: "client", record }) as const));
  // As it is before it is kept in a tool, with no milestone.
  for (const { tool, ...record } of start.project) await book.change([{ op: "put", kind: "project", record: { ...record, ...(link && record.id === project && { tool: link }) } }]);

  const said: { readonly text: string; readonly as: keyof Messages; readonly actions: readonly { readonly label: string; readonly run: () => unknown }[] }[] = [];
  const keep = (as: keyof Messages) => (text: Text, ...actions: MessageAction[]) => void said.push({ text: say(text), as, actions: actions.map((action) => ({ label: say(action.label), run: () => action.run() })) });
  const screen = scriptedScreen(...acts);
  const kept = new Map<string, string>();
  const keeper = { get: (key: string) => Promise.resolve(kept.get(key)), store: (key: string, value: string) => Promise.resolve(void kept.set(key, value)), delete: (key: string) => Promise.resolve(void kept.delete(key)) };
  const secrets = createSecrets({ keeper, memento: memoryMemento(), clock: window.clock, folder: path.join(window.folder, "secretNames"), ...listening() });
  await secrets.opened();
  const nowhere = "http://127.0.0.1:9/";
  const tools = createTools({ http: createHttp(), clock: window.clock, secrets, urls: () => ({ trello: nowhere, asana: nowhere, basecamp: nowhere, ...urls }), whoAsks: () => "nadia@nadia.example", newState: () => "st4te" });
  const opened: string[] = [];
  const clipboard: string[] = [];
  const ran: unknown[][] = [];
  const deps = {
    say, book, undoing, log, newId, tools,
    clock: window.clock,
    history: window.history,
    screen,
    messages: { inform: keep("inform"), warn: keep("warn"), fail: keep("fail") },
    commands: { executeCommand: (...args: unknown[]) => Promise.resolve(void ran.push(args)) },
    clipboard: { write: (text: string) => Promise.resolve(void clipboard.push(text)) },
    open: (address: string) => Promise.resolve(opened.push(address) > 0),
    progress: <T>(_: string, task: (signal: AbortSignal) => Promise<T>) => task(new AbortController().signal),
    meantRecord: async (argument: unknown) => (await window.history.all()).find((entry): entry is SentRecord => entry.what === "sent" && entry.id === argument),
  } as unknown as ServiceDeps;
  const commands = serviceCommands(deps);
  return {
    deps, tools, window, commands, said, kept, secrets, opened, clipboard, ran, screen,
    run: (id: keyof typeof commands.handlers, argument?: unknown) => commands.handlers[id](argument),
    last: () => said.at(-1)!.text,
    press: (label: string) => said.at(-1)!.actions.find((action) => action.label === label)!.run(),
    connect: (key = "k3y", token = "t0ken") => tools.connect({ service: "trello", key, token }),
    link: () => book.current().project.find(({ id }) => id === project)!.tool,
    milestones: () => book.current().milestone.filter(({ projectId, archivedAt }) => projectId === project && archivedAt === undefined),
    /** A person changes a milestone here. */
    change: async (title: string, fields: Parameters<typeof revised<"milestone">>[2]) => book.change([revised("milestone", book.current().milestone.find((one) => one.title === title)!, fields, { now })]),
    hasSent: async (id: string, more: Partial<SentRecord> = {}) => {
      const entry = sent(id, { projectId: project, kind: "progress", text: "Hi Sara,\n\n**Live now**\n- Customers can pay with bKash.", ...more });
      await window.history.add(entry);
    },
    close: () => window.close(),
  };
}
