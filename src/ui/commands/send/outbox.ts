import type { WaitingMessage } from "../../../core/ports/channels";
import { firstLine } from "../../../core/report/treeView";
import type { Text, TextId } from "../../../core/say";
import { heldMessages, type HeldRecord } from "../../../core/sending/held";
import { waitingMessages } from "../../../flows/sendMessage";
import type { CommandId } from "../../commandIds";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { short } from "../book/keep";
import type { NodeArgument } from "../nodeArgument";
import type { SendDeps } from "./deps";
import { clientOf } from "./go";
import { discard, markWentOut, openWaiting, recall, sendAgain, sendSinceNotArrived } from "./outboxActions";

/** What waits to be looked at and belongs to clients of this workspace. */
export async function waitingHere(deps: SendDeps): Promise<readonly WaitingMessage[]> {
  return (await waitingMessages(deps)).filter(({ state, message }) => state !== "sending" && clientOf(message.clientId, deps) !== undefined);
}
export const heldHere = async ({ history, clock }: Pick<SendDeps, "history" | "clock">): Promise<readonly HeldRecord[]> => heldMessages(await history.all(), clock.now());

type Entry = { readonly is: "waiting"; readonly one: WaitingMessage } | { readonly is: "held"; readonly one: HeldRecord };
type Action = "again" | "wentOut" | "notArrived" | "open" | "discard" | "recall" | "openSent";

/** "Outbox": what has not certainly gone out or is held, and what can be done about each. @param row of the sidebar: that one alone */
export async function showOutbox(deps: SendDeps, row?: NodeArgument): Promise<void> {
  const { say, screen, messages } = deps;
  const entries = await entriesOf(deps);
  const clicked = row && entryOf(row, entries);
  if (entries.length === 0 || (row && !clicked)) {
    messages.inform({ id: "outbox.empty" });
    return;
  }
  const { entry, action } = await askInSteps(screen, { title: say("outbox.title") }, async (ask) => {
    const entry = clicked ?? (await ask.pick<Entry>("message", { placeholder: say("outbox.pick"), choices: entries.map((one) => choiceOf(one, deps)) }));
    const action = await ask.pick<Action>("action", { placeholder: about(entry, deps), choices: actionsFor(entry).map((value) => ({ label: say(labels[value]), icon: icons[value], value })) });
    return { entry, action };
  });
  await act(action, entry, deps);
}

/** On a row of the sidebar; from elsewhere on the only one that fits, or on the one that is picked. */
export async function onWaiting(row: NodeArgument | undefined, run: (entry: WaitingMessage, deps: SendDeps) => Promise<void>, deps: SendDeps): Promise<void> {
  const entries = (await entriesOf(deps)).filter((entry) => entry.is === "waiting" && entry.one.state !== "sending");
  const entry = await whichEntry(row, entries, deps);
  if (entry?.is === "waiting") await run(entry.one, deps);
}
export async function recallHeldMessage(row: NodeArgument | undefined, deps: SendDeps): Promise<void> {
  const entry = await whichEntry(row, (await entriesOf(deps)).filter(({ is }) => is === "held"), deps);
  if (entry?.is === "held") await recall(entry.one, deps);
}

async function whichEntry(row: NodeArgument | undefined, entries: readonly Entry[], deps: SendDeps): Promise<Entry | undefined> {
  const { say, screen, messages } = deps;
  const only = row ? entryOf(row, entries) : entries.length === 1 ? entries[0] : undefined;
  if (only) return only;
  if (row || entries.length === 0) {
    messages.inform({ id: "outbox.empty" });
    return undefined;
  }
  return askInSteps(screen, { title: say("outbox.title") }, (ask) => ask.pick<Entry>("message", { placeholder: say("outbox.pick"), choices: entries.map((one) => choiceOf(one, deps)) }));
}

async function entriesOf(deps: SendDeps): Promise<readonly Entry[]> {
  const [waiting, held] = await Promise.all([waitingMessages(deps), heldHere(deps)]);
  return [...waiting.map((one) => ({ is: "waiting", one }) as const), ...held.map((one) => ({ is: "held", one }) as const)];
}
const entryOf = ({ recordId }: NodeArgument, entries: readonly Entry[]): Entry | undefined => entries.find((entry) => (entry.is === "held" ? entry.one.id : entry.one.draftId) === recordId);

const labels = {
  again: "outbox.again",
  wentOut: "outbox.wentOut",
  notArrived: "outbox.notArrived",
  open: "outbox.openDraft",
  discard: "outbox.discard",
  recall: "recall.do",
  openSent: "outbox.openSent",
} as const satisfies Record<Action, TextId>;
const icons: Readonly<Record<Action, string>> = { again: "refresh", wentOut: "check", notArrived: "circle-slash", open: "go-to-file", discard: "trash", recall: "discard", openSent: "go-to-file" };

/** Whether an unclear one has arrived, only the user can find out: it is not tried again before they say that it has not. */
function actionsFor(entry: Entry): readonly Action[] {
  if (entry.is === "held") return ["recall", "openSent"];
  const { state } = entry.one;
  if (state === "sending") return ["open"];
  return state === "unclear" ? ["wentOut", "notArrived", "open", "discard"] : ["again", "wentOut", "open", "discard"];
}

function choiceOf(entry: Entry, deps: SendDeps): Choice<Entry> {
  const { say } = deps;
  const { clientId, subject, text } = entry.is === "held" ? entry.one : entry.one.message;
  const client = clientOf(clientId, deps)?.name ?? say("outbox.elsewhere");
  const moment = (at: WaitingMessage["at"]) => ({ time: "moment", at, ...here(deps) }) as const;
  const what = { label: `${client}: ${short(subject ?? firstLine(text))}`, value: entry };
  if (entry.is === "held") return { ...what, description: say("outbox.held", { when: moment(entry.one.heldUntil) }), detail: about(entry, deps), icon: "watch" };
  const { state, at } = entry.one;
  return { ...what, description: say(states[state], { when: moment(at) }), detail: about(entry, deps), icon: state === "unclear" ? "question" : state === "failed" ? "error" : "sync" };
}
const states = { sending: "outbox.sending", failed: "outbox.failed", unclear: "outbox.unclear" } as const satisfies Record<WaitingMessage["state"], TextId>;

/** What is to be said of it, besides what it is. */
function about(entry: Entry, deps: SendDeps): string {
  const { say } = deps;
  if (entry.is === "held") return say("outbox.heldTip", { when: { time: "moment", at: entry.one.heldUntil, ...here(deps) } });
  const { reason, state } = entry.one;
  return reason ? say(reason as Text) : say(state === "sending" ? "outbox.wait" : "outbox.look");
}

async function act(action: Action, entry: Entry, deps: SendDeps): Promise<void> {
  if (entry.is === "held") {
    if (action === "recall") await recall(entry.one, deps);
    else await deps.commands.executeCommand("khobor.openSent" satisfies CommandId, { kind: "held", recordId: entry.one.id });
    return;
  }
  switch (action) {
    case "again":
      return sendAgain(entry.one, deps);
    case "notArrived":
      return sendSinceNotArrived(entry.one, deps);
    case "wentOut":
      return markWentOut(entry.one, deps);
    case "discard":
      return discard(entry.one, deps);
    default:
      return openWaiting(entry.one, deps);
  }
}
