import * as vscode from "vscode";
import type { DraftItem } from "../../core/drafting/draft";
import type { Say } from "../../core/say";
import { dateIn, parseInstant } from "../../core/time/zoned";
import type { Clock } from "../../core/ports";
import type { CommandId } from "../commandIds";
import { plainMarkdown } from "../plain";
import type { OpenDrafts } from "./openDrafts";

interface HoverDeps {
  readonly openDrafts: OpenDrafts;
  readonly clock: Clock;
  readonly say: Say;
}

/** What the command link of a commit hands over. */
export interface CommitArgument {
  readonly scopeId: string;
  readonly hash: string;
}

const OPEN_COMMIT: CommandId = "khobor.openCommit";

/** Hovering over a line of a draft shows the commits that it rests on. */
export function registerDraftHover({ openDrafts, clock, say }: HoverDeps): vscode.Disposable {
  const describe = (item: DraftItem): vscode.MarkdownString => {
    const markdown = new vscode.MarkdownString();
    // The only command a hover may run; the words of a commit come in as plain text.
    markdown.isTrusted = { enabledCommands: [OPEN_COMMIT] };
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
    return markdown;
  };

  return vscode.languages.registerHoverProvider(openDrafts.selector, {
    provideHover: async (document, position) => {
      const provenance = await openDrafts.of(document);
      if (!provenance) return undefined;
      const { traceLines } = await import("../../core/drafting/trace");
      const ids = traceLines(provenance, document.getText()).get(position.line) ?? [];
      const items = ids.flatMap((id) => provenance.items.filter((item) => item.id === id));
      if (items.length === 0) return undefined;
      return new vscode.Hover(items.map(describe), document.lineAt(position.line).range);
    },
  });
}
