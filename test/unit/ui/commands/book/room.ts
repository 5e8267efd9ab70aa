import * as l10n from "@vscode/l10n";
import english from "../../../../../l10n/bundle.l10n.json";
import { applyChanges, emptyBook, type Book } from "../../../../../src/core/book/book";
import { addClient } from "../../../../../src/core/book/clientChanges";
import { createEmitter } from "../../../../../src/core/emitter";
import { makeSay } from "../../../../../src/core/language/makeSay";
import type { Provenance } from "../../../../../src/core/drafting/draft";
import type { BookStore } from "../../../../../src/core/ports/book";
import type { FoundRepository } from "../../../../../src/core/ports/git";
import type { BookChange } from "../../../../../src/core/book/book";
import type { Text } from "../../../../../src/core/say";
import type { Instant, Zone } from "../../../../../src/core/time/types";
import type { MessageAction, Messages } from "../../../../../src/ui/messages";
import type { BookCommandsDeps } from "../../../../../src/ui/commands/book/deps";
import { createUndoing } from "../../../../../src/ui/commands/book/undo";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

/** Saturday, 21 November 2026, 16:00 in Dhaka. */
export const now = "2026-11-21T10:00:00.000Z" as Instant;

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (template, values) => l10n.t(template, values) });

export const repository = (name: string): FoundRepository => ({
  path: `/home/rafi/${name}`,
  name,
  identity: { remotes: [`github.com/rafi/${name}`], rootCommits: [] },
});

/** One row of ids for all rooms: a book may move from one to the next. */
let ids = 0;

interface Options {
  readonly book?: Book;
  readonly repositories?: readonly FoundRepository[];
  /** Found when a folder is chosen. */
  readonly elsewhere?: readonly FoundRepository[];
  readonly trusted?: boolean;
  readonly drafts?: readonly Provenance[];
  readonly workspace?: string;
  /** As git has my name. */
  readonly gitName?: string;
  /** What a command answers; absent: that it was done. */
  readonly answer?: (command: string) => unknown;
}

/** The commands' surroundings in memory; `acts` is what the user does. */
export function room(options: Options, ...acts: Act[]) {
  let book = options.book ?? emptyBook;
  const changed = createEmitter<readonly BookChange[]>();
  const store: BookStore = {
    current: () => book,
    change: (changes) => {
      book = applyChanges(book, changes);
      changed.fire(changes);
      return Promise.resolve();
    },
    onDidChange: changed.event,
    setAside: () => [],
  };
  const said: { readonly text: string; readonly actions: readonly { readonly label: string; readonly run: () => unknown }[] }[] = [];
  const keep = (text: Text, ...actions: MessageAction[]) =>
    void said.push({ text: say(text), actions: actions.map((action) => ({ label: say(action.label), run: () => action.run() })) });
  const messages: Messages = { inform: keep, warn: keep, fail: keep };
  const executed: unknown[][] = [];
  const paths = new Map<string, string>();
  const screen = scriptedScreen(...acts);
  const deps: BookCommandsDeps = {
    say,
    book: store,
    clock: { now: () => now, zone: () => "Asia/Dhaka" as Zone },
    newId: () => `new${++ids}`,
    undoing: createUndoing(store),
    screen,
    messages,
    commands: { executeCommand: (...args) => (executed.push(args), Promise.resolve(options.answer ? options.answer(args[0]) : true)) },
    finder: {
      find: () => Promise.resolve({ found: options.trusted === false ? [] : (options.repositories ?? []), problems: [] }),
      at: (path) => Promise.resolve(options.elsewhere?.flatMap((each) => (each.path === path ? [{ ...each, within: "" }] : []))[0]),
    },
    person: { myName: () => Promise.resolve(options.gitName) },
    drafts: { list: () => Promise.resolve(options.drafts ?? []) },
    paths: { set: (id, path) => Promise.resolve(void paths.set(id, path)) },
    trust: { isTrusted: () => options.trusted !== false },
    workspaceName: () => options.workspace,
  };
  return { deps, screen, said, executed, paths, book: () => book };
}

/** A book with these clients; Acme is "acme-client", with "acme-contact" and "acme-project". */
export function bookWith(...names: string[]): Book {
  return names.reduce((book, name) => {
    let id = 0;
    const stamp = { now, newId: () => `${name.toLowerCase()}-${["contact", "client", "project"][id++]}` };
    return applyChanges(book, addClient({ name, scopes: [], size: "small", channel: "copy", language: "en" }, stamp).changes);
  }, emptyBook);
}
