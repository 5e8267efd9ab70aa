import type { Me } from "../../../core/book/me";
import { readSequence, sequenceOf, writtenNumber } from "../../../core/book/invoicing";
import { askText } from "../../prompts/askField";
import { neededText } from "../../prompts/dateQuestion";
import type { Field } from "../../prompts/fieldMenu";
import { readLines } from "../../prompts/readLines";
import { askInSteps } from "../../prompts/steps";
import type { BookCommandsDeps } from "./deps";
import { listField } from "./fields";

type Keep = (changed: { readonly [F in keyof Me]?: Me[F] | undefined }) => Promise<unknown>;

/** What stands on invoices: who I am, the next number, and how I am paid. */
export function moneyFields(deps: Pick<BookCommandsDeps, "say" | "screen">, me: Me, keep: Keep): readonly Field[] {
  const { say, screen } = deps;
  const sequence = sequenceOf(me);
  const number = { key: "invoiceNumber", label: say("me.invoiceNumber") };
  const next = writtenNumber(sequence, sequence.next);
  const ways = me.paymentDetails ?? [];
  return [
    listField(deps, { key: "letterhead", label: say("me.letterhead") }, me.letterhead, (letterhead) => keep({ letterhead })),
    {
      ...number,
      current: next,
      async edit() {
        const typed = await askText(screen, number.label, {
          prompt: say("me.invoiceNumberPrompt"),
          value: next,
          check: (text) => (readSequence(text) ? undefined : { wrong: say("me.invoiceNumberUnread") }),
        });
        if (typed !== undefined && typed !== next) await keep({ invoiceSequence: readSequence(typed) });
      },
    },
    ...ways.map((way, at) =>
      listField(deps, { key: `paidBy ${at}`, label: say("me.paidBy", { method: way.method }) }, way.lines, (lines) => {
        const left = lines ? ways.with(at, { ...way, lines }) : ways.toSpliced(at, 1);
        return keep({ paymentDetails: left.length > 0 ? left : undefined });
      }),
    ),
    {
      key: "paidBy",
      label: say("me.paidByNew"),
      current: "",
      icon: "add",
      async edit() {
        const way = await askInSteps(screen, { title: say("me.paidByNew"), canLeave: true }, async (ask) => {
          ask.more(2);
          const method = await ask.text("method", neededText(say, { prompt: say("me.paidByName") }));
          const typed = await ask.text("lines", neededText(say, { prompt: say("invoicing.howToPay", { method }), placeholder: say("invoicing.howToPayExample") }));
          return { method, lines: readLines(typed) };
        });
        await keep({ paymentDetails: [...ways, way] });
      },
    },
  ];
}
