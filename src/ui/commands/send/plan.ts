import { revised } from "../../../core/book/changes";
import { usualContact, type Client, type Contact } from "../../../core/book/client";
import type { BookChange } from "../../../core/book/book";
import type { Way } from "../../../core/ports/channels";
import { phoneDigits } from "../../../core/drafting/messageLinks";
import { theirMorning } from "../../../core/sending/theirMorning";
import { waysOut } from "../../../core/sending/waysOut";
import { workingCalendar } from "../../../core/time/calendar";
import type { Instant, Zone } from "../../../core/time/types";
import { neededText } from "../../prompts/dateQuestion";
import type { Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { connected, type SendDeps } from "./deps";
import { wayChoice } from "./wayLabels";

/** By which way, to whom, when: all that the user says of one sending. */
export interface Plan {
  readonly way: Way;
  readonly to: readonly string[];
  readonly subject?: string;
  readonly sendAt?: Instant;
  /** What was talked about, of a message that was told by phone. */
  readonly spoken?: string;
  /** What the book did not know, and keeps from now on. */
  readonly learned: readonly BookChange[];
}
export interface Letter {
  readonly subject?: string;
  readonly text: string;
  readonly hasFiles: boolean;
  /** Offered where the document names no subject. */
  readonly about: string;
}

/** Not sent from here now: the user wants to connect another way first, or to be reminded of it at a time. */
type NotNow = { readonly instead: "connect" } | { readonly instead: "remind"; readonly at: Instant };

/** Asks for the way, and for what it lacks. */
export async function planSending(ask: Ask, client: Client, letter: Letter, deps: SendDeps): Promise<Plan | NotNow> {
  const { say } = deps;
  const accounts = connected(deps);
  const { own, others } = waysOut(client, accounts, letter);
  const morning = theirNext(client, deps);
  const way = await ask.pick<Way | NotNow>("way", {
    placeholder: say("sendOut.how", { client: client.name }),
    choices: [
      ...own.map((one) => wayChoice(one, accounts, say)),
      { separator: say("sendOut.others") },
      ...others.map((one) => wayChoice(one, accounts, say)),
      ...(morning ? [{ label: say("sendOut.remind", { clock: { time: "clock", ...morning } }), description: say("sendOut.remindWhat", { when: { time: "moment", at: morning.at, ...here(deps) } }), icon: "bell", value: { instead: "remind", at: morning.at } as const }] : []),
      { label: say("sendOut.connect"), icon: "plug", value: { instead: "connect" } as const },
    ],
  });
  if ("instead" in way) return way;
  const whom = await askTo(ask, way, client, deps);
  const isMail = way.channel === "email" && way.by !== "copy";
  const subject = isMail ? (letter.subject ?? (await ask.text("subject", neededText(say, { prompt: say("sendOut.subject"), value: letter.about })))) : undefined;
  const sendAt = way.by === "slackBot" && !letter.hasFiles ? await askWhen(ask, client, deps) : undefined;
  const spoken = way.by === "phone" ? await ask.text("spoken", { prompt: say("sendOut.spoken"), placeholder: say("logContact.aboutExample") }) : undefined;
  return { way, ...whom, ...(subject !== undefined && { subject }), ...(sendAt !== undefined && { sendAt }), ...(spoken !== undefined && { spoken }) };
}

type Whom = Pick<Plan, "to" | "learned">;

async function askTo(ask: Ask, { by, account }: Way, client: Client, deps: SendDeps): Promise<Whom> {
  const { say } = deps;
  const contact = usualContact(client);
  const learn = (known: Pick<Contact, "email" | "phone">) => [revised("client", client, { contacts: client.contacts.map((each) => (each.id === contact.id ? { ...each, ...known } : each)) }, here(deps))];
  if (by === "smtp" || by === "mailto" || by === "mailFile") {
    if (contact.email !== undefined) return { to: [contact.email], learned: [] };
    const email = await ask.text("email", { prompt: say("sendOut.email", { name: contact.name }), check: (typed) => (isAddress(typed) ? undefined : { wrong: say("connect.needsAddress") }) });
    return { to: [email], learned: learn({ email }) };
  }
  if (by === "whatsapp") {
    if (contact.phone !== undefined) return { to: [contact.phone], learned: [] };
    const phone = await ask.text("phone", { prompt: say("sendOut.phone", { name: contact.name }), placeholder: "+8801712345678", check: (typed) => (phoneDigits(typed) === undefined ? { wrong: say("client.needsPhone") } : undefined) });
    return { to: [phone], learned: learn({ phone }) };
  }
  if (by === "slackWebhook") return { to: [], learned: client.channelTo?.account === account ? [] : [revised("client", client, { channelTo: { account } }, here(deps))] };
  if (by !== "slackBot") return { to: [], learned: [] };
  if (client.channelTo?.account === account && client.channelTo.to !== undefined) return { to: [client.channelTo.to], learned: [] };
  const to = await askSlackChannel(ask, account, deps);
  return { to: [to], learned: [revised("client", client, { channelTo: { account, to } }, here(deps))] };
}

async function askSlackChannel(ask: Ask, account: string, { say, channels }: SendDeps): Promise<string> {
  const listed = (async () => {
    const found = (await channels.slackChannels(account)) ?? [];
    return [...found.map(({ id, name }) => ({ label: `#${name}`, description: id, value: id })), { label: say("sendOut.otherChannel"), icon: "edit", value: "" }];
  })();
  const picked = await ask.pick("channel", { placeholder: say("sendOut.channel"), choices: listed });
  if (picked !== "") return picked;
  const typed = await ask.text("channelId", {
    prompt: say("sendOut.channelId"),
    placeholder: "C0123456789",
    check: (text) => (slackChannelId(text) === undefined ? { wrong: say("sendOut.needsChannel") } : undefined),
  });
  return slackChannelId(typed) ?? typed;
}

/** Of an id, or of a link to a channel: "https://acme.slack.com/archives/C0123456789". */
const slackChannelId = (typed: string): string | undefined => /^(?:https:\/\/[\w.-]+\/archives\/)?([CDGU][A-Z0-9]{6,})(?:[/?].*)?$/.exec(typed.trim())?.[1];

/** The client's next morning, with the zone that it is one in. */
function theirNext(client: Client, { book, clock }: SendDeps): { readonly at: Instant; readonly zone: Zone } | undefined {
  const theirs = workingCalendar({ me: book.current().me, client, absences: [], machineZone: clock.zone() });
  const at = theirMorning(theirs, clock.now());
  return at === undefined ? undefined : { at, zone: theirs.zone };
}

async function askWhen(ask: Ask, client: Client, deps: SendDeps): Promise<Instant | undefined> {
  const { say } = deps;
  const morning = theirNext(client, deps);
  if (!morning) return undefined;
  const { at } = morning;
  return ask.pick<Instant | undefined>("when", {
    placeholder: say("sendOut.when"),
    choices: [
      { label: say("sendOut.now"), icon: "send", value: undefined },
      {
        label: say("sendOut.theirMorning", { clock: { time: "clock", ...morning } }),
        description: say("sendOut.forYou", { when: { time: "moment", at, ...here(deps) } }),
        icon: "watch",
        value: at,
      },
    ],
  });
}

/** RFC 5321 allows more than anyone has; what is refused here could only be a slip. */
export const isAddress = (typed: string): boolean => /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(typed.trim());
