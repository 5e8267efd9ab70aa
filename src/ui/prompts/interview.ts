import type { MessagePrompts, Questions } from "../../core/drafting/kinds/asking";
import type { AboutChoice, Answer, Need } from "../../core/drafting/kinds/kind";
import { readTypedMoney } from "../../core/language/typedMoney";
import type { Say } from "../../core/say";
import type { TypedAt } from "../../core/time/typedDate";
import { dateIn } from "../../core/time/zoned";
import { unlessCancelled } from "./cancelled";
import { dateQuestion, dueOf } from "./dateQuestion";
import type { Check, Screen, TextQuestion } from "./screen";
import { askInSteps, type Ask } from "./steps";

export interface InterviewDeps {
  readonly screen: Screen;
  readonly say: Say;
  /** Now, where the user is. */
  readonly at: () => TypedAt;
}

/** What writing a message asks, as short questions one after the other. */
export function createMessagePrompts(deps: InterviewDeps): MessagePrompts {
  const { screen, say } = deps;
  return {
    async interview<S>(title: Parameters<Say>[0], begin: S, questions: Questions<S>) {
      // Going back asks from the start with the answers that stand, so what was answered last is what counts.
      let state = begin;
      const finished = await unlessCancelled(async () => {
        await askInSteps(screen, { title: say(title) }, async (ask) => {
          state = begin;
          for (let needs = questions.needs(state); needs[0]; needs = questions.needs(state)) {
            const [need] = needs;
            ask.more(needs.length);
            state = questions.take(state, need, await answerTo(ask, need, deps));
          }
        });
        return true;
      });
      return { state, finished: finished === true };
    },

    pickAbout: (title, choices, orNew) =>
      unlessCancelled(() =>
        askInSteps(screen, { title: say(title) }, (ask) =>
          ask.pick<AboutChoice | "new">("about", {
            placeholder: say("write.whichAbout"),
            choices: [
              ...choices.map((value) => ({ label: value.label || say(value.detail ?? "write.whichAbout"), ...(value.label && value.detail && { description: say(value.detail) }), value })),
              ...(orNew ? [{ label: say("write.newAbout"), icon: "add", value: "new" as const }] : []),
            ],
          }),
        ),
      ),

    pickForm: (title, forms) =>
      unlessCancelled(() =>
        askInSteps(screen, { title: say(title) }, (ask) =>
          ask.pick("form", { placeholder: say("write.whichForm"), choices: forms.map(({ value, label }) => ({ label: say(label), value })) }),
        ),
      ),
  };
}

/** Undefined: left empty. */
async function answerTo(ask: Ask, need: Need, deps: InterviewDeps): Promise<Answer | undefined> {
  const { say } = deps;
  if (need.as === "several") return answerToSeveral(ask, need, say);
  if (need.as === "choice") return answerToChoice(ask, need, say);
  const typed = await ask.text(need.name, questionFor(need, deps));
  return read(need, typed, deps.at());
}

async function answerToChoice(ask: Ask, { name, ask: text, choices = [], optional, proposed }: Need, say: Say): Promise<string | undefined> {
  const rows = choices.map(({ value, label, detail }) => ({ label: say(label), ...(detail && { detail: say(detail) }), value }));
  const none = "";
  const picked = await ask.pick(name, {
    placeholder: say(text),
    // First, so that Enter leaves it out as everywhere else.
    choices: optional ? [{ label: say("write.leaveOut"), value: none }, ...rows] : rows,
    active: proposed,
  });
  return picked === none ? undefined : picked;
}

async function answerToSeveral(ask: Ask, { name, ask: text, choices = [] }: Need, say: Say): Promise<readonly string[] | undefined> {
  const rows = choices.map(({ value, label, detail }) => ({ label: say(label), ...(detail && { description: say(detail) }), value }));
  const { picked } = await ask.pickMany(name, { placeholder: say(text), choices: rows, picked: () => [] });
  return picked.length > 0 ? picked : undefined;
}

function questionFor(need: Need, { say, at }: InterviewDeps): TextQuestion {
  const prompt = say(need.ask);
  const hint = need.hint && say(need.hint);
  const placeholder = [hint, need.as === "lines" && say("write.linesHint"), need.optional && say("write.emptySkips")].filter(Boolean).join(" · ");
  const check = (typed: string): Check | undefined => {
    if (typed.trim() === "") return need.optional ? undefined : { wrong: say("prompt.needed") };
    return checkTyped(need, typed, say);
  };
  const question: TextQuestion = { prompt, ...(placeholder !== "" && { placeholder }), ...(need.proposed !== undefined && { value: need.proposed }) };
  if (need.as !== "date" && need.as !== "due") return { ...question, check };
  const dates = dateQuestion(say, at(), prompt);
  const typedLike = need.optional ? dates.placeholder : say("write.dateNeeded");
  return { ...question, placeholder: [hint, typedLike].filter(Boolean).join(" · "), check: (typed) => (typed.trim() === "" ? check(typed) : dates.check?.(typed)) };
}

function checkTyped({ as, proposed }: Need, typed: string, say: Say): Check | undefined {
  if (as === "days") return readCount(typed) === undefined ? { wrong: say("write.needsNumber") } : undefined;
  if (as !== "money") return undefined;
  const read = readTypedMoney(typed, currencyOf(proposed));
  return read?.problem ? { wrong: say(read.problem) } : undefined;
}

const BANGLA_ZERO = 0x09e6;
function readCount(typed: string): number | undefined {
  const digits = typed.trim().replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO));
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

const currencyOf = (proposed: string | undefined) => (proposed === undefined ? undefined : readTypedMoney(proposed)?.money?.currency);

function read({ as, proposed }: Need, typed: string, at: TypedAt): Answer | undefined {
  if (typed === "") return undefined;
  switch (as) {
    case "lines":
      return typed.split(/[;\n]/).map((line) => line.trim()).filter((line) => line !== "");
    case "days":
      return readCount(typed);
    case "money":
      return readTypedMoney(typed, currencyOf(proposed))?.money;
    case "due":
      return dueOf(typed, at);
    case "date": {
      const due = dueOf(typed, at);
      return due && (due.by === "date" ? due.on : dateIn(due.at, at.zone));
    }
    default:
      return typed;
  }
}
