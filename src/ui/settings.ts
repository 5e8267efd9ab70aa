import * as vscode from "vscode";
import type { Disposable, Event, Settings } from "../core/ports";
import type { Notifications } from "./notices";

/** The settings of the manifest, read anew at each call. What has a wrong shape counts as not set. */
export interface UserSettings extends Settings {
  /** `auto`, `en` or `bn`. */
  interfaceLanguage(): unknown;
  notifications(): Notifications;
  hideWhenFine(): boolean;
  /** The rules for drafts that are switched off, by id. */
  readonly checksOff: () => ReadonlySet<string>;
  readonly onDidChange: Event<unknown>;
}

const get = (name: string): unknown => vscode.workspace.getConfiguration("khobor").get(name);

export const userSettings: UserSettings = {
  interfaceLanguage: () => get("interfaceLanguage"),
  notifications: () => {
    const value = get("notifications");
    return value === "statusBar" || value === "off" ? value : "on";
  },
  hideWhenFine: () => get("statusBar.hideWhenFine") === true,
  checksOff: () => {
    const value = get("checks");
    return new Set(typeof value === "object" && value !== null ? Object.entries(value).flatMap(([id, on]) => (on === false ? [id] : [])) : []);
  },
  myEmails: () => {
    const value = get("myEmails");
    return Array.isArray(value) ? value.filter((email): email is string => typeof email === "string" && email.trim() !== "") : [];
  },
  whoseCommits: () => (get("whoseCommits") === "everyone" ? "everyone" : "mine"),
  tellHousekeeping: () => get("tellHousekeeping") === true,
  onDidChange: (listener): Disposable =>
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("khobor")) listener(event);
    }),
};
