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

/** The newest draft that waits to be sent. Older ones were left behind by it, or by a message that went out since. */
export function draftNodes(drafts: readonly KnownDraft[], records: readonly SentRecord[], view: TreeView): readonly TreeNode[] {
  const newest = drafts.reduce<KnownDraft | undefined>((last, draft) => (last && last.createdAt >= draft.createdAt ? last : draft), undefined);
  const lastSent = records[0]?.at;
  if (!newest || newest.sentAs !== undefined || (lastSent !== undefined && lastSent > newest.createdAt)) return [];
  const when = view.moment(newest.createdAt);
  return [
    {
      id: `draft:${newest.id}`,
      kind: "draft",
      recordId: newest.id,
      label: { id: "tree.draft" },
      description: { id: "tree.when", values: { when } },
      icon: { name: "draft", level: "fine" },
      tooltip: [{ id: "tree.draftWaits", values: { when } }],
      contextValue: "draft",
      children: [],
    },
  ];
}
