import { homedir, hostname } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import type { Book } from "./core/book/book";
import type { CalendarFiles } from "./core/ports/calendars";
import { deferred } from "./core/deferred";
import { createEmitter } from "./core/emitter";
import type { OutboxRows } from "./core/report/outboxNodes";
import type { SecretScanner } from "./core/checks/secretScanner";
import type { OwedInput, WorkSigns } from "./core/owed/desk";
import { once } from "./core/once";
import type { GitLog, RepositoryFinder, RepositoryRoots } from "./core/ports/git";
import type { DraftStore, HistoryStore } from "./core/ports/messages";
import type { Secrets } from "./core/ports/secrets";
import type { Prompts } from "./core/ports/user";
import { keepWatch } from "./flows/keepWatch";
import type { Renderers } from "./flows/renderers";
import { createAnswerStore } from "./storage/answerStore";
import { createBookStore } from "./storage/bookStore";
import { createLocalPaths } from "./storage/localPaths";
import { newId } from "./storage/newId";
import { createNudgeLog } from "./storage/nudgeLog";
import { createQuiet } from "./storage/quiet";
import type { Report } from "./storage/report";
import type { SharedWordingStore } from "./storage/wordingStore";
import { createAlarm } from "./ui/alarm";
import { systemClock as clock } from "./ui/clock";
import { attachmentIds } from "./ui/commands/attachments/attachmentIds";
import { invoiceIds } from "./ui/commands/invoices/invoiceIds";
import { keepIds } from "./ui/commands/keep/keepIds";
import { meetingIds } from "./ui/commands/meetings/meetingIds";
import { planIds } from "./ui/commands/plan/planIds";
import { serviceIds } from "./ui/commands/services/serviceIds";
import { sendIds } from "./ui/commands/send/sendIds";
import { TEMPLATE_LANGUAGE, templateIds } from "./ui/commands/template/templateIds";
import { registerBookCommands } from "./ui/commands/book/registerBookCommands";
import { createUndoing } from "./ui/commands/book/undo";
import { registerDraftCommands } from "./ui/commands/draft/registerDraftCommands";
import type { DraftCommandsDeps } from "./ui/commands/draft/deps";
import { rememberingBook } from "./ui/commands/draft/rememberingBook";
import { createRegister } from "./ui/commands/register";
import { registerWatchCommands } from "./ui/commands/registerWatchCommands";
import { registerDraftProblems } from "./ui/checks/draftProblems";
import { registerCheckCommands } from "./ui/checks/registerCheckCommands";
import { registerDraftContext } from "./ui/documents/draftContext";
import { registerDropAttachments } from "./ui/documents/dropAttachments";
import { registerDraftHover } from "./ui/documents/draftHover";
import { registerDraftLenses } from "./ui/documents/draftLenses";
import { createOpenDrafts } from "./ui/documents/openDrafts";
import { registerSentDocuments } from "./ui/documents/sentDocuments";
import { repositoriesOfGitExtension } from "./ui/gitExtension";
import { createInterfaceLanguage } from "./ui/interfaceLanguage";
import { createMessages } from "./ui/messages";
import type { createNotices } from "./ui/notices";
import { problemOf } from "./ui/problemOf";
import type { Screen } from "./ui/prompts/screen";
import { userSettings as settings } from "./ui/settings";
import { createStatusBar } from "./ui/statusBar";
import { registerBookContext } from "./ui/tree/bookContext";
import { createClientsTree } from "./ui/tree/clientsTree";

