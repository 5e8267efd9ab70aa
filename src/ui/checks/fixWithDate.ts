import * as vscode from "vscode";
import { DATE, type Edit } from "../../core/checks/finding";
import { writeDay } from "../../core/language/dates";
import { writingIn } from "../../core/language/writing";
import { dateIn } from "../../core/time/zoned";
import type { BookStore } from "../../core/ports/book";
import type { Clock } from "../../core/ports/clock";
import type { Say } from "../../core/say";
import { dateQuestion, dueOf } from "../prompts/dateQuestion";
import type { Screen } from "../prompts/screen";
import { askInSteps } from "../prompts/steps";
import { rangeIn } from "./diagnostic";

/** A fix that needs a date: for this version of the document alone. */
export interface DatedFix {
  readonly uri: string;
  readonly version: number;
  readonly language: "en" | "bn";
  readonly edits: readonly Edit[];
}

export interface FixWithDateDeps {
  readonly screen: Screen;
  readonly say: Say;
  readonly clock: Clock;
  readonly book: Pick<BookStore, "current">;
}

/** Asks for the date, and writes it as our own writers do in the language of the message. */
export async function fixWithDate(fix: DatedFix, { screen, say, clock, book }: FixWithDateDeps): Promise<void> {
  const { me } = book.current();
  const at = { now: clock.now(), zone: me.zone ?? clock.zone() };
  const typed = await askInSteps(screen, { title: say("check.fix.whichDate") }, (ask) => ask.text("date", dateQuestion(say, at, say("check.fix.whichDate"))));
  const due = dueOf(typed, at);
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === fix.uri);
  // What was typed in the document meanwhile has moved the places.
  if (!due || document?.version !== fix.version) return;
  const today = dateIn(at.now, at.zone);
  const day = writeDay(due.by === "date" ? due.on : dateIn(due.at, at.zone), writingIn(fix.language, me.digits), { today });
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of fix.edits) edit.replace(document.uri, rangeIn(document, range), text.replaceAll(DATE, day));
  await vscode.workspace.applyEdit(edit);
}
