import type { Project } from "../book/project";
import type { HistoryEntry } from "../book/sentRecord";
import type { OutgoingMessage, Way } from "../ports/channels";
import type { Provenance } from "../drafting/draft";
import type { Instant } from "../time/types";

/** What a project's conversation is kept by: a mail's, or that of one channel in one Slack workspace. */
export function threadKey({ by, account }: Pick<Way, "by" | "account">, to: readonly string[]): string | undefined {
  if (by === "smtp" || by === "mailFile") return "email";
  return by === "slackBot" ? `slack ${account} ${to[0] ?? ""}` : undefined;
}

export interface LetterParts {
  readonly way: Way;
  readonly to: readonly string[];
  readonly subject?: string | undefined;
  readonly text: string;
  readonly attachments: OutgoingMessage["attachments"];
  readonly sendAt?: Instant | undefined;
  /** Slack: the updates of one project hang together. Mails always do. */
  readonly threadPerProject: boolean;
}

/** A draft as a message on its way. */
export function outgoingMessage(draft: Pick<Provenance, "id" | "clientId" | "projectId" | "language">, project: Project | undefined, history: readonly HistoryEntry[], parts: LetterParts): OutgoingMessage {
  const { way, to, subject, sendAt } = parts;
  const key = threadKey(way, to);
  const thread = key !== undefined && (key === "email" || parts.threadPerProject) ? project?.threads?.[key] : undefined;
  return {
    id: messageId(draft.id, history),
    clientId: draft.clientId,
    ...(draft.projectId !== undefined && { projectId: draft.projectId }),
    language: draft.language,
    to,
    ...(subject !== undefined && { subject }),
    text: parts.text,
    attachments: parts.attachments,
    ...(thread !== undefined && { thread }),
    ...(sendAt !== undefined && { sendAt }),
  };
}

/** The same for every try of a draft; another one where what it was had been put on record and was taken back. */
function messageId(draftId: string, history: readonly HistoryEntry[]): string {
  const withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  const before = history.filter((entry) => entry.what === "sent" && entry.draftId === draftId && withdrawn.has(entry.id)).length;
  return nth(draftId, before);
}
const nth = (draftId: string, before: number): string => (before === 0 ? draftId : `${draftId}.${before + 1}`);

/** The ids under which the messages of this history went out. */
export function sentMessageIds(history: readonly HistoryEntry[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const ids = new Set<string>();
  for (const entry of history) {
    if (entry.what !== "sent" || entry.draftId === undefined) continue;
    const before = counts.get(entry.draftId) ?? 0;
    ids.add(nth(entry.draftId, before));
    counts.set(entry.draftId, before + 1);
  }
  return ids;
}
