import type { SentRecord } from "../book/sentRecord";
import type { TreeNode } from "./treeNode";
import type { KnownDraft, TreeView } from "./treeView";

/** What was sent, newest first, with when the last one went. */
export function sentNodes(ownerId: string, records: readonly SentRecord[], view: TreeView): readonly TreeNode[] {
  const [last] = records;
  if (!last) return [];
  return [
    {
      id: `sent:${ownerId}`,
      kind: "sent",
      recordId: ownerId,
      label: { id: "tree.sent" },
      description: { id: "tree.sentCount", values: { count: records.length, when: view.dayOf(last.at) } },
      icon: { name: "sent", level: "fine" },
      tooltip: [{ id: "tree.lastSent", values: { when: view.moment(last.at) } }],
      contextValue: "sentGroup",
      children: records.map((record) => sentNode(record, view)),
    },
  ];
}

const EXCERPT = 300;

function sentNode(record: SentRecord, view: TreeView): TreeNode {
  return view.remembered(record, "", () => newSentNode(record, view));
}

function newSentNode(record: SentRecord, view: TreeView): TreeNode {
  const text = record.text.trim();
  return {
    id: `sentRecord:${record.id}`,
    kind: "sentRecord",
    recordId: record.id,
    label: { id: `messageKind.${record.kind}` },
    description: { id: "tree.when", values: { when: view.moment(record.at) } },
    icon: { name: "sent", level: "fine" },
    tooltip: [
      { id: "tree.row", values: { a: { id: `messageKind.${record.kind}` }, b: view.moment(record.at) } },
      text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text,
    ],
    contextValue: "sent",
    children: [],
  };
}

/** The newest draft of each kind that waits to be sent. Older ones were left behind by it, or by a message of the kind that went out since. */
export function draftNodes(drafts: readonly KnownDraft[], records: readonly SentRecord[], view: TreeView): readonly TreeNode[] {
  const newest = new Map<KnownDraft["kind"], KnownDraft>();
  for (const draft of drafts) {
    const known = newest.get(draft.kind);
    if (!known || known.createdAt < draft.createdAt) newest.set(draft.kind, draft);
  }
  const waiting = [...newest.values()].filter(({ kind, sentAs, createdAt }) => sentAs === undefined && !records.some((record) => record.kind === kind && record.at > createdAt));
  return waiting.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).map((draft) => draftNode(draft, view));
}

function draftNode({ id, kind, createdAt }: KnownDraft, view: TreeView): TreeNode {
  const when = view.moment(createdAt);
  return {
    id: `draft:${id}`,
    kind: "draft",
    recordId: id,
    label: { id: "tree.draftOf", values: { kind: { id: `messageKind.${kind}` } } },
    description: { id: "tree.when", values: { when } },
    icon: { name: "draft", level: "fine" },
    tooltip: [{ id: "tree.draftWaits", values: { when } }],
    contextValue: "draft",
    children: [],
  };
}
