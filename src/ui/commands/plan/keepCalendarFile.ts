import * as vscode from "vscode";
import type { CalendarKeeper } from "../../../core/ports/calendars";
import type { Log } from "../../../core/ports/user";
import { keepCalendar } from "../../../flows/keepCalendar";
import type { CommandId } from "../../commandIds";
import type { Messages } from "../../messages";

/** What changes together has changed within this time. */
const PAUSE_MS = 2000;

export interface CalendarFileDeps {
  readonly wanted: () => string;
  readonly text: () => Promise<string>;
  readonly keeper: CalendarKeeper;
  readonly messages: Messages;
  readonly log: Log;
}

/** Keeps the calendar file of the settings. The result is to be called whenever what is owed may have changed. */
export const keepCalendarFile = ({ messages, ...deps }: CalendarFileDeps): (() => void) =>
  keepCalendar({
    ...deps,
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
    isWatched: () => vscode.window.state.focused,
    tell: (problem) => messages.warn(problem, { label: { id: "nudge.settings" }, run: () => vscode.commands.executeCommand("khobor.openSettings" satisfies CommandId) }),
  });