/** Builds every object, joins them, and leaves their disposal to VS Code. Starts no process. Hands out parts to tests only. */
export function activate(context: vscode.ExtensionContext): { readonly secrets: () => Promise<Secrets> } | undefined {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(vscode.window.createOutputChannel("Khobor", { log: true }));
  const { commands } = vscode;
  const at = (...parts: string[]) => path.join(context.globalStorageUri.fsPath, ...parts);

  // What is stored, and what it says of itself. Stores read nothing before they are asked.
  const wishes = own(createEmitter<unknown>());
  const language = own(
    createInterfaceLanguage({
      setting: () => settings.interfaceLanguage(),
      onDidChangeWishes: wishes.event,
      editorLanguage: vscode.env.language,
      digits: () => book.current().me.digits,
      log,
    }),
  );
  const { say } = language;
  const texts = () => language.whole();
  const messages = createMessages(vscode.window, say, log);
  const report: Report = (problem, detail) => {
    log.warn(detail);
    void texts().then(() => messages.warn(problem, { label: { id: "command.showLog" }, run: () => log.show() }));
  };
  const home = { memento: context.globalState, clock, report, log };
  const book = own(createBookStore({ workspace: context.workspaceState, global: context.globalState, folder: at("book"), clock, report, log }));
  const historyChanged = own(new vscode.EventEmitter<void>());
  const history: HistoryStore = {
    onDidChange: historyChanged.event,
    ...deferred(async () => {
      const store = own((await import("./storage/historyStore")).createHistoryStore({ folder: at("sent"), index: at("index", "sent.jsonl"), report, log }));
      own(store.onDidChange(() => historyChanged.fire()));
      return store;
    }, ["all", "add"]),
  };
  const draftsChanged = own(new vscode.EventEmitter<string>());
  const drafts: DraftStore = {
    onDidChange: draftsChanged.event,
    ...deferred(async () => {
      const store = own((await import("./storage/draftStore")).createDraftStore({ folder: at("drafts"), indices: at("index"), report, log }));
      own(store.onDidChange((id) => draftsChanged.fire(id)));
      return store;
    }, ["create", "read", "at", "update", "change", "list", "texts"]),
  };
  const answers = own(createAnswerStore({ ...home, folder: at("answers") }));
  const localPaths = own(createLocalPaths({ ...home, machine: hostname() }));
  const wordings: Omit<SharedWordingStore, "dispose"> = deferred(async () => own((await import("./storage/wordingStore")).createWordingStore({ ...home, folder: at("wordings") })), ["all", "add", "forget", "takeBack"]);
  const nudges = createNudgeLog({ ...home, folder: at("nudges") });

  // Git, Handlebars and the templates are loaded when the first draft is asked for.
  const trust = { isTrusted: () => vscode.workspace.isTrusted, onDidGrant: vscode.workspace.onDidGrantWorkspaceTrust };
  const repositoriesChanged = own(new vscode.EventEmitter<void>());
  own(vscode.workspace.onDidChangeWorkspaceFolders(() => repositoriesChanged.fire()));
  own(trust.onDidGrant(() => repositoriesChanged.fire()));
  const finder: RepositoryFinder & RepositoryRoots = {
    onDidChange: repositoriesChanged.event,
    ...deferred(
      async () =>
        (await import("./git/finder")).createFinder({
          folders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
          known: repositoriesOfGitExtension,
          isTrusted: trust.isTrusted,
          localPaths,
          log,
        }),
      ["find", "at", "locate", "roots"],
    ),
  };
  const gitLog: GitLog = deferred(
    async () => (await import("./git/gitLog")).createGitLog(),
    ["read", "patchIds", "myEmails", "newestAt", "tags"],
  );
  const loadTemplates = async () => {
    const [{ createRenderers }, { createShippedTemplates }, { compiledTemplate }, { createCustomTemplates }] = await Promise.all([
      import("./flows/renderers"),
      import("./storage/shippedTemplates"),
      import("./storage/compiledTemplates"),
      import("./storage/customTemplates"),
    ]);
    const shipped = createShippedTemplates(context.asAbsolutePath("templates"), compiledTemplate);
    const workspaceFolders = () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
    return { createRenderers, shipped, custom: createCustomTemplates({ folder: at("templates"), workspaceFolders, trust }) };
  };
  const renderers: Renderers = deferred(async () => {
    const [{ createRenderers, shipped, custom }, { sayNotUsed }] = await Promise.all([loadTemplates(), import("./ui/commands/template/sayNotUsed")]);
    return createRenderers(shipped, { templates: custom, notUsed: ({ path: file }, kind, why) => sayNotUsed(file, kind, why, { log, say, messages }) });
  }, ["of"]);

  const scanner: SecretScanner = deferred(async () => (await import("./services/secretlint/scanner")).createSecretScanner(), ["scan"]);

  // What is on screen, and what it does.
  const register = createRegister({ commands, messages, log, before: texts });
  const screen: Screen = deferred(async () => (await import("./ui/prompts/vscodeScreen")).vscodeScreen, ["text", "pick", "pickMany", "folder", "confirm"]);
  const prompts: Prompts = deferred(
    async () => (await import("./ui/prompts/prompts")).createPrompts({ screen, say, book, clock }),
    ["pickProject", "askTellFrom", "confirm"],
  );
  const undoing = createUndoing(book);
  const openDrafts = own(createOpenDrafts(drafts, vscode.Uri.file(at("drafts"))));
  const bookDeps = {
    say, book, clock, newId, undoing, screen, messages, commands, finder, trust, drafts,
    paths: localPaths,
    workspaceName: () => vscode.workspace.name,
    owedSettings: () => settings.owed(),
  };
  own(registerBookCommands(register, bookDeps));
  const calendarFiles: CalendarFiles = deferred(async () => (await import("./services/calendar/calendarFiles")).createCalendarFiles(), ["write", "writeAll", "read"]);
  const attaching = async () => ({ ...bookDeps, openDrafts, drafts, attachments: (await import("./storage/attachmentStore")).createAttachmentStore(at("drafts")) });
  const draftDeps: DraftCommandsDeps = {
    say, clock, newId, history, drafts, finder, gitLog, renderers, settings, prompts, screen, wordings, commands, messages, openDrafts, trust, undoing, log, scanner,
    checksOff: settings.checksOff,
    sent: ({ id, projectId }) => projectId !== undefined && hasTool(projectId) && void tools().then(({ offerToPost }) => offerToPost(id)).catch(logged),
    attachMade: async (draftId) => (await import("./flows/attachMade")).attachMade(draftId, { ...(await attaching()), calendarFiles }),
    book: rememberingBook(book, undoing),
    clipboard: { write: (text) => Promise.resolve(vscode.env.clipboard.writeText(text)) },
  };
  own(registerDraftCommands(register, draftDeps));
  const chosenFiles = async () => (await import("./ui/commands/keep/chosenFiles")).vscodeFiles;
  const secrets = once(async () => {
    const store = own((await import("./storage/secrets")).createSecrets({ ...home, folder: at("secretNames"), keeper: context.secrets }));
    await store.opened();
    return store;
  });
  const meetings = once(async () => {
    const [{ meetingCommands }, { openMeetingAccount }] = await Promise.all([import("./ui/commands/meetings/meetingCommands"), import("./meetingAccount")]);
    return meetingCommands({ ...bookDeps, ...openMeetingAccount(await secrets(), clock), log, calendarFiles, chosenFiles: await chosenFiles() });
  });
  for (const id of meetingIds) own(register(id, async (...args) => (await meetings())[id](...args)));
  for (const id of invoiceIds) {
    own(
      register(id, async (...args) => {
        const [{ invoiceCommands }, { createInvoiceNumbers }] = await Promise.all([import("./ui/commands/invoices/invoiceCommands"), import("./storage/invoiceNumbers")]);
        return invoiceCommands({ ...bookDeps, numbers: createInvoiceNumbers(at("numbers")), chosenFiles: await chosenFiles() })[id](...args);
      }),
    );
  }
  const owedInput = async (): Promise<OwedInput> => ({ book: book.current(), history: await history.all(), answers: answers.current(), now: clock.now(), zone: clock.zone(), settings: settings.owed() });
  const workSigns = async (of: Book): Promise<WorkSigns> => (trust.isTrusted() ? (await import("./git/workSigns")).readWorkSigns(of.project, localPaths.current()) : new Map());
  const calendarText = async () => (await import("./flows/calendarText")).calendarText({ owedInput, known: () => book.known.all(), workSigns, calendarFiles, say });
  const planDeps = async () => ({ ...bookDeps, calendarFiles, chosenFiles: await chosenFiles(), owedInput, calendarText });
  for (const id of planIds) own(register(id, async (...args) => (await import("./ui/commands/plan/planCommands")).planCommands(await planDeps())[id](...args)));
  for (const id of attachmentIds) own(register(id, async (...args) => (await import("./ui/commands/attachments/attachmentCommands")).attachmentCommands(await attaching())[id](...args)));
  const failed = (error: unknown) => {
    log.error("a file could not be attached", error);
    void texts().then(() => messages.fail(problemOf(error) ?? { id: "command.failed" }));
  };
  own(registerDropAttachments({ openDrafts, deps: attaching, failed }));
  const keep = once(async () => {
    const [{ keepCommands }, { createExchanging }] = await Promise.all([import("./ui/commands/keep/keepCommands"), import("./storage/exchanging"), texts()]);
    return own(
      keepCommands({
        ...bookDeps, history, drafts, answers, wordings, log,
        known: book.known,
        versions: book.versions,
        conflicts: book.conflicts,
        roots: finder,
        files: createExchanging({ drafts: at("drafts"), sent: at("sent"), answers, wordings }),
        secrets: await secrets(),
        storageFolder: at(),
      }),
    );
  });
  for (const id of keepIds) own(register(id, async (...args) => (await keep()).handlers[id](...args)));
  let outboxRows: OutboxRows = { unsent: [], held: [] };
  const outboxChanged = own(createEmitter<unknown>());
  // Mail, HTTP and what sends by them are loaded when something is first sent, or waits to be.
  const sending = once(async () => {
    const [{ openSending }] = await Promise.all([import("./sending"), texts()]);
    const showRows = (rows: OutboxRows) => {
      outboxRows = rows;
      outboxChanged.fire(undefined);
    };
    return own(openSending({ ...draftDeps, secrets: await secrets(), known: book.known, keep: (changes) => book.change(changes), showRows }, at("outbox"), own));
  });
  // Tools of clients ask nobody anything before a command does, or the clock by a setting.
  const tools = once(async () => {
    const [{ openTools }] = await Promise.all([import("./tools"), texts()]);
    return own(openTools({ ...bookDeps, history, openDrafts, log, settings, clipboard: draftDeps.clipboard, onDidGrantTrust: trust.onDidGrant, secrets: await secrets() }));
  });
  for (const id of serviceIds) own(register(id, async (...args) => (await tools()).handlers[id](...args)));
  const hasTool = (projectId?: string) => book.current().project.some(({ id, tool }) => tool !== undefined && (projectId === undefined || id === projectId));
  const followTools = () => settings.refreshTools() && hasTool() && void tools().catch(logged);
  for (const id of sendIds) own(register(id, async (...args) => (await sending()).handlers[id](...args)));
  const templates = once(async () => {
    const [{ templateCommands }, { createRenderers, shipped, custom }] = await Promise.all([import("./ui/commands/template/templateCommands"), loadTemplates(), texts()]);
    return own(
      templateCommands({
        say, book, clock, newId, history, wordings, settings, finder, gitLog, trust, screen, messages, commands, log, shipped, custom,
        shippedRenderers: createRenderers(shipped),
        interfaceLanguage: () => language.current(),
      }),
    );
  });
  for (const id of templateIds) own(register(id, async (...args) => (await templates()).handlers[id](...args)));
  const logged = (error: unknown) => log.error("what was begun in the background failed", error);
  own(book.conflicts.onDidChange(() => void keep().then((keeper) => keeper.tellConflicts()).catch(logged)));
  const helpWith = ({ languageId }: { readonly languageId: string }) => languageId === TEMPLATE_LANGUAGE && void templates().catch(logged);
  vscode.workspace.textDocuments.forEach(helpWith);
  own(vscode.workspace.onDidOpenTextDocument(helpWith));
  const somethingWaits = async () => (await import("./storage/somethingWaits")).somethingWaits(at("outbox"), history, clock);
  // Not at the start itself, and only where there might be something to find.
  const looking = setTimeout(() => {
    if (book.current().client.length === 0) void keep().then((keeper) => keeper.offerOnce(context.workspaceState)).catch(logged);
    void somethingWaits().then(async (yes) => yes && (await sending()).tellWaiting()).catch(logged);
    followTools();
  }, 3000);
  own({ dispose: () => clearTimeout(looking) });
  own(registerSentDocuments(history));
  own(registerDraftLenses({ openDrafts, texts, book, say }));
  own(registerDraftHover({ openDrafts, texts, clock, say }));
  own(registerDraftContext(openDrafts));
  const recheck = own(createEmitter<unknown>());
  own(registerDraftProblems({ openDrafts, say, texts, book, history, clock, scanner, log, checksOff: settings.checksOff, onDidChange: recheck.event }));
  own(registerCheckCommands(register, { screen, say, clock, book }));

  // What is owed: one watch, and its faces.
  const quiet = createQuiet(home);
  const tellOf = async (...of: Parameters<ReturnType<typeof createNotices>>) => {
    const [notices, { createOwedActions }] = await Promise.all([import("./ui/notices"), import("./ui/owedActions"), texts()]);
    notices.createNotices({ messages, actions: createOwedActions(commands), quiet })(...of);
  };
  const watch = own(
    keepWatch({
      engine: async () => ({ ...(await import("./core/owed/derive")), ...(await import("./core/owed/nudge")) }),
      clock, book, history, answers, nudges, log,
      alarm: createAlarm(clock),
      settings: () => settings.owed(),
      workSigns,
      others: () => (settings.otherWorkspaces() ? book.known.all() : Promise.resolve([])),
      mayNudge: () => settings.notifications() === "on",
      quietUntil: () => quiet.until(),
      nudge: (due, view) => void tellOf(due, view).catch(logged),
    }),
  );
  const calendarWanted = () => (trust.isTrusted() ? settings.calendarFile() : "");
  const calendarFile = once(async () => {
    const [{ keepCalendarFile }, { createCalendarKeeper }] = await Promise.all([import("./ui/commands/plan/keepCalendarFile"), import("./storage/calendarKeeper"), texts()]);
    return keepCalendarFile({ wanted: calendarWanted, text: async () => (await calendarText()).text, keeper: createCalendarKeeper({ home: homedir(), log }), messages, log });
  });
  own(watch.onDidChange(() => calendarWanted() !== "" && void calendarFile().then((changed) => changed()).catch(logged)));
  own(trust.onDidGrant(() => watch.look()));
  const tree = own(createClientsTree({ watch, book, drafts, clock, say, undoing, messages, log, texts, onDidChangeLanguage: language.onDidChange }));
  watch
    .ready()
    .then(async () => own((await import("./ui/tree/owedTree")).createOwedTree({ watch, say, outbox: { rows: () => outboxRows, onDidChange: outboxChanged.event }, texts, onDidChangeLanguage: language.onDidChange })))
    .catch(logged);
  const statusBar = own(createStatusBar({ watch, say, quiet, settings }));
  own(registerBookContext(book, commands));
  own(
    registerWatchCommands(register, {
      commands,
      owed: async () =>
        (await import("./ui/commands/owed/owedCommands")).owedCommands({
          ...bookDeps, answers, localPaths,
          view: () => watch.view(),
          quiet: { ...quiet, set: (until) => quiet.set(until).then(() => { statusBar.paint(); watch.look(); }) },
          reveal: (clientId) => tree.reveal(clientId),
          projectsElsewhere: (clientId) => watch.view()?.others.find(({ client }) => client.id === clientId)?.project ?? [],
          openFolder: async (folder) => (await import("./ui/commands/owed/openFolder")).openFolder(folder),
        }),
      refresh: () => tree.refresh(),
      showLog: () => log.show(),
    }),
  );

  own(language.onDidChange(() => statusBar.paint()));
  own(language.onDidChange(() => recheck.fire(undefined)));
  own(
    settings.onDidChange(() => {
      wishes.fire(undefined);
      recheck.fire(undefined);
      followTools();
      statusBar.paint();
      watch.look();
    }),
  );
  own(book.onDidChange(() => recheck.fire(undefined)));
  own(book.onDidChange((changes) => changes.some(({ op }) => op === "me") && wishes.fire(undefined)));
  own(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      // Another window may have changed what all share; and the machine may have slept.
      if (!focused) return;
      void Promise.all([book.refresh(), answers.refresh()]).then(() => watch.look()).catch(logged);
      void somethingWaits().then(async (yes) => yes && (await sending()).look()).catch(logged);
    }),
  );
  // Set by `npm start` for its sample workspace.
  const seed = process.env["KHOBOR_SAMPLE"];
  if (seed) {
    import("./storage/seed").then(({ seedBook }) => seedBook(book, seed)).catch((error: unknown) => log.error("the sample could not be read", error));
  }
  return context.extensionMode === vscode.ExtensionMode.Test ? { secrets } : undefined;
}
