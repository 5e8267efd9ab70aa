import * as v from "valibot";
import { glossarySchema } from "./glossary";
import { id, language, recordBase, words, workingTime, zone } from "./fields";

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
  language,
  tone: v.picklist(tones),
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
});
export type Client = Readonly<v.InferOutput<typeof clientSchema>>;

export const usualContact = (client: Client): Contact =>
  client.contacts.find((contact) => contact.usual) ?? (client.contacts[0] as Contact);
