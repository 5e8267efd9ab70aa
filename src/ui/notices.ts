import { nameOf, owedLine, type OwedView } from "../core/report/status";
import type { Owed } from "../core/owed/owed";
import type { Text } from "../core/say";
import type { Messages } from "./messages";
import type { OwedActions } from "./owedActions";

/** How the user is reminded: by a message too, by the status bar alone, not at all. */
export type Notifications = "on" | "statusBar" | "off";

export interface NoticesDeps {
  readonly messages: Messages;
  readonly actions: Pick<OwedActions, "draft" | "snooze" | "showAll">;
}

/** One information message for all that is due together. `Later` closes it; what it named comes back on another working day. */
export function createNotices({ messages, actions }: NoticesDeps): (due: readonly Owed[], view: OwedView) => void {
  return (due, view) => {
    const [first, ...others] = due;
    if (!first) return;
    messages.inform(
      noticeOf(due, view),
      { label: { id: "nudge.draft" }, run: () => (others.length > 0 ? actions.showAll() : actions.draft(first)) },
      { label: { id: "nudge.later" }, run: () => undefined },
      { label: { id: "nudge.snooze" }, run: () => actions.snooze(due) },
    );
  };
}

function noticeOf(due: readonly Owed[], view: OwedView): Text {
  const [first] = due;
  const names = [...new Set(due.map((owed) => nameOf(owed, view.book)))];
  const [one = "", two = ""] = names;
  if (first && due.length === 1) return owedLine(first, view);
  if (names.length === 1) return { id: "nudge.oneClient", values: { client: one, count: due.length } };
  if (names.length === 2) return { id: "nudge.two", values: { first: one, second: two } };
  return { id: "nudge.many", values: { first: one, second: two, count: names.length - 2 } };
}
