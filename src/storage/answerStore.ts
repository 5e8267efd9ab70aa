import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { answerSchema, answerUpgrades, type Answer } from "../core/book/answer";
import type { AnswerStore } from "../core/ports/book";
import type { Disposable } from "../core/ports/events";
import type { Instant } from "../core/time/types";
import { answerKey, answerSpan, newestAnswers } from "./answers";
import type { ListChange } from "./listChange";
import { listReader, type StoredShape } from "./stored";
import { createTwoHomes, type TwoHomesParts } from "./twoHomes";

export interface FileAnswerStore extends AnswerStore, Disposable {
  /** Takes in what other windows have answered, and tries again to keep what could not be kept. */
  refresh(): Promise<void>;
  /** Forgets this very answer; `before` is the one that stood in its place. For an import that is undone. */
  takeBack(answer: Answer, before: Answer | undefined): Promise<void>;
}

/** Answers, in global state and in a file. Of one owed thing the newest answer counts. */
export function createAnswerStore(parts: TwoHomesParts): FileAnswerStore {
  const { clock } = parts;
  const span = () => answerSpan(clock.now());
  const { current, change, onDidChange, refresh, dispose } = createTwoHomes<Answer>(
    {
      shape: answersShape(() => clock.now()),
      keyOf: answerKey,
      newest: (answers) => newestAnswers(answers, span()),
      async openFile(given) {
        const [{ createListFile }, { answersFile }] = await Promise.all([import("./listFile"), import("./answersFile")]);
        return createListFile(answersFile(span), given);
      },
    },
    parts,
  );
  return {
    current,
    add: async (answer) => change([{ add: v.parse(answerSchema, answer) }]),
    takeBack: (answer, before) => change([{ forget: answer }, ...(before ? [{ add: before }] : [])]),
    onDidChange,
    refresh,
    dispose,
  };
}

function answersShape(now: () => Instant): StoredShape<readonly Answer[], ListChange<Answer>> {
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
