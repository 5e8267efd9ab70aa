import { owedLine, type OwedView } from "../core/report/status";
import type { Owed } from "../core/owed/owed";
import type { Quiet } from "../core/ports/nudges";
import type { Text } from "../core/say";
import type { MessageAction, Messages } from "./messages";
import type { OwedActions } from "./owedActions";

/** How the user is reminded: by a message too, by the status bar alone, not at all. */
export type Notifications = "on" | "statusBar" | "off";

export interface NoticesDeps {
  readonly messages: Messages;
  readonly actions: OwedActions;
  readonly quiet: Pick<Quiet, "isExplained" | "explained">;
}

/**
 * One information message for all that is due together. `Later` closes it; what it named comes back on another working day.
 * The first one ever says what it is, and where it can be changed.
 */
export function createNotices({ messages, actions, quiet }: NoticesDeps): (due: readonly Owed[], view: OwedView) => void {
  return (due, view) => {
    const [first, ...others] = due;
    if (!first) return;
    const line = noticeOf(due, view);
    const isFirst = !quiet.isExplained();
    // Where that cannot be kept it is explained again.
    if (isFirst) quiet.explained().catch(() => undefined);
    const settings: MessageAction = { label: { id: "nudge.settings" }, run: () => actions.settings() };
    messages.inform(isFirst ? { id: "nudge.first", values: { line: sentence(line) } } : line, ...actionsFor(first, others, due, actions), ...(isFirst ? [settings] : []));
  };
}

function actionsFor(first: Owed, others: readonly Owed[], due: readonly Owed[], actions: OwedActions): readonly MessageAction[] {
  // A meeting begins now: there is nothing to write, and later is too late.
  if (others.length === 0 && first.rule === "meetingBegins") {
    return [{ label: { id: "nudge.open" }, run: () => actions.draft(first) }, { label: { id: "nudge.ok" }, run: () => undefined }];
  }
  return [
    { label: { id: "nudge.draft" }, run: () => (others.length > 0 ? actions.showAll() : actions.draft(first)) },
    { label: { id: "nudge.later" }, run: () => undefined },
    { label: { id: "nudge.snooze" }, run: () => actions.snooze(due) },
  ];
}

function noticeOf(due: readonly Owed[], view: OwedView): Text {
  const [first] = due;
  const names = [...new Set(due.map(({ name }) => name))];
  const [one = "", two = ""] = names;
  if (first && due.length === 1) return owedLine(first, view);
  if (names.length === 1) return { id: "nudge.oneClient", values: { client: one, count: due.length } };
  if (names.length === 2) return { id: "nudge.two", values: { first: one, second: two } };
  return { id: "nudge.many", values: { first: one, second: two, count: names.length - 2 } };
}

/** A line about one thing has no full stop; the others are sentences already. */
const sentence = (line: Text): Text => (line.id.startsWith("nudge.") ? line : { id: "nudge.sentence", values: { line } });
