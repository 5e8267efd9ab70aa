import * as l10n from "@vscode/l10n";
import english from "../../../../../l10n/bundle.l10n.json";
import { makeSay } from "../../../../../src/core/language/makeSay";
import type { Secrets } from "../../../../../src/core/ports/secrets";
import type { Text } from "../../../../../src/core/say";
import { newId } from "../../../../../src/storage/newId";
import type { KeepDeps } from "../../../../../src/ui/commands/keep/deps";
import type { MessageAction, Messages } from "../../../../../src/ui/messages";
import type { openWindow } from "../../../flows/machine";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (template, values) => l10n.t(template, values) });

type Window = ReturnType<typeof openWindow>;

/** The commands' surroundings on real stores; files that are chosen, pages and messages are in memory. */
export function keepRoom(window: Window, more: Partial<KeepDeps>, ...acts: Act[]) {
  const said: { readonly text: string; readonly actions: readonly { readonly label: string; readonly run: () => unknown }[] }[] = [];
  const keep = (text: Text, ...actions: MessageAction[]) =>
    void said.push({ text: say(text), actions: actions.map((action) => ({ label: say(action.label), run: () => action.run() })) });
  const messages: Messages = { inform: keep, warn: keep, fail: keep };
  const screen = scriptedScreen(...acts);
  const files = new Map<string, string>();
  const shown: string[] = [];
  const secrets: Secrets = { get: () => Promise.resolve(undefined), set: () => Promise.resolve(), forget: () => Promise.resolve(), names: () => [] };
  const deps: KeepDeps = {
    ...window.deps,
    say, screen, messages, newId, secrets,
    drafts: window.drafts,
    book: window.book,
    clock: window.clock,
    undoing: window.undoing,
    log: window.log,
    versions: window.book.versions,
    conflicts: window.book.conflicts,
    commands: { executeCommand: () => Promise.resolve() },
    finder: { find: () => Promise.resolve({ found: [], problems: [] }), at: () => Promise.resolve(undefined) },
    roots: { roots: () => Promise.resolve([]) },
    paths: { current: () => ({}), set: () => Promise.resolve() },
    trust: { isTrusted: () => true, onDidGrant: () => ({ dispose: () => undefined }) },
    workspaceName: () => undefined,
    waitingCame: () => void shown.push("waiting messages"),
    storageFolder: window.folder,
    chosenFiles: {
      save: ({ name }) => Promise.resolve(name),
      open: () => Promise.resolve([...files.keys()][0]),
      write: (file, content) => Promise.resolve(void files.set(file, typeof content === "string" ? content : Buffer.from(content).toString("utf8"))),
      read: (file) => Promise.resolve(files.get(file)),
      show: () => Promise.resolve(),
      openOutside: () => Promise.resolve(),
      reveal: () => Promise.resolve(),
    },
    pages: {
      show: ({ name, text }) => Promise.resolve(void shown.push(`${name}\n${text}`)),
      compare: (title, left, right) => Promise.resolve(void shown.push(`${title}\n${left.text}\n${right.text}`)),
    },
    ...more,
  };
  return { deps, said, files, shown, screen, last: () => said.at(-1)!.text, press: (label: string) => said.at(-1)!.actions.find((action) => action.label === label)!.run() };
}
