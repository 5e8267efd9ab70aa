import { recordById } from "../book/queries";
import type { Book } from "../book/book";
import type { WaitingMessage } from "../channelPorts";
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
      label: rowLabel(client, message.subject, message.text),
      description: when,
      icon: failed ? { name: "unsent", level: "overdue" } : { name: "question", level: "due" },
      tooltip: [when, reason === undefined ? { id: "outbox.look" } : (reason as Text)],
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
      label: rowLabel(client, record.subject, record.text),
      description: { id: "outbox.held", values: { when: moment(record.heldUntil, view) } },
      icon: { name: "clock", level: "fine" },
      tooltip: [{ id: "outbox.heldTip", values: { when: moment(record.heldUntil, view) } }],
      contextValue: "held",
      children: [],
    },
  ];
}

const rowLabel = (client: string, subject: string | undefined, text: string): Text => ({ id: "outbox.row", values: { client, about: subject ?? firstLine(text) } });

/** Seen from the beginning of today, so that a row holds still within one day. */
const moment = (at: Instant, { now, zone }: OutboxView) => ({ time: "moment", at, zone, now: instantOf(dateIn(now, zone), "00:00" as PlainTime, zone) }) as const;
