import { Cancelled } from "../../../../src/ui/prompts/cancelled";
import { isChoice, type Choices, type Frame, type Screen } from "../../../../src/ui/prompts/screen";

/** What the user does at one question. A pick is answered by the label of a choice. */
export type Act =
  | { readonly type: string }
  | { readonly pick: string }
  /** Ticks exactly these. */
  | { readonly tick: readonly string[]; readonly act?: true }
  | { readonly folder: string | undefined }
  /** Goes back, after having typed or moved to something. */
  | { readonly back: string | undefined }
  | { readonly confirm: boolean }
  | "enter"
  | "escape";

/** A question as it stood on the screen. */
export interface Shown {
  readonly frame: Frame;
  readonly asks: string;
  /** What Enter alone would have answered. */
  readonly offered: string | readonly string[];
  readonly labels: readonly string[];
  /** The lines below a question. */
  readonly detail?: string;
  /** What is typed is not shown. */
  readonly secret?: boolean;
}

/** People answer later, never within the call. */
const later = () => Promise.resolve();

/** A screen in memory: plays the acts in order and keeps what was shown. Refuses what the check of a text calls wrong. */
export function scriptedScreen(...acts: Act[]): Screen & { readonly shown: readonly Shown[]; left(): number } {
  const shown: Shown[] = [];
  const next = (expected: string): Exclude<Act, "escape"> => {
    const act = acts.shift();
    if (act === undefined) throw new Error(`nothing left to do at: ${expected} (${shown.at(-1)?.asks})`);
    if (act === "escape") throw new Cancelled();
    return act;
  };
  const wrongAct = (act: Act) => new Error(`${JSON.stringify(act)} does not answer: ${shown.at(-1)?.asks}`);
  const labelOf = <T>(choices: Choices<T>, value: T) => choices.filter(isChoice).find((choice) => choice.value === value)?.label;
  const find = <T>(choices: Choices<T>, label: string) => {
    const choice = choices.filter(isChoice).find((each) => each.label === label);
    if (!choice) throw new Error(`no choice "${label}" among ${choices.filter(isChoice).map((each) => each.label).join(", ")}`);
    return choice.value;
  };

  return {
    shown,
    left: () => acts.length,
    async text(question, frame) {
      await later();
      shown.push({ frame, asks: question.prompt, offered: question.value ?? "", labels: [], ...(question.secret === true && { secret: true }) });
      const act = next("text");
      if (act !== "enter" && "back" in act) return { how: "back", soFar: act.back ?? question.value ?? "" };
      if (act !== "enter" && !("type" in act)) throw wrongAct(act);
      const typed = act === "enter" ? (question.value ?? "") : act.type;
      const check = question.check?.(typed);
      if (check && "wrong" in check) throw new Error(`refused: ${check.wrong}`);
      return { how: "answered", value: typed.trim() };
    },
    async pick(question, frame) {
      const choices = await question.choices;
      const first = choices.find(isChoice);
      const active = labelOf(choices, question.active as never) ?? first?.label ?? "";
      shown.push({ frame, asks: question.placeholder, offered: active, labels: choices.filter(isChoice).map((each) => each.label) });
      const act = next("pick");
      if (act === "enter") return { how: "answered", value: find(choices, active) };
      if ("back" in act) return { how: "back", soFar: find(choices, act.back ?? active) };
      if ("pick" in act) return { how: "answered", value: find(choices, act.pick) };
      throw wrongAct(act);
    },
    async pickMany(question, frame) {
      const choices = await question.choices;
      const ticked = question.picked(choices);
      const asks = typeof question.placeholder === "string" ? question.placeholder : question.placeholder(choices);
      const labels = choices.filter(isChoice).map((each) => each.label);
      shown.push({ frame, asks, offered: ticked.map((value) => labelOf(choices, value) ?? "?"), labels });
      const act = next("pickMany");
      if (act === "enter") return { how: "answered", value: { picked: ticked, acted: false } };
      if ("back" in act) return { how: "back", soFar: { picked: ticked, acted: false } };
      if ("tick" in act) return { how: "answered", value: { picked: act.tick.map((label) => find(choices, label)), acted: act.act === true } };
      throw wrongAct(act);
    },
    async confirm(question, yes, detail) {
      await later();
      shown.push({ frame: { title: "" }, asks: question, offered: yes, labels: [], ...(detail !== undefined && { detail }) });
      const act = next("confirm");
      if (act === "enter" || !("confirm" in act)) throw wrongAct(act);
      return act.confirm;
    },
    async folder(title) {
      await later();
      shown.push({ frame: { title }, asks: title, offered: "", labels: [] });
      const act = next("folder");
      if (act === "enter" || !("folder" in act)) throw wrongAct(act);
      return act.folder;
    },
  };
}
