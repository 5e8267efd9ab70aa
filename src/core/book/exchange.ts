import * as v from "valibot";
import { provenanceSchema, type Provenance } from "../drafting/draft";
import { templateNamePattern } from "../drafting/templateName";
import { exchangedWaitingSchema, type ExchangedWaiting } from "../sending/waiting";
import { wordingKey, wordingSchema, type Wording } from "../work/wordings";
import { answerSchema, type Answer } from "./answer";
import { recordKinds, recordSchemas, type Book } from "./book";
import { id, words } from "./fields";
import { meSchema } from "./me";
import { historyEntrySchema, type HistoryEntry } from "./sentRecord";

/** A draft as it travels: what it rests on, and its text as it stands in the document. */
export interface ExchangedDraft {
  readonly provenance: Provenance;
  readonly text: string;
}
const draftSchema = v.object({ provenance: provenanceSchema, text: v.string() });

/** A file that goes with a message, with its content. Links and what is too large stay out. */
const fileSchema = v.object({
  draftId: id,
  /** As in the draft's attachments. */
  name: words,
  type: words,
  /** In bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Of the content, in hexadecimal. A file that does not agree with it is not taken in. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  base64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
});
export type ExchangedFile = Readonly<v.InferOutput<typeof fileSchema>>;

/** A template of the user's own. It words messages to clients: one from a file comes in only where that was asked. */
const templateSchema = v.object({
  /** "en/progress" */
  name: v.pipe(v.string(), v.regex(templateNamePattern)),
  text: v.pipe(v.string(), v.maxLength(256 * 1024)),
});
export type ExchangedTemplate = Readonly<v.InferOutput<typeof templateSchema>>;

/** All that is kept but secrets and the places of repositories on this machine. */
export interface Exchange {
  readonly book: Book;
  readonly answers: readonly Answer[];
  readonly wordings: readonly Wording[];
  readonly history: readonly HistoryEntry[];
  readonly drafts: readonly ExchangedDraft[];
  readonly files?: readonly ExchangedFile[];
  readonly templates?: readonly ExchangedTemplate[];
  /** What has not certainly gone out. Wherever it is imported, nothing of it is sent by itself. */
  readonly waiting?: readonly ExchangedWaiting[];
}

/** What the entries of each list of the file look like. */
export const exchangeEntries = {
  ...recordSchemas,
  answer: answerSchema,
  wording: wordingSchema,
  sent: historyEntrySchema,
  draft: draftSchema,
  file: fileSchema,
  template: templateSchema,
  waiting: exchangedWaitingSchema,
} as const;

/** By this a file is known to be ours. */
export const exchangeFormat = "khobor-clients";
export const exchangeVersion = 2;

const list = <S extends v.GenericSchema>(entry: S) => v.exactOptional(v.array(entry));
/** The file as a whole; the JSON Schema that comes with the extension is made from it. */
export const exchangeSchema = v.object({
  $schema: v.exactOptional(v.string()),
  format: v.literal(exchangeFormat),
  version: v.literal(exchangeVersion),
  me: v.exactOptional(meSchema),
  client: list(exchangeEntries.client),
  project: list(exchangeEntries.project),
  milestone: list(exchangeEntries.milestone),
  note: list(exchangeEntries.note),
  meeting: list(exchangeEntries.meeting),
  invoice: list(exchangeEntries.invoice),
  absence: list(exchangeEntries.absence),
  answer: list(exchangeEntries.answer),
  wording: list(exchangeEntries.wording),
  sent: list(exchangeEntries.sent),
  draft: list(exchangeEntries.draft),
  file: list(exchangeEntries.file),
  template: list(exchangeEntries.template),
  waiting: list(exchangeEntries.waiting),
});

/**
 * The file's text: two spaces of indent, entries oldest first, fields in the order of their schemas. The same data gives
 * the same text on every machine, so that two files can be compared.
 */
export function exchangeText({ book, answers, wordings, history, drafts, files = [], templates = [], waiting = [] }: Exchange): string {
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, sorted<Book[typeof kind][number]>(book[kind], ({ createdAt, id }) => `${createdAt} ${id}`)]));
  const file = v.parse(exchangeSchema, {
    format: exchangeFormat,
    version: exchangeVersion,
    me: book.me,
    ...records,
    answer: sorted(answers, ({ owedId, at }) => `${owedId} ${at}`),
    wording: sorted(wordings, (wording) => `${wording.projectId} ${wording.at} ${wordingKey(wording)}`),
    sent: sorted(history, ({ at, id }) => `${at} ${id}`),
    draft: sorted(drafts, ({ provenance }) => `${provenance.createdAt} ${provenance.id}`),
    ...(files.length > 0 && { file: sorted(files, ({ draftId, name }) => `${draftId} ${name}`) }),
    ...(templates.length > 0 && { template: sorted(templates, ({ name }) => name) }),
    ...(waiting.length > 0 && { waiting: sorted(waiting, ({ at, message }) => `${at} ${message.id}`) }),
  });
  return `${JSON.stringify(file, inOrder, 2)}\n`;
}

function sorted<T>(entries: readonly T[], key: (entry: T) => string): readonly T[] {
  return entries.map((entry) => ({ entry, by: key(entry) })).sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ entry }) => entry);
}

/** Schemas order the fields they name; these are named by what is in them. */
const openFields = new Set(["readUpTo", "readOf", "values", "owedRules", "countsAsContact", "threads"]);

function inOrder(key: string, value: unknown): unknown {
  if (!openFields.has(key) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(sorted(Object.entries(value), ([name]) => name));
}
