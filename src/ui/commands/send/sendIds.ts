/** Registered at the start; what they do is loaded when one is first called. */
export const sendIds = [
  "khobor.send",
  "khobor.outbox",
  "khobor.tryAgain",
  "khobor.discardWaiting",
  "khobor.recallHeld",
  "khobor.copyAs",
  "khobor.previewDraft",
  "khobor.saveMail",
  "khobor.connect",
  "khobor.disconnect",
  "khobor.exportContacts",
] as const;
export type SendId = (typeof sendIds)[number];
