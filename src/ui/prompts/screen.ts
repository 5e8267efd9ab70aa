// What a question needs of the screen. Served by VS Code's quick input; tests answer it in memory.
// Every string here is ready to be shown: it was said in the language of the interface, or is the user's own.

/** What stands around a question. */
export interface Frame {
  readonly title: string;
  /** Counted from 1; shown with `of`. */
  readonly step?: number;
  readonly of?: number;
  readonly canGoBack?: boolean;
  /** Stays when the focus goes elsewhere: for questions where something would be lost. */
  readonly keepOpen?: boolean;
}

/** Pressing Escape is no reply: it rejects with `Cancelled`. */
export type Reply<T> =
  | { readonly how: "answered"; readonly value: T }
  /** `soFar` is what was typed or chosen when the user went back. */
  | { readonly how: "back"; readonly soFar: T };

/** What can be said about a text while it is being typed. Only `wrong` keeps it from being accepted. */
export type Check = { readonly wrong: string } | { readonly understood: string };

export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** What is typed is not shown, nor is it kept for the way back. */
  readonly secret?: boolean;
  readonly check?: (typed: string) => Check | undefined;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The name of one of VS Code's icons: "folder". */
  readonly icon?: string;
  readonly value: T;
}
export interface Separator {
  readonly separator: string;
}
export type Choices<T> = readonly (Choice<T> | Separator)[];

/** Choices that are still on their way are shown as busy. */
type Coming<T> = T | Promise<T>;

export interface PickQuestion<T> {
  readonly placeholder: string;
  readonly choices: Coming<Choices<T>>;
  /** The choice that Enter takes; compared with ===. Absent: the first. */
  readonly active?: T | undefined;
}

export interface PickManyQuestion<T> {
  /** Said once the choices are known: there may be none. */
  readonly placeholder: string | ((choices: Choices<T>) => string);
  /** Stands there until then. */
  readonly waiting?: string;
  readonly choices: Coming<Choices<T>>;
  /** Ticked from the start; compared with ===. Asked for once the choices are known. */
  readonly picked: (choices: Choices<T>) => readonly T[];
  /** A last row that acts at once when it is ticked: "Choose another folder…". */
  readonly action?: { readonly label: string; readonly icon?: string };
}
export interface ManyPicked<T> {
  readonly picked: readonly T[];
  /** The last row was ticked; `picked` is what was ticked besides. */
  readonly acted: boolean;
}

export interface Screen {
  /** Answers the trimmed text. */
  text(question: TextQuestion, frame: Frame): Promise<Reply<string>>;
  pick<T>(question: PickQuestion<T>, frame: Frame): Promise<Reply<T | undefined>>;
  pickMany<T>(question: PickManyQuestion<T>, frame: Frame): Promise<Reply<ManyPicked<T>>>;
  /** A folder on disk; undefined where the user chose none. */
  folder(title: string, button: string): Promise<string | undefined>;
  /** A question that nothing goes past; false where the user said no or closed it. @param detail lines to look at first */
  confirm(question: string, yes: string, detail?: string): Promise<boolean>;
}

export const isChoice = <T>(row: Choice<T> | Separator): row is Choice<T> => "value" in row;
