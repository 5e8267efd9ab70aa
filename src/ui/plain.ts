import * as vscode from "vscode";

// Names and notes are a person's own words, and are shown as they are: never as an icon, a link or markup.

/** For labels in which VS Code draws icons: "$(sync~spin)" stays six letters in brackets. */
export const plainLabel = (text: string): string => text.replace(/\$\([A-Za-z0-9-]+(~[A-Za-z]+)?\)/g, "\\$&");

/**
 * Text as Markdown that reads as it stands. MarkdownString.appendText would do it too, but with spaces that do not break,
 * so that long lines run out of the hover.
 */
export const plainMarkdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/\s+/g, " ");

/** A tooltip of one paragraph for each line. Not trusted, without icons or HTML, every line escaped. */
export const plainLines = (lines: readonly string[]): vscode.MarkdownString => new vscode.MarkdownString(lines.map(plainMarkdown).join("\n\n"));
