import { deferred } from "../core/deferred";
import type { OwedInput } from "../core/owed/desk";
import type { Prompts } from "../core/ports/user";
import { newId } from "../storage/newId";
import { createUndoing } from "../ui/commands/book/undo";
import type { Commands } from "../ui/commands/register";
import type { Screen as PromptScreen } from "../ui/prompts/screen";
import { userSettings as settings } from "../ui/settings";
import type { Ground } from "./ground";
import type { Stores } from "./stores";
import type { Work } from "./work";

export type Screen = ReturnType<typeof openScreen>;
export type BookDeps = Screen["bookDeps"];

/** What every command that asks or changes the book is given. */
export function openScreen({ say, clock, messages, trust }: Ground, { book, history, answers, drafts, localPaths }: Stores, { finder, gitLog }: Work, commands: Commands, workspaceName: () => string | undefined) {
  const screen: PromptScreen = deferred(async () => (await import("../ui/prompts/vscodeScreen")).vscodeScreen, ["text", "pick", "pickMany", "folder", "confirm"]);
  const prompts: Prompts = deferred(
    async () => (await import("../ui/prompts/prompts")).createPrompts({ screen, say, book, clock }),
    ["pickProject", "askTellFrom", "confirm"],
  );
  const undoing = createUndoing(book);
  const owedInput = async (): Promise<OwedInput> => ({
    book: book.current(),
    history: await history.all(),
    answers: answers.current(),
    now: clock.now(),
    zone: clock.zone(),
    settings: settings.owed(),
  });
  const bookDeps = { say, book, clock, newId, undoing, screen, messages, commands, finder, person: gitLog, trust, drafts, workspaceName, paths: localPaths, owedSettings: () => settings.owed(), owedInput };
  return { prompts, bookDeps };
}
