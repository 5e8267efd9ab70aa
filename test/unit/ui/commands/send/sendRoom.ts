import * as l10n from "@vscode/l10n";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import english from "../../../../../l10n/bundle.l10n.json";
import { createChannels } from "../../../../../src/channels/channels";
import { revised, type Revision } from "../../../../../src/core/book/changes";
import type { Client } from "../../../../../src/core/book/client";
import type { MailAccount } from "../../../../../src/core/ports/channels";
import type { Provenance } from "../../../../../src/core/drafting/draft";
import { makeSay } from "../../../../../src/core/language/makeSay";
import type { Text } from "../../../../../src/core/say";
import { createHttp } from "../../../../../src/services/http";
import { newId } from "../../../../../src/storage/newId";
import { createOutbox } from "../../../../../src/storage/outbox";
import { createSecrets } from "../../../../../src/storage/secrets";
import type { SendDeps } from "../../../../../src/ui/commands/send/deps";
import type { MessageAction, Messages } from "../../../../../src/ui/messages";
import { sampleBook, sampleProvenance } from "../../../core/book/exchanges";
import { now, openWindow } from "../../../flows/machine";
import { listening } from "../../../storage/logs";
import { memoryMemento } from "../../../storage/memoryMemento";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (template, values) => l10n.t(template, values) });

const letter = "Subject: Where the shop stands\n\nHi Sara, here is where the shop stands.\n\n**Live now**\n- Customers can pay with bKash.\n";

export interface RoomOptions {
  readonly client?: Revision<"client">;
  readonly contact?: Partial<Client["contacts"][number]>;
  readonly mail?: MailAccount;
  readonly slackUrl?: string;
  readonly text?: string;
  /** A file of each that is no link lies beside the draft. */
  readonly attachments?: NonNullable<Provenance["attachments"]>;
  readonly draft?: Partial<Provenance>;
  readonly threadPerProject?: boolean;
  readonly askWhetherSent?: boolean;
}

/** The commands that send on real stores, channels and an outbox; the screen, files and messages are in memory. */
export async function sendRoom(folder: string, options: RoomOptions, ...acts: Act[]) {
  const window = openWindow(folder);
  const { book, undoing, log } = window;
  const start = sampleBook();
  // As they are before anything was sent, and without what is asked for on the way.
  const clients = start.client.map(({ contactAllowed, contacts, ...client }) => ({ ...client, contacts: contacts.map(({ phone, ...contact }) => contact) }));
  const projects = start.project.map(({ threads, ...project }) => project);
  await book.change([...clients.map((record) => ({ op: "put", kind: "client", record }) as const), ...projects.map((record) => ({ op: "put", kind: "project", record }) as const)]);
  const before = book.current().client.find(({ id }) => id === "c-acme")!;
  await book.change([revised("client", before, { channel: "email", contacts: [{ ...before.contacts[0]!, name: "Sara", email: "sara@acme.example", usual: true, ...options.contact }], ...options.client }, { now })]);
  const { sentAs, effects, attachments, ...fresh } = sampleProvenance({ id: "d-1" });
  const file = await window.drafts.create({ ...fresh, ...(options.attachments && { attachments: options.attachments }), ...options.draft }, options.text ?? letter);
  for (const { name, url } of options.attachments ?? []) if (url === undefined) await writeFile(path.join(path.dirname(file), name), "file");

  const said: { readonly text: string; readonly actions: readonly { readonly label: string; readonly run: () => unknown }[] }[] = [];
  const keep = (text: Text, ...actions: MessageAction[]) => void said.push({ text: say(text), actions: actions.map((action) => ({ label: say(action.label), run: () => action.run() })) });
  const messages: Messages = { inform: keep, warn: keep, fail: keep };
  const screen = scriptedScreen(...acts);
  const clipboard: string[] = [];
  const opened: string[] = [];
  const files = new Map<string, string | Uint8Array>();
  const kept = new Map<string, string>();
  const keeper = { get: (key: string) => Promise.resolve(kept.get(key)), store: (key: string, value: string) => Promise.resolve(void kept.set(key, value)), delete: (key: string) => Promise.resolve(void kept.delete(key)) };
  const secrets = createSecrets({ keeper, memento: memoryMemento(), clock: window.clock, folder: path.join(folder, "secretNames"), ...listening() });
  await secrets.opened();
  let mail = options.mail;
  let webhookUrl: string | undefined;
  const accounts: SendDeps["accounts"] = {
    mail: () => mail,
    setMail: (account) => Promise.resolve(void (mail = account)),
    slackUrl: () => options.slackUrl ?? "http://127.0.0.1:9/api/",
    threadPerProject: () => options.threadPerProject === true,
    webhookUrl: () => webhookUrl,
    setWebhookUrl: (url) => Promise.resolve(void (webhookUrl = url)),
    askWhetherSent: () => options.askWhetherSent === true,
    toolUrls: () => ({ trello: "", asana: "", basecamp: "", zoom: "", zoomSignIn: "" }),
  };
  const outbox = createOutbox({ folder: path.join(folder, "outbox"), clock: window.clock, log });
  const open = (address: string) => Promise.resolve(opened.push(address) > 0);
  const copy = (text: string) => Promise.resolve(void clipboard.push(text));
  const ran: unknown[][] = [];
  const draft = async () => {
    const stored = (await window.drafts.read("d-1"))!;
    const text = await readFile(file, "utf8");
    return { provenance: stored.provenance, document: { getText: () => text, save: () => Promise.resolve(true) } };
  };
  const deps = {
    ...window.deps,
    say, screen, messages, newId, secrets, outbox, accounts, undoing, log,
    clock: window.clock,
    drafts: window.drafts,
    channels: createChannels({ http: createHttp(), clock: window.clock, secrets, settings: accounts, copy, open }),
    clipboard: { write: copy },
    open,
    files: { save: ({ name }: { readonly name: string }) => Promise.resolve(name), write: (name: string, content: string | Uint8Array) => Promise.resolve(void files.set(name, content)), show: () => Promise.resolve() },
    keep: (changes: Parameters<SendDeps["keep"]>[0]) => book.change(changes),
    progress: <T>(_: string, task: (signal: AbortSignal) => Promise<T>) => task(new AbortController().signal),
    flash: (text: string) => void said.push({ text, actions: [] }),
    isRemote: () => false,
    gate: () => Promise.resolve({ overrides: [] }),
    commands: { executeCommand: (...args: unknown[]) => Promise.resolve(void ran.push(args)) },
    openDrafts: { active: draft },
    // Of the commands on drafts only these parts are used by those that send.
  } as unknown as SendDeps;
  return {
    deps, window, said, screen, clipboard, opened, files, ran, kept, secrets, outbox,
    last: () => said.at(-1)!.text,
    press: (label: string) => said.at(-1)!.actions.find((action) => action.label === label)!.run(),
    sent: async () => (await window.history.all()).flatMap((entry) => (entry.what === "sent" ? [entry] : [])),
    client: () => book.current().client.find(({ id }) => id === "c-acme")!,
    project: () => book.current().project.find(({ id }) => id === fresh.projectId),
    close() {
      window.close();
      outbox.dispose();
    },
  };
}
