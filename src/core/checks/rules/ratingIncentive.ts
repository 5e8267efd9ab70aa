import type { SentRecord } from "../../book/sentRecord";
import type { CheckInput } from "../input";
import { apartDays } from "../../book/incentives";
import { minutesBetween } from "../../time/zoned";
import { incentivesOffered, ratingsAsked } from "../find/ratings";
import { removeSentence } from "../find/fixes";
import { defineRule, type Found } from "../finding";
import { readText } from "../reading";

// A rating that is asked for with something in the other hand is a bought one: marketplaces close accounts over it, and law
// forbids it in many places. Source: Fiverr's and Upwork's rules in book/marketplaces.ts (`honestReviews`); for everybody
// else the FTC's rule on reviews and testimonials, 16 CFR 465.4 (2024). How far the two must lie apart is in book/incentives.ts.

export const ratingIncentive = defineRule({
  id: "ratingIncentive",
  level: "error",
  source: "https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-465",
  find: (input) => {
    const { reading, kind, provenance } = input;
    const asked = ratingsAsked(reading);
    const offered = incentivesOffered(reading);
    const [first] = offered;
    const asks = kind === "review" || asked.length > 0;
    const offers = provenance.incentive === true || offered.length > 0;
    if (asks && offers) return firmly(kind === "review", at(input, first ?? asked[0], "check.ratingIncentive", first !== undefined));
    const recent = input.sent.filter(({ at: sentAt, heldUntil, id }) => id !== provenance.sentAs && Math.abs(minutesBetween(heldUntil ?? sentAt, input.now)) < apartDays * 24 * 60);
    if (asks && recent.some(offeredThen)) return firmly(kind === "review", at(input, asked[0], "check.ratingAfterIncentive"));
    if (offers && recent.some(askedThen)) return firmly(provenance.incentive === true && recent.some((record) => record.kind === "review"), at(input, first, "check.incentiveAfterRating", first !== undefined));
    return [];
  },
});

/** What the kind of a message says is so; what its words seem to say may be meant otherwise, and a reason may stand for it. */
const firmly = (firm: boolean, found: Found): readonly Found[] => [firm ? { ...found, firm } : found];

/** The message offers a discount, a gift, a refund or free work: to be kept with its record. */
export const offersIncentive = (text: string): boolean => incentivesOffered(readText(text)).length > 0;
const offeredThen = ({ incentive, text }: SentRecord): boolean => incentive ?? offersIncentive(text);
const askedThen = ({ kind, text }: SentRecord): boolean => kind === "review" || ratingsAsked(readText(text)).length > 0;

type Place = { readonly start: number; readonly end: number } | undefined;
function at({ reading }: CheckInput, place: Place, id: "check.ratingIncentive" | "check.ratingAfterIncentive" | "check.incentiveAfterRating", canGo = false): Found {
  const line = reading.lines.find(({ text }) => text.trim() !== "");
  const { start, end } = place ?? line ?? { start: 0, end: 0 };
  return { range: reading.range(start, end), message: { id, values: { days: apartDays } }, ...(canGo && place && { fixes: [removeSentence(reading, place.start)] }) };
}
