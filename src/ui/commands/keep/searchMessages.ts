import * as vscode from "vscode";
import { indexMessages } from "../../../flows/searchMessages";
import type { Hit, SearchIndex } from "../../../core/report/messageSearch";
import { dateIn } from "../../../core/time/zoned";
import type { CommandId } from "../../commandIds";
import { plainLabel } from "../../plain";
import { here } from "../book/deps";
import { noteIcon } from "../book/noteKinds";
import type { KeepDeps } from "./deps";

interface Row extends vscode.QuickPickItem {
  readonly hit?: Hit;
}

const MOST = 100;

/** One box over sent messages, drafts and notes of all clients; Enter opens what was found. */
export function searchMessages(deps: KeepDeps): Promise<void> {
  const { say } = deps;
  const input = vscode.window.createQuickPick<Row>();
  input.title = say("search.title");
  input.placeholder = say("search.placeholder");
  input.matchOnDescription = true;
  input.busy = true;
  return new Promise((resolve, reject) => {
    let chosen: Hit | undefined;
    const show = (index: SearchIndex) => {
      const paint = () => {
        const hits = index.find(input.value, MOST);
        input.items = hits.length > 0 ? hits.map((hit) => rowOf(hit, deps)) : [{ label: say("search.nothing"), alwaysShow: true }];
      };
      input.busy = false;
      paint();
      input.onDidChangeValue(paint);
    };
    indexMessages(deps).then(show, (error: unknown) => {
      input.hide();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    input.onDidAccept(() => {
      chosen = input.selectedItems[0]?.hit;
      if (chosen) input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      Promise.resolve(chosen && open(chosen, deps)).then(() => resolve(), reject);
    });
    input.show();
  });
}

function rowOf(hit: Hit, deps: KeepDeps): Row {
  const { say } = deps;
  const { entry, client, line } = hit;
  const { now, zone } = here(deps);
  const on = { time: "day", on: dateIn(entry.at, zone), today: dateIn(now, zone) } as const;
  const icon = entry.is === "note" ? noteIcon[entry.note?.kind ?? "note"] : entry.is === "draft" ? "edit" : "mail";
  const kind = entry.is === "note" ? say(entry.note?.settledAt === undefined ? `note.${entry.note?.kind ?? "note"}` : "note.settled") : say(entry.is === "draft" ? "tree.draft" : "messages.sent");
  // The search above has decided already; VS Code is not to sift its answer again.
  return { label: plainLabel(say("sent.title", { client, on })), description: kind, detail: plainLabel(line), iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, hit };
}

async function open(hit: Hit, deps: KeepDeps): Promise<void> {
  const { entry } = hit;
  const run = (id: CommandId, ...args: unknown[]) => deps.commands.executeCommand(id, ...args);
  if (entry.is === "sent") await run("khobor.openSent", { kind: "sent", recordId: entry.id });
  else if (entry.is === "draft") await run("khobor.openDraft", entry.id);
  else if (deps.book.current().note.some(({ id }) => id === entry.id)) await run("khobor.editNote", { kind: "note", recordId: entry.id });
  else await deps.pages.show({ name: `${deps.say("note.text")}.md`, text: `${entry.text}\n` });
}
