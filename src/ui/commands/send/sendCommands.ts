import type { Disposable } from "../../../core/ports";
import type { CommandId } from "../../commandIds";
import { addressIn } from "../keep/chosenFiles";
import type { Handler } from "../register";
import { connect } from "./connect";
import type { SendDeps } from "./deps";
import { disconnect } from "./disconnect";
import { showOutbox, waitingHere } from "./outbox";
import { createOutboxItem } from "./outboxItem";
import { send } from "./send";
import type { SendId } from "./sendIds";

export interface SendCommands extends Disposable {
  readonly handlers: Readonly<Record<SendId & CommandId, Handler>>;
  /** For once after the start of a window: says what still waits. */
  tellWaiting(): Promise<void>;
}

/** The commands that send, and what they need to be connected. All of this is loaded when one of them is first called. */
export function sendCommands(deps: SendDeps): SendCommands {
  const item = createOutboxItem(deps);
  let sending: Promise<void> | undefined;
  return {
    handlers: {
      // A second click while the first is at work is the same one.
      "khobor.send": () => (sending ??= send(deps).finally(() => (sending = undefined))),
      "khobor.outbox": () => showOutbox(deps),
      "khobor.copyAs": async () => (await import("./copyAs")).copyAs(deps),
      "khobor.saveMail": async () => (await import("./saveMail")).saveMail(deps),
      "khobor.connect": () => connect(deps),
      "khobor.disconnect": () => disconnect(deps),
      "khobor.exportContacts": async (argument) => (await import("./exportContacts")).exportContacts(addressIn(argument), deps),
    },
    async tellWaiting() {
      await item.paint();
      const waiting = await waitingHere(deps);
      if (waiting.length > 0) deps.messages.warn({ id: "outbox.waits", values: { count: waiting.length } }, { label: { id: "outbox.open" }, run: () => showOutbox(deps) });
    },
    dispose: () => item.dispose(),
  };
}
