import type { Exchange, ExchangedDraft, ExchangedFile, ExchangedTemplate } from "../core/book/exchange";
import { readExchange, type ExchangeReading } from "../core/book/exchangeReading";
import { equal } from "../core/book/equal";
import { planImport, type ImportItem } from "../core/book/exchangePlan";
import type { Answer } from "../core/book/answer";
import type { Book, BookChange, PutChange } from "../core/book/book";
import { recordById } from "../core/book/queries";
import type { Id } from "../core/book/fields";
import { stillOpen } from "../core/drafting/draft";
import { StorageProblem, type AnswerStore, type Conflict, type Conflicts, type KnownClients } from "../core/ports/book";
import type { DraftStore, Exchanging, HistoryStore, WordingStore } from "../core/ports/messages";
import type { ExchangedWaiting } from "../core/sending/waiting";
import type { Text } from "../core/say";
import type { Wording } from "../core/work/wordings";
import { gather, type GatherDeps } from "./exportBook";

export interface ImportDeps extends GatherDeps {
  readonly known: KnownClients;
  readonly answers: Pick<AnswerStore, "current" | "add">;
  readonly wordings: Pick<WordingStore, "all" | "add">;
  readonly history: Pick<HistoryStore, "all" | "add">;
  readonly drafts: Pick<DraftStore, "list" | "texts" | "create" | "change">;
  readonly files: Exchanging;
  readonly conflicts: Pick<Conflicts, "all" | "add" | "settle">;
  /** Tells what an import did not keep, or what taking it back left in place. */
  readonly inform: (text: Text) => void;
  /** Keeps changes of the book so that the whole import can be taken back with them. */
  readonly changeBook: (changes: readonly BookChange[], back: () => Promise<void>) => Promise<void>;
}

export interface PreparedImport {
  readonly items: readonly ImportItem[];
  /** The same, as things stand then: somebody may work on while the items are looked at. */
  readonly again: () => Promise<readonly ImportItem[]>;
  /** Both books in one, for the names of what the items belong to. */
  readonly names: Book;
  readonly unreadable: number;
}

const problems = { broken: "import.broken", foreign: "import.foreign", newer: "import.newer" } as const satisfies Readonly<Record<Exclude<ExchangeReading["is"], "healthy">, Text["id"]>>;

/** What importing this text would do. Changes nothing, and reads nothing that the text names. */
export async function prepareImport(text: string, deps: GatherDeps & { readonly conflicts: Pick<Conflicts, "all"> }): Promise<PreparedImport | { readonly problem: Text }> {
  const reading = readExchange(text);
  if (reading.is !== "healthy") return { problem: { id: problems[reading.is] } };
  const file = reading.exchange;
  const has = (list: readonly unknown[] = []) => list.length > 0;
  const reads = { files: has(file.files), rest: has(file.templates) || has(file.waiting) };
  const plan = async (here: Exchange) => planImport(here, file, (await deps.conflicts.all()).map(({ other }) => other));
  const here = await gather(deps, reads);
  const clients = new Map([...file.book.client, ...here.book.client].map((client) => [client.id, client]));
  return {
    items: await plan(here),
    again: async () => plan(await gather(deps, reads)),
    names: { ...here.book, client: [...clients.values()], project: [...here.book.project, ...file.book.project] },
    unreadable: reading.unreadable,
  };
}

/**
 * Does what these items say. The clients among them belong to this workspace from now on. Sent records and drafts go first:
 * where one of them cannot be kept, what was added until then is removed again, and the book was not touched. Skipped are
 * those in whose place something lies that cannot be read, and may not be written over.
 */
