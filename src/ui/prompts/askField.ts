import type { Choice, Screen, TextQuestion } from "./screen";
import { askInSteps } from "./steps";

// Single questions that edit one field, opened from a menu: going back leads to the menu (`WentBack`).

/** The text, trimmed; undefined where it was left empty. */
export async function askText(screen: Screen, title: string, question: TextQuestion): Promise<string | undefined> {
  const typed = await askInSteps(screen, { title, canLeave: true }, (ask) => ask.text("text", question));
  return typed === "" ? undefined : typed;
}

export function askChoice<T>(screen: Screen, title: string, placeholder: string, choices: readonly Choice<T>[], active?: T): Promise<T> {
  return askInSteps(screen, { title, canLeave: true }, (ask) => ask.pick("choice", { placeholder, choices, active }));
}
