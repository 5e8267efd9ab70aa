import { homedir, hostname } from "node:os";
import path from "node:path";
import { createEmitter } from "../core/emitter";
import type { Event } from "../core/ports/events";
import type { Secrets } from "../core/ports/secrets";
import type { Log } from "../core/ports/user";
import type { Memento } from "../storage/memento";
import type { Report } from "../storage/report";
import type { SecretKeeper } from "../storage/secrets";
import { systemClock as clock } from "../ui/clock";
import { registerBookCommands } from "../ui/commands/book/registerBookCommands";
import { createRegister, type Commands } from "../ui/commands/register";
import { TEMPLATE_LANGUAGE } from "../ui/commands/template/templateIds";
import { createOpenDrafts } from "../ui/documents/openDrafts";
import { gitOfGitExtension, repositoriesOfGitExtension } from "../ui/gitExtension";
import { createInterfaceLanguage } from "../ui/interfaceLanguage";
import { createMessages, type MessageWindow } from "../ui/messages";
import { onDisk } from "../ui/onDisk";
import { userSettings as settings } from "../ui/settings";
import { registerBookContext } from "../ui/tree/bookContext";
import { openDrafting } from "./drafting";
import type { Ground } from "./ground";
import { openKeeping } from "./keeping";
import { openPlanning } from "./planning";
import { openReaching } from "./reaching";
import { openScreen } from "./screen";
import { openStores } from "./stores";
import { openTemplates } from "./templates";
import { openWatching } from "./watching";
import { openWork } from "./work";

interface Opened {
  readonly languageId: string;
}

/** What only VS Code has. */
interface Given {
  readonly own: Ground["own"];
  readonly log: Log & { show(): void };
  readonly commands: Commands;
  readonly window: MessageWindow & { readonly onDidChangeWindowState: Event<{ readonly focused: boolean }> };
  readonly workspace: {
    readonly isTrusted: boolean;
    readonly name: string | undefined;
    readonly workspaceFolders: readonly { readonly uri: { readonly scheme: string; readonly fsPath: string } }[] | undefined;
    readonly textDocuments: readonly Opened[];
    readonly onDidOpenTextDocument: Event<Opened>;
    readonly onDidChangeWorkspaceFolders: Event<unknown>;
    readonly onDidGrantWorkspaceTrust: Event<void>;
  };
  readonly env: { readonly language: string; readonly clipboard: { writeText(text: string): PromiseLike<void> } };
  readonly toUri: (file: string) => Parameters<typeof createOpenDrafts>[1];
  readonly context: {
    readonly globalStorageUri: { readonly fsPath: string };
    readonly workspaceState: Memento;
    readonly globalState: Memento;
    readonly secrets: SecretKeeper;
  };
}

/** What may wait until the window stands. */
const AFTER_THE_START_MS = 3000;

