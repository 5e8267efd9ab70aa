import type { Client } from "./client";
import type { MessageKind } from "./messageKind";
import type { Text, TextId } from "../say";

// What marketplaces ask of the messages that are written there. Rules change: each has the page that says so, and "unknown"
// where no page was found. Pages were read in November 2026.

/** The page that says so. */
type Source = `https://${string}` | "unknown";

interface Ruled<T> {
  readonly is: T;
  readonly source: Source;
}

export interface MarketplaceRules {
  /** Absent: it has the name that the client's record gives it. */
  readonly name?: string;
  /** Kinds of message that have no place there. */
  readonly off: readonly { readonly kind: MessageKind; readonly reason: TextId; readonly source: Source }[];
  /** From when contact details, and links to meet elsewhere, may be shared. */
  readonly contactFrom: Ruled<"order" | "contract" | "never">;
  /** Payment anywhere else may not even be asked for. */
  readonly paidThere: Ruled<true>;
  /** A review may be asked for without pressure; nothing may be given, promised or withheld for one. */
  readonly honestReviews: Ruled<true>;
  /** Characters that a message there may have. Absent: no limit is known. */
  readonly mostCharacters?: Ruled<number>;
  /** Characters that a proposal may have, where it differs. */
  readonly mostInProposal?: Ruled<number>;
  /** When the last week's work diary can no longer be changed, in UTC. */
  readonly diaryLocks?: Ruled<{ readonly weekday: 1; readonly hour: number }>;
  /** What something beyond the agreement is ordered with. */
  readonly extraAs: Ruled<"extra" | "milestone" | "there">;
}

const fiverrDos = "https://help.fiverr.com/hc/en-us/articles/12792122691601-Communication-and-payment-dos-and-don-ts";
const upworkCircumvention = "https://support.upwork.com/hc/en-us/articles/360052511133-Circumvention-and-why-it-s-against-the-rules";

const paidThere = (source: Source): MarketplaceRules["off"] => [
  { kind: "invoice", reason: "marketplace.paidThere", source },
  { kind: "payment", reason: "marketplace.paidThere", source },
];

// "Attempting to take payments outside the site is considered a violation." "You should keep your communication within the
// messaging platform." "You should not post contact details". Read under another of its country addresses, where it is the same.
const freelancerViolations = "https://www.freelancer.com/support/general/violations-that-lead-to-account-restriction";

export const marketplaces: Readonly<Record<"fiverr" | "upwork" | "freelancer" | "marketplace", MarketplaceRules>> = {
  fiverr: {
    name: "Fiverr",
    off: paidThere(fiverrDos),
    // "Communication through third-party tools is permitted only after an order has been placed."
    contactFrom: { is: "order", source: fiverrDos },
    paidThere: { is: true, source: fiverrDos },
    // What is forbidden in exchange is told by those who were warned for it; whether asking neutrally is welcome, no page says.
    honestReviews: { is: true, source: "https://forum.fiverr.com/t/offering-incentives-for-rating-changes-is-now-against-rules/189873" },
    // What the message box is known to take. No page of Fiverr's says so: its help on the inbox (articles 12792535052561 and 33340492029329) names limits for files alone.
    // Looked for again among its help, forum and community pages: still unconfirmed, which is why what is too long is only warned of.
    mostCharacters: { is: 2500, source: "unknown" },
    extraAs: { is: "extra", source: "https://help.fiverr.com/hc/en-us/articles/360010791778-Offering-extra-services-within-an-active-order" },
  },
  upwork: {
    name: "Upwork",
    off: paidThere(upworkCircumvention),
    contactFrom: { is: "contract", source: "https://support.upwork.com/hc/en-us/articles/360051749534-Contact-Information-Sharing" },
    paidThere: { is: true, source: upworkCircumvention },
    // "It's fine to ask for honest feedback at the end of a project, just make sure it's respectful and pressure-free."
    honestReviews: { is: true, source: "https://support.upwork.com/hc/en-us/articles/17989850384531--What-is-feedback-building" },
    mostInProposal: { is: 5000, source: "https://community.upwork.com/t5/Freelancers/Cover-letter-5000-characters-is-not-enough/m-p/515534" },
    diaryLocks: { is: { weekday: 1, hour: 12 }, source: "https://support.upwork.com/hc/en-us/articles/211068518-Use-Your-Work-Diary" },
    extraAs: { is: "milestone", source: "https://support.upwork.com/hc/en-us/articles/360023544173-Add-and-Edit-Future-Milestones" },
  },
  // One of the others by its name: it has no place of its own in a client's record. What it asks of reviews no page was found on:
  // its code of conduct (freelancer.com/info/codeofconduct) tells of payment and contact outside the site, its FAQ on feedback
  // (freelancer.com/faq/topic.php?id=22) of when one can be written. Nor how long a message may be there.
  freelancer: {
    name: "Freelancer.com",
    off: paidThere(freelancerViolations),
    contactFrom: { is: "never", source: freelancerViolations },
    paidThere: { is: true, source: freelancerViolations },
    honestReviews: { is: true, source: "unknown" },
    // "Projects must be paid within the site using Milestone Payments."
    extraAs: { is: "milestone", source: freelancerViolations },
  },
  // Of any other: what all of these ask, which is the careful way.
  marketplace: {
    off: paidThere("unknown"),
    contactFrom: { is: "order", source: "unknown" },
    paidThere: { is: true, source: "unknown" },
    honestReviews: { is: true, source: "unknown" },
    extraAs: { is: "there", source: "unknown" },
  },
};

type Met = Pick<Client, "place" | "placeName" | "contactAllowed">;

/** Undefined where the client was not met on a marketplace. */
export function marketplaceOf({ place, placeName = "" }: Met): MarketplaceRules | undefined {
  if (place === "marketplace" && /^\s*(?:www\.)?freelancer(?:\.com)?\s*$/i.test(placeName)) return marketplaces.freelancer;
  return place === "fiverr" || place === "upwork" || place === "marketplace" ? marketplaces[place] : undefined;
}

/** As people call it; undefined where it has no name or the client was met elsewhere. */
export const marketplaceName = (client: Met): string | undefined => {
  const rules = marketplaceOf(client);
  return rules && (rules.name ?? client.placeName);
};

/** Why a message of this kind may not be written to this client; undefined: it may. */
export function kindOff(client: Met, kind: MessageKind): Text | undefined {
  const off = marketplaceOf(client)?.off.find((rule) => rule.kind === kind);
  return off && { id: off.reason, values: { place: marketplaceName(client) ?? { id: "marketplace.itself" } } };
}

/** Contact details, and links to meet elsewhere, may stand in a message. */
export const contactMayBeShared = (client: Met): boolean => marketplaceOf(client) === undefined || client.contactAllowed === true;

/**
 * Characters that a message to this client may have; undefined: no limit is known. @param kind a proposal may have a limit
 * of its own
 */
export function mostCharacters(client: Met, kind: MessageKind): number | undefined {
  const rules = marketplaceOf(client);
  return (kind === "proposal" ? rules?.mostInProposal : undefined)?.is ?? rules?.mostCharacters?.is;
}
