import type { Book } from "../../../core/book/book";
import { depositToInvoice, toInvoice, usualCurrency, type InvoiceLine } from "../../../core/book/invoicing";
import { usualContact } from "../../../core/book/client";
import type { Language } from "../../../core/book/fields";
import type { Milestone } from "../../../core/book/milestone";
import { times, type Money } from "../../../core/book/money";
import type { Project } from "../../../core/book/project";
import { clientOfProject } from "../../../core/book/queries";
import { usualLine } from "../../../core/report/invoicePage/invoiceWords";
import { toLatinDigits } from "../../../core/language/digits";
import { moneyAsTyped, readTypedMoney } from "../../../core/language/typedMoney";
import type { Say } from "../../../core/say";
import { neededText } from "../../prompts/dateQuestion";
import type { Check, Choice, TextQuestion } from "../../prompts/screen";
import type { Ask } from "../../prompts/steps";

export interface AskedLines {
  readonly lines: readonly InvoiceLine[];
  readonly forDeposit: boolean;
}
type Source = "deposit" | "milestones" | "parts" | "hours" | "words" | "done";

/** What the first line is for, where that is known: it is not asked. `project`: all of it, at its budget. */
export type Begin = { readonly from: "deposit" | "project" } | { readonly from: "milestones"; readonly milestone: Milestone };

/** What is to be paid, from the deposit, milestones, parts of them, hours or words of one's own, until nothing more is added. */
export async function askLines(ask: Ask, say: Say, book: Book, project: Project, begin?: Begin): Promise<AskedLines> {
  const deposit = depositToInvoice(book, project);
  const open = toInvoice(book, project);
  const lines: InvoiceLine[] = [];
  const known = begin && isOpen(begin, { deposit, open }) ? begin : undefined;
  for (let round = 0; ; round++) {
    const taken = new Set(lines.flatMap(({ milestoneId }) => milestoneId ?? []));
    const left = open.filter(({ id }) => !taken.has(id));
    const from = round === 0 && known ? known.from : await ask.pick<Source>(`from ${round}`, { placeholder: say(round === 0 ? "invoicing.whatFor" : "invoicing.whatElse"), choices: sources(say, { deposit, left, first: round === 0 }) });
    if (from === "done") return { lines, forDeposit: false };
    if (from === "deposit" && deposit) return { lines: [{ text: await askWords(ask, say, "deposit", usualLine("depositFor", project.name, languageOf(book, project))), amount: deposit }], forDeposit: true };
    const asking = { ask, say, project, language: languageOf(book, project), key: `${round}`, currency: lines[0]?.amount.currency ?? usualCurrency(book, project) };
    if (round === 0 && known && "milestone" in known) lines.push(...(await pricedLines(asking, [known.milestone])));
    else if (from === "milestones") lines.push(...(await milestoneLines(asking, left)));
    else if (from === "parts") lines.push(...(await partLines(asking, left)));
    else lines.push(await (from === "hours" ? hoursLine(asking) : otherLine(asking, from === "project" ? { text: project.name, amount: project.budget } : {})));
  }
}

/** What is on an invoice by now is not begun with again. */
const isOpen = (begin: Begin, { deposit, open }: { readonly deposit: Money | undefined; readonly open: readonly Milestone[] }): boolean =>
  "milestone" in begin ? open.some(({ id }) => id === begin.milestone.id) : begin.from === "project" || deposit !== undefined;

function sources(say: Say, { deposit, left, first }: { readonly deposit: Money | undefined; readonly left: readonly Milestone[]; readonly first: boolean }): readonly Choice<Source>[] {
  const choice = (value: Source, icon: string, description?: string): Choice<Source> => ({ label: say(`invoicing.from.${value}`), icon, ...(description !== undefined && { description }), value });
  const parts = left.some(({ deliverables }) => deliverables.length > 0);
  return [
    ...(first ? [] : [choice("done", "check")]),
    ...(first && deposit ? [choice("deposit", "credit-card", say("invoicing.amount", { amount: { money: deposit } }))] : []),
    ...(left.length > 0 ? [choice("milestones", "milestone")] : []),
    ...(parts ? [choice("parts", "checklist")] : []),
    choice("hours", "watch"),
    choice("words", "edit"),
  ];
}

const languageOf = (book: Book, project: Project): Language => {
  const client = clientOfProject(book, project);
  return client ? usualContact(client).language : "en";
};

interface Asking {
  readonly ask: Ask;
  readonly say: Say;
  readonly project: Project;
  readonly language: Language;
  readonly key: string;
  readonly currency: string | undefined;
}

