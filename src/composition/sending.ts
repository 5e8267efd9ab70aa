import { createChannels } from "../channels/channels";
import type { Disposable } from "../core/ports/events";
import { createHttp } from "../services/http";
import { createOutbox } from "../storage/outbox";
import { accountSettings as accounts } from "../ui/accountSettings";
import { vscodeFiles as files } from "../ui/commands/keep/chosenFiles";
import { mayBeSent } from "../ui/commands/draft/gate";
import { createAlarm } from "../ui/alarm";
import type { OutboxFacesDeps } from "../ui/commands/send/outboxFaces";
import { sendCommands, type SendCommands } from "../ui/commands/send/sendCommands";
import { flash, isRemote } from "../ui/editorWindow";
import { withLateProgress } from "../ui/lateProgress";
import { openOutside as open } from "../ui/openOutside";

type Given = Omit<OutboxFacesDeps, "accounts" | "alarm" | "channels" | "files" | "flash" | "gate" | "isRemote" | "open" | "outbox" | "progress">;

/** The part of the composition that sending needs, and nothing before it. @param folder of the outbox */
export function openSending(deps: Given, folder: string, own: <T extends Disposable>(part: T) => T): SendCommands {
  const { clock, log, secrets, clipboard } = deps;
  const channels = createChannels({ http: createHttp(), clock, secrets, settings: accounts, copy: (text) => clipboard.write(text), open });
  return sendCommands({
    ...deps, accounts, channels, files, flash, isRemote, open,
    alarm: createAlarm(clock),
    outbox: own(createOutbox({ folder, clock, log })),
    gate: (leaving) => mayBeSent(leaving, deps),
    progress: withLateProgress,
  });
}