export async function carryOut(items: readonly ImportItem[], deps: ImportDeps): Promise<{ readonly skipped: number }> {
  const doing = items.filter(({ what }) => what === "add" || what === "change");
  const added: Added = { history: [], drafts: [], files: [], answers: [], wordings: [], sent: [], templates: [], waiting: [] };
  const back = async () => {
    await deps.files.removeHistory(added.history);
    const came = new Set(added.drafts.map(({ provenance }) => provenance.id));
    for (const file of added.files) if (!came.has(file.draftId)) await deps.files.removeFile(file);
    const removed: boolean[] = [];
    for (const draft of added.drafts) removed.push(await deps.files.removeDraft(draft));
    for (const { template, before } of added.templates) await deps.files.takeBackTemplate(template, before);
    for (const entry of added.waiting) await deps.files.removeWaiting(entry);
    for (const { id, sentAs } of added.sent) await deps.drafts.change(id, (now) => (now.sentAs === sentAs ? stillOpen(now) : undefined));
    for (const { answer, before } of added.answers) await deps.files.takeBackAnswer(answer, before);
    for (const { wording, before } of added.wordings) await deps.files.takeBackWording(wording, before);
    const count = removed.filter((one) => !one).length;
    if (count > 0) deps.inform({ id: "import.draftsStay", values: { count } });
  };
  let skipped = 0;
  let joined: readonly Id[] = [];
  try {
    for (const item of doing) {
      try {
        await addToFiles(item, deps, added);
      } catch (error) {
        if (!isTaken(error)) throw error;
        skipped++;
      }
    }
    const joining = await newHere(items.filter(({ what }) => what === "add" || what === "change" || what === "both"), deps);
    joined = joining;
    await deps.known.bringHere(joining);
    const changes = doing.flatMap((item): readonly BookChange[] => (item.part === "record" ? [item.change] : item.part === "me" ? [{ op: "me", me: item.me, was: item.before }] : []));
    const both = items.flatMap((item) => (item.part === "record" && item.what === "both" ? (conflictOf(item.change, deps.book.current()) ?? []) : []));
    await deps.changeBook(changes, async () => {
      for (const conflict of both) await deps.conflicts.settle(conflict);
      await deps.known.leaveHere(joining);
      await back();
    });
    // All else is in, and can be taken back: that is not to be undone for these.
    await deps.conflicts.add(both).catch(() => deps.inform({ id: "import.bothNotKept", values: { count: both.length } }));
  } catch (error) {
    try {
      if (joined.length > 0) await deps.known.leaveHere(joined);
    } finally {
      await back();
    }
    throw error;
  }
  return { skipped };
}

/** Something of a newer version, or a draft that cannot be read, lies where an entry would go. */
const isTaken = (error: unknown): boolean =>
  error instanceof StorageProblem && (error.problem.id === "storage.newer" || error.problem.id === "storage.draftSources" || isTaken(error.cause));

/** What is here beside what the file has of it. Undefined where it is here no more. */
function conflictOf({ kind, record }: PutChange, book: Book): Conflict | undefined {
  const kept = recordById(book, kind, record.id);
  return kept && ({ kind, id: record.id, kept, other: record } as Conflict);
}

/** What was done beside the book, to be taken back. */
interface Added {
  readonly history: Id[];
  readonly drafts: ExchangedDraft[];
  readonly files: ExchangedFile[];
  readonly answers: { readonly answer: Answer; readonly before: Answer | undefined }[];
  readonly wordings: { readonly wording: Wording; readonly before: Wording | undefined }[];
  readonly templates: { readonly template: ExchangedTemplate; readonly before: string | undefined }[];
  readonly waiting: ExchangedWaiting[];
  /** Drafts that were here, and are marked as sent now. */
  readonly sent: { readonly id: Id; readonly sentAs: Id }[];
}

async function addToFiles(item: ImportItem, { history, drafts, answers, wordings, files }: ImportDeps, added: Added): Promise<void> {
  switch (item.part) {
    case "sent":
      if (await history.add(item.entry)) added.history.push(item.entry.id);
      break;
    case "draft":
      await drafts.create(item.draft.provenance, item.draft.text);
      added.drafts.push(item.draft);
      break;
    case "file":
      if (await files.addFile(item.file)) added.files.push(item.file);
      break;
    case "template":
      if (await files.putTemplate(item.template, item.before)) added.templates.push({ template: item.template, before: item.before });
      break;
    case "waiting":
      if (await files.addWaiting(item.entry)) added.waiting.push(item.entry);
      break;
    case "draftSent":
      if (await drafts.change(item.provenance.id, (now) => (now.sentAs === undefined ? { ...now, sentAs: item.sentAs } : undefined)))
        added.sent.push({ id: item.provenance.id, sentAs: item.sentAs });
      break;
    case "answer":
      if (answers.current().some((one) => equal(one, item.answer))) break;
      await answers.add(item.answer);
      added.answers.push({ answer: item.answer, before: item.before });
      break;
    case "wording":
      if ((await wordings.all()).some((one) => equal(one, item.wording))) break;
      await wordings.add([item.wording]);
      added.wordings.push({ wording: item.wording, before: item.before });
      break;
    default:
  }
}

/** Clients of the import that other workspaces on this machine have, and this one has not. */
async function newHere(items: readonly ImportItem[], { known, book }: ImportDeps): Promise<readonly Id[]> {
  const here = new Set(book.current().client.map(({ id }) => id));
  const meant = new Set(items.flatMap(({ clientId }) => clientId ?? []));
  return (await known.all()).map(({ client }) => client.id).filter((id) => meant.has(id) && !here.has(id));
}
