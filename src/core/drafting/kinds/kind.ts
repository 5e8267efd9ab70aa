import type { Absence } from "../../book/absence";
import type { Book, BookChange } from "../../book/book";
import type { Stamp } from "../../book/changes";
import type { Client, Contact } from "../../book/client";
import type { Due, Id } from "../../book/fields";
import type { Invoice } from "../../book/invoice";
import type { Me } from "../../book/me";
import type { Meeting } from "../../book/meeting";
import type { MessageKind } from "../../book/messageKind";
import type { Milestone } from "../../book/milestone";
import type { Note } from "../../book/note";
import type { Project } from "../../book/project";
import type { MessageAbout, SentRecord } from "../../book/sentRecord";
import type { OwedSettings } from "../../owed/settings";
import type { Text } from "../../say";
import type { Instant, PlainDate, Zone } from "../../time/types";
import type { WorkSummary } from "../../work/summary";
import type { Effect } from "../draft";
import type { MessageView, OwnMeanings } from "./messageView";

/** All that a message can be written from: readonly values, read before it is composed. */
export interface KindInput {
  readonly book: Book;
  readonly me: Me;
  readonly client: Client;
  readonly contact: Contact;
  readonly project?: Project;
  /** What the message is about, with the records that its ids name. */
  readonly about: MessageAbout & AboutRecords;
  /** The client's sent records that still stand, oldest first. */
  readonly sent: readonly SentRecord[];
  /** Work of the project since the last time, for kinds that tell of work. */
  readonly summary?: WorkSummary;
  /** Since when `summary` tells. */
  readonly since?: Instant;
  /** What was asked for this one message, by the name of the need. What was skipped is not in it. */
  readonly answers: Answers;
  readonly now: Instant;
  /** The machine's. */
  readonly zone: Zone;
  /** What the user has set about what is owed when. */
  readonly owed?: OwedSettings;
}
interface AboutRecords {
  readonly milestone?: Milestone;
  readonly meeting?: Meeting;
  readonly invoice?: Invoice;
  readonly absence?: Absence;
  readonly note?: Note;
}

/** A money answer is in minor units, as in the book. */
export type Answer = string | number | readonly string[] | PlainDate | Due | { readonly minor: number; readonly currency: string };
export type Answers = Readonly<Record<string, Answer>>;

/** One thing that a message needs and that nobody has said yet: one short prompt. */
export interface Need {
  /** By which `answers` has it. */
  readonly name: string;
  readonly ask: Text;
  /** An example, or what leaving it empty means. */
  readonly hint?: Text;
  readonly as: "words" | "lines" | "date" | "due" | "days" | "money" | "choice" | "several";
  /** May be left empty: the message does without. */
  readonly optional?: boolean;
  /** Proposed, for Enter alone. For money in major units ("12500 BDT"). */
  readonly proposed?: string;
  /** Of a choice; of "several", any number of which may be ticked. */
  readonly choices?: readonly { readonly value: string; readonly label: Text; readonly detail?: Text }[];
  /** Where the answer is remembered, so that it is never asked again; absent: it is for this message only. */
  readonly keep?: (answer: Answer, book: Book, stamp: Stamp) => readonly BookChange[];
}

/** What sort of record a kind is about, where it must be about one: it is picked when the command does not say. */
export type AboutWhat = "milestone" | "meeting" | "invoice" | "absence" | "question" | "blocker" | "request" | "mistake";

/** A record that a message can be about, to be picked. */
export interface AboutChoice {
  readonly about: MessageAbout;
  readonly projectId?: Id;
  readonly label: string;
  readonly detail?: Text;
}

/** One kind of message: what it needs, what it says, and what becomes of the book when it is sent. Pure throughout. */
export interface MessageKindDefinition<V extends MessageView = MessageView> {
  readonly kind: MessageKind;
  /** `required`: cannot be written without a project. */
  readonly project: "required" | "optional";
  readonly about?: AboutWhat;
  /** What it can be about at this moment, the likeliest first. Absent: every open record of that sort. */
  readonly abouts?: (input: KindInput) => readonly AboutChoice[];
  /** The forms that it can take at this moment; picked where there are several and the command does not say. */
  readonly forms?: (input: KindInput) => readonly { readonly value: string; readonly label: Text }[];
  /** Reads the project's commits first. */
  readonly tellsWork?: boolean;
  /** Can be written without the commits: they are read where that is possible, for what they suggest. */
  readonly workIsHelp?: boolean;
  /** From then on, whatever was told before. Absent: what was not told yet. */
  readonly workSince?: (input: KindInput) => Instant;
  /** What a marketplace forbids this kind for, as the reason; undefined: it may be written. */
  readonly forbidden?: (input: KindInput) => Text | undefined;
  /** How well it fits the moment: 0 not now (still offered, at the end), 1 possible, 2 this is the time. */
  readonly fits: (input: KindInput) => 0 | 1 | 2;
  /** What is still missing, in the order in which it is asked. Called again after each answer. */
  readonly needs: (input: KindInput) => readonly Need[];
  readonly compose: (input: KindInput) => V;
  /** Notes that the message tells. */
  readonly noteIds?: (input: KindInput) => readonly Id[];
  /** What it tells of records besides the one that it is about. Kept with the draft. */
  readonly tells?: (input: KindInput) => MessageAbout;
  /** Kept with the draft, done when it is sent. */
  readonly effects?: (input: KindInput) => readonly Effect[];
  /** It offers a discount, a gift, a refund or free work. */
  readonly incentive?: (input: KindInput) => boolean;
  readonly meanings: OwnMeanings<V>;
}

/** Keeps the view's type inside the definition and forgets it outside. */
export const defineKind = <V extends MessageView>(definition: MessageKindDefinition<V>): MessageKindDefinition =>
  // The view goes from compose() to the template and nowhere else.
  definition;
