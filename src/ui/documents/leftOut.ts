import * as vscode from "vscode";
import { projectOf, type DraftLeftOut, type Provenance } from "../../core/drafting/draft";
import { putBack } from "../../core/drafting/putBack";
import { commitOf, partOf, scopeIn } from "../../core/drafting/sayLikeThis";
import { rebased } from "../../core/drafting/rebased";
import type { DraftStore, WordingStore } from "../../core/ports/messages";
import { hidingOf, hidingOfScope } from "../../core/work/wordings";
import { recount, type RecountDeps } from "../../flows/recount";
import type { Say, Text } from "../../core/say";
import { plainLabel } from "../plain";
import { replaceText } from "./replaceText";

interface LeftOutRow extends vscode.QuickPickItem {
  readonly left: DraftLeftOut;
}

interface LeftOutDeps extends RecountDeps {
  readonly drafts: DraftStore;
  readonly wordings: WordingStore;
  readonly say: Say;
  /** Tells what went wrong. */
  readonly failed: (error: unknown) => void;
  /** Everything that was told to Khobor about lines. */
  readonly showWordings: () => void;
}

/**
 * Every commit that the draft does not tell, with its reason. Enter puts one back, with all that was hidden with it; the list
 * stays open for the next. A scope that is never told has a button that takes this back.
 */
export function showLeftOut(document: vscode.TextDocument, provenance: Provenance, deps: LeftOutDeps): void {
  const { drafts, wordings, say } = deps;
  const pick = vscode.window.createQuickPick<LeftOutRow>();
  let current = provenance;
  const paint = () => {
    pick.title = say("leftOut.title", { count: current.leftOut.length });
    pick.placeholder = say(current.leftOut.length > 0 ? "leftOut.enterPutsBack" : "leftOut.nothing");
    pick.items = current.leftOut.map((left) => row(left, say));
  };
  const list: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon("list-unordered"), tooltip: say("leftOut.toldBefore") };
  pick.buttons = [list];
  paint();
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const bringBack = async (chosen: readonly DraftLeftOut[]) => {
    let changed: { readonly provenance: Provenance; readonly text: string } = { provenance: current, text: document.getText() };
    for (const left of chosen) changed = await recount(changed.provenance, putBack(changed.provenance, changed.text, left), deps);
    if (!(await replaceText(document, changed.text))) return false;
    const [base, next] = [current, changed.provenance];
    current = (await drafts.change(base.id, (now) => rebased(base, next, now))) ?? next;
    await document.save();
    return true;
  };
  const one = async (left: DraftLeftOut) => {
    const before = current;
    // What was hidden by hand and is put back by hand is told from now on.
    if (await bringBack([left])) await wordings.forget(hidingBehind(left, before, await wordings.all()));
  };
  const scope = async (left: DraftLeftOut) => {
    const name = scopeIn(left.commit.subject);
    if (name === undefined) return;
    const all = current.leftOut.filter((other) => isOfScope(other) && scopeIn(other.commit.subject)?.toLowerCase() === name.toLowerCase());
    if (await bringBack(onceEach(all))) await wordings.forget(hidingOfScope(await wordings.all(), projectOf(current), name));
  };
  const start = (work: Promise<void>) => {
    pick.busy = true;
    work
      .catch((error: unknown) => deps.failed(error))
      .finally(() => {
        pick.busy = false;
        paint();
      });
  };
  pick.onDidAccept(() => {
    const chosen = pick.activeItems[0];
    if (chosen && !pick.busy) start(one(chosen.left));
  });
  pick.onDidTriggerItemButton(({ item }) => {
    if (!pick.busy) start(scope(item.left));
  });
  pick.onDidTriggerButton(() => deps.showWordings());
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

const isOfScope = ({ reason }: DraftLeftOut): boolean => reason.id === "work.leftOut.hiddenScope";

/** Several commits of one item come back with the first of them. */
const onceEach = (left: readonly DraftLeftOut[]): readonly DraftLeftOut[] =>
  left.filter(({ itemId }, at) => itemId === undefined || left.findIndex((other) => other.itemId === itemId) === at);

function hidingBehind(left: DraftLeftOut, before: Provenance, all: Awaited<ReturnType<WordingStore["all"]>>) {
  const { itemId } = left;
  const projectId = projectOf(before);
  if (itemId === undefined) return hidingOf(all, projectId, [left.commit]);
  const commits = before.leftOut.filter((other) => other.itemId === itemId).map(({ commit }) => commit);
  const own = commitOf({ id: itemId, commits });
  return hidingOf(all, projectId, own ? [own, ...commits.filter((commit) => commit !== own)] : [], partOf(itemId));
}

function row(left: DraftLeftOut, say: Say): LeftOutRow {
  const scope = isOfScope(left) ? scopeIn(left.commit.subject) : undefined;
  return {
    left,
    // Of several lines of one commit, the words tell which.
    label: plainLabel(left.itemId === undefined ? left.commit.subject : left.text),
    description: left.commit.hash.slice(0, 7),
    // Stored reasons are ids of our own bundles, so this holds for every draft that this version wrote.
    detail: plainLabel(say(left.reason as Text)),
    ...(scope !== undefined && { buttons: [{ iconPath: new vscode.ThemeIcon("eye"), tooltip: say("leftOut.tellScope", { scope }) }] }),
  };
}
