import { randomUUID } from "node:crypto";
import type { Disposable, Event } from "../core/ports/events";
import type { Secrets } from "../core/ports/secrets";
import { keepFresh } from "../flows/keepFresh";
import { asFolder } from "../services/asking";
import { createHttp } from "../services/http";
import { createTools } from "../services/tools";
import { accountSettings as accounts } from "../ui/accountSettings";
import { createAlarm } from "../ui/alarm";
import { meantRecord } from "../ui/commands/draft/sending";
import type { ServiceDeps } from "../ui/commands/services/deps";
import { refreshable } from "../ui/commands/services/fresh";
import { serviceCommands, type ServiceCommands } from "../ui/commands/services/serviceCommands";
import type { OpenDrafts } from "../ui/documents/openDrafts";
import { isFocused, onDidChangeFocus } from "../ui/editorWindow";
import { withLateProgress } from "../ui/lateProgress";
import { openOutside as open } from "../ui/openOutside";
import type { UserSettings } from "../ui/settings";

interface Given extends Omit<ServiceDeps, "tools" | "open" | "progress" | "meantRecord"> {
  readonly secrets: Secrets;
  readonly settings: Pick<UserSettings, "refreshTools" | "onDidChange">;
  readonly openDrafts: OpenDrafts;
  readonly onDidGrantTrust: Event<void>;
}

const khoborPage = "https://marketplace.visualstudio.com/items?itemName=khobor.khobor";

/** The part of the composition that the tools of clients need, and nothing before it. */
export function openTools({ secrets, settings, openDrafts, onDidGrantTrust, ...deps }: Given): ServiceCommands & Disposable {
  const { clock, log, book, history, trust } = deps;
  const tools = createTools({
    http: createHttp(),
    clock,
    secrets,
    urls: () => {
      const { trello, asana, basecamp } = accounts.toolUrls();
      return { trello: asFolder(trello), asana: asFolder(asana), basecamp: asFolder(basecamp) };
    },
    whoAsks: () => book.current().me.emails[0] ?? khoborPage,
    newState: randomUUID,
  });
  const commands = serviceCommands({ ...deps, tools, open, progress: withLateProgress, meantRecord: (argument) => meantRecord(argument, { openDrafts, history }) });
  const fresh = keepFresh({
    clock,
    alarm: createAlarm(clock),
    log,
    isWanted: () => settings.refreshTools() && trust.isTrusted() && refreshable({ book, tools }).length > 0,
    isFocused,
    refresh: commands.refreshAll,
  });
  const look = () => fresh.look();
  const listening = [onDidChangeFocus(look), settings.onDidChange(look), onDidGrantTrust(look), book.onDidChange(look), fresh];
  look();
  return { ...commands, dispose: () => listening.forEach((one) => one.dispose()) };
}
