import type { TextId } from "../../say";
import type { PlainDate, PlainTime } from "../../time/types";
import type { Writing } from "../../language/writing";

/**
 * What every template can use, whatever its kind. Texts are as they were written: the renderer makes them harmless. Days are
 * ISO dates, which the helper `day` writes in the language of the message; times of day are the reader's own.
 */
export interface MessageView extends Writing {
  /** Today, where the client is. */
  readonly today: PlainDate;
  /** The contact's tone is formal, not friendly. */
  readonly formal: boolean;
  /** The channel is a chat or a message box: short, and without a subject. */
  readonly chat: boolean;
  /** The client is met on a marketplace, whose rules hold. */
  readonly marketplace: boolean;
  /** How the contact is addressed. Empty: nobody is named. */
  readonly addressee: string;
  /** Greeted with a salam. */
  readonly salam: boolean;
  /** The project's name, where it says more than the client's own. */
  readonly project?: string;
  /** Lines. */
  readonly signature: readonly string[];
}

/** A moment on two clocks. */
export interface MomentView {
  readonly on: PlainDate;
  /** On the reader's clock. */
  readonly time: PlainTime;
  /** The name of the reader's zone as people say it ("London"), where the two clocks differ. */
  readonly place?: string;
  /** On my clock, where it differs. */
  readonly mine?: { readonly on: PlainDate; readonly time: PlainTime; readonly place: string; readonly otherDay: boolean };
}

type Inner<T> = NonNullable<T> extends readonly (infer E)[] ? E : NonNullable<T>;
type Meaning<T> = [Inner<T>] extends [string | number | boolean] ? TextId : { readonly means: TextId; readonly fields: Meanings<Inner<T>> };
/** What each variable of a view is for, in a line: shown by completion, by hovers and in the template reference. */
export type Meanings<V> = { readonly [K in keyof V & string]-?: Meaning<V[K]> };
/** The meanings of what a kind's view has beyond every message's. */
export type OwnMeanings<V extends MessageView> = Meanings<Omit<V, keyof MessageView>>;
