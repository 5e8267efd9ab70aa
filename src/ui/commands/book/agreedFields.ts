import type { Revision } from "../../../core/book/changes";
import { usualCurrency } from "../../../core/book/invoicing";
import type { Project } from "../../../core/book/project";
import { understood } from "../../../core/time/typedDate";
import type { PlainDate } from "../../../core/time/types";
import { dateIn } from "../../../core/time/zoned";
import { askText } from "../../prompts/askField";
import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import type { Field } from "../../prompts/fieldMenu";
import { here, type BookCommandsDeps } from "./deps";
import { addressField, listField, textField } from "./fields";
import { countField, moneyField } from "./numberFields";

type Keep = (fields: Revision<"project">) => Promise<unknown>;

/** What was agreed, at what price, and until when. */
export function agreedFields(deps: BookCommandsDeps, project: Project, keep: Keep): readonly Field[] {
  const { say } = deps;
  return [
    textField(deps, { key: "goal", label: say("project.goal") }, project.goal, (goal) => keep({ goal })),
    listField(deps, { key: "included", label: say("project.included") }, project.included, (included) => keep({ included })),
    listField(deps, { key: "excluded", label: say("project.excluded") }, project.excluded, (excluded) => keep({ excluded })),
    listField(deps, { key: "assumptions", label: say("project.assumptions") }, project.assumptions, (assumptions) => keep({ assumptions })),
    listField(deps, { key: "needed", label: say("project.needed") }, project.needed, (needed) => keep({ needed })),
    textField(deps, { key: "orderNumber", label: say("project.orderNumber") }, project.orderNumber, (orderNumber) => keep({ orderNumber })),
    addressField(deps, { key: "orderPage", label: say("project.pageUrl") }, project.pageUrl, (pageUrl) => keep({ pageUrl })),
    ...price(deps, project, keep),
    ...revisions(deps, project, keep),
    dayField(deps, { key: "startsOn", label: say("project.startsOn") }, project.startsOn, (startsOn) => keep({ startsOn })),
    dayField(deps, { key: "dueOn", label: say("project.dueOn") }, project.dueOn, (dueOn) => keep({ dueOn })),
    dayField(deps, { key: "supportUntil", label: say("project.supportUntil") }, project.supportUntil, (supportUntil) => keep({ supportUntil })),
    listField(deps, { key: "handover", label: say("project.handover") }, project.handover, (handover) => keep({ handover })),
    listField(deps, { key: "howToUse", label: say("project.howToUse") }, project.howToUse, (howToUse) => keep({ howToUse })),
  ];
}

/** What it costs, and how it is paid. */
function price(deps: BookCommandsDeps, project: Project, keep: Keep): readonly Field[] {
  const { say } = deps;
  const { budget, hourly, deposit } = project;
  const usual = usualCurrency(deps.book.current(), project);
  return [
    moneyField(deps, { key: "budget", label: say("project.budget") }, budget, (amount) => keep({ budget: amount }), usual),
    moneyField(deps, { key: "rate", label: say("project.rate") }, hourly?.rate, (rate) => keep({ hourly: rate && { ...hourly, rate } }), usual),
    moneyField(deps, { key: "deposit", label: say("project.deposit") }, deposit?.amount, (amount) => keep({ deposit: amount && { ...deposit, amount } }), usual),
    ...(deposit
      ? [
          dayField(
            deps,
            { key: "receivedOn", label: say("project.depositReceived") },
            deposit.receivedOn,
            (receivedOn) => keep({ deposit: { amount: deposit.amount, ...(receivedOn !== undefined && { receivedOn }) } }),
            today(deps),
          ),
        ]
      : []),
    textField(deps, { key: "terms", label: say("project.terms") }, project.paymentTerms, (paymentTerms) => keep({ paymentTerms })),
    countField(deps, { key: "paymentDays", label: say("project.paymentDays") }, project.paymentDays, (paymentDays) => keep({ paymentDays })),
  ];
}

/** Rounds of changes that belong to the price, and those that were had. */
function revisions(deps: BookCommandsDeps, { revisions: rounds }: Project, keep: Keep): readonly Field[] {
  const { say } = deps;
  return [
    countField(deps, { key: "revisions", label: say("project.revisions") }, rounds?.agreed, (agreed) => keep({ revisions: agreed === undefined ? undefined : { agreed, used: rounds?.used ?? 0 } })),
    ...(rounds ? [countField(deps, { key: "revisionsUsed", label: say("project.revisionsUsed") }, rounds.used, (used) => keep({ revisions: { ...rounds, used: used ?? 0 } }))] : []),
  ];
}

const today = (deps: BookCommandsDeps): PlainDate => dateIn(here(deps).now, here(deps).zone);

/** A day on the calendar; a time of day that is typed with it is left aside. @param proposed for Enter alone, where none is set */
function dayField(
  deps: BookCommandsDeps,
  named: Pick<Field, "key" | "label">,
  current: PlainDate | undefined,
  keep: (on: PlainDate | undefined) => Promise<unknown>,
  proposed?: PlainDate,
): Field {
  const { say, screen } = deps;
  const at = here(deps);
  const dueOn = (on: PlainDate | undefined) => on && ({ by: "date", on } as const);
  const due = dueOn(current);
  return {
    ...named,
    current: due ? say("prompt.day", { on: understood(due, at) }) : "",
    async edit() {
      const typed = dueOf((await askText(screen, named.label, dateQuestion(say, at, say("prompt.emptyClears"), dueOn(current ?? proposed)))) ?? "", at);
      const on = typed?.by === "instant" ? dateIn(typed.at, at.zone) : typed?.on;
      if (on !== current) await keep(on);
    },
  };
}
