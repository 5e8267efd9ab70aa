import * as vscode from "vscode";
import type { Event } from "../core/ports/events";

const SHORTLY_MS = 4000;

/** Says a few words in the status bar, for a moment. */
export const flash = (text: string): void => void vscode.window.setStatusBarMessage(text, SHORTLY_MS);

/** Whether the folder lies on another machine than the screen. */
export const isRemote = (): boolean => vscode.env.remoteName !== undefined;

export const isFocused = (): boolean => vscode.window.state.focused;
export const onDidChangeFocus: Event<boolean> = (listener) => vscode.window.onDidChangeWindowState(({ focused }) => listener(focused));
