import { usualContact, type Client } from "../../../core/book/client";
import type { OutgoingMessage, Way } from "../../../core/ports/channels";
import { toPlainText } from "../../../core/drafting/plainText";
import type { TextId } from "../../../core/say";
import { here } from "../book/deps";
import { short } from "../book/keep";
import { carriesFiles, handsOver } from "../../../core/sending/waysOut";
import { connected, type SendDeps } from "./deps";
import { wayDetail, wayLabel } from "./wayLabels";

const mostLines = 8;
const mostLine = 110;

/** Shows who gets what, and by which way, before anything leaves. False where the user said no or closed it. */
export function confirmed(way: Way, message: OutgoingMessage, client: Client, deps: SendDeps): Promise<boolean> {
  const { say, screen } = deps;
  // A link stands in the text.
  const files = message.attachments.filter(({ url }) => url === undefined).map(({ name }) => name).join(", ");
  const said = [
    say("confirm.to", { to: recipient(way, message, client) }),
    say("confirm.by", { way: way.account === "" ? wayLabel(way, say) : `${wayLabel(way, say)}, ${wayDetail(way, connected(deps), say)}` }),
    ...(message.subject === undefined ? [] : [say("confirm.subject", { subject: short(message.subject) })]),
    ...(message.thread === undefined ? [] : [say("confirm.thread")]),
    ...(files === "" ? [] : [say(carriesFiles(way) ? "confirm.files" : "confirm.withoutFiles", { files })]),
    ...(message.sendAt === undefined ? [] : [say("confirm.held", { when: { time: "moment", at: message.sendAt, ...here(deps) } })]),
    ...(handsOver(way) ? [say("confirm.handsOver")] : []),
  ];
  return screen.confirm(say("confirm.sure", { client: client.name }), say(buttons[way.by]), [...said, "", ...firstLines(message.text)].join("\n"));
}

const buttons = {
  smtp: "confirm.send",
  slackBot: "confirm.send",
  slackWebhook: "confirm.send",
  webhook: "confirm.send",
  mailFile: "confirm.save",
  mailto: "confirm.open",
  whatsapp: "confirm.open",
  copy: "confirm.copy",
  phone: "confirm.told",
} as const satisfies Readonly<Record<Way["by"], TextId>>;

export function recipient({ by }: Pick<Way, "by">, { to }: Pick<OutgoingMessage, "to">, client: Client): string {
  const { name } = usualContact(client);
  const [first] = to;
  return first === undefined || by === "phone" ? name : `${name} (${to.join(", ")})`;
}

export function firstLines(text: string): readonly string[] {
  const lines = toPlainText(text).trim().split(/\r?\n/);
  const shown = lines.slice(0, mostLines).map((line) => (line.length > mostLine ? `${line.slice(0, mostLine)}…` : line));
  return lines.length > mostLines ? [...shown, "…"] : shown;
}
