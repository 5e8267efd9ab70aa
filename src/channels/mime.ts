import { readFile } from "node:fs/promises";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Mailbox, OutgoingMessage } from "../core/ports/channels";
import { toPlainText } from "../core/drafting/plainText";
import { htmlOf } from "./html";

export type MailParts = ConstructorParameters<typeof MailComposer>[0];

/**
 * What a mail is made of: the text twice, plain and as HTML with its pictures inside, and the files. Its Message-ID is made
 * of the message's own id, so that a second try is the same mail.
 * @param from absent: the mail program that opens it puts its own
 */
export async function mailParts(message: OutgoingMessage, from: Mailbox | undefined): Promise<MailParts> {
  const carried = await Promise.all(
    message.attachments.flatMap(({ name, type, path }) =>
      path === undefined ? [] : [readFile(path).then((content) => ({ filename: name, contentType: type, content, isPicture: type.startsWith("image/") }))],
    ),
  );
  const files = carried.map(({ isPicture, ...file }, at) => ({ ...file, ...(isPicture && { cid: `picture-${at + 1}@khobor`, contentDisposition: "inline" as const }) }));
  const pictures = files.filter((file) => "cid" in file).map((file) => `<p><img src="cid:${file.cid ?? ""}" alt="${escapeHtml(file.filename)}" style="max-width:100%"></p>`);
  return {
    ...(from && { from }),
    to: [...message.to],
    subject: message.subject ?? "",
    text: toPlainText(message.text),
    html: page(message, [htmlOf(message.text), ...pictures].join("\n")),
    messageId: messageIdOf(message.id, from?.address ?? ""),
    ...(message.thread !== undefined && { inReplyTo: message.thread, references: [message.thread] }),
    attachments: files,
    // Addresses and files come from the user alone; nothing in the text may make the composer read another.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** "<id@host of the sender>": RFC 5322, 3.6.4. */
export const messageIdOf = (id: string, sender: string): string =>
  `<${id.replace(/[^\w.-]/g, "-")}@${/@([\w.-]+)$/.exec(sender)?.[1] ?? "khobor.invalid"}>`;

const page = ({ language }: OutgoingMessage, body: string): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"></head><body style="font-family:system-ui,'Noto Sans Bengali',sans-serif;font-size:15px;line-height:1.5">\n${body}\n</body></html>`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A mail as a file: opened in a mail program it is a draft that only needs to be sent (X-Unsent, as Outlook names it). */
export async function emlOf(message: OutgoingMessage, from: Mailbox | undefined): Promise<Uint8Array> {
  const parts = await mailParts(message, from);
  return new MailComposer({ ...parts, headers: { "X-Unsent": "1" } }).compile().build();
}
