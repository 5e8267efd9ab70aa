import * as v from "valibot";
import { glossarySchema } from "./glossary";
import { holidays, id, language, owedRules, recordBase, words, workingTime, zone } from "./fields";

export const places = ["direct", "fiverr", "upwork", "marketplace", "agency"] as const;
export const channels = ["copy", "email", "whatsapp", "slack", "fiverr", "upwork", "marketplace", "phone"] as const;
export const tones = ["friendly", "formal"] as const;

export type Place = (typeof places)[number];
export type ChannelName = (typeof channels)[number];
export type Tone = (typeof tones)[number];

const contactSchema = v.object({
  id,
  name: words,
  /** How to address them, "Sara" or "করিম ভাই"; never guessed from a name. Absent: the name. */
  addressAs: v.exactOptional(words),
  email: v.exactOptional(words),
  /** With the country's code, digits alone after the plus: what a chat's link needs. */
  phone: v.exactOptional(words),
  language,
  tone: v.picklist(tones),
  /** Greeted with a salam. */
  salam: v.exactOptional(v.boolean()),
  /** The one who is written to when nothing else is said. */
  usual: v.exactOptional(v.boolean()),
});
export type Contact = Readonly<v.InferOutput<typeof contactSchema>>;

export const clientSchema = v.object({
  ...recordBase,
  name: words,
  place: v.picklist(places),
  /** The name of a marketplace or agency that has no entry of its own. */
  placeName: v.exactOptional(words),
  contacts: v.pipe(v.array(contactSchema), v.minLength(1), v.readonly()),
  /** Absent: mine. */
  zone: v.exactOptional(zone),
  workingTime: v.exactOptional(workingTime),
  channel: v.picklist(channels),
  paymentMethod: v.exactOptional(words),
  /** What they need, in the user's words. */
  needs: v.exactOptional(words),
  /** For all their projects. */
  glossary: v.exactOptional(glossarySchema),
  holidays,
  /** The page of a marketplace, or of a tool of theirs, where I write to them. */
  pageUrl: v.exactOptional(words),
  /** Where their channel leads: a Slack channel's id, an account's name for a webhook. */
  channelTo: v.exactOptional(v.object({ account: words, to: v.exactOptional(words) })),
  /** The marketplace lets us share contact details by now: an order of the right kind is under way. */
  contactAllowed: v.exactOptional(v.boolean()),
  owedRules,
  /**
   * What begins the rhythm of updates anew with them, where it differs from the user's settings: by the kind of message, and
   * "contact" for a call or chat that was logged by hand.
   */
  countsAsContact: v.exactOptional(v.record(words, v.boolean())),
});
export type Client = Readonly<v.InferOutput<typeof clientSchema>>;

export const usualContact = (client: Client): Contact =>
  client.contacts.find((contact) => contact.usual) ?? (client.contacts[0] as Contact);
