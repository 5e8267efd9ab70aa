import { safeAddress } from "../../../core/drafting/address";
import type { Field } from "../../prompts/fieldMenu";
import { askChoice, askText } from "../../prompts/askField";
import { neededText } from "../../prompts/dateQuestion";
import type { Choice } from "../../prompts/screen";
import type { BookCommandsDeps } from "./deps";

// The kinds of fields that the edit menus are made of. Nothing is kept where nothing changed.

type Keep<T> = (value: T) => Promise<unknown>;
interface Named {
  readonly key: string;
  readonly label: string;
}
type FieldDeps = Pick<BookCommandsDeps, "screen" | "say">;

/** A text that is never empty. */
export const neededField = ({ screen, say }: FieldDeps, named: Named, current: string, keep: Keep<string>): Field => ({
  ...named,
  current,
  async edit() {
    const typed = await askText(screen, named.label, neededText(say, { prompt: named.label, value: current }));
    if (typed !== undefined && typed !== current) await keep(typed);
  },
});

/** A text that may be missing. @param wrong what is said against one, where it is no good */
export const textField = ({ screen, say }: FieldDeps, named: Named, current: string | undefined, keep: Keep<string | undefined>, wrong: (typed: string) => string | undefined = () => undefined): Field => ({
  ...named,
  current: current ?? "",
  async edit() {
    const check = (text: string) => {
      const said = text.trim() === "" ? undefined : wrong(text);
      return said === undefined ? undefined : { wrong: said };
    };
    const typed = await askText(screen, named.label, { prompt: say("prompt.emptyClears"), value: current ?? "", check });
    if (typed !== current) await keep(typed);
  },
});

/** A page on the web. */
export const addressField = (deps: FieldDeps, named: Named, current: string | undefined, keep: Keep<string | undefined>): Field =>
  textField(deps, named, current, keep, (typed) => (safeAddress(typed) === undefined ? deps.say("client.needsPage") : undefined));

/**
 * Several short texts on one line, divided by ";" (or by what else `divider` says). Kept as undefined where there are none.
 */
export const listField = (
  { screen, say }: FieldDeps,
  named: Named,
  current: readonly string[] | undefined,
  keep: Keep<readonly string[] | undefined>,
  divider: RegExp = /;/,
): Field => ({
  ...named,
  current: (current ?? []).join("; "),
  async edit() {
    const before = (current ?? []).join("; ");
    const typed = await askText(screen, named.label, { prompt: say("prompt.severalTexts"), value: before });
    if ((typed ?? "") === before) return;
    const parts = (typed ?? "").split(divider).map((part) => part.trim()).filter((part) => part !== "");
    await keep(parts.length > 0 ? parts : undefined);
  },
});

export const choiceField = <T>(
  { screen }: Pick<FieldDeps, "screen">,
  named: Named,
  choices: readonly Choice<T>[],
  current: T,
  keep: Keep<T>,
): Field => ({
  ...named,
  current: choices.find((choice) => choice.value === current)?.label ?? "",
  async edit() {
    const picked = await askChoice(screen, named.label, named.label, choices, current);
    if (picked !== current) await keep(picked);
  },
});

/** Yes or no; "no" is kept as nothing said. */
export const yesNoField = (deps: Pick<FieldDeps, "screen">, { yes, no, ...named }: Named & { readonly yes: string; readonly no: string }, current: boolean | undefined, keep: Keep<true | undefined>): Field => {
  const choices: readonly Choice<boolean>[] = [{ label: no, value: false }, { label: yes, value: true }];
  return choiceField(deps, named, choices, current === true, (picked) => keep(picked || undefined));
};
