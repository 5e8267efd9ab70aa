import type { ChannelName, Client, Place } from "../../book/client";
import type { Project } from "../../book/project";
import { writeAddressee } from "../../language/addressee";
import { normalise } from "../../language/script";
import { writingIn } from "../../language/writing";
import { workingCalendar, type WorkingCalendar } from "../../time/calendar";
import { dateIn } from "../../time/zoned";
import type { Zone } from "../../time/types";
import type { Clocks } from "../due";
import { signatureOf } from "../signature";
import type { KindInput } from "./kind";
import type { MessageView } from "./messageView";

export type BaseInput = Pick<KindInput, "me" | "client" | "contact" | "project" | "now" | "zone">;

export const theirZone = ({ client, me, zone }: Pick<KindInput, "client" | "me" | "zone">): Zone => client.zone ?? me.zone ?? zone;
export const myZone = ({ me, zone }: Pick<KindInput, "me" | "zone">): Zone => me.zone ?? zone;
export const clocksOf = (input: Pick<KindInput, "client" | "me" | "zone" | "now">): Clocks => ({ now: input.now, theirs: theirZone(input), mine: myZone(input) });
export const theirCalendar = ({ me, client, zone }: Pick<KindInput, "me" | "client" | "zone">): WorkingCalendar => workingCalendar({ me, client, absences: [], machineZone: zone });
export const myCalendar = ({ me, book, zone }: Pick<KindInput, "me" | "book" | "zone">): WorkingCalendar => workingCalendar({ me, absences: book.absence, machineZone: zone });
export const onMarketplace = (place: Place): boolean => place === "fiverr" || place === "upwork" || place === "marketplace";
/** Where messages are short and have no subject. */
const isChat = (channel: ChannelName): boolean => channel !== "email" && channel !== "copy";

/** What every message's view begins with. */
export function baseView(input: BaseInput): MessageView {
  const { me, client, contact, project, now } = input;
  const formal = contact.tone === "formal";
  return {
    ...writingIn(contact.language, me.digits),
    today: dateIn(now, theirZone(input)),
    formal,
    chat: isChat(client.channel),
    marketplace: onMarketplace(client.place),
    addressee: writeAddressee(contact, contact.language, formal),
    salam: contact.salam === true,
    ...(project && !sameName(project, client) && { project: project.name }),
    signature: signatureOf(me, contact.language, client.place),
  };
}

const sameName = (a: Pick<Project, "name">, b: Pick<Client, "name">) => normalise(a.name).trim().toLowerCase() === normalise(b.name).trim().toLowerCase();
