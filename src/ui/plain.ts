import * as vscode from "vscode";

// Names and notes are a person's own words, and are shown as they are: never as an icon, a link or markup.

/** For labels in which VS Code draws icons: "$(sync~spin)" stays six letters in brackets. */
export const plainLabel = (text: string): string => text.replace(/\$\([A-Za-z0-9-]+(~[A-Za-z]+)?\)/g, "\\$&");

/** A tooltip of one paragraph for each line. Not trusted, without icons or HTML, every line escaped. */
export function plainLines(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const [at, line] of lines.entries()) {
    if (at > 0) markdown.appendMarkdown("\n\n");
    markdown.appendText(line);
  }
  return markdown;
}
