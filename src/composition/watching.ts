import { once } from "../core/once";
import { keepWatch } from "../flows/keepWatch";
import { createAlarm } from "../ui/alarm";
import type { Commands, Register } from "../ui/commands/register";
import { registerWatchCommands } from "../ui/commands/registerWatchCommands";
import type { InterfaceLanguage } from "../ui/interfaceLanguage";
import type { createNotices } from "../ui/notices";
import { userSettings as settings } from "../ui/settings";
import { createStatusBar } from "../ui/statusBar";
import { createClientsTree } from "../ui/tree/clientsTree";
import type { Ground } from "./ground";
import type { Planning } from "./planning";
import type { Reaching } from "./reaching";
import type { BookDeps } from "./screen";
import type { Stores } from "./stores";
import type { Work } from "./work";

interface Given {
  readonly register: Register;
  readonly commands: Commands;
  readonly ground: Ground;
  readonly stores: Stores;
  readonly work: Work;
  readonly bookDeps: BookDeps;
  readonly language: InterfaceLanguage;
  readonly calendarText: Planning["calendarText"];
  readonly outbox: Reaching["outbox"];
  /** The user's own folder on this machine. */
  readonly homeFolder: string;
  readonly showLog: () => void;
}

/** What is owed: one watch, and its faces. */
export function openWatching({ register, commands, ground, stores, work, bookDeps, language, calendarText, outbox, homeFolder, showLog }: Given) {
  const { own, clock, log, say, texts, messages, trust, logged } = ground;
  const { book, drafts, history, answers, nudges, quiet, localPaths } = stores;
  const onDidChangeLanguage = language.onDidChange;

  const tellOf = async (...of: Parameters<ReturnType<typeof createNotices>>) => {
    const [notices, { createOwedActions }] = await Promise.all([import("../ui/notices"), import("../ui/owedActions"), texts()]);
    notices.createNotices({ messages, actions: createOwedActions(commands), quiet })(...of);
  };
  const watch = own(
    keepWatch({
      engine: async () => ({ ...(await import("../core/owed/derive")), ...(await import("../core/owed/nudge")) }),
      clock, book, history, answers, nudges, log,
      alarm: createAlarm(clock),
      settings: () => settings.owed(),
      workSigns: work.workSigns,
      others: () => (settings.otherWorkspaces() ? book.known.all() : Promise.resolve([])),
      onDidChangeOthers: book.onDidTouch,
      mayNudge: () => settings.notifications() === "on",
      quietUntil: () => quiet.until(),
      nudge: (due, view) => void tellOf(due, view).catch(logged),
    }),
  );

  const calendarWanted = () => (trust.isTrusted() ? settings.calendarFile() : "");
  const calendarFile = once(async () => {
    const [{ keepCalendarFile }, { createCalendarKeeper }] = await Promise.all([import("../ui/commands/plan/keepCalendarFile"), import("../storage/calendarKeeper"), texts()]);
    return keepCalendarFile({ wanted: calendarWanted, text: async () => (await calendarText()).text, keeper: createCalendarKeeper({ home: homeFolder, log }), messages, log });
  });
  own(watch.onDidChange(() => calendarWanted() !== "" && void calendarFile().then((changed) => changed()).catch(logged)));
  own(trust.onDidGrant(() => watch.look()));

  const tree = own(createClientsTree({ watch, book, drafts, clock, say, undoing: bookDeps.undoing, messages, log, texts, onDidChangeLanguage }));
  watch
    .ready()
    .then(async () => own((await import("../ui/tree/owedTree")).createOwedTree({ watch, say, outbox, texts, onDidChangeLanguage })))
    .catch(logged);
  const statusBar = own(createStatusBar({ watch, say, quiet, settings }));
  own(onDidChangeLanguage(() => statusBar.paint()));

  const look = () => {
    statusBar.paint();
    watch.look();
  };
  own(
    registerWatchCommands(register, {
      commands,
      owed: async () =>
        (await import("../ui/commands/owed/owedCommands")).owedCommands({
          ...bookDeps, answers, localPaths,
          view: () => watch.view(),
          quiet: { ...quiet, set: (until) => quiet.set(until).then(look) },
          reveal: (clientId) => tree.reveal(clientId),
          projectsElsewhere: (clientId) => watch.view()?.others.find(({ client }) => client.id === clientId)?.project ?? [],
          openFolder: async (folder) => (await import("../ui/commands/owed/openFolder")).openFolder(folder),
        }),
      refresh: () => tree.refresh(),
      showLog,
    }),
  );
  return { look, lookAgain: () => watch.look(), owedNow: () => watch.view()?.owed ?? [] };
}
