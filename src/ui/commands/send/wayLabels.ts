import type { ChannelName } from "../../../core/book/client";
import type { Connected, Way } from "../../../core/ports/channels";
import type { Say, TextId } from "../../../core/say";
import type { Choice } from "../../prompts/screen";

const icons: Readonly<Record<Way["by"], string>> = {
  smtp: "mail",
  mailFile: "save-as",
  mailto: "link-external",
  slackBot: "comment-discussion",
  slackWebhook: "comment-discussion",
  whatsapp: "comment",
  copy: "copy",
  phone: "call-outgoing",
  webhook: "broadcast",
};

/** A way as a choice: what it is, and what becomes of the message on it. */
export function wayChoice(way: Way, connected: Connected, say: Say): Choice<Way> {
  return { label: wayLabel(way, say), description: wayDetail(way, connected, say), icon: icons[way.by], value: way };
}

export function wayLabel(way: Way, say: Say): string {
  if (way.by === "copy") return say(`draft.copy.${way.channel as ChannelName}`);
  return say(`ways.${way.by}`);
}

/** What becomes of the message on it, or by which account it goes. */
export function wayDetail(way: Way, { mail }: Connected, say: Say): string {
  switch (way.by) {
    case "smtp":
      return say("ways.smtp.what", { from: mail?.from.address ?? way.account });
    case "slackBot":
    case "slackWebhook":
    case "webhook":
      return way.account;
    default:
      return say(details[way.by]);
  }
}
const details = { mailFile: "ways.mailFile.what", mailto: "ways.mailto.what", whatsapp: "ways.whatsapp.what", copy: "ways.copy.what", phone: "ways.phone.what" } as const satisfies Partial<Record<Way["by"], TextId>>;
