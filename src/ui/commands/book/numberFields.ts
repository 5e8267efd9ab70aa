import type { Money } from "../../../core/book/money";
import { toLatinDigits } from "../../../core/language/digits";
import { moneyAsTyped, readTypedMoney } from "../../../core/language/typedMoney";
import type { Field } from "../../prompts/fieldMenu";
import { askText } from "../../prompts/askField";
import type { Check } from "../../prompts/screen";
import type { BookCommandsDeps } from "./deps";

// Fields of the edit menus that hold an amount or a number. Empty clears them.

type FieldDeps = Pick<BookCommandsDeps, "screen" | "say">;
type Named = Pick<Field, "key" | "label">;

/** @param usual the currency of a bare number; absent: one has to be named */
export const moneyField = ({ screen, say }: FieldDeps, named: Named, current: Money | undefined, keep: (amount: Money | undefined) => Promise<unknown>, usual?: string): Field => ({
  ...named,
  current: current ? say("invoicing.amount", { amount: { money: current } }) : "",
  async edit() {
    const check = (typed: string): Check | undefined => {
      const read = readTypedMoney(typed, usual);
      if (!read) return undefined;
      return read.problem ? { wrong: say(read.problem) } : { understood: say("invoicing.understood", { amount: { money: read.money } }) };
    };
    const before = current ? moneyAsTyped(current) : "";
    const placeholder = say(usual === undefined ? "invoicing.moneyExample" : "invoicing.moneyIn", { currency: usual ?? "" });
    const typed = (await askText(screen, named.label, { prompt: say("prompt.emptyClears"), placeholder, value: before, check })) ?? "";
    if (typed !== before) await keep(readTypedMoney(typed, usual)?.money);
  },
});

/** A whole number, none of it too: in Latin or Bangla digits. */
export const countField = ({ screen, say }: FieldDeps, named: Named, current: number | undefined, keep: (count: number | undefined) => Promise<unknown>): Field => ({
  ...named,
  current: current === undefined ? "" : say("prompt.count", { count: current }),
  async edit() {
    const check = (typed: string) => (typed.trim() !== "" && readCount(typed) === undefined ? { wrong: say("write.needsNumber") } : undefined);
    const typed = await askText(screen, named.label, { prompt: say("prompt.emptyClears"), value: current === undefined ? "" : String(current), check });
    const count = typed === undefined ? undefined : readCount(typed);
    if (count !== current) await keep(count);
  },
});

function readCount(typed: string): number | undefined {
  const digits = toLatinDigits(typed.trim());
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}
