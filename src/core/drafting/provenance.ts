import type { Id, Language } from "../book/fields";
import type { MessageKind } from "../book/messageKind";
import type { MessageAbout } from "../book/sentRecord";
import type { Text, Value } from "../say";
import type { Instant } from "../time/types";
import type { LeftOut, WorkItem, WorkSummary } from "../work/summary";
import type { DraftItem, DraftLeftOut, Effect, Provenance, StoredText } from "./draft";
import { escapeMarkdown } from "./escape";
import { endSentence } from "../language/sentences";
import type { RenderedDraft } from "./renderDraft";

export interface DraftOrigin {
  readonly id: Id;
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly kind: MessageKind;
  readonly language: Language;
  /** "en/progress" */
  readonly template: string;
  readonly createdAt: Instant;
  readonly since?: Instant;
  readonly readUpTo: Readonly<Record<Id, readonly string[]>>;
  readonly readOf?: Readonly<Record<Id, string>>;
  readonly summary?: WorkSummary;
  readonly noteIds: readonly Id[];
  readonly about?: MessageAbout;
  readonly effects?: readonly Effect[];
  readonly answers?: NonNullable<Provenance["answers"]>;
  readonly incentive?: boolean;
}

/**
 * What a draft rests on, to be kept beside its text. An update decides about every commit of the summary, told or left out;
 * any other message tells what it tells, and leaves the rest to the next update.
 */
export function provenanceOf({ summary, readUpTo, readOf, ...origin }: DraftOrigin, draft: RenderedDraft): Provenance {
  const decides = decidesAll(origin.kind);
  const written = (summary?.items ?? []).filter((item) => draft.itemLines.has(item.id));
  const unwritten = (summary?.items ?? []).filter((item) => !draft.itemLines.has(item.id));
  return {
    version: 2,
    ...origin,
    readUpTo: decides ? readUpTo : {},
    ...(decides && readOf && { readOf }),
    items: written.map((item) => draftItem(item, draft)),
    leftOut: decides ? [...unwritten.flatMap(notInTemplate), ...(summary?.leftOut ?? []).map(draftLeftOut)] : [],
    ...(draft.headings && { headings: draft.headings }),
    ...(draft.housekeeping !== undefined && { housekeeping: draft.housekeeping }),
    rendered: draft.text,
  };
}

/** What such a message does not tell is left out on purpose. */
export const decidesAll = (kind: MessageKind): boolean => kind === "progress";

function draftItem(item: WorkItem, { itemLines, folded }: RenderedDraft): DraftItem {
  const line = itemLines.get(item.id);
  return {
    ...item,
    text: lineOf(item.text),
    ...(line === undefined ? {} : { line }),
    ...(folded.has(item.id) ? { folded: true as const } : {}),
  };
}

/** How a template writes an item. */
export const lineOf = (text: string): string => endSentence(escapeMarkdown(text));

const draftLeftOut = (left: LeftOut): DraftLeftOut => ({ ...left, reason: storedText(left.reason) });

/** A template of the user's own may leave out a list; what it hides must not count as told. */
const notInTemplate = ({ commits, text, section, standing }: WorkItem): readonly DraftLeftOut[] =>
  commits.map((commit) => ({ commit, reason: { id: "draft.notInTemplate" }, text, section, standing }));

export function storedText({ id, values }: Text): StoredText {
  if (!values) return { id };
  const stored = Object.entries(values).map(([name, value]) => [name, storedValue(value)] as const);
  return { id, values: Object.fromEntries(stored) };
}

function storedValue(value: Value) {
  if (typeof value !== "object" || "time" in value) return value;
  return "id" in value ? value.id : `${value.money.minor} ${value.money.currency}`;
}
