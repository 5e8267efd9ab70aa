import type { Owed } from "../../../core/owed/owed";
import { owedRow } from "../../../core/report/owedRows";
import { isSnoozed, type OwedView } from "../../../core/report/status";
import type { Text } from "../../../core/say";
import type { Ask } from "../../prompts/steps";
import { nodeArgument } from "../nodeArgument";
import type { OwedCommandsDeps } from "./deps";

/** What a row, or several, stand for; undefined where the command was called on none. Rows that have gone are left out. */
export function owedOf(argument: unknown, view: OwedView): readonly Owed[] | undefined {
  const rows = (Array.isArray(argument) ? argument : [argument]).map(nodeArgument).filter((row) => row?.kind === "owed");
  if (rows.length === 0) return undefined;
  return rows.flatMap((row) => view.owed.find(({ id }) => id === row?.recordId) ?? []);
}

/** What can be put off or settled now: all that is shown to press, or soon will. */
export const open = (view: OwedView): readonly Owed[] => view.owed.filter((owed) => owed.level !== "fine" && !isSnoozed(owed));

/** One of them, or all. */
export function askWhich(owed: readonly Owed[], view: OwedView, ask: Ask, { say }: Pick<OwedCommandsDeps, "say">, placeholder: Text, all?: Text): Promise<readonly Owed[]> {
  const choices = owed.map((one) => {
    const row = owedRow(one, view);
    return { label: say(row.text), description: say(row.beside), value: [one] as readonly Owed[] };
  });
  return ask.pick("which", { placeholder: say(placeholder), choices: [...choices, ...(all && owed.length > 1 ? [{ label: say(all), value: owed }] : [])] });
}
