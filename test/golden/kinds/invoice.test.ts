import type { Invoice } from "../../../src/core/book/invoice";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import type { Instant, PlainDate } from "../../../src/core/time/types";
import { goldenMessages, type Case } from "../messages";
import type { Pick } from "../relation";

const at = (text: string) => text as Instant;
const on = (text: string) => text as PlainDate;
const base = { rev: 1, createdAt: at("2026-11-01T04:00:00.000Z"), changedAt: at("2026-11-01T04:00:00.000Z"), clientId: "client", projectId: "project" };
/** Abroad in dollars, at home in taka. */
const price = (pick: Pick, dollars: number, taka: number) => (pick("USD", "BDT") === "USD" ? { minor: dollars, currency: "USD" } : { minor: taka, currency: "BDT" });

const issued = (pick: Pick, more: Partial<Invoice> = {}): Invoice => ({
  ...base,
  id: "invoice",
  number: "INV-0042",
  lines: [{ text: pick("Checkout", "চেকআউট"), amount: price(pick, 60_000, 6_000_000) }],
  payment: pick("USD", "BDT") === "USD" ? ["Payoneer: rafi@example.com"] : ["বিকাশ (পার্সোনাল): 01700-000000"],
  issuedOn: on("2026-11-20"),
  dueOn: on("2026-12-03"),
  ...more,
});
const told =
  (more: (pick: Pick) => Partial<Invoice> = () => ({}), rest: ReturnType<Case> = {}): Case =>
  (pick) => ({ ...rest, about: { invoiceId: "invoice" }, book: { invoice: [issued(pick, more(pick))] } });

const withoutPayment = ({ payment, ...rest }: Invoice): Invoice => rest;
const bare: Case = (pick) => {
  const { dueOn, ...rest } = withoutPayment(issued(pick));
  return { about: { invoiceId: "invoice" }, book: { invoice: [rest] } };
};

goldenMessages("invoice", {
  much: told((pick) => ({
    lines: [
      { text: pick("Checkout", "চেকআউট"), amount: price(pick, 60_000, 6_000_000) },
      { text: pick("Small changes in November", "নভেম্বরের ছোটখাটো পরিবর্তন"), quantity: "7.50", unit: "hour", rate: price(pick, 2_500, 120_000), amount: price(pick, 18_750, 900_000) },
    ],
    tax: { name: pick("VAT", "ভ্যাট"), percent: "7.5" },
    depositDeducted: price(pick, 20_000, 2_000_000),
  })),
  little: told(),
  none: bare,
  deposit: told((pick) => ({ forDeposit: true, lines: [{ text: pick("Deposit for the online shop", "‘অনলাইন শপ’ প্রজেক্টের অগ্রিম"), amount: price(pick, 20_000, 2_000_000) }] })),
});

const reminder: SentRecord = { version: 2, what: "sent", outcome: "delivered", id: "sent", clientId: "client", kind: "payment", language: "en", channel: "email", at: at("2026-11-14T10:00:00.000Z"), text: "", told: [], readUpTo: {}, noteIds: [], about: { invoiceId: "invoice" } };

goldenMessages("payment", {
  much: told(() => ({ dueOn: on("2026-11-11"), issuedOn: on("2026-10-28") }), { sent: [reminder] }),
  little: told(() => ({ dueOn: on("2026-11-17"), issuedOn: on("2026-11-03") })),
  none: (pick) => ({ about: { invoiceId: "invoice" }, book: { invoice: [{ ...withoutPayment(issued(pick)), dueOn: on("2026-11-22") }] } }),
  longOverdue: told(() => ({ dueOn: on("2026-10-20"), issuedOn: on("2026-10-06") })),
  earlyWithCause: (pick, tone) => ({ answers: { cause: pick("Your bank is closed in the week that it falls due", "যে সপ্তাহে পরিশোধের কথা, তখন ব্যাংক বন্ধ থাকবে") }, ...told()(pick, tone) }),
});
