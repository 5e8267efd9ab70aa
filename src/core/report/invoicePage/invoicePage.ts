import { usualContact, type Client } from "../../book/client";
import type { Invoice } from "../../book/invoice";
import { invoiceState, paymentLines, totalsOf } from "../../book/invoicing";
import type { Me } from "../../book/me";
import type { Project } from "../../book/project";
import { plainLine } from "../../drafting/escape";
import { writeDay } from "../../language/dates";
import { haveDecimals, writeCell, writeQuantity } from "../../language/moneyTable";
import { normalise } from "../../language/script";
import { writingIn, type Writing } from "../../language/writing";
import type { Money } from "../../book/money";
import type { PlainDate } from "../../time/types";
import { invoiceStyle, invoiceStyleHash } from "./invoiceStyle";
import { invoiceWords } from "./invoiceWords";

export interface InvoiceInput {
  readonly me: Me;
  readonly client: Client;
  readonly project: Project;
  readonly invoice: Invoice;
  readonly today: PlainDate;
}

/**
 * An invoice as a page that any browser shows and prints on A4, in the language of the client: no scripts, nothing loaded from
 * anywhere, and all that people wrote stands in it as text.
 */
export function invoicePage(input: InvoiceInput): string {
  const { me, client, invoice } = input;
  const { language } = usualContact(client);
  const writing = writingIn(language, me.digits);
  const words = invoiceWords[language];
  const title = invoice.forDeposit === true ? words.forDeposit : words.invoice;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${invoiceStyleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${text([title, invoice.number].filter(Boolean).join(" "))}</title>
<style>${invoiceStyle}</style>
</head>
<body>
<main>
<header>
<div>
<h1>${title}</h1>
${facts(input, writing)}
</div>
<div class="letterhead">
${paragraphs(letterhead(me))}
</div>
</header>
${mark(input, writing)}
<section class="to">
<h2>${words.to}</h2>
${paragraphs(billedTo(client))}
</section>
${linesTable(invoice, writing)}
${sums(invoice, writing)}
${payment(input, writing)}
${invoice.remark === undefined ? "" : `<section class="remark">${paragraphs(invoice.remark.split(/\r?\n/))}</section>`}
<footer><p>${words.thanks}</p></footer>
</main>
</body>
</html>
`;
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const text = (line: string): string => plainLine(line).replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p dir="auto">${text(line)}</p>`).join("\n");

const letterhead = (me: Me): readonly string[] => ((me.letterhead ?? []).length > 0 ? (me.letterhead ?? []) : [...me.names.slice(0, 1), ...me.emails.slice(0, 1)]);

function billedTo(client: Client): readonly string[] {
  const contact = usualContact(client);
  const same = normalise(contact.name).trim().toLowerCase() === normalise(client.name).trim().toLowerCase();
  return [client.name, ...(same ? [] : [contact.name]), ...(contact.email === undefined ? [] : [contact.email])];
}

function facts({ invoice, project, client, today }: InvoiceInput, writing: Writing): string {
  const words = invoiceWords[writing.language];
  const day = (on: PlainDate) => writeDay(on, writing, { today: "0000-01-01" as PlainDate, weekday: false });
  const all: readonly (readonly [string, string | undefined])[] = [
    // Order and invoice numbers are copied by hand: they stay as they are.
    [words.number, invoice.number],
    [words.issuedOn, day(invoice.issuedOn ?? today)],
    [words.dueOn, invoice.dueOn && day(invoice.dueOn)],
    [words.project, project.name === client.name ? undefined : project.name],
    [words.order, project.orderNumber],
  ];
  return `<dl class="facts">${all.map(([name, value]) => (value === undefined ? "" : `<dt>${name}</dt><dd dir="auto">${text(value)}</dd>`)).join("")}</dl>`;
}

function mark({ invoice, today }: InvoiceInput, writing: Writing): string {
  const words = invoiceWords[writing.language];
  const state = invoiceState(invoice, today);
  if (state === "paid" && invoice.paidOn) return `<p class="mark paid">${words.paid} · ${text(writeDay(invoice.paidOn, writing, { today: "0000-01-01" as PlainDate, weekday: false }))}</p>`;
  return state === "draft" || state === "cancelled" ? `<p class="mark ${state}">${words[state]}</p>` : "";
}

const amountsOf = (invoice: Invoice): readonly Money[] => {
  const { subtotal, tax, total, deposit, due } = totalsOf(invoice);
  return [subtotal, tax, total, deposit, due, ...invoice.lines.flatMap(({ amount, rate }) => [amount, ...(rate ? [rate] : [])])];
};

function linesTable(invoice: Invoice, writing: Writing): string {
  const words = invoiceWords[writing.language];
  const decimals = haveDecimals(amountsOf(invoice));
  const counted = invoice.lines.some(({ quantity }) => quantity !== undefined);
  const quantity = ({ quantity = "", unit }: Invoice["lines"][number]) => (quantity === "" ? "" : `${writeQuantity(quantity, writing)}${unit === "hour" ? ` ${words.hours}` : ""}`);
  const rows = invoice.lines.map((line) => {
    const cells = counted ? [quantity(line), line.rate ? writeCell(line.rate, writing, decimals) : ""] : [];
    return `<tr><td dir="auto">${text(line.text)}</td>${[...cells, writeCell(line.amount, writing, decimals)].map((cell) => `<td class="number">${text(cell)}</td>`).join("")}</tr>`;
  });
  const heads = counted ? [words.quantity, words.rate, words.amount] : [words.amount];
  return `<table>
<thead><tr><th>${words.item}</th>${heads.map((head) => `<th class="number">${head}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function sums(invoice: Invoice, writing: Writing): string {
  const words = invoiceWords[writing.language];
  const decimals = haveDecimals(amountsOf(invoice));
  const { subtotal, tax, total, deposit, due } = totalsOf(invoice);
  const rows: readonly (readonly [string, Money])[] = [
    ...(invoice.tax ? ([[words.subtotal, subtotal], [`${plainLine(invoice.tax.name)} (${writeQuantity(invoice.tax.percent, writing)}%)`, tax]] as const) : []),
    ...(invoice.depositDeducted ? ([[words.total, total], [words.deposit, { ...deposit, minor: -deposit.minor }]] as const) : []),
    [words.due, due],
  ];
  const cells = rows.map(([name, amount]) => `<tr><td dir="auto">${text(name)}</td><td class="number">${text(writeCell(amount, writing, decimals))}</td></tr>`);
  return `<table class="sums"><tbody>
${cells.join("\n")}
</tbody></table>`;
}

function payment({ me, client, invoice, today }: InvoiceInput, writing: Writing): string {
  const words = invoiceWords[writing.language];
  const state = invoiceState(invoice, today);
  const lines = state === "draft" ? (paymentLines(me, client) ?? []) : (invoice.payment ?? []);
  if (lines.length === 0 || state === "paid" || state === "cancelled") return "";
  return `<section class="payment"><h2>${words.payment}</h2>
${paragraphs(lines)}
</section>`;
}
