import * as vscode from "vscode";
import { projectOf, type DraftLeftOut, type Provenance } from "../../core/drafting/draft";
import { putBack } from "../../core/drafting/putBack";
import type { DraftStore, WordingStore } from "../../core/ports";
import { recount, type RecountDeps } from "../../flows/recount";
import type { Say, Text } from "../../core/say";
import { plainLabel } from "../plain";
import { replaceText } from "./replaceText";

interface LeftOutRow extends vscode.QuickPickItem {
  readonly left: DraftLeftOut;
}

interface LeftOutDeps extends RecountDeps {
  readonly drafts: DraftStore;
  readonly wordings: Pick<WordingStore, "forget">;
  readonly say: Say;
  /** Tells what went wrong. */
  readonly failed: (error: unknown) => void;
}

/** Every commit that the draft does not tell, with its reason. Enter puts one back; the list stays open for the next. */
export function showLeftOut(document: vscode.TextDocument, provenance: Provenance, deps: LeftOutDeps): void {
  const { drafts, wordings, say } = deps;
  const pick = vscode.window.createQuickPick<LeftOutRow>();
  let current = provenance;
  const paint = () => {
    pick.title = say("leftOut.title", { count: current.leftOut.length });
    pick.placeholder = say(current.leftOut.length > 0 ? "leftOut.enterPutsBack" : "leftOut.nothing");
    pick.items = current.leftOut.map((left) => row(left, say));
  };
  paint();
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const bringBack = async (chosen: LeftOutRow) => {
    const back = await recount(current, putBack(current, document.getText(), chosen.left.commit.hash), deps);
    if (await replaceText(document, back.text)) {
      current = back.provenance;
      await drafts.update(current);
      await document.save();
      // What was hidden by hand and is put back by hand is told from now on.
      await wordings.forget(projectOf(current), [chosen.left.commit]);
    }
  };
  pick.onDidAccept(() => {
    const chosen = pick.activeItems[0];
    if (!chosen || pick.busy) return;
    pick.busy = true;
    bringBack(chosen)
      .catch((error: unknown) => deps.failed(error))
      .finally(() => {
        pick.busy = false;
        paint();
      });
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function row(left: DraftLeftOut, say: Say): LeftOutRow {
  return {
    left,
    label: plainLabel(left.commit.subject),
    description: left.commit.hash.slice(0, 7),
    // Stored reasons are ids of our own bundles, so this holds for every draft that this version wrote.
    detail: say(left.reason as Text),
  };
}