async function milestoneLines(asking: Asking, left: readonly Milestone[]): Promise<readonly InvoiceLine[]> {
  const { ask, say, key } = asking;
  const delivered = left.filter(({ state }) => state === "delivered" || state === "accepted");
  const choices = left.map((value) => ({ label: value.title, description: [say(`milestone.${value.state}`), value.price && say("invoicing.amount", { amount: { money: value.price } })].filter(Boolean).join(" · "), value }));
  const { picked } = await ask.pickMany(`milestones ${key}`, { placeholder: say("invoicing.whichMilestones"), choices, picked: () => delivered });
  return pricedLines(asking, picked);
}

/** At the price that was agreed, or that is asked for. */
async function pricedLines({ ask, say, currency }: Asking, picked: readonly Milestone[]): Promise<readonly InvoiceLine[]> {
  const lines: InvoiceLine[] = [];
  for (const { id, title, price } of picked) {
    const usual = lines[0]?.amount.currency ?? currency;
    lines.push({ text: title, milestoneId: id, amount: price && (usual === undefined || price.currency === usual) ? price : await askMoney(ask, say, `price ${id}`, say("invoicing.priceOf", { name: title }), usual) });
  }
  return lines;
}

async function partLines({ ask, say, key, currency }: Asking, left: readonly Milestone[]): Promise<readonly InvoiceLine[]> {
  const parts = left.flatMap(({ title, deliverables }) => deliverables.map((part) => ({ ...part, of: title })));
  const choices = parts.map((value) => ({ label: value.text, description: value.of, value }));
  const { picked } = await ask.pickMany(`parts ${key}`, { placeholder: say("invoicing.whichParts"), choices, picked: () => parts.filter(({ doneAt }) => doneAt !== undefined) });
  const lines: InvoiceLine[] = [];
  for (const { id, text } of picked) lines.push({ text, amount: await askMoney(ask, say, `part ${id}`, say("invoicing.priceOf", { name: text }), lines[0]?.amount.currency ?? currency) });
  return lines;
}

async function hoursLine({ ask, say, project, language, key, currency }: Asking): Promise<InvoiceLine> {
  const text = await askWords(ask, say, `work ${key}`, usualLine("workOn", project.name, language));
  const quantity = readDecimal(await ask.text(`hours ${key}`, decimalQuestion(say, say("invoicing.howManyHours"))));
  const rate = await askMoney(ask, say, `rate ${key}`, say("invoicing.rate"), currency, project.hourly?.rate);
  return { text, quantity, unit: "hour", rate, amount: times(rate, quantity) };
}

async function otherLine({ ask, say, key, currency }: Asking, proposed: { readonly text?: string; readonly amount?: Money | undefined }): Promise<InvoiceLine> {
  const text = await askWords(ask, say, `text ${key}`, proposed.text);
  return { text, amount: await askMoney(ask, say, `amount ${key}`, say("invoicing.howMuch"), currency, proposed.amount) };
}

const askWords = (ask: Ask, say: Say, key: string, value?: string): Promise<string> =>
  ask.text(key, neededText(say, { prompt: say("invoicing.lineText"), ...(value !== undefined && { value }) }));

/** @param usual the currency of a bare number; another one is not accepted: an invoice has one */
async function askMoney(ask: Ask, say: Say, key: string, prompt: string, usual: string | undefined, proposed?: Money): Promise<Money> {
  const typed = await ask.text(key, moneyQuestion(say, prompt, usual, proposed));
  return readTypedMoney(typed, usual)?.money ?? { minor: 0, currency: usual ?? "USD" };
}

export function moneyQuestion(say: Say, prompt: string, usual: string | undefined, proposed?: Money): TextQuestion {
  const check = (typed: string): Check => {
    const read = readTypedMoney(typed, usual);
    if (!read) return { wrong: say("prompt.needed") };
    if (read.problem) return { wrong: say(read.problem) };
    if (usual !== undefined && read.money.currency !== usual) return { wrong: say("invoicing.oneCurrency", { currency: usual }) };
    return { understood: say("invoicing.understood", { amount: { money: read.money } }) };
  };
  return { prompt, placeholder: say(usual === undefined ? "invoicing.moneyExample" : "invoicing.moneyIn", { currency: usual ?? "" }), ...(proposed && { value: moneyAsTyped(proposed) }), check };
}

const readDecimal = (typed: string): string => toLatinDigits(typed).trim();
const decimalQuestion = (say: Say, prompt: string): TextQuestion => ({
  prompt,
  placeholder: "7.5",
  check: (typed) => (/^\d{1,6}(?:\.\d{1,4})?$/.test(readDecimal(typed)) && Number(readDecimal(typed)) > 0 ? undefined : { wrong: say("invoicing.needsNumber") }),
});
