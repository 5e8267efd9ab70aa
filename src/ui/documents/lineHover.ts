import * as vscode from "vscode";
import type { DraftItem, Provenance } from "../../core/drafting/draft";
import type { Say } from "../../core/say";
import { traceLines } from "../../core/drafting/trace";
import { dateIn, parseInstant } from "../../core/time/zoned";
import type { Clock } from "../../core/ports/clock";
import type { ItemArgument } from "../commands/draft/sayLikeThis";
import type { CommandId } from "../commandIds";
import { plainMarkdown } from "../plain";

export interface HoverDeps {
  readonly clock: Clock;
  readonly say: Say;
}

/** What the command link of a commit hands over. */
export interface CommitArgument {
  readonly scopeId: string;
  readonly hash: string;
}

const OPEN_COMMIT: CommandId = "khobor.openCommit";
const SAY_LIKE_THIS: CommandId = "khobor.sayLikeThis";

/** The commits that a line of a draft rests on, and what can be done with it; undefined where it rests on none. */
export function lineHover(document: vscode.TextDocument, at: number, provenance: Provenance, deps: HoverDeps): vscode.Hover | undefined {
  const ids = traceLines(provenance, document.getText()).get(at) ?? [];
  const items = ids.flatMap((id) => provenance.items.filter((item) => item.id === id));
  return items.length === 0 ? undefined : new vscode.Hover(items.map((item) => describe(item, provenance, deps)), document.lineAt(at).range);
}

function describe(item: DraftItem, { id: draftId, sentAs }: Provenance, { clock, say }: HoverDeps): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  // The only commands a hover may run; the words of a commit come in as plain text.
  markdown.isTrusted = { enabledCommands: [OPEN_COMMIT, SAY_LIKE_THIS] };
  const zone = clock.zone();
  const today = dateIn(clock.now(), zone);
  markdown.appendMarkdown(plainMarkdown(`${say("commits", { count: item.commits.length })} · ${say(`standing.${item.standing}`)}`));
  if (item.perhapsToldAt !== undefined) {
    markdown.appendMarkdown(`\n\n${plainMarkdown(say("draft.perhapsTold", { on: { time: "day", on: dateIn(item.perhapsToldAt, zone), today } }))}`);
  }
  for (const commit of item.commits) {
    const argument: CommitArgument = { scopeId: commit.scopeId, hash: commit.hash };
    const link = `command:${OPEN_COMMIT}?${encodeURIComponent(JSON.stringify([argument]))}`;
    const at = parseInstant(commit.authorDate);
    const day = at ? ` · ${say("draft.commitDay", { on: { time: "day", on: dateIn(at, zone), today } })}` : "";
    markdown.appendMarkdown(`\n\n[\`${commit.hash.slice(0, 7)}\`](${link}) ${plainMarkdown(commit.subject + day)}`);
  }
  if (sentAs === undefined) {
    const argument: ItemArgument = { draftId, itemId: item.id };
    markdown.appendMarkdown(`\n\n[${say("sayLike.lens")}](command:${SAY_LIKE_THIS}?${encodeURIComponent(JSON.stringify([argument]))})`);
  }
  return markdown;
}
