import type { AttachmentStore } from "../core/ports/attachments";
import type { CalendarFiles } from "../core/ports/calendars";
import type { Book } from "../core/book/book";
import { contactMayBeShared } from "../core/book/marketplaces";
import { recordById } from "../core/book/queries";
import type { Attachment } from "../core/book/sentRecord";
import type { Provenance } from "../core/drafting/draft";
import { calendarForms } from "../core/drafting/kinds/meetingForms";
import type { BookStore } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { DraftStore } from "../core/ports/messages";
import { dateIn } from "../core/time/zoned";
import { attachFile, type FileToAttach } from "./attach";

export interface AttachMadeDeps {
  readonly book: Pick<BookStore, "current">;
  readonly drafts: Pick<DraftStore, "read" | "change">;
  readonly attachments: AttachmentStore;
  readonly calendarFiles: CalendarFiles;
  readonly clock: Clock;
}

/** Attaches what a message of its kind brings along; a later one takes the place of an earlier one. Undefined: nothing. */
export async function attachMade(draftId: string, deps: AttachMadeDeps): Promise<Attachment | undefined> {
  const draft = (await deps.drafts.read(draftId))?.provenance;
  if (!draft || draft.sentAs !== undefined) return undefined;
  const made = await madeFor(draft, deps);
  if (!made) return undefined;
  const before = draft.attachments?.find(({ type }) => type === made.type);
  return (await attachFile(draft.id, made, deps, before?.name))?.attachment;
}

interface Made extends FileToAttach {
  readonly type: string;
}

async function madeFor(draft: Provenance, deps: AttachMadeDeps): Promise<Made | undefined> {
  const book = deps.book.current();
  if (draft.kind === "meeting") return calendarFile(draft, book, deps);
  return draft.kind === "invoice" || draft.kind === "payment" ? invoiceFile(draft, book, deps) : undefined;
}

async function calendarFile({ about, clientId }: Provenance, book: Book, { calendarFiles, clock }: AttachMadeDeps): Promise<Made | undefined> {
  const meeting = about?.meetingId === undefined ? undefined : recordById(book, "meeting", about.meetingId);
  const client = recordById(book, "client", clientId);
  if (!meeting || !client || !calendarForms.has(about?.form ?? "set")) return undefined;
  const shared = contactMayBeShared(client);
  const { link, ...unlinked } = meeting;
  const series = meeting.ofSeries && recordById(book, "meeting", meeting.ofSeries.meetingId);
  const [name] = book.me.names;
  const [email] = book.me.emails;
  const text = await calendarFiles.write({
    meeting: shared ? meeting : unlinked,
    ...(series && { series }),
    notes: meeting.agenda ?? [],
    ...(shared && name !== undefined && email !== undefined && { organizer: { name, email } }),
    now: clock.now(),
  });
  return { name: `${meeting.title}.ics`, type: "text/calendar", content: new TextEncoder().encode(text) };
}

async function invoiceFile({ about, clientId }: Provenance, book: Book, { clock }: AttachMadeDeps): Promise<Made | undefined> {
  const invoice = about?.invoiceId === undefined ? undefined : recordById(book, "invoice", about.invoiceId);
  const client = recordById(book, "client", clientId);
  const project = invoice && recordById(book, "project", invoice.projectId);
  if (!invoice || !client || !project) return undefined;
  const { invoicePage } = await import("../core/report/invoicePage/invoicePage");
  const page = invoicePage({ me: book.me, client, project, invoice, today: dateIn(clock.now(), book.me.zone ?? clock.zone()) });
  return { name: `${invoice.number ?? "invoice"}.html`, type: "text/html", content: new TextEncoder().encode(page) };
}
