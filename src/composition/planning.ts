import type { CalendarFiles } from "../core/ports/calendars";
import { deferred } from "../core/deferred";
import { once } from "../core/once";
import { attachmentIds } from "../ui/commands/attachments/attachmentIds";
import { invoiceIds } from "../ui/commands/invoices/invoiceIds";
import { meetingIds } from "../ui/commands/meetings/meetingIds";
import { planIds } from "../ui/commands/plan/planIds";
import type { Register } from "../ui/commands/register";
import { registerDropAttachments } from "../ui/documents/dropAttachments";
import type { OpenDrafts } from "../ui/documents/openDrafts";
import { problemOf } from "../ui/problemOf";
import type { Ground } from "./ground";
import type { BookDeps } from "./screen";
import type { Stores } from "./stores";
import type { Work } from "./work";

export type Planning = ReturnType<typeof openPlanning>;

/** Meetings, leave, calendars, invoices and what lies beside a draft: each is loaded with its first command. */
export function openPlanning(register: Register, { own, clock, log, say, texts, messages, at }: Ground, stores: Stores, { workSigns }: Work, bookDeps: BookDeps, openDrafts: OpenDrafts) {
  const { book, drafts, history, secrets } = stores;
  const calendarFiles: CalendarFiles = deferred(async () => (await import("../services/calendar/calendarFiles")).createCalendarFiles(), ["write", "writeAll", "read"]);
  const chosenFiles = async () => (await import("../ui/commands/keep/chosenFiles")).vscodeFiles;
  const { owedInput } = bookDeps;
  const calendarText = async () => (await import("../flows/calendarText")).calendarText({ owedInput, known: () => book.known.all(), workSigns, calendarFiles, say });
  const attaching = async () => ({ ...bookDeps, openDrafts, drafts, attachments: (await import("../storage/attachmentStore")).createAttachmentStore(at("drafts")) });

  const meetings = once(async () => {
    const [{ meetingCommands }, { openMeetingAccount }] = await Promise.all([import("../ui/commands/meetings/meetingCommands"), import("./meetingAccount")]);
    return meetingCommands({ ...bookDeps, ...openMeetingAccount(await secrets(), clock), log, calendarFiles, chosenFiles: await chosenFiles() });
  });
  const invoices = async () => {
    const [{ invoiceCommands }, { createInvoiceNumbers }, { leavingMessages }] = await Promise.all([import("../ui/commands/invoices/invoiceCommands"), import("../storage/invoiceNumbers"), import("../storage/outbox")]);
    return invoiceCommands({ ...bookDeps, history, known: book.known, numbers: createInvoiceNumbers(at("numbers")), leaving: () => leavingMessages(at("outbox"), { clock, log }), chosenFiles: await chosenFiles() });
  };
  const plans = async () => (await import("../ui/commands/plan/planCommands")).planCommands({ ...bookDeps, calendarFiles, chosenFiles: await chosenFiles(), owedInput, calendarText });
  const attachments = async () => (await import("../ui/commands/attachments/attachmentCommands")).attachmentCommands(await attaching());
  for (const id of meetingIds) own(register(id, async (...args) => (await meetings())[id](...args)));
  for (const id of invoiceIds) own(register(id, async (...args) => (await invoices())[id](...args)));
  for (const id of planIds) own(register(id, async (...args) => (await plans())[id](...args)));
  for (const id of attachmentIds) own(register(id, async (...args) => (await attachments())[id](...args)));

  const failed = (error: unknown) => {
    log.error("a file could not be attached", error);
    void texts().then(() => messages.fail(problemOf(error) ?? { id: "command.failed" }));
  };
  own(registerDropAttachments({ openDrafts, deps: attaching, failed }));
  return {
    calendarText,
    attachMade: async (draftId: string) => (await import("../flows/attachMade")).attachMade(draftId, { ...(await attaching()), calendarFiles }),
  };
}
