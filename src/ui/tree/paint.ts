import * as vscode from "vscode";
import type { TreeNode } from "../../core/report/treeNode";
import type { Say, Text } from "../../core/say";
import type { CommandId } from "../commandIds";
import { plainLines } from "../plain";
import { iconOf } from "./icons";
import type { Row } from "./rows";

/** Puts one node into VS Code's form. Decides nothing: what a row says and means comes with the node. */
export function paint(node: TreeNode, row: Row, say: Say): vscode.TreeItem {
  const words = (text: string | Text) => (typeof text === "string" ? text : say(text));
  const label = words(node.label);
  const description = node.description === undefined ? undefined : words(node.description);
  const item = new vscode.TreeItem(label, collapsible(node));
  item.id = node.id;
  item.contextValue = node.contextValue;
  if (description !== undefined) item.description = description;
  item.accessibilityInformation = { label: description === undefined ? label : `${label}, ${description}` };
  const icon = iconOf(node.icon);
  if (icon) item.iconPath = new vscode.ThemeIcon(icon.name, icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color));
  if (node.checked !== undefined) item.checkboxState = checkbox(node.checked, label, say);
  const command = onClick(node, row);
  if (command) item.command = { title: label, ...command };
  return item;
}

/** Only made for the row that the pointer rests on. */
export const tooltipOf = (node: TreeNode, say: Say): vscode.MarkdownString =>
  plainLines(node.tooltip.map((line) => (typeof line === "string" ? line : say(line))));

function collapsible({ children, expanded }: TreeNode): vscode.TreeItemCollapsibleState {
  // A row that opens by itself does so from the start: VS Code would keep it closed when its first child comes.
  if (children.length === 0 && !expanded) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function checkbox(checked: boolean, label: string, say: Say): NonNullable<vscode.TreeItem["checkboxState"]> {
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: say(checked ? "tree.untick" : "tree.tick"),
    accessibilityInformation: { label, role: "checkbox" },
  };
}

/** A click opens what can be read or changed; rows that only open and close do nothing else. */
function onClick(node: TreeNode, row: Row): { readonly command: CommandId; readonly arguments: unknown[] } | undefined {
  switch (node.kind) {
    case "question":
    case "blocker":
    case "request":
    case "feedback":
    case "note":
      return { command: "khobor.editNote", arguments: [row] };
    case "meeting":
      return { command: "khobor.editMeeting", arguments: [row] };
    case "invoice":
      return { command: "khobor.printInvoice", arguments: [row] };
    case "owed":
      return { command: node.contextValue === "owed.elsewhere" ? "khobor.openElsewhere" : "khobor.draftOwed", arguments: [row] };
    case "sentRecord":
      return { command: "khobor.openSent", arguments: [row] };
    case "waiting":
    case "held":
      return { command: "khobor.outbox", arguments: [row] };
    case "draft":
      return { command: "khobor.openDraft", arguments: [node.recordId] };
    default:
      return undefined;
  }
}
