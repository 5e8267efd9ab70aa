import { recordById } from "../book/queries";
import type { Book } from "../book/book";
import type { WaitingMessage } from "../ports/channels";
import type { Text } from "../say";
import type { HeldRecord } from "../sending/held";
import type { Instant, PlainTime, Zone } from "../time/types";
import { dateIn, instantOf } from "../time/zoned";
import type { TreeNode } from "./treeNode";
import { firstLine } from "./treeView";

export interface OutboxView {
  readonly waiting: readonly WaitingMessage[];
  readonly held: readonly HeldRecord[];
  readonly book: Book;
  readonly now: Instant;
  /** Mine. */
  readonly zone: Zone;
}
export interface OutboxRows {
  /** What has not certainly gone out. */
  readonly unsent: readonly TreeNode[];
  /** What a service sends later by itself. */
  readonly held: readonly TreeNode[];
}

/** The rows of what waits to go out to clients of this book; none where nothing waits. */
export function outboxNodes(view: OutboxView): OutboxRows {
  return {
    unsent: view.waiting.flatMap((entry) => (entry.state === "sending" ? [] : unsentNode(entry, view))),
    held: view.held.flatMap((record) => heldNode(record, view)),
  };
}

function unsentNode({ message, draftId, state, at, reason }: WaitingMessage, view: OutboxView): readonly TreeNode[] {
  const client = recordById(view.book, "client", message.clientId)?.name;
  if (client === undefined) return [];
  const failed = state === "failed";
  const when: Text = { id: failed ? "outbox.failed" : "outbox.unclear", values: { when: moment(at, view) } };
  return [
    {
      id: `waiting:${message.id}`,
      kind: "waiting",
      recordId: draftId,
      label: { id: failed ? "outbox.rowFailed" : "outbox.rowUnclear", values: { client } },
      description: message.subject ?? firstLine(message.text),
      icon: failed ? { name: "unsent", level: "overdue" } : { name: "question", level: "due" },
      tooltip: [message.subject ?? firstLine(message.text), when, reason === undefined ? { id: "outbox.look" } : (reason as Text)],
      contextValue: failed ? "waiting" : "waiting.unclear",
      children: [],
    },
  ];
}

function heldNode(record: HeldRecord, view: OutboxView): readonly TreeNode[] {
  const client = recordById(view.book, "client", record.clientId)?.name;
  if (client === undefined) return [];
  return [
    {
      id: `held:${record.id}`,
      kind: "held",
      recordId: record.id,
      label: { id: "outbox.rowHeld", values: { client, when: moment(record.heldUntil, view) } },
      description: record.subject ?? firstLine(record.text),
      icon: { name: "clock", level: "fine" },
      tooltip: [record.subject ?? firstLine(record.text), { id: "outbox.heldTip", values: { when: moment(record.heldUntil, view) } }],
      contextValue: "held",
      children: [],
    },
  ];
}

/** Seen from the beginning of today, so that a row holds still within one day. */
const moment = (at: Instant, { now, zone }: OutboxView) => ({ time: "moment", at, zone, now: instantOf(dateIn(now, zone), "00:00" as PlainTime, zone) }) as const;
