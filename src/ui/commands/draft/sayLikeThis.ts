import * as vscode from "vscode";
import type { DraftItem, Provenance } from "../../../core/drafting/draft";
import { toPlainText } from "../../../core/drafting/plainText";
import { rebased } from "../../../core/drafting/rebased";
import { nextItem, sayLikeThis as decide, scopeIn, wordsNow, type SayLike } from "../../../core/drafting/sayLikeThis";
import { traceLines } from "../../../core/drafting/trace";
import { replaceText } from "../../documents/replaceText";
import { askChoice, askText } from "../../prompts/askField";
import type { Choice } from "../../prompts/screen";
import type { DraftCommandsDeps } from "./deps";

/** What the link in a hover and the lens above a line hand over. */
export interface ItemArgument {
  readonly draftId: string;
  readonly itemId: string;
}

/** "Say it like this": asks what should become of a line of the open draft, changes it at once, and remembers it. */
export async function sayLikeThis(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const active = await deps.openDrafts.active();
  if (!active || active.provenance.sentAs !== undefined) return;
  const { document, provenance } = active;
  const item = await meantItem(argument, document, provenance, deps);
  if (!item) {
    deps.messages.inform({ id: "sayLike.noLine" });
    return;
  }
  const decided = await ask(item, provenance, document.getText(), deps);
  const said = decided && decide(provenance, document.getText(), item.id, decided, deps.clock.now());
  if (!said || said.wordings.length === 0) return;
  const { recount } = await import("../../../flows/recount");
  const changed = await recount(provenance, said, deps);
  if (!(await replaceText(document, changed.text))) return;
  await deps.drafts.change(provenance.id, (now) => rebased(provenance, changed.provenance, now));
  await document.save();
  await deps.wordings.add(said.wordings);
}

/** The item that was named, else the one on the cursor's line. What comes from a link is checked like anything from outside. */
async function meantItem(argument: unknown, document: vscode.TextDocument, provenance: Provenance, { say, screen }: DraftCommandsDeps): Promise<DraftItem | undefined> {
  if (isItem(argument)) return argument.draftId === provenance.id ? provenance.items.find(({ id }) => id === argument.itemId) : undefined;
  const line = vscode.window.activeTextEditor?.selection.active.line ?? -1;
  const ids = traceLines(provenance, document.getText()).get(line) ?? [];
  const items = provenance.items.filter(({ id }) => ids.includes(id));
  if (items.length < 2) return items[0];
  const choices = items.map((value): Choice<DraftItem> => ({ label: toPlainText(value.text), value }));
  return askChoice(screen, say("sayLike.title"), say("sayLike.several"), choices);
}

async function ask(item: DraftItem, provenance: Provenance, text: string, { say, screen }: DraftCommandsDeps): Promise<SayLike | undefined> {
  const scope = item.commits.map(({ subject }) => scopeIn(subject)).find((name) => name !== undefined);
  const choices: Choice<SayLike["how"]>[] = [
    ...(item.folded ? [] : [{ label: say("sayLike.reword"), detail: say("sayLike.reword.detail"), icon: "edit", value: "say" as const }]),
    { label: say("sayLike.hide"), icon: "eye-closed", value: "hide" },
    ...(nextItem(provenance, text, item.id) && !item.folded ? [{ label: say("sayLike.merge"), icon: "combine", value: "merge" as const }] : []),
    ...(scope === undefined ? [] : [{ label: say("sayLike.hideScope", { scope }), detail: say("sayLike.hideScope.detail"), icon: "circle-slash", value: "hideScope" as const }]),
  ];
  const how = await askChoice(screen, say("sayLike.title"), `${say("sayLike.what")} ${toPlainText(wordsNow(provenance, text, item))}`, choices);
  if (how === "hideScope") return scope === undefined ? undefined : { how, scope };
  if (how !== "say") return { how };
  const typed = await askText(screen, say("sayLike.title"), {
    prompt: say("sayLike.words"),
    value: toPlainText(wordsNow(provenance, text, item)),
    check: (words) => (words.trim() === "" ? { wrong: say("sayLike.empty") } : undefined),
  });
  return typed === undefined ? undefined : { how, text: typed };
}

function isItem(argument: unknown): argument is ItemArgument {
  if (typeof argument !== "object" || argument === null) return false;
  const { draftId, itemId } = argument as Partial<Record<keyof ItemArgument, unknown>>;
  return typeof draftId === "string" && draftId.length <= 80 && typeof itemId === "string" && /^[0-9a-f]{7,64}(?:-\d{1,4})?$/.test(itemId);
}
