import { keepIds } from "./commands/keep/keepIds";

/** Every command of the extension. A test holds this list equal to the manifest. */
export const commandIds = [
  // Drafts and what was sent
  "khobor.draftUpdate",
  "khobor.copyDraft",
  "khobor.markAsSent",
  "khobor.previewDraft",
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
  "khobor.archiveNote",
  "khobor.restoreNote",
  "khobor.logContact",
  "khobor.editMe",
  "khobor.undo",
  // What is owed
  "khobor.showOwed",
  "khobor.snooze",
  // How it is kept
  ...keepIds,
  // The extension itself
  "khobor.refresh",
  "khobor.showLog",
  "khobor.openSettings",
] as const;

export type CommandId = (typeof commandIds)[number];
