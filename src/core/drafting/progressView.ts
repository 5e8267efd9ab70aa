import type { Id } from "../book/fields";
import type { PlainDate, PlainTime } from "../time/types";
import type { ItemSection, WorkItem } from "../work/summary";
import type { MessageView } from "./kinds/messageView";

// What the template of a progress update can use. Texts of commits and notes are as they were written: the renderer makes
// them harmless. Days are ISO dates, which the helper `day` writes in the language of the message.

export interface ProgressView extends MessageView {
  /** Since when this message tells; at most one is set, none where there is nothing to tell or no beginning is known. */
  readonly period: Period;
  /** How much of what this message tells, kind by kind; empty where the lists are as short. */
  readonly inShort: readonly CountView[];
  /** Finished work that people have. */
  readonly live?: SectionView;
  /** Finished work that is not live yet. */
  readonly ready?: SectionView;
  readonly inProgress?: SectionView;
  /** Where the client can look at what is ready. */
  readonly previewUrl?: string;
  /** Work outside git, told by notes. */
  readonly alsoDone: readonly string[];
  /** Neither `live` nor `ready` stands above `alsoDone`. */
  readonly onlyAlsoDone: boolean;
  /** Something done is told that the client can look at. */
  readonly shown: boolean;
  /** Nothing at all is known to tell: no work, milestone, date, note. */
  readonly bare: boolean;
  /** Kinds of work that a client does not see; none unless they are to hear of it. */
  readonly housekeeping: readonly HousekeepingView[];
  /** Milestones delivered in this period. */
  readonly delivered: readonly MilestoneView[];
  /** The milestone in hand, else the one that comes. */
  readonly next?: MilestoneView;
  /** Other milestones in hand. */
  readonly alongside: readonly MilestoneView[];
  /** The planned milestone after these. */
  readonly after?: MilestoneView;
  /** When the whole is due; only where no milestone says what comes. */
  readonly projectDue?: DueView;
  readonly blockers: readonly string[];
  /** Questions, where there are several. */
  readonly questions: readonly QuestionView[];
  /** The question, where there is one. */
  readonly question?: QuestionView;
  /** Decisions. */
  readonly agreed: readonly string[];
  /** What the client asked for and does not have yet. */
  readonly asked: readonly string[];
  /** Other notes meant for this message. */
  readonly remarks: readonly string[];
  /** The notes that this message tells. */
  readonly noteIds: readonly Id[];
  /** How many lines of work are in another language than the message: for the writer, not for the template. */
  readonly otherLanguage: number;
}

export interface Period {
  readonly today?: true;
  readonly yesterday?: true;
  readonly thisWeek?: true;
  readonly since?: PlainDate;
}

/** A part of an enumeration: where it stands says what comes before it. */
export interface Placed {
  readonly first: boolean;
  readonly last: boolean;
}

/** "2 new things": what the line in short counts. */
export interface CountView extends Placed {
  readonly of: ItemSection | "inProgress";
  readonly count: string;
  readonly isNew: boolean;
  readonly isImproved: boolean;
  readonly isFixed: boolean;
  readonly isInProgress: boolean;
}

/** One of these is true. */
export interface HousekeepingView extends Placed {
  readonly libraries: boolean;
  readonly tests: boolean;
  readonly code: boolean;
  readonly docs: boolean;
}

export interface SectionView {
  readonly items: readonly ItemView[];
  /** The same items by milestone; what belongs to none comes last. One group without a title where none matches. */
  readonly groups: readonly GroupView[];
  readonly byMilestone: boolean;
  /** Lines that the message sums up in one. */
  readonly more?: MoreView;
}

export interface ItemView {
  readonly id: WorkItem["id"];
  readonly text: string;
  readonly section: ItemSection;
}

export interface GroupView {
  /** The milestone's title. */
  readonly milestone?: string;
  /** Belongs to no milestone, where others do. */
  readonly besides: boolean;
  readonly items: readonly ItemView[];
}

interface MoreView {
  readonly ids: readonly WorkItem["id"][];
  /** Two or more. As a text, so that the renderer can trace the line that writes it. */
  readonly count: string;
  /** All of them repair something. */
  readonly fixes: boolean;
}

export interface MilestoneView {
  readonly title: string;
  readonly due?: DueView;
  /** How far the checklist is, where something is ticked. */
  readonly parts?: {
    readonly done: number;
    readonly total: number;
    readonly all: boolean;
    /** Even the slowest end that the pace so far makes likely keeps the date. */
    readonly onTrack: boolean;
  };
  readonly deliveredOn?: PlainDate;
}

export interface DueView {
  readonly on: PlainDate;
  /** The time of a hard clock, where the client is. */
  readonly time?: PlainTime;
  /** My clock shows another time. */
  readonly theirTime: boolean;
  readonly past: boolean;
}

export interface QuestionView {
  readonly text: string;
  /** By when an answer is needed; never in the past. */
  readonly due?: DueView;
}
