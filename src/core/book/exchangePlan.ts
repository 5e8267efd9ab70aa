import type { Provenance } from "../drafting/draft";
import { wordingKey, type Wording } from "../work/wordings";
import type { Answer } from "./answer";
import { recordKinds, type Book, type PutChange, type RecordKind } from "./book";
import { equal } from "./equal";
import { sentMessageIds } from "../sending/outgoing";
import type { ExchangedWaiting } from "../sending/waiting";
import type { Exchange, ExchangedDraft, ExchangedFile, ExchangedTemplate } from "./exchange";
import type { Id } from "./fields";
import type { Me } from "./me";
import { standing, type HistoryEntry, type SentRecord } from "./sentRecord";

/**
 * `both`: it was changed here and there, neither knowing of the other; what is here stands, the other one waits beside it.
 * `keep`: what is here differs and is newer, or may not be replaced; it stays. `same`: both are equal.
 */
export type ImportWhat = "add" | "change" | "both" | "keep" | "same";
type Part =
  | { readonly part: "record"; readonly change: PutChange }
  | { readonly part: "me"; readonly me: Me; readonly before: Me }
  | { readonly part: "answer"; readonly answer: Answer; readonly before?: Answer }
  | { readonly part: "wording"; readonly wording: Wording; readonly before?: Wording }
  | { readonly part: "sent"; readonly entry: HistoryEntry }
  | { readonly part: "draft"; readonly draft: ExchangedDraft }
  | { readonly part: "file"; readonly file: ExchangedFile }
  /** `before`: the text of the user's own that it would replace. */
  | { readonly part: "template"; readonly template: ExchangedTemplate; readonly before?: string }
  | { readonly part: "waiting"; readonly entry: ExchangedWaiting }
  /** A draft that is here, and was marked as sent there. */
  | { readonly part: "draftSent"; readonly provenance: Provenance; readonly sentAs: Id };
export type ImportItem = Part & {
  readonly what: ImportWhat;
  /** Whose it is; absent: the user's own, or of a client that neither side has. */
  readonly clientId?: Id;
};

/**
 * What taking in a file would do, entry by entry. Taking in the same file again is all `same` and `keep`.
 * @param waiting what waits beside records that are here
 */
export function planImport(here: Exchange, file: Exchange, waiting: readonly unknown[] = []): readonly ImportItem[] {
  const ownerOf = owners(here.book, file.book);
  return [
    ...planMe(here.book.me, file.book.me),
    ...recordKinds.flatMap((kind) => planRecords(kind, here.book, file.book, ownerOf, waiting)),
    ...planAnswers(here.answers, file.answers),
    ...planWordings(here, file),
    ...planHistory(here.history, file.history),
    ...planDrafts(here, file),
    ...planFiles(here, file),
    ...planTemplates(here.templates ?? [], file.templates ?? []),
    ...planWaiting(here, file),
  ];
}

/** The items of these clients, and those that are nobody's. Of templates these alone: whoever made the file would word messages. */
export const itemsFor = (items: readonly ImportItem[], clients: ReadonlySet<Id>, templates: ReadonlySet<string>): readonly ImportItem[] =>
  items.filter((item) => (item.part === "template" ? templates.has(item.template.name) : item.clientId === undefined || clients.has(item.clientId)));

/** Me has no revision: what is said here stays, what is not said here is filled in. */
function planMe(here: Me, file: Me): readonly ImportItem[] {
  if (equal(withoutEmpty(file), {})) return [];
  const me = { ...here, ...withoutEmpty(file), ...withoutEmpty(here) } as Me;
  const what = equal(me, here) ? (equal(here, file) ? "same" : "keep") : equal(withoutEmpty(here), {}) ? "add" : "change";
  return [{ part: "me", what, me, before: here }];
}
const withoutEmpty = (me: Me): Partial<Me> => Object.fromEntries(Object.entries(me).filter(([, value]) => !Array.isArray(value) || value.length > 0));

function planRecords(kind: RecordKind, here: Book, file: Book, ownerOf: OwnerOf, waiting: readonly unknown[]): readonly ImportItem[] {
  const known = new Map<Id, Book[RecordKind][number]>(here[kind].map((record) => [record.id, record]));
  return file[kind].flatMap((record): readonly ImportItem[] => {
    const clientId = ownerOf(kind, record);
    // Nobody could see it, and no client's file could hold it.
    if (clientId === undefined && kind !== "absence") return [];
    const here = known.get(record.id);
    const undone = here !== undefined && wasUndone(record, here);
    const change = { op: "put", kind, record: undone ? { ...record, rev: here.rev + 1 } : record } as PutChange;
    return [{ part: "record", what: undone ? "change" : whatOf(record, here, waiting), change, ...(clientId !== undefined && { clientId }) }];
  });
}

interface Revised {
  readonly rev: number;
  readonly changedAt: string;
}
/**
 * One that came of the other has more revisions and was changed later. Where the two do not agree on that, neither came of the
 * other: both were changed.
 */
function whatOf(there: Revised, here: Revised | undefined, waiting: readonly unknown[]): ImportWhat {
  if (!here) return "add";
  if (equal(there, here)) return "same";
  if (waiting.some((other) => equal(other, there))) return "keep";
  if (there.rev > here.rev && there.changedAt >= here.changedAt) return "change";
  return there.rev < here.rev && there.changedAt <= here.changedAt ? "keep" : "both";
}

/**
 * This very change was taken in here and then undone: what was before came back under a later revision, with the time of the
 * change that it took back. Whoever imports it again wants it.
 */
function wasUndone(there: Book[RecordKind][number], here: Book[RecordKind][number]): boolean {
  return here.rev > there.rev && here.changedAt === there.changedAt && !equal({ ...there, rev: 0 }, { ...here, rev: 0 });
}

