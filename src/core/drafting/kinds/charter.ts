import type { BookChange } from "../../book/book";
import type { Me } from "../../book/me";
import { baseView, onMarketplace } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { some } from "./projectNeeds";

type Charter = NonNullable<Me["charter"]>;
type Part = keyof Charter;
/** In the order in which a charter tells them. */
export const charterParts: readonly Part[] = ["services", "hours", "responseTime", "updates", "quality", "revisions", "support", "payment"];
/** Without these it would not say how I work. */
const required: ReadonlySet<Part> = new Set(["services", "hours", "responseTime"]);

type CharterView = MessageView & { readonly [K in Part]: readonly string[] } & {
  /** At least one of them has lines. Without any the message asks instead of tells. */
  readonly anyPart: boolean;
};

const keep =
  (part: Part): NonNullable<Need["keep"]> =>
  (answer, { me }): readonly BookChange[] => [{ op: "me", me: { ...me, charter: { ...me.charter, [part]: answer as readonly string[] } }, was: me }];

/** On a marketplace payment is not mine to set terms for. */
const told = ({ client }: KindInput): readonly Part[] => (onMarketplace(client.place) ? charterParts.filter((part) => part !== "payment") : charterParts);

/** How I work: kept in Me, and so the same for every client. */
export const charter = defineKind<CharterView>({
  kind: "charter",
  project: "optional",
  fits: ({ sent }) => (sent.some(({ kind }) => kind === "charter") ? 0 : sent.length === 0 ? 2 : 1),
  needs: (input) =>
    told(input)
      .filter((part) => !some(input.me.charter?.[part]))
      .map((part): Need => ({ name: part, as: "lines", ask: { id: `need.charter.${part}` }, hint: { id: `need.charter.${part}.hint` }, optional: !required.has(part), keep: keep(part) })),
  compose: (input) => {
    const shown = new Set<Part>(told(input));
    const lines = (part: Part) => (shown.has(part) ? (input.me.charter?.[part] ?? []) : []);
    return {
      ...baseView(input),
      services: lines("services"),
      hours: lines("hours"),
      responseTime: lines("responseTime"),
      updates: lines("updates"),
      quality: lines("quality"),
      revisions: lines("revisions"),
      support: lines("support"),
      payment: lines("payment"),
      anyPart: charterParts.some((part) => lines(part).length > 0),
    };
  },
  meanings: {
    services: "variable.charter.services",
    hours: "variable.charter.hours",
    responseTime: "variable.charter.responseTime",
    updates: "variable.charter.updates",
    quality: "variable.charter.quality",
    revisions: "variable.charter.revisions",
    support: "variable.charter.support",
    payment: "variable.charter.payment",
    anyPart: "variable.charter.anyPart",
  },
});
