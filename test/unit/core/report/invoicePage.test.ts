import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Invoice } from "../../../../src/core/book/invoice";
import { invoicePage, type InvoiceInput } from "../../../../src/core/report/invoicePage/invoicePage";
import { invoiceStyle, invoiceStyleHash } from "../../../../src/core/report/invoicePage/invoiceStyle";
import type { PlainDate } from "../../../../src/core/time/types";
import * as relation from "../../../golden/relation";

const on = (date: string) => date as PlainDate;
const base = { rev: 1, createdAt: relation.now, changedAt: relation.now, clientId: "client", projectId: "project" };

function inputOf(language: "en" | "bn", more: Partial<Invoice> = {}): InvoiceInput {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const amount = (minor: number) => ({ minor, currency: pick("USD", "BDT") });
  return {
    me: { ...relation.meIn(), letterhead: pick("Rafi Ahmed; Web development; House 12, Road 5, Dhanmondi, Dhaka 1205; rafi@example.com", "রাফি আহমেদ; ওয়েব ডেভেলপমেন্ট; বাড়ি ১২, রোড ৫, ধানমন্ডি, ঢাকা ১২০৫; rafi@example.com").split("; ") },
    client: { ...relation.clientIn(language, "formal"), name: pick("Acme Ltd", "অ্যাকমি লিমিটেড") },
    project: relation.projectIn(pick),
    today: on("2026-11-20"),
    invoice: {
      ...base,
      id: "invoice",
      number: "INV-0042",
      lines: [
        { text: pick("Checkout: payment with bKash, coupons, order emails", "চেকআউট: বিকাশে মূল্য পরিশোধ, কুপন, অর্ডারের ইমেইল"), amount: amount(12_500_000) },
        { text: pick("Small changes in November", "নভেম্বরের ছোটখাটো পরিবর্তন"), quantity: "7.50", unit: "hour", rate: amount(120_000), amount: amount(900_000) },
      ],
      tax: { name: pick("VAT", "ভ্যাট"), percent: "7.5" },
      depositDeducted: amount(2_000_000),
      payment: pick("Bank transfer|City Bank, Dhanmondi branch|Account 123-456-789", "বিকাশ (পার্সোনাল): 01700-000000|রেফারেন্সে ইনভয়েসের নম্বর লিখবেন").split("|"),
      remark: pick("Prices as agreed on 1 November.", "মূল্য ১ নভেম্বরের কথা অনুযায়ী।"),
      issuedOn: on("2026-11-20"),
      dueOn: on("2026-12-04"),
      ...more,
    },
  };
}

describe("the page of an invoice", () => {
  for (const language of ["en", "bn"] as const) {
    it(`is the one that was looked at, in ${language}`, () => {
      const file = path.resolve("test", "golden", "invoices", `invoice.${language}.html`);
      const page = invoicePage(inputOf(language));
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, page);
      assert.ok(existsSync(file));
      assert.equal(page, readFileSync(file, "utf8"));
    });
  }

  it("allows its own style and nothing else", () => {
    assert.equal(invoiceStyleHash, `sha256-${createHash("sha256").update(invoiceStyle).digest("base64")}`);
    const page = invoicePage(inputOf("en"));
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(page, /<script|<img|<link|<iframe|<form| on\w+=|style="|https?:/i);
  });

  it("has what people wrote as text, wherever it stands", () => {
    const evil = `<script>alert("1")</script>' onload="x" & <b>`;
    const input = inputOf("en", { number: evil, lines: [{ text: evil, amount: { minor: 100, currency: "USD" } }], tax: { name: evil, percent: "5" }, payment: [evil], remark: evil });
    const page = invoicePage({
      ...input,
      me: { names: [evil], emails: [evil] },
      client: { ...input.client, name: evil, contacts: [{ ...input.client.contacts[0]!, name: `${evil}2`, email: evil }] },
      project: { ...input.project, name: evil, orderNumber: evil },
    });
    assert.doesNotMatch(page, /<script|<b>|onload="x"/);
    assert.equal(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&#39; onload=&quot;x&quot; &amp; &lt;b&gt;/g)?.length, 12);
  });

  it("says what it is: a draft, paid or cancelled, and then not how to pay", () => {
    const { number, issuedOn, dueOn, payment, ...draft } = inputOf("en").invoice;
    const page = (invoice: Invoice) => invoicePage({ ...inputOf("en"), invoice });
    assert.match(page(draft), /Draft\. Not an invoice yet\./);
    assert.match(page({ ...inputOf("en").invoice, paidOn: on("2026-12-01") }), /Paid · 1 December 2026/);
    assert.doesNotMatch(page({ ...inputOf("en").invoice, paidOn: on("2026-12-01") }), /How to pay/);
    assert.match(page({ ...inputOf("en").invoice, cancelledOn: on("2026-12-01") }), /Cancelled/);
    assert.match(page(inputOf("en").invoice), /How to pay/);
  });
});
