import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { answerSchema, answerUpgrades, type Answer } from "../core/book/answer";
import { createEmitter, type Emitter } from "../core/emitter";
import type { AnswerStore } from "../core/ports/book";
import type { Disposable } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import type { Instant } from "../core/time/types";
import { answerSpan, newestAnswers, type AnswerChange } from "./answers";
import type { HeldAnswers } from "./answersFile";
import { createHome, type HomeParts } from "./home";
import { createQueue } from "./queue";
import type { SharedFile } from "./sharedFile";
import { listReader, type StoredShape } from "./stored";

export interface FileAnswerStore extends AnswerStore, Disposable {
  /** Takes in what other windows have answered, and tries again to keep what could not be kept. */
  refresh(): Promise<void>;
  /** Forgets this very answer; `before` is the one that stood in its place. For an import that is undone. */
  takeBack(answer: Answer, before: Answer | undefined): Promise<void>;
}

export interface AnswerStoreParts extends HomeParts {
  /** Of the file that all windows share. */
  readonly folder: string;
  readonly log: Pick<Log, "error" | "warn">;
}

/**
 * Answers in global state, which is there at once, and in a file, which tells all windows of a new one. Neither is known to
 * hold all: either has what the other lost, and of one owed thing the newest answer counts. The file is opened when the
 * answers are first asked for.
 */
export function createAnswerStore(parts: AnswerStoreParts): FileAnswerStore {
  const { clock, log } = parts;
  const span = () => answerSpan(clock.now());
  const home = createHome(answersShape(() => clock.now()), parts);
  const changed: Emitter<void> = createEmitter((error) => log.error("a listener of the answers failed", error));
  const queue = createQueue();
  let file: SharedFile<HeldAnswers> | undefined;
  let opening: Promise<unknown> | undefined;
  let over = false;
  let toldNewer = false;
  const isOver = () => over;
  let announced: readonly Answer[] | undefined;
  /** What the file was not told yet. */
  let untold: readonly AnswerChange[] = [];
  let last: { readonly copy: readonly Answer[]; readonly held: HeldAnswers | undefined; readonly untold: readonly AnswerChange[]; readonly both: readonly Answer[] } | undefined;

  /** What stands in either, but what was taken back, as the file knows or is still to be told. */
  function both(): readonly Answer[] {
    home.look();
    const copy = home.current();
    const held = file?.value();
    if (last?.copy === copy && last.held === held && last.untold === untold) return last.both;
    const forgotten = new Set(held?.forgotten.map(keyOf));
    const takenBack = new Set<string>();
    for (const change of untold) {
      if ("forget" in change) takenBack.add(keyOf(change.forget));
      else for (const keys of [forgotten, takenBack]) keys.delete(keyOf(change.add));
    }
    const standing = copy.filter((answer) => !forgotten.has(keyOf(answer)));
    const all = held === undefined ? copy : newestAnswers([...held.answers, ...standing].filter((answer) => !takenBack.has(keyOf(answer))), span());
    last = { copy, held, untold, both: all };
    return all;
  }
  const announce = () => {
    const before = announced;
    announced = both();
    if (before !== undefined && !isDeepStrictEqual(before, announced)) changed.fire();
  };

  /** A file that cannot be kept is no loss while global state has all; the next look or change tells it again. */
  const inFile = (more: readonly AnswerChange[]): Promise<void> => {
    untold = more.length === 0 ? untold : [...untold, ...more];
    return queue(async () => {
      if (over) return;
      const changes = untold;
      const { createAnswersFile, changed: after } = await import("./answersFile");
      file ??= createAnswersFile({ folder: parts.folder, onOthers: () => void look(), warn: (detail) => log.warn(detail) });
      await file.look();
      if (file.isNewer() && !toldNewer) parts.report({ id: "storage.newer" }, `${parts.folder} is from a newer version`);
      toldNewer ||= file.isNewer();
      const copied = both();
      if (after(file.value(), copied, changes, span()) !== file.value()) await file.change((held) => after(held, copied, changes, span()));
      if (changes.length > 0) untold = untold.slice(changes.length);
      if (isOver()) file.dispose();
    }).catch((error: unknown) => log.warn(`${parts.folder}: ${String(error)}`));
  };
  const look = async (): Promise<void> => {
    await inFile([]);
    if (!over) announce();
  };
  /** Gives the copy what only the file has. */
  const fillCopy = async (): Promise<void> => {
    const copy = new Set(home.current().map(keyOf));
    const missing = both().filter((answer) => !copy.has(keyOf(answer)));
    if (missing.length > 0 && !over) await home.change(missing.map((add) => ({ add }))).catch((error: unknown) => log.warn(String(error)));
  };
  const open = async (): Promise<void> => {
    await look();
    await fillCopy();
  };

  const current = () => {
    opening ??= open();
    announced ??= both();
    return both();
  };
  const change = async (changes: readonly AnswerChange[]): Promise<void> => {
    current();
    home.assertWritable();
    // Other windows watch the file: it does not wait for VS Code's own storage, which a busy machine may keep waiting.
    await Promise.all([home.change(changes).then(announce), inFile(changes).then(announce)]);
  };

  return {
    current,
    add: async (answer) => change([{ add: v.parse(answerSchema, answer) }]),
    takeBack: (answer, before) => change([{ forget: answer }, ...(before ? [{ add: before }] : [])]),
    onDidChange: changed.event,
    async refresh() {
      await home.refresh();
      // Who never looked has nothing to hear.
      if (opening !== undefined) await open();
    },
    dispose() {
      over = true;
      file?.dispose();
      changed.dispose();
    },
  };
}

const keyOf = ({ owedId, at }: Pick<Answer, "owedId" | "at">): string => `${at} ${owedId}`;

function answersShape(now: () => Instant): StoredShape<readonly Answer[], AnswerChange> {
  const pruned = (answers: readonly Answer[]) => newestAnswers(answers, answerSpan(now()));
  const read = listReader("answers", answerSchema, answerUpgrades);
  return {
    key: "khobor.answers",
    upgrades: answerUpgrades,
    empty: [],
    read: (fields, version) => {
      const { part, damaged } = read(fields, version);
      return { part: pruned(part), damaged };
    },
    write: (answers) => ({ answers }),
    apply: (answers, changes) =>
      changes.reduce(
        (all, change) => ("add" in change ? pruned([...all, change.add]) : all.filter((answer) => !isDeepStrictEqual(answer, change.forget))),
        answers,
      ),
  };
}
