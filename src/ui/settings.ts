import * as vscode from "vscode";
import type { Disposable, Event } from "../core/ports/events";
import type { Settings } from "../core/ports/user";
import type { OwedSettings } from "../core/owed/settings";
import type { Notifications } from "./notices";

/** The settings of the manifest, read anew at each call. What has a wrong shape counts as not set. */
export interface UserSettings extends Settings {
  /** `auto`, `en` or `bn`. */
  interfaceLanguage(): unknown;
  notifications(): Notifications;
  hideWhenFine(): boolean;
  statusBarCompact(): boolean;
  statusBarAlignment(): "left" | "right";
  /** Clients of workspaces that are not open count as well. */
  otherWorkspaces(): boolean;
  /** Where the calendar of what is owed is kept; empty: nowhere. */
  calendarFile(): string;
  /** The rules of what is owed: the same object until they change. */
  owed(): OwedSettings;
  /** The rules for drafts that are switched off, by id. */
  readonly checksOff: () => ReadonlySet<string>;
  /** Milestones follow the tools of clients while the window has the focus. */
  refreshTools(): boolean;
  readonly onDidChange: Event<unknown>;
}

const get = (name: string): unknown => vscode.workspace.getConfiguration("khobor").get(name);

let owed: { readonly read: string; readonly settings: OwedSettings } | undefined;

/** Entries of the right shape alone: a rule of that name, on, off or a number that counts something. */
function readOwed(): OwedSettings {
  const isNumber = (value: unknown) => typeof value === "number" && value >= 0;
  const isYesOrNo = (value: unknown) => typeof value === "boolean";
  const wanted = { rules: entries(get("owed"), (value) => isYesOrNo(value) || isNumber(value)), countsAsContact: entries(get("countsAsContact"), isYesOrNo) };
  const read = JSON.stringify(wanted);
  // Names that no rule or kind has are never asked for.
  if (owed?.read !== read) owed = { read, settings: wanted };
  return owed.settings;
}

function entries(value: unknown, isRight: (value: unknown) => boolean): object {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).filter(([, entry]) => isRight(entry))) : {};
}

export const userSettings: UserSettings = {
  interfaceLanguage: () => get("interfaceLanguage"),
  notifications: () => {
    const value = get("notifications");
    return value === "statusBar" || value === "off" ? value : "on";
  },
  hideWhenFine: () => get("statusBar.hideWhenFine") === true,
  statusBarCompact: () => get("statusBar.compact") === true,
  statusBarAlignment: () => (get("statusBar.alignment") === "right" ? "right" : "left"),
  otherWorkspaces: () => get("otherWorkspaces") !== false,
  calendarFile: () => {
    const value = get("calendarFile");
    return typeof value === "string" ? value.trim() : "";
  },
  owed: readOwed,
  checksOff: () => {
    const value = get("checks");
    return new Set(typeof value === "object" && value !== null ? Object.entries(value).flatMap(([id, on]) => (on === false ? [id] : [])) : []);
  },
  myEmails: () => {
    const value = get("myEmails");
    return Array.isArray(value) ? value.filter((email): email is string => typeof email === "string" && email.trim() !== "") : [];
  },
  whoseCommits: () => (get("whoseCommits") === "everyone" ? "everyone" : "mine"),
  refreshTools: () => get("refreshTools") === true,
  tellHousekeeping: () => get("tellHousekeeping") === true,
  onDidChange: (listener): Disposable =>
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("khobor")) listener(event);
    }),
};
