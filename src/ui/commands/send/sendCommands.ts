import type { Disposable } from "../../../core/ports/events";
import type { CommandId } from "../../commandIds";
import { addressIn } from "../keep/chosenFiles";
import { nodeArgument } from "../nodeArgument";
import type { Handler } from "../register";
import { connect } from "./connect";
import { disconnect } from "./disconnect";
import { mailCopy } from "./mailCopy";
import { onWaiting, recallHeldMessage, showOutbox, waitingHere } from "./outbox";
import { discard, sendAgain } from "./outboxActions";
import { createOutboxFaces, type OutboxFacesDeps } from "./outboxFaces";
import { send } from "./send";
import type { SendId } from "./sendIds";

export interface SendCommands extends Disposable {
  readonly handlers: Readonly<Record<SendId & CommandId, Handler>>;
  /** For once after the start of a window: says what still waits. */
  tellWaiting(): Promise<void>;
  /** Looks again at what waits. */
  look(): Promise<void>;
}

/** The commands that send, and what they need to be connected. All of this is loaded when one of them is first called. */
export function sendCommands(deps: OutboxFacesDeps): SendCommands {
  const faces = createOutboxFaces(deps);
  let sending: Promise<void> | undefined;
  return {
    handlers: {
      // A second click while the first is at work is the same one. On a message that was sent: the same by mail, too.
      "khobor.send": (argument) => {
        const node = nodeArgument(argument);
        const leaving = async () => (node?.kind === "sent" ? mailCopy(node.recordId, deps) : send(deps));
        return (sending ??= leaving().finally(() => (sending = undefined)));
      },
      "khobor.outbox": (argument) => showOutbox(deps, nodeArgument(argument)),
      "khobor.tryAgain": (argument) => onWaiting(nodeArgument(argument), sendAgain, deps),
      "khobor.discardWaiting": (argument) => onWaiting(nodeArgument(argument), discard, deps),
      "khobor.recallHeld": (argument) => recallHeldMessage(nodeArgument(argument), deps),
      "khobor.copyAs": async () => (await import("./copyAs")).copyAs(deps),
      "khobor.previewDraft": async () => (await import("./preview")).previewDraft(deps),
      "khobor.saveMail": async () => (await import("./saveMail")).saveMail(deps),
      "khobor.connect": () => connect(deps),
      "khobor.disconnect": () => disconnect(deps),
      "khobor.exportContacts": async (argument) => (await import("./exportContacts")).exportContacts(addressIn(argument), deps),
    },
    async tellWaiting() {
      await faces.paint();
      const waiting = await waitingHere(deps);
      if (waiting.length > 0) deps.messages.warn({ id: "outbox.waits", values: { count: waiting.length } }, { label: { id: "outbox.open" }, run: () => showOutbox(deps) });
    },
    look: () => faces.paint(),
    dispose: () => faces.dispose(),
  };
}