/** Builds every object, and joins them. Starts no process. Hands out parts to tests only. */
export function openHouse({ own, log, commands, window, workspace, env, toUri, context }: Given): { readonly secrets: () => Promise<Secrets> } {
  const logged = (error: unknown) => log.error("what was begun in the background failed", error);
  const trust = { isTrusted: () => workspace.isTrusted, onDidGrant: workspace.onDidGrantWorkspaceTrust };
  const at = (...parts: string[]) => path.join(context.globalStorageUri.fsPath, ...parts);

  // What it says, and where it keeps things.
  const wishes = own(createEmitter<unknown>());
  const language = own(
    createInterfaceLanguage({
      setting: () => settings.interfaceLanguage(),
      onDidChangeWishes: wishes.event,
      editorLanguage: env.language,
      digits: () => stores.book.current().me.digits,
      log,
    }),
  );
  const { say } = language;
  const texts = () => language.whole();
  const messages = createMessages(window, say, log);
  const report: Report = (problem, detail) => {
    log.warn(detail);
    // That a trouble is over is no trouble.
    const how = problem.id === "storage.keptAgain" ? "inform" : "warn";
    void texts().then(() => messages[how](problem, { label: { id: "command.showLog" }, run: () => log.show() }));
  };
  const ground: Ground = { own, clock, log, say, texts, messages, report, trust, at, logged };
  const stores = openStores(ground, { workspace: context.workspaceState, global: context.globalState, keeper: context.secrets, machine: hostname() });
  const { book, answers } = stores;

  const foldersChanged = own(createEmitter<undefined>());
  own(workspace.onDidChangeWorkspaceFolders(() => foldersChanged.fire(undefined)));
  own(trust.onDidGrant(() => foldersChanged.fire(undefined)));
  const work = openWork(ground, {
    folders: () => onDisk((workspace.workspaceFolders ?? []).map(({ uri }) => uri)),
    onDidChangeFolders: foldersChanged.event,
    known: repositoriesOfGitExtension,
    git: gitOfGitExtension,
    localPaths: stores.localPaths,
  });

  // What is on screen, and what it does.
  const register = createRegister({ commands, messages, log, before: texts });
  const screen = openScreen(ground, stores, work, commands, () => workspace.name);
  const { bookDeps } = screen;
  const openDrafts = own(createOpenDrafts(stores.drafts, toUri(at("drafts"))));
  own(registerBookCommands(register, bookDeps));
  own(registerBookContext(book, commands));
  const planning = openPlanning(register, ground, stores, work, bookDeps, openDrafts);
  const drafting = openDrafting({
    register, ground, stores, work, screen, openDrafts,
    clipboard: { write: (text) => Promise.resolve(env.clipboard.writeText(text)) },
    attachMade: planning.attachMade,
    sent: ({ id, projectId }) => reaching.offerToPost(id, projectId),
    owedNow: () => watching.owedNow(),
  });
  const reaching = openReaching(register, ground, stores, bookDeps, drafting.draftDeps);
  const keep = openKeeping(register, ground, stores, work, bookDeps, reaching.lookAtWaiting);
  const templates = openTemplates(register, ground, stores, work, bookDeps, () => language.current());
  const watching = openWatching({
    register, commands, ground, stores, work, bookDeps, language,
    calendarText: planning.calendarText,
    outbox: reaching.outbox,
    homeFolder: homedir(),
    showLog: () => log.show(),
  });

  // What one part does when another one, or the editor, has changed.
  const helpWith = ({ languageId }: { readonly languageId: string }) => languageId === TEMPLATE_LANGUAGE && void templates().catch(logged);
  workspace.textDocuments.forEach(helpWith);
  own(workspace.onDidOpenTextDocument(helpWith));
  own(book.conflicts.onDidChange(() => void keep().then((keeper) => keeper.tellConflicts()).catch(logged)));
  own(book.onDidChange((changes) => changes.some(({ op }) => op === "me") && wishes.fire(undefined)));
  own(language.onDidChange(drafting.recheck));
  own(
    settings.onDidChange(() => {
      wishes.fire(undefined);
      drafting.recheck();
      reaching.followTools();
      watching.look();
    }),
  );
  own(
    window.onDidChangeWindowState(({ focused }) => {
      // Another window may have changed what all share; and the machine may have slept.
      if (!focused) return;
      void Promise.all([book.refresh(), answers.refresh()]).then(watching.lookAgain).catch(logged);
      reaching.lookAtWaiting();
    }),
  );
  const looking = setTimeout(() => {
    if (book.current().client.length === 0) void keep().then((keeper) => keeper.offerOnce(context.workspaceState)).catch(logged);
    reaching.tellWaiting();
    reaching.followTools();
  }, AFTER_THE_START_MS);
  own({ dispose: () => clearTimeout(looking) });

  // Set by `npm start` for its sample workspace.
  const seed = process.env["KHOBOR_SAMPLE"];
  if (seed) import("../storage/seed").then(({ seedBook }) => seedBook(book, seed)).catch((error: unknown) => log.error("the sample could not be read", error));
  return { secrets: stores.secrets };
}
