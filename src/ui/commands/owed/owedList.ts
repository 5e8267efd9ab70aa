import * as vscode from "vscode";
import type { Owed } from "../../../core/owed/owed";
import { owedRows, toWrite, type OwedRow } from "../../../core/report/owedRows";
import type { OwedView } from "../../../core/report/status";
import type { CommandId } from "../../commandIds";
import { plainLabel } from "../../plain";
import type { OwedCommandsDeps } from "./deps";
import { open } from "./which";

interface Row extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}
interface RowButton extends vscode.QuickInputButton {
  readonly run: () => unknown;
}

/**
 * One list of everything owed: Enter writes the draft, the buttons of a row do the rest. Buttons cannot be reached from the
 * keyboard, so that what they do stands at the end of the list as well.
 */
export function showOwed(deps: OwedCommandsDeps): Promise<void> {
  const { say } = deps;
  const input = vscode.window.createQuickPick<Row>();
  input.title = say("owedList.title");
  input.placeholder = say("owedList.pick");
  input.matchOnDescription = true;
  input.items = rowsOf(deps);
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

const runner =
  ({ commands }: OwedCommandsDeps) =>
  (id: CommandId, owed?: Owed) =>
  () =>
    commands.executeCommand(id, ...(owed ? [{ kind: "owed", recordId: owed.id }] : []));

function rowsOf(deps: OwedCommandsDeps): readonly Row[] {
  const { say } = deps;
  const view = deps.view();
  const run = runner(deps);
  const groups = view ? owedRows(view) : [];
  if (view && groups.length > 0)
    return [
      ...groups.flatMap(({ group, rows }) => [separator(say(`owedList.group.${group}`)), ...rows.map((row) => rowOf(row, deps))]),
      ...moreRows(view, deps),
    ];
  return view?.book.client.some((client) => client.archivedAt === undefined)
    ? [{ label: `$(check) ${say("owedList.none")}` }, { label: `$(mail) ${say("owedList.draftAnyway")}`, run: run("khobor.draftUpdate") }]
    : [{ label: `$(add) ${say("owedList.addClient")}`, detail: say("owedList.noClient"), run: run("khobor.addClient") }];
}

const separator = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });

function rowOf({ owed, text, beside, elsewhere }: OwedRow, deps: OwedCommandsDeps): Row {
  const { say } = deps;
  const run = runner(deps);
  const button = (icon: string, tooltip: string, id: CommandId): RowButton => ({ iconPath: new vscode.ThemeIcon(icon), tooltip, run: run(id, owed) });
  const open_ = elsewhere ? button("folder-opened", say("owedList.button.openElsewhere"), "khobor.openElsewhere") : button("list-tree", say("owedList.button.open"), "khobor.revealOwed");
  return {
    label: plainLabel(say(text)),
    description: plainLabel(say(beside)),
    ...(elsewhere && { detail: say("owedList.enterOpens") }),
    buttons: [
      ...(elsewhere ? [] : [button("edit", say("nudge.draft"), "khobor.draftOwed")]),
      button("bell-slash", say("owedList.button.snooze"), "khobor.snooze"),
      button("debug-step-over", say("owedList.snooze.skip"), "khobor.skipOwed"),
      button("check", say("owedList.button.settle"), "khobor.settleOwed"),
      open_,
    ],
    run: run("khobor.draftOwed", owed),
  };
}

function moreRows(view: OwedView, deps: OwedCommandsDeps): readonly Row[] {
  const { say } = deps;
  const run = runner(deps);
  const count = toWrite(view).length;
  const putOff: readonly Row[] = [
    { label: `$(bell-slash) ${say("owedList.snooze")}`, run: run("khobor.snooze") },
    { label: `$(debug-step-over) ${say("owedList.skip")}`, run: run("khobor.skipOwed") },
    { label: `$(check) ${say("owedList.settle")}`, run: run("khobor.settleOwed") },
  ];
  return [
    separator(say("owedList.more")),
    ...(count > 0 ? [{ label: `$(edit) ${say("owedList.writeAll", { count })}`, run: run("khobor.writeAllDue") }] : []),
    ...(open(view).length > 0 ? putOff : []),
    { label: `$(list-tree) ${say("owedList.open")}`, run: run("khobor.revealOwed") },
    { label: `$(mute) ${say("quiet.title")}…`, run: run("khobor.quietUntil") },
  ];
}
