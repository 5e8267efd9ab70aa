import * as vscode from "vscode";
import type { Disposable } from "../core/ports/events";
import type { Quiet } from "../core/ports/nudges";
import { statusOf, type Status } from "../core/report/status";
import type { Say } from "../core/say";
import type { Watch } from "../flows/keepWatch";
import type { CommandId } from "./commandIds";
import { plainLabel, plainLines } from "./plain";
import type { Notifications } from "./notices";
import { statusIcon } from "./statusIcon";

export interface StatusBarDeps {
  readonly watch: Pick<Watch, "view" | "onDidChange">;
  readonly say: Say;
  readonly quiet: Pick<Quiet, "until">;
  readonly settings: {
    notifications(): Notifications;
    /** Empty while nothing presses. */
    hideWhenFine(): boolean;
    statusBarCompact(): boolean;
    statusBarAlignment(): "left" | "right";
  };
}
export interface StatusBar extends Disposable {
  /** Paints again: for a change of language or settings. */
  paint(): void;
}

/** The two that VS Code has, each with a foreground that can be read on it in every theme. */
const backgrounds: Readonly<Partial<Record<Status["level"], string>>> = { overdue: "statusBarItem.errorBackground", due: "statusBarItem.warningBackground" };

/** The most urgent thing, in one short text. */
export function createStatusBar({ watch, say, quiet, settings }: StatusBarDeps): StatusBar {
  let alignment = settings.statusBarAlignment();
  let item = make(alignment);

  const paint = () => {
    if (settings.statusBarAlignment() !== alignment) {
      alignment = settings.statusBarAlignment();
      item.dispose();
      item = make(alignment);
    }
    const view = watch.view();
    const until = quiet.until();
    const status = view && statusOf(view, { compact: settings.statusBarCompact(), hideWhenFine: settings.hideWhenFine(), quietUntil: until !== undefined && until > view.now ? until : undefined });
    if (!status || settings.notifications() === "off") {
      item.hide();
      return;
    }
    const isHard = view.owed[0]?.hard === true;
    item.name = say("status.name");
    item.text = `$(${statusIcon(status.level, isHard)}) ${plainLabel(say(status.text))}`;
    item.tooltip = plainLines(status.tooltip.map((line) => say(line)));
    item.accessibilityInformation = { label: say(status.spoken), role: "button" };
    const background = backgrounds[status.level];
    item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    item.show();
  };

  const listening = watch.onDidChange(paint);
  paint();
  return {
    paint,
    dispose: () => {
      listening.dispose();
      item.dispose();
    },
  };
}

function make(alignment: "left" | "right"): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem("khobor.owed", alignment === "left" ? vscode.StatusBarAlignment.Left : vscode.StatusBarAlignment.Right, 0);
  item.command = "khobor.showOwed" satisfies CommandId;
  return item;
}
