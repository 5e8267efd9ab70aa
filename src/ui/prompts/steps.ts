import { Cancelled } from "./cancelled";
import type { Frame, ManyPicked, PickManyQuestion, PickQuestion, Reply, Screen, TextQuestion } from "./screen";

/** Asks one question after the other. Each question has a key of its own within the steps. */
export interface Ask {
  text(key: string, question: TextQuestion): Promise<string>;
  pick<T>(key: string, question: PickQuestion<T>): Promise<T>;
  pickMany<T>(key: string, question: PickManyQuestion<T>): Promise<ManyPicked<T>>;
  /** A question with a screen of its own making. `earlier` is what was answered or typed before the user went back. */
  step<T>(key: string, show: (frame: Frame, earlier: T | undefined) => Promise<Reply<T>>): Promise<T>;
  /** Says anew how many steps are still to come: an answer may have opened or closed some. */
  more(steps: number): void;
}

export interface StepsOptions {
  readonly title: string;
  /** How many steps there will be, as far as is known. Absent: not shown. */
  readonly total?: number;
  /** Whether the first question has a way back, too: `WentBack` is thrown when it is taken. */
  readonly canLeave?: boolean;
  /** Whether the first question, too, stays where something else takes the focus. Later ones do. */
  readonly keepOpen?: boolean;
}

/** The user went back from the first question, to whatever had opened it. */
export class WentBack extends Error {
  override readonly name = "WentBack";
}
class StepBack extends Error {}

interface Given {
  readonly key: string;
  readonly value: unknown;
  /** It was typed, and may be shown again. */
  readonly typed: boolean;
}

/** What was typed before the user cancelled, by the title of the questions: Escape must not cost a text that took thought. */
const leftOff = new WeakMap<Screen, Map<string, ReadonlyMap<string, unknown>>>();

function leave(screen: Screen, title: string, given: readonly Given[]): void {
  const typed = given.filter((answer) => answer.typed && answer.value !== "");
  if (typed.length === 0) return;
  const all = leftOff.get(screen) ?? new Map<string, ReadonlyMap<string, unknown>>();
  leftOff.set(screen, all.set(title, new Map(typed.map(({ key, value }) => [key, value]))));
}

function takeUp(screen: Screen, title: string): Map<string, unknown> {
  const all = leftOff.get(screen);
  const typed = all?.get(title);
  all?.delete(title);
  return new Map(typed);
}

/**
 * Runs `questions` as steps with a way back. Going back runs it again from the start with the answers that stand, so that it
 * can be written as one straight line; it must not change anything before its last answer, nor catch what `ask` throws.
 * Rejects with `Cancelled` when the user cancels; what was typed until then is offered when the same is asked the next time.
 */
export async function askInSteps<T>(screen: Screen, options: StepsOptions, questions: (ask: Ask) => Promise<T>): Promise<T> {
  const given: Given[] = [];
  const earlier = takeUp(screen, options.title);
  for (;;) {
    try {
      return await questions(asking(screen, options, given, earlier));
    } catch (error) {
      if (error instanceof Cancelled) leave(screen, options.title, given);
      if (!(error instanceof StepBack)) throw error;
      if (given.pop() === undefined) throw new WentBack();
    }
  }
}

function asking(screen: Screen, options: StepsOptions, given: Given[], earlier: Map<string, unknown>): Ask {
  let at = 0;
  let total = options.total;

  async function step<T>(key: string, show: (frame: Frame, earlier: T | undefined) => Promise<Reply<T>>, typed = false): Promise<T> {
    const index = at++;
    const before = given[index];
    if (before?.key === key) return before.value as T;
    given.length = index;
    const reply = await show(
      {
        title: options.title,
        ...(total !== undefined && total > 1 && { step: index + 1, of: Math.max(total, index + 1) }),
        canGoBack: index > 0 || options.canLeave === true,
        keepOpen: options.keepOpen === true || index > 0 || (total ?? 1) > 1,
      },
      earlier.get(key) as T | undefined,
    );
    if (reply.how === "back") {
      earlier.set(key, reply.soFar);
      throw new StepBack();
    }
    earlier.set(key, reply.value);
    given.push({ key, value: reply.value, typed });
    return reply.value;
  }

  return {
    step,
    more: (steps) => (total = at + steps),
    text: (key, question) =>
      step<string>(key, (frame, typed) => screen.text({ ...question, ...(typed !== undefined && !question.secret && { value: typed }) }, frame), question.secret !== true),
    pick: <T>(key: string, question: PickQuestion<T>) =>
      step<T | undefined>(key, (frame, active) => screen.pick({ ...question, active: active ?? question.active }, frame)) as Promise<T>,
    pickMany: <T>(key: string, question: PickManyQuestion<T>) =>
      step<ManyPicked<T>>(key, (frame, before) =>
        screen.pickMany({ ...question, ...(before && { picked: () => before.picked }) }, frame),
      ),
  };
}
