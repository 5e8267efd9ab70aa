import { attachmentIds } from "./commands/attachments/attachmentIds";
import { invoiceIds } from "./commands/invoices/invoiceIds";
import { keepIds } from "./commands/keep/keepIds";
import { meetingIds } from "./commands/meetings/meetingIds";
import { owedIds } from "./commands/owed/owedIds";
import { planIds } from "./commands/plan/planIds";
import { serviceIds } from "./commands/services/serviceIds";
import { sendIds } from "./commands/send/sendIds";
import { templateIds } from "./commands/template/templateIds";

/** Every command of the extension. A test holds this list equal to the manifest. */
export const commandIds = [
  // Drafts and what was sent
  "khobor.draftUpdate",
  "khobor.copyDraft",
  "khobor.markAsSent",
  "khobor.showLeftOut",
  "khobor.draftAgain",
  "khobor.sayLikeThis",
  "khobor.showWordings",
  "khobor.withdrawSent",
  "khobor.openSent",
  "khobor.openDraft",
  "khobor.showMessages",
  "khobor.openCommit",
  "khobor.markLive",
  "khobor.explainCheck",
  "khobor.fixWithDate",
  "khobor.switchOffCheck",
  // Out, and what it needs
  ...sendIds,
  // Tools of clients
  ...serviceIds,
  // Messages of every kind; an update has a command of its own
  "khobor.writeTo",
  "khobor.mistakeNotes",
  "khobor.write.proposal",
  "khobor.write.requirements",
  "khobor.write.kickoff",
  "khobor.write.charter",
  "khobor.write.status",
  "khobor.write.milestone",
  "khobor.write.question",
  "khobor.write.change",
  "khobor.write.meeting",
  "khobor.write.delay",
  "khobor.write.problem",
  "khobor.write.mistake",
  "khobor.write.leave",
  "khobor.write.delivery",
  "khobor.write.feedback",
  "khobor.write.review",
  "khobor.write.support",
  "khobor.write.thanks",
  "khobor.write.comeback",
  "khobor.write.touch",
  "khobor.write.worklog",
  "khobor.write.invoice",
  "khobor.write.payment",
  "khobor.write.service-review",
  // Clients and what belongs to them
  "khobor.addClient",
  "khobor.editClient",
  "khobor.archiveClient",
  "khobor.restoreClient",
  "khobor.addProject",
  "khobor.editProject",
  "khobor.editGlossary",
  "khobor.archiveProject",
  "khobor.restoreProject",
  "khobor.addMilestone",
  "khobor.editMilestone",
  "khobor.deliverMilestone",
  "khobor.archiveMilestone",
  "khobor.restoreMilestone",
  "khobor.addNote",
  "khobor.editNote",
  "khobor.settleNote",
  "khobor.reopenNote",
  "khobor.acceptChange",
  "khobor.countRound",
  "khobor.declineChange",
  "khobor.archiveNote",
  "khobor.restoreNote",
  "khobor.logContact",
  "khobor.showFeedback",
  "khobor.editMe",
  "khobor.undo",
  ...meetingIds,
  ...invoiceIds,
  ...attachmentIds,
  ...planIds,
  // What is owed
  ...owedIds,
  // Templates of the user's own
  ...templateIds,
  // How it is kept
  ...keepIds,
  // The extension itself
  "khobor.refresh",
  "khobor.showLog",
  "khobor.openSettings",
] as const;

export type CommandId = (typeof commandIds)[number];
