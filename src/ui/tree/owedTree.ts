import * as vscode from "vscode";
import type { owedNodes } from "../../core/report/owedNodes";
import { pressing } from "../../core/report/owedRows";
import { statusOf } from "../../core/report/status";
import type { OutboxRows } from "../../core/report/outboxNodes";
import type { Disposable, Event } from "../../core/ports/events";
import type { Say, Text } from "../../core/say";
import type { Watch } from "../../flows/keepWatch";
import type { CommandId } from "../commandIds";
import { paint, tooltipOf } from "./paint";
import { createRows, type Row } from "./rows";

export interface OwedTreeDeps {
  readonly watch: Pick<Watch, "view" | "ready" | "onDidChange">;
  /** What waits to go out, above and below what is owed. */
  readonly outbox: { rows(): OutboxRows; readonly onDidChange: Event<unknown> };
  readonly say: Say;
  /** Loads the texts that rows say besides those of the start. */
  readonly texts: () => Promise<unknown>;
  readonly onDidChangeLanguage: Event<unknown>;
}

/** The view "Owed", above the clients: what presses or soon will, and the only badge. Rows are made when it is first seen. */
export function createOwedTree({ watch, outbox, say, texts, onDidChangeLanguage }: OwedTreeDeps): Disposable {
  const rows = createRows();
  const changed = new vscode.EventEmitter<Row[] | undefined>();
  let nodesOf: typeof owedNodes | undefined;

  const make = () => {
    const view = watch.view();
    const { unsent, held } = outbox.rows();
    return nodesOf && view ? rows.take([...unsent, ...nodesOf(view), ...held]) : [];
  };
  const update = () => {
    const difference = make();
    if (difference === "all") changed.fire(undefined);
    else if (difference.length > 0) changed.fire([...difference]);
    badge();
  };
  const view = vscode.window.createTreeView<Row>("khobor.owed", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      async getChildren(row) {
        if (row) return [];
        if (!nodesOf) {
          const [loaded] = await Promise.all([import("../../core/report/owedNodes"), watch.ready(), texts()]);
          nodesOf = loaded.owedNodes;
          make();
          badge();
        }
        return [...rows.children(undefined)];
      },
      getTreeItem(row) {
        const node = rows.node(row);
        if (!node) return new vscode.TreeItem("");
        const item = paint(node, row, say);
        if (node.kind === "leave") item.command = { title: say(node.label as Text), command: "khobor.myLeave" satisfies CommandId, arguments: [row] };
        return item;
      },
      getParent: () => undefined,
      resolveTreeItem(item, row) {
        const node = rows.node(row);
        if (node) item.tooltip = tooltipOf(node, say);
        return item;
      },
    },
  });
  let shownElsewhere = false;
  const badge = () => {
    const seen = watch.view();
    const elsewhere = seen?.owed.some(({ clientId, level }) => level !== "fine" && seen.elsewhere?.has(clientId)) === true;
    // A window without clients of its own shows the view while somebody elsewhere is owed something.
    if (elsewhere !== shownElsewhere) void vscode.commands.executeCommand("setContext", "khobor.owedElsewhere", elsewhere);
    shownElsewhere = elsewhere;
    const count = seen ? pressing(seen).length : 0;
    view.badge = count === 0 ? undefined : { value: count, tooltip: say("view.owed.badge", { count }) };
    const status = seen && nodesOf && rows.children(undefined).every(({ kind }) => kind === "leave") ? statusOf(seen) : undefined;
    view.message = status ? say(status.text) : "";
  };
  badge();
  const listening = vscode.Disposable.from(view, changed, watch.onDidChange(update), outbox.onDidChange(update), onDidChangeLanguage(() => {
    changed.fire(undefined);
    badge();
  }));
  return { dispose: () => void listening.dispose() };
}
