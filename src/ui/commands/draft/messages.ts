import * as vscode from "vscode";
import { standing, type SentRecord } from "../../../core/book/sentRecord";
import { recordById } from "../../../core/book/queries";
import type { Provenance } from "../../../core/drafting/draft";
import { dateIn } from "../../../core/time/zoned";
import { plainLabel } from "../../plain";
import { nodeArgument } from "../nodeArgument";
import type { DraftCommandsDeps } from "./deps";
import { sentTitle, showSent } from "./sending";

interface MessageRow extends vscode.QuickPickItem {
  readonly open?: () => Promise<unknown>;
}

/** Drafts that wait, and what was sent: newest first. */
export async function showMessages(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const { say } = deps;
  const only = nodeArgument(argument)?.recordId;
  const mine = (entry: { readonly clientId: string }) => only === undefined || entry.clientId === only;
  const drafts = (await deps.drafts.list()).filter((draft) => draft.sentAs === undefined && mine(draft));
  const sent = standing(await deps.history.all()).filter(mine).toReversed();
  const rows: MessageRow[] = [
    ...heading(say("messages.drafts"), drafts.map((draft) => draftRow(draft, deps))),
    ...heading(say("messages.sent"), sent.map((record) => sentRow(record, deps))),
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: say("messages.title"),
    placeHolder: say(rows.length > 0 ? "messages.pick" : "messages.none"),
    matchOnDetail: true,
  });
  await chosen?.open?.();
}

const heading = (label: string, rows: readonly MessageRow[]): readonly MessageRow[] =>
  rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : [];

function draftRow(draft: Provenance, deps: DraftCommandsDeps): MessageRow {
  const { say, clock } = deps;
  const zone = clock.zone();
  const client = recordById(deps.book.current(), "client", draft.clientId)?.name ?? "";
  const on = { time: "day", on: dateIn(draft.createdAt, zone), today: dateIn(clock.now(), zone) } as const;
  return {
    label: `$(edit) ${plainLabel(say("sent.title", { client, on }))}`,
    description: say(`messageKind.${draft.kind}`),
    detail: plainLabel(firstLine(draft.rendered)),
    open: () => openDraft(draft.id, deps),
  };
}

function sentRow(record: SentRecord, deps: DraftCommandsDeps): MessageRow {
  return {
    label: `$(mail) ${plainLabel(sentTitle(record, deps))}`,
    description: deps.say(`messageKind.${record.kind}`),
    detail: plainLabel(firstLine(record.text)),
    open: () => showSent(record, deps),
  };
}

/** Opens the text of a draft, as it was left: by its id, or on a row of the tree. */
export async function openDraft(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const draftId = typeof argument === "string" ? argument : nodeArgument(argument)?.recordId;
  const draft = draftId === undefined ? undefined : await deps.drafts.read(draftId);
  if (draft) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft.path), { preview: false });
}

const firstLine = (text: string): string => text.split("\n").find((line) => line.trim() !== "")?.slice(0, 120) ?? "";
