/** Registered at the start; what they do is loaded when one is first called. */
export const attachmentIds = ["khobor.attach", "khobor.attachments"] as const;
export type AttachmentId = (typeof attachmentIds)[number];