type OwnerOf = (kind: RecordKind, record: object) => Id | undefined;
/** Of records on either side; undefined where neither side has the client. */
function owners(here: Book, file: Book): OwnerOf {
  const clients = new Set([...here.client, ...file.client].map(({ id }) => id));
  const ofProject = new Map([...here.project, ...file.project].map(({ id, clientId }) => [id, clientId]));
  return (kind, record) => {
    const { id, clientId, projectId } = record as { readonly id: Id; readonly clientId?: Id; readonly projectId?: Id };
    const owner = kind === "client" ? id : (clientId ?? (projectId === undefined ? undefined : ofProject.get(projectId)));
    return owner !== undefined && clients.has(owner) ? owner : undefined;
  };
}

/** Of two answers to one thing the later counts. */
function planAnswers(here: readonly Answer[], file: readonly Answer[]): readonly ImportItem[] {
  const known = new Map(here.map((answer) => [answer.owedId, answer]));
  return file.map((answer): ImportItem => {
    const before = known.get(answer.owedId);
    if (!before) return { part: "answer", what: "add", answer };
    const what = equal(answer, before) ? "same" : answer.at > before.at ? "change" : "keep";
    return { part: "answer", what, answer, before };
  });
}

/** Of two ways to say one thing the later counts. */
function planWordings(here: Exchange, file: Exchange): readonly ImportItem[] {
  const known = new Map(here.wordings.map((wording) => [wordingKey(wording), wording]));
  const clientOf = new Map([...here.book.project, ...file.book.project].map(({ id, clientId }) => [id, clientId]));
  return file.wordings.map((wording): ImportItem => {
    const before = known.get(wordingKey(wording));
    const clientId = clientOf.get(wording.projectId);
    const what = !before ? "add" : equal(wording, before) ? "same" : wording.at > before.at ? "change" : "keep";
    return { part: "wording", what, wording, ...(before && { before }), ...(clientId !== undefined && { clientId }) };
  });
}

/** What was sent is never changed: an entry is new, or it stays as it is here. */
function planHistory(here: readonly HistoryEntry[], file: readonly HistoryEntry[]): readonly ImportItem[] {
  const known = new Map(here.map((entry) => [entry.id, entry]));
  const sent = new Map([...here, ...file].flatMap((entry) => (entry.what === "sent" ? [[entry.id, entry] as const] : [])));
  return file.map((entry): ImportItem => {
    const before = known.get(entry.id);
    const of: SentRecord | undefined = entry.what === "sent" ? entry : sent.get(entry.recordId);
    return { part: "sent", what: before ? (equal(before, entry) ? "same" : "keep") : "add", entry, ...(of && { clientId: of.clientId }) };
  });
}

/** A draft that is here is somebody's document: only that it was sent elsewhere is taken over, so that it is not sent twice. */
function planDrafts(here: Exchange, file: Exchange): readonly ImportItem[] {
  const known = new Map(here.drafts.map((draft) => [draft.provenance.id, draft]));
  const withdrawn = new Set([...here.history, ...file.history].flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  return file.drafts.map((draft): ImportItem => {
    const { clientId, sentAs } = draft.provenance;
    const before = known.get(draft.provenance.id);
    if (!before) return { part: "draft", what: "add", draft, clientId };
    if (sentAs !== undefined && before.provenance.sentAs === undefined && !withdrawn.has(sentAs))
      return { part: "draftSent", what: "change", provenance: before.provenance, sentAs, clientId };
    return { part: "draft", what: equal(before, draft) ? "same" : "keep", draft, clientId };
  });
}

/** A file of a draft that is here, or comes: what lies there already stays as it is. */
function planFiles(here: Exchange, file: Exchange): readonly ImportItem[] {
  const keyOf = ({ draftId, name }: ExchangedFile) => `${draftId} ${name}`;
  const known = new Map((here.files ?? []).map((one) => [keyOf(one), one]));
  const clientOf = new Map([...here.drafts, ...file.drafts].map(({ provenance }) => [provenance.id, provenance.clientId]));
  return (file.files ?? []).flatMap((one): readonly ImportItem[] => {
    const clientId = clientOf.get(one.draftId);
    const before = known.get(keyOf(one));
    return clientId === undefined ? [] : [{ part: "file", what: !before ? "add" : before.sha256 === one.sha256 ? "same" : "keep", file: one, clientId }];
  });
}

/** What is the user's own is replaced only where that is asked for. */
function planTemplates(here: readonly ExchangedTemplate[], file: readonly ExchangedTemplate[]): readonly ImportItem[] {
  const known = new Map(here.map(({ name, text }) => [name, text]));
  return file.map((template): ImportItem => {
    const before = known.get(template.name);
    return before === undefined ? { part: "template", what: "add", template } : { part: "template", what: before === template.text ? "same" : "change", template, before };
  });
}

/** What waits here stays as it is. What was sent, here or where the file was made, does not come to wait again. */
function planWaiting(here: Exchange, file: Exchange): readonly ImportItem[] {
  const known = new Map((here.waiting ?? []).map((entry) => [entry.message.id, entry]));
  const history = [...new Map([...here.history, ...file.history].map((entry) => [entry.id, entry])).values()];
  const told = new Set(standing(history).map(({ draftId }) => draftId));
  const went = sentMessageIds(history);
  return (file.waiting ?? []).map((entry): ImportItem => {
    const { id, clientId } = entry.message;
    const before = known.get(id);
    const what = before ? (equal(before, entry) ? "same" : "keep") : told.has(entry.draftId) || went.has(id) ? "keep" : "add";
    return { part: "waiting", what, entry, clientId };
  });
}
