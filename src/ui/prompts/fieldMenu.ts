import type { Screen } from "./screen";
import { askInSteps, WentBack } from "./steps";

/** One line of a menu of fields: what it is, how it stands, and how to change it. */
export interface Field {
  readonly key: string;
  readonly label: string;
  /** As it is now; empty where nothing is set. */
  readonly current: string;
  readonly icon?: string;
  /** The label is a sentence, so that how it stands is shown below it. */
  readonly isSentence?: true;
  /** Asks and keeps. Throws `WentBack` to return to the menu without a change. */
  edit(): Promise<unknown>;
}

export interface FieldMenu {
  readonly title: string;
  readonly fields: readonly Field[];
}

/**
 * Shows the fields, lets one be edited, and shows them again as they are now, until the user cancels (which rejects with
 * `Cancelled`). Each change is kept at once, so that closing the menu loses nothing.
 * @param read undefined once there is nothing left to edit
 */
export async function fieldMenu(
  screen: Screen,
  placeholder: string,
  read: () => FieldMenu | undefined,
  options: { readonly canLeave?: boolean } = {},
): Promise<void> {
  let last: string | undefined;
  for (let menu = read(); menu; menu = read()) {
    const { title, fields } = menu;
    last = await askInSteps(screen, { title, ...options }, (ask) =>
      ask.pick<string>("field", {
        placeholder,
        active: last,
        choices: fields.map(({ key, label, current, icon, isSentence }) => ({
          label,
          ...(isSentence ? { detail: current } : { description: current }),
          ...(icon !== undefined && { icon }),
          value: key,
        })),
      }),
    );
    try {
      await fields.find((field) => field.key === last)?.edit();
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
    }
  }
}
