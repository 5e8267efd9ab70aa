import { dueLater, milestoneOfRequest, roundOf } from "../../book/changeRequest";
import { revised } from "../../book/changes";
import type { Due } from "../../book/fields";
import { marketplaceOf } from "../../book/marketplaces";
import type { Note } from "../../book/note";
import { recordById } from "../../book/queries";
import { writeMoney } from "../../language/money";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, myCalendar, theirCalendar } from "./baseView";
import { mayGive } from "./giving";
import { defineKind, type Answer, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { known, rateOf } from "./projectViews";
import { dueMeaning } from "./sharedMeanings";

interface ChangeView extends MessageView {
  /** The request, in the words of its note. */
  readonly what?: string;
  /** What it costs on top. */
  readonly price?: string;
  /** By the hour, as all the work is. */
  readonly rate?: string;
  /** It costs nothing on top. */
  readonly free: boolean;
  /** More working days. */
  readonly days?: number;
  /** When its milestone, or the whole, would be done then. */
  readonly newDue?: DueView;
  readonly milestone?: string;
  /** It is one of the rounds of changes that were agreed, or one beyond them. */
  readonly revision?: { readonly number: number; readonly agreed: number; readonly within: boolean };
  readonly answerBy?: DueView;
  /** How it is ordered; one is true on a marketplace. */
  readonly orderExtra: boolean;
  readonly orderMilestone: boolean;
  readonly orderThere: boolean;
}

const answerDays = 3;

function roundIn({ about, project }: KindInput) {
  return about.note?.change?.revision === true && project ? roundOf(project) : undefined;
}

/** Nothing is asked for it, and it is no round of changes that was agreed. */
const isFree = (input: KindInput): boolean => {
  const price = input.about.note?.change?.price;
  return roundIn(input)?.within !== true && input.project?.hourly === undefined && (price === undefined || price.minor === 0);
};

function newDueOf(input: KindInput): Pick<ChangeView, "newDue" | "milestone"> {
  const { book, about, project } = input;
  const days = about.note?.change?.days ?? 0;
  if (!about.note || days === 0) return {};
  const milestone = milestoneOfRequest(book, about.note);
  const due: Due | undefined = milestone ? milestone.due : project?.dueOn && { by: "date", on: project.dueOn };
  if (!due) return {};
  const later = dueLater(due, days, { mine: myCalendar(input), theirs: theirCalendar(input) });
  return { newDue: viewDue(later, clocksOf(input)), ...known("milestone", milestone?.title) };
}

function view(input: KindInput): ChangeView {
  const base = baseView(input);
  const { about, answers, client, project } = input;
  const { note } = about;
  const change = note?.change;
  const revision = roundIn(input);
  const as = marketplaceOf(client)?.extraAs.is;
  const answerBy = answers["answerBy"] as Due | undefined;
  const days = change?.days ?? 0;
  return {
    ...base,
    ...known("what", note?.text),
    ...(change?.price && change.price.minor > 0 && { price: writeMoney(change.price, base) }),
    ...(project && !change?.price && known("rate", rateOf(project, base))),
    free: isFree(input),
    ...(days > 0 && { days }),
    ...newDueOf(input),
    ...known("revision", revision),
    ...(answerBy && { answerBy: viewDue(answerBy, clocksOf(input)) }),
    orderExtra: as === "extra" && revision?.within !== true,
    orderMilestone: as === "milestone" && revision?.within !== true,
    orderThere: as === "there" && revision?.within !== true,
  };
}

type Change = NonNullable<Note["change"]>;
const keepIn =
  ({ id }: Note, field: (answer: Answer) => Partial<Change>): NonNullable<Need["keep"]> =>
  (answer, book, stamp) => {
    const note = recordById(book, "note", id);
    return note ? [revised("note", note, { change: { ...note.change, ...field(answer) } }, stamp)] : [];
  };

function needs(input: KindInput): readonly Need[] {
  const { about, project, now } = input;
  const { note } = about;
  if (!note) return [];
  const { change } = note;
  const their = theirCalendar(input);
  const answerBy = their.addWorkingDays(their.dateAt(now), answerDays);
  const round = project && roundOf(project);
  const list: Need[] = [];
  if (round && change?.revision === undefined) {
    list.push({
      name: "revision",
      as: "choice",
      ask: { id: "need.revision" },
      choices: [
        { value: "extra", label: { id: "need.revision.extra" } },
        { value: "round", label: { id: "need.revision.round", values: { number: round.number, agreed: round.agreed } } },
      ],
      keep: keepIn(note, (answer) => ({ revision: answer === "round" })),
    });
  }
  const paid = !(change?.revision === true && round?.within === true) && project?.hourly === undefined;
  if (paid && change?.price === undefined) {
    // Work for nothing is a gift: near a review that was asked for, there is none.
    const free = mayGive(input);
    list.push({ name: "price", as: "money", ask: { id: "need.changePrice" }, ...(free && { hint: { id: "need.changePrice.hint" }, optional: true }), keep: keepIn(note, (answer) => ({ price: answer as NonNullable<Change["price"]> })) });
  }
  if (change?.days === undefined) {
    list.push({ name: "days", as: "days", ask: { id: "need.changeDays" }, hint: { id: "need.changeDays.hint" }, optional: true, keep: keepIn(note, (answer) => ({ days: answer as number })) });
  }
  // From then on the client's yes or no can be told, whatever else was left empty.
  return [...list, { name: "answerBy", as: "due", ask: { id: "need.answerBy" }, proposed: answerBy, keep: keepIn(note, () => ({})) }];
}

/** The client wants more than was agreed: what it is, what it changes, and a yes or no by a day. */
export const change = defineKind<ChangeView>({
  kind: "change",
  project: "optional",
  about: "request",
  fits: ({ about, book, client, project }) => {
    if (about.note) return about.note.kind === "request" && about.note.change?.said === undefined ? 2 : 0;
    const open = book.note.some((note) => note.kind === "request" && note.clientId === client.id && note.settledAt === undefined && note.archivedAt === undefined && (!project || note.projectId === project.id));
    return open ? 1 : 0;
  },
  needs,
  compose: view,
  noteIds: ({ about }) => (about.note ? [about.note.id] : []),
  incentive: isFree,
  meanings: {
    what: "variable.what",
    price: "variable.change.price",
    rate: "variable.rate",
    free: "variable.free",
    days: "variable.change.days",
    newDue: dueMeaning("variable.newDue"),
    milestone: "variable.change.milestone",
    revision: { means: "variable.revision", fields: { number: "variable.revision.number", agreed: "variable.revision.agreed", within: "variable.revision.within" } },
    answerBy: dueMeaning("variable.answerBy"),
    orderExtra: "variable.orderExtra",
    orderMilestone: "variable.orderMilestone",
    orderThere: "variable.orderThere",
  },
});
