import type { Book } from "../../../src/core/book/book";
import { emptyBook } from "../../../src/core/book/book";
import type { ChannelName, Client, Place } from "../../../src/core/book/client";
import type { Language } from "../../../src/core/book/fields";
import type { Project } from "../../../src/core/book/project";
import type { Instant, PlainDate, Zone } from "../../../src/core/time/types";

// Whom the corpus is written to. It is Friday, 20 November 2026, 17:00 in Dhaka and 11:00 in London.

export const now = "2026-11-20T11:00:00.000Z" as Instant;
export const zone = "Asia/Dhaka" as Zone;
const base = { rev: 1, createdAt: "2026-10-01T04:00:00.000Z" as Instant, changedAt: "2026-10-01T04:00:00.000Z" as Instant };
const day = (date: string) => date as PlainDate;

export interface Met {
  readonly language: Language;
  readonly place: Place;
  readonly channel: ChannelName;
  readonly contactAllowed: boolean;
}

/** English is written to London, Monday to Friday; Bangla to Dhaka, Sunday to Thursday. */
export const clientOf = ({ language, place, channel, contactAllowed }: Met): Client => ({
  ...base,
  id: "acme",
  name: "Acme",
  place,
  contacts: [{ id: "sara", name: language === "bn" ? "সারা রহমান" : "Sara Rahman", language, tone: "friendly", usual: true }],
  zone: (language === "bn" ? "Asia/Dhaka" : "Europe/London") as Zone,
  channel,
  ...(contactAllowed && { contactAllowed }),
  holidays: language === "bn" ? [] : [{ from: day("2026-12-25"), to: day("2026-12-28"), name: "Christmas" }],
});

const other = (id: string, name: string, contact: string): Client => ({
  ...base,
  id,
  name,
  place: "direct",
  contacts: [{ id: `${id}-contact`, name: contact, language: "en", tone: "friendly" }],
  channel: "email",
});

const project: Project = {
  ...base,
  id: "shop",
  clientId: "acme",
  name: "Online shop",
  size: "large",
  status: "active",
  scopes: [],
  goesLive: { by: "hand" },
  goal: "A shop that customers can buy from on their phones",
  glossary: [
    { term: "checkout-svc", words: "the checkout" },
    { term: "ledger", words: "account page" },
  ],
};

export const bookOf = (client: Client): Book => ({
  ...emptyBook,
  me: { names: ["Rafi Ahmed", "রাফি আহমেদ"], emails: ["rafi@example.com"], holidays: [{ from: day("2026-12-16"), name: "Victory Day" }] },
  client: [client, other("rahim", "Rahim Traders", "Rahim Uddin"), other("rahim-bn", "রহিম ট্রেডার্স", "রহিম উদ্দিন"), other("blue", "Blue Kite Studio", "Karim Chowdhury"), other("nord", "Nordwind", "Ole")],
  project: [project],
  absence: [{ ...base, id: "away", from: day("2026-12-07"), to: day("2026-12-08") }],
});
