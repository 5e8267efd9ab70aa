import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { answerSchema, type Answer } from "../core/book/answer";
import { createEmitter, type Emitter } from "../core/emitter";
import type { AnswerStore, Disposable, Log } from "../core/ports";
import type { Instant } from "../core/time/types";
import { createHome, type HomeParts } from "./home";
import { checkedList, type StoredShape } from "./stored";

export interface MementoAnswerStore extends AnswerStore, Disposable {
  /** Tells of answers given in other windows. For when the window gains focus. */
  refresh(): Promise<void>;
  /** Forgets this very answer; `before` is the one that stood in its place. For an import that is undone. */
  takeBack(answer: Answer, before: Answer | undefined): Promise<void>;
}

type AnswerChange = { readonly add: Answer } | { readonly forget: Answer };

/** Nothing is owed for so long: an answer this old answers nothing any more. */
const forgetAfterDays = 400;

/** Answers in global state, which all windows share; of one owed thing, the newest one. */
export function createAnswerStore(parts: HomeParts & { readonly log: Pick<Log, "error"> }): MementoAnswerStore {
  const home = createHome(answersShape(() => parts.clock.now()), parts);
  const changed: Emitter<void> = createEmitter((error) => parts.log.error("a listener of the answers failed", error));
  let announced: readonly Answer[] | undefined;

  const current = () => {
    home.look();
    announced ??= home.current();
    return home.current();
  };
  const announce = () => {
    const before = announced;
    announced = home.current();
    if (!isDeepStrictEqual(before, announced)) changed.fire();
  };

  return {
    current,
    async add(answer) {
      const checked = v.parse(answerSchema, answer);
      current();
      await home.change([{ add: checked }]);
      announce();
    },
    async takeBack(answer, before) {
      current();
      await home.change([{ forget: answer }, ...(before ? [{ add: before }] : [])]);
      announce();
    },
    onDidChange: changed.event,
    async refresh() {
      const before = announced;
      await home.refresh();
      // Who never looked has nothing to hear.
      if (before !== undefined) announce();
    },
    dispose: () => changed.dispose(),
  };
}

function answersShape(now: () => Instant): StoredShape<readonly Answer[], AnswerChange> {
  const pruned = (answers: readonly Answer[]): readonly Answer[] => {
    const oldest = new Date(Date.parse(now()) - forgetAfterDays * 86_400_000).toISOString();
    const newest = new Map<string, Answer>();
    for (const answer of answers) {
      const known = newest.get(answer.owedId);
      if (answer.at >= oldest && (known === undefined || answer.at >= known.at)) newest.set(answer.owedId, answer);
    }
    return [...newest.values()];
  };
  return {
    key: "khobor.answers",
    version: 1,
    empty: [],
    read: (fields) => {
      const { healthy, damaged } = checkedList(fields, "answers", answerSchema);
      return { part: pruned(healthy), damaged };
    },
    write: (answers) => ({ answers }),
    apply: (answers, changes) =>
      changes.reduce(
        (all, change) => ("add" in change ? pruned([...all, change.add]) : all.filter((answer) => !isDeepStrictEqual(answer, change.forget))),
        answers,
      ),
  };
}
