import * as vscode from "vscode";
import { owedRows, type OwedRow } from "../core/report/owedRows";
import type { OwedView } from "../core/report/status";
import type { Say } from "../core/say";
import type { CommandId } from "./commandIds";
import type { Commands } from "./commands/register";
import type { OwedActions } from "./owedActions";
import { plainLabel } from "./plain";

export interface OwedListDeps {
  readonly view: () => OwedView | undefined;
  readonly actions: OwedActions;
  readonly commands: Pick<Commands, "executeCommand">;
  readonly say: Say;
}

interface Row extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}
interface RowButton extends vscode.QuickInputButton {
  readonly run: () => unknown;
}

/** One list of everything owed: Enter writes the draft, the buttons of a row do the rest. Resolves when one was chosen or none. */
export function showOwed(deps: OwedListDeps): Promise<void> {
  const { say } = deps;
  const input = vscode.window.createQuickPick<Row>();
  input.title = say("owed.list.title");
  input.placeholder = say("owed.list.pick");
  input.matchOnDetail = true;
  input.items = rowsOf(deps, say);
  return new Promise((resolve, reject) => {
    let chosen: (() => unknown) | undefined;
    const choose = (run: (() => unknown) | undefined) => {
      chosen = run;
      input.hide();
    };
    input.onDidAccept(() => choose(input.selectedItems[0]?.run));
    input.onDidTriggerItemButton(({ button }) => choose((button as RowButton).run));
    // What was chosen runs when the list is gone, so that it may ask questions of its own.
    input.onDidHide(() => {
      input.dispose();
      Promise.resolve(chosen?.()).then(() => resolve(), reject);
    });
    input.show();
  });
}

function rowsOf(deps: OwedListDeps, say: Say): readonly Row[] {
  const view = deps.view();
  const groups = view ? owedRows(view) : [];
  if (view && groups.length > 0)
    return groups.flatMap(({ group, rows }) => [
      { label: say(`owed.group.${group}`), kind: vscode.QuickPickItemKind.Separator },
      ...rows.map((row) => rowOf(row, deps, say)),
    ]);
  const go = (id: CommandId) => () => deps.commands.executeCommand(id);
  return view?.book.client.some((client) => client.archivedAt === undefined)
    ? [{ label: `$(check) ${say("owed.list.none")}` }, { label: `$(mail) ${say("owed.list.draftAnyway")}`, run: go("khobor.draftUpdate") }]
    : [{ label: `$(add) ${say("owed.list.addClient")}`, detail: say("owed.list.noClient"), run: go("khobor.addClient") }];
}

function rowOf({ owed, text, beside }: OwedRow, { actions }: OwedListDeps, say: Say): Row {
  const button = (icon: string, tooltip: string, run: () => unknown): RowButton => ({ iconPath: new vscode.ThemeIcon(icon), tooltip, run });
  return {
    label: plainLabel(say(text)),
    ...(beside && { detail: plainLabel(say(beside)) }),
    buttons: [
      button("comment-discussion", say("owed.button.logContact"), () => actions.logContact(owed)),
      button("bell-slash", say("owed.button.snooze"), () => actions.snooze([owed])),
      button("list-tree", say("owed.button.open"), () => actions.reveal(owed)),
    ],
    run: () => actions.draft(owed),
  };
}
