import type { Language } from "../book/fields";

export type Digits = "latin" | "bangla";

/** How numbers, dates and lists are put on paper. */
export interface Writing {
  readonly language: Language;
  readonly digits: Digits;
}

/** English has Latin digits whatever was chosen; Bangla has its own unless Latin ones were chosen. */
export const writingIn = (language: Language, digits?: Digits): Writing => ({
  language,
  digits: language === "bn" ? (digits ?? "bangla") : "latin",
});
