import * as vscode from "vscode";
import type { BookStore } from "../../core/ports/book";
import { inOrder } from "../../core/inOrder";
import type { Clock } from "../../core/ports/clock";
import type { Disposable, Event } from "../../core/ports/events";
import type { DraftStore } from "../../core/ports/messages";
import type { Log } from "../../core/ports/user";
import type { clientTree } from "../../core/report/clientTree";
import type { KnownDraft, TreeMemory } from "../../core/report/treeView";
import type { Say } from "../../core/say";
import type { Watch } from "../../flows/keepWatch";
import { problemOf } from "../problemOf";
import type { Messages } from "../messages";
import { paint, tooltipOf } from "./paint";
import { createRows, type Row } from "./rows";
import type { TickingDeps } from "./ticking";

export interface ClientsTreeDeps extends TickingDeps {
  readonly watch: Pick<Watch, "view" | "ready" | "onDidChange" | "look">;
  readonly book: Pick<BookStore, "current" | "onDidChange">;
  readonly drafts: Pick<DraftStore, "list" | "onDidChange">;
  readonly clock: Clock;
  readonly say: Say;
  /** Loads the texts that only rows and commands say. */
  readonly texts: () => Promise<unknown>;
  readonly onDidChangeLanguage: Event<unknown>;
  readonly messages: Pick<Messages, "fail">;
  readonly log: Log;
}
export interface ClientsTree extends Disposable {
  readonly provider: vscode.TreeDataProvider<Row>;
  /** Shows a client in the sidebar, which opens for it. */
  reveal(clientId: string): Promise<void>;
  /** Reads anew what is not known to have changed, and paints every row. */
  refresh(): Promise<void>;
}

/** The sidebar. Nothing is worked out before it is first seen, and then only rows that differ are painted again. */
export function createClientsTree(deps: ClientsTreeDeps): ClientsTree {
  const { watch, say, log } = deps;
  const rows = createRows();
  const changed = new vscode.EventEmitter<Row[] | undefined>();
  let drafts: readonly KnownDraft[] = [];
  const memory: TreeMemory = new WeakMap();
  let seen: Promise<void> | undefined;
  /** Loaded when the sidebar is first seen. */
  let treeOf: typeof clientTree | undefined;

  const make = () => {
    const { book, clock } = deps;
    const view = watch.view() ?? { owed: [], book: book.current(), history: [], now: clock.now(), zone: clock.zone() };
    return treeOf ? rows.take(treeOf({ ...view, drafts }, memory)) : [];
  };
  const update = () => {
    if (!seen) return;
    const difference = make();
    if (difference === "all") changed.fire(undefined);
    else if (difference.length > 0) changed.fire([...difference]);
  };
  const listDrafts = inOrder(() => deps.drafts.list(), (listed) => (drafts = listed));
  const readDrafts = () => listDrafts().catch((error: unknown) => log.error("the drafts could not be listed", error));
  const firstSight = async () => {
    const [loaded] = await Promise.all([import("../../core/report/clientTree"), watch.ready(), readDrafts(), deps.texts()]);
    treeOf = loaded.clientTree;
    make();
  };

  const sight = () => {
    // What failed is tried again when the sidebar is looked at the next time.
    seen ??= firstSight().catch((error: unknown) => {
      seen = undefined;
      throw error;
    });
    return seen;
  };

  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      await sight();
      return [...rows.children(row)];
    },
    getTreeItem(row) {
      const node = rows.node(row);
      return node ? paint(node, row, say) : new vscode.TreeItem("");
    },
    getParent: (row) => rows.parent(row),
    resolveTreeItem(item, row) {
      const node = rows.node(row);
      if (node) item.tooltip = tooltipOf(node, say);
      return item;
    },
  };
  const view = vscode.window.createTreeView("khobor.clients", {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  });

  const onTick = async (items: readonly (readonly [Row, vscode.TreeItemCheckboxState])[]) => {
    for (const [row, state] of items) {
      const node = rows.node(row);
      if (!node) continue;
      try {
        const { tick } = await import("./ticking");
        await tick(node, state === vscode.TreeItemCheckboxState.Checked, deps);
      } catch (error) {
        log.error("a deliverable could not be ticked", error);
        deps.messages.fail(problemOf(error) ?? { id: "command.failed" });
        // back to how the book has it
        changed.fire([row]);
      }
    }
  };

  const listening = vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeCheckboxState(({ items }) => void onTick(items)),
    watch.onDidChange(update),
    // Before the history has been read, or where it cannot be, the book is shown all the same.
    deps.book.onDidChange(() => {
      if (!watch.view()) update();
    }),
    deps.drafts.onDidChange(() => {
      if (seen) void readDrafts().then(update);
    }),
    deps.onDidChangeLanguage(() => changed.fire(undefined)),
  );
  return {
    provider,
    async reveal(clientId) {
      await sight();
      const row = rows.row(`client:${clientId}`);
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    },
    async refresh() {
      watch.look();
      await readDrafts();
      if (seen) make();
      changed.fire(undefined);
    },
    dispose: () => void listening.dispose(),
  };
}
