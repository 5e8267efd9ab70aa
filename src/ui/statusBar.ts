import * as vscode from "vscode";
import type { Disposable } from "../core/ports";
import { statusOf, type Status } from "../core/report/status";
import type { Say } from "../core/say";
import type { Watch } from "../flows/keepWatch";
import type { CommandId } from "./commandIds";
import { plainLabel, plainLines } from "./plain";
import type { Notifications } from "./notices";

export interface StatusBarDeps {
  readonly watch: Pick<Watch, "view" | "onDidChange">;
  readonly say: Say;
  readonly notifications: () => Notifications;
  /** Empty while nothing presses. */
  readonly hideWhenFine: () => boolean;
}
export interface StatusBar extends Disposable {
  /** Paints again: for a change of language or settings. */
  paint(): void;
}

const icons: Record<Status["level"], string> = {
  overdue: "mail",
  due: "mail",
  soon: "clock",
  fine: "check",
  told: "check",
  snoozed: "bell-slash",
};
const quiet: readonly Status["level"][] = ["fine", "told", "snoozed"];

/** The most urgent client, in one short text. */
export function createStatusBar({ watch, say, notifications, hideWhenFine }: StatusBarDeps): StatusBar {
  const item = vscode.window.createStatusBarItem("khobor.owed", vscode.StatusBarAlignment.Left, 0);
  item.command = "khobor.showOwed" satisfies CommandId;

  const paint = () => {
    const view = watch.view();
    const status = view && statusOf(view);
    if (!status || notifications() === "off" || (hideWhenFine() && quiet.includes(status.level))) {
      item.hide();
      return;
    }
    item.name = say("status.name");
    item.text = `$(${icons[status.level]}) ${plainLabel(say(status.text))}`;
    item.tooltip = plainLines(status.tooltip.map((line) => say(line)));
    item.accessibilityInformation = { label: say(status.spoken), role: "button" };
    item.backgroundColor = status.level === "overdue" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
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
