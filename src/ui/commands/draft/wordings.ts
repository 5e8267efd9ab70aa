import * as vscode from "vscode";
import { clientOfProject, recordById } from "../../../core/book/queries";
import { dateIn } from "../../../core/time/zoned";
import { decisionsOf, type Decision } from "../../../core/work/decisions";
import { plainLabel } from "../../plain";
import { problemOf } from "../../problemOf";
import type { DraftCommandsDeps } from "./deps";

interface DecisionRow extends vscode.QuickPickItem {
  readonly decision: Decision;
}

/** What the user told Khobor to say, newest first. Enter takes one back; the list stays open for the next. */
export async function showWordings(deps: DraftCommandsDeps): Promise<void> {
  const { say, wordings, log, messages } = deps;
  const pick = vscode.window.createQuickPick<DecisionRow>();
  const paint = async () => {
    const decisions = decisionsOf(await wordings.all());
    pick.title = say("wordings.title");
    pick.placeholder = say(decisions.length > 0 ? "wordings.enterForgets" : "wordings.none");
    pick.items = decisions.map((decision) => row(decision, deps));
  };
  await paint();
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.onDidAccept(() => {
    const [chosen] = pick.activeItems;
    if (!chosen || pick.busy) return;
    pick.busy = true;
    wordings
      .forget(chosen.decision.wordings)
      .then(paint)
      .catch((error: unknown) => {
        log.error("a decision about a line could not be taken back", error);
        messages.fail(problemOf(error) ?? { id: "command.failed" });
      })
      .finally(() => (pick.busy = false));
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

const icons: Readonly<Record<Decision["how"], string>> = { say: "edit", hide: "eye-closed", merge: "combine", hideScope: "circle-slash" };

function row(decision: Decision, { book, clock, say }: DraftCommandsDeps): DecisionRow {
  const { how, words, subjects, projectId, at } = decision;
  const project = recordById(book.current(), "project", projectId);
  const client = project && clientOfProject(book.current(), project);
  const zone = clock.zone();
  const on = { time: "day", on: dateIn(at, zone), today: dateIn(clock.now(), zone) } as const;
  const whose = client ? say("sent.title", { client: client.name, on }) : "";
  return {
    decision,
    label: `$(${icons[how]}) ${plainLabel(words)}`,
    description: plainLabel(project && project.name !== client?.name ? `${project.name} · ${whose}` : whose),
    detail: plainLabel(how === "hideScope" ? say("wordings.hideScope") : say(`wordings.${how}`, { subjects: subjects.join("; ") })),
  };
}
