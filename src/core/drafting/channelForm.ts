import type { ChannelName } from "../book/client";
import { toPlainText } from "./plainText";

/** A message in the form that the client's channel takes, from its Markdown. */
export function channelForm(channel: ChannelName, markdown: string): string {
  // Slack and WhatsApp set *one star* in bold; message boxes of marketplaces and mail programs show marks as they are.
  return channel === "slack" || channel === "whatsapp" ? toPlainText(markdown, { bold: "*" }) : toPlainText(markdown);
}
