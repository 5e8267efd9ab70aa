import { recordById } from "../../../core/book/queries";
import type { WaitingMessage, Way, WayName } from "../../../core/channelPorts";
import type { Text, TextId } from "../../../core/say";
import { itWentOut, waitingMessages } from "../../../flows/sendMessage";
import type { CommandId } from "../../commandIds";
import { firstLine } from "../../../core/report/treeView";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { short } from "../book/keep";
import { confirmed } from "./confirmation";
import type { SendDeps } from "./deps";
import { clientOf, go, recording } from "./go";

/** What waits to be looked at and belongs to clients of this workspace. */
export async function waitingHere(deps: SendDeps): Promise<readonly WaitingMessage[]> {
  return (await waitingMessages(deps)).filter(({ state, message }) => state !== "sending" && clientOf(message.clientId, deps) !== undefined);
}

type Action = "again" | "wentOut" | "notArrived" | "open" | "discard";

/** "Outbox": what has not certainly gone out, and what can be done about each. */
export async function showOutbox(deps: SendDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const waiting = await waitingMessages(deps);
  if (waiting.length === 0) {
    messages.inform({ id: "outbox.empty" });
    return;
  }
  const { entry, action } = await askInSteps(screen, { title: say("outbox.title") }, async (ask) => {
    const entry = await ask.pick<WaitingMessage>("message", { placeholder: say("outbox.pick"), choices: waiting.map((one) => entryChoice(one, deps)) });
    const action = await ask.pick<Action>("action", { placeholder: entry.state === "unclear" ? say("outbox.look") : reasonOf(entry, deps), choices: actionsFor(entry).map((value) => ({ label: say(labels[value]), icon: icons[value], value })) });
    return { entry, action };
  });
  await act(action, entry, deps);
}

const labels = { again: "outbox.again", wentOut: "outbox.wentOut", notArrived: "outbox.notArrived", open: "outbox.openDraft", discard: "outbox.discard" } as const satisfies Record<Action, TextId>;
const icons: Readonly<Record<Action, string>> = { again: "refresh", wentOut: "check", notArrived: "circle-slash", open: "go-to-file", discard: "trash" };

/** Whether an unclear one has arrived, only the user can find out: it is not tried again before they say that it has not. */
function actionsFor({ state }: WaitingMessage): readonly Action[] {
  if (state === "sending") return ["open"];
  return state === "unclear" ? ["wentOut", "notArrived", "open", "discard"] : ["again", "wentOut", "open", "discard"];
}

function entryChoice(entry: WaitingMessage, deps: SendDeps): Choice<WaitingMessage> {
  const { say } = deps;
  const client = clientOf(entry.message.clientId, deps);
  return {
    label: `${client?.name ?? say("outbox.elsewhere")}: ${short(entry.message.subject ?? firstLine(entry.message.text))}`,
    description: say(states[entry.state], { when: { time: "moment", at: entry.at, ...here(deps) } }),
    detail: reasonOf(entry, deps),
    icon: entry.state === "unclear" ? "question" : entry.state === "failed" ? "error" : "sync",
    value: entry,
  };
}
const states = { sending: "outbox.sending", failed: "outbox.failed", unclear: "outbox.unclear" } as const satisfies Record<WaitingMessage["state"], TextId>;

const reasonOf = ({ reason, state }: WaitingMessage, { say }: Pick<SendDeps, "say">): string => (reason ? say(reason as Text) : say(state === "sending" ? "outbox.wait" : "outbox.look"));

async function act(action: Action, entry: WaitingMessage, deps: SendDeps): Promise<void> {
  const { say, outbox, screen, messages, commands, clock } = deps;
  const { message, draftId } = entry;
  if (action === "open") {
    await commands.executeCommand("khobor.openDraft" satisfies CommandId, draftId);
    return;
  }
  if (action === "discard") {
    if (await screen.confirm(say(entry.state === "unclear" ? "outbox.discardUnclear" : "outbox.discardSure"), say("outbox.discard"))) await outbox.settle(message.id, { is: "gone" });
    return;
  }
  const client = clientOf(message.clientId, deps);
  if (!client) {
    messages.warn({ id: "draft.noClient" });
    return;
  }
  if (action === "wentOut") {
    await itWentOut(entry, { outbox, record: recording(client, deps) });
    messages.inform({ id: "draft.marked", values: { client: client.name, brought: "" } });
    return;
  }
  if (action === "notArrived") await outbox.release(message.id);
  else if (entry.retryAfter !== undefined && entry.retryAfter > clock.now()) {
    messages.inform({ id: "outbox.notBefore", values: { when: { time: "moment", at: entry.retryAfter, ...here(deps) } } });
    return;
  }
  const way = wayOf(entry);
  // A time that Slack was to hold it until may have passed meanwhile.
  const due = message.sendAt !== undefined && message.sendAt <= clock.now();
  const { sendAt, ...now } = message;
  const again = due ? now : message;
  if (!(await confirmed(way, again, client, deps))) return;
  const project = message.projectId === undefined ? undefined : recordById(deps.book.current(), "project", message.projectId);
  const page = client.pageUrl ?? project?.pageUrl;
  await go({ way, message: again, draftId, tries: entry.tries, ...(entry.overrides && { overrides: entry.overrides }), ...(page !== undefined && { page }) }, client, deps);
}

const wayOf = ({ by, channel, account }: WaitingMessage): Way => ({ by: by ?? usual[channel] ?? "copy", channel, account });
const usual: Readonly<Partial<Record<Way["channel"], WayName>>> = { email: "smtp", slack: "slackBot", webhook: "webhook" };
