import type { BookChange } from "../../book/book";
import { revised, type Revision, type Stamp } from "../../book/changes";
import { addMilestone } from "../../book/milestoneChanges";
import { addNote } from "../../book/noteChanges";
import type { Project } from "../../book/project";
import { milestonesOf, openQuestions, recordById } from "../../book/queries";
import { readTypedDate } from "../../time/typedDate";
import { myZone } from "./baseView";
import type { Answer, KindInput, Need } from "./kind";

// What several kinds of message want to know of a project. Each asks only while the book does not know, and keeps the answer
// there: whoever answers once is not asked again, whichever message comes next.

type Money = Extract<Answer, { readonly minor: number }>;
type Asked = Omit<Need, "keep">;
export type ProjectNeed = (input: KindInput, more?: Partial<Pick<Need, "optional" | "proposed">>) => readonly Need[];

/** @param fields what the answer makes of the project; `undefined`: nothing */
function askFor(need: Asked, known: (project: Project, input: KindInput) => boolean, fields: (answer: Answer, project: Project) => Revision<"project"> | undefined): ProjectNeed {
  return (input, more = {}) => {
    const { project } = input;
    if (!project || known(project, input)) return [];
    return [{ ...need, ...more, keep: keepInProject(project, (found, answer, stamp) => changed(found, fields(answer, found), stamp)) }];
  };
}

type Keep = (project: Project, answer: Answer, stamp: Stamp) => readonly BookChange[];
/** The project is looked up anew: another answer may have changed it meanwhile. */
const keepInProject =
  ({ id }: Project, keep: Keep): NonNullable<Need["keep"]> =>
  (answer, book, stamp) => {
    const project = recordById(book, "project", id);
    return project ? keep(project, answer, stamp) : [];
  };
const changed = (project: Project, fields: Revision<"project"> | undefined, stamp: Stamp) => (fields ? [revised("project", project, fields, stamp)] : []);

export const some = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

type TextField = "goal" | "paymentTerms" | "updatesWhere";
type LinesField = "included" | "excluded" | "assumptions" | "approach" | "needed" | "handover" | "howToUse";
type DateField = "startsOn" | "dueOn" | "supportUntil";
const askText = (field: TextField) =>
  askFor({ name: field, as: "words", ask: { id: `need.${field}` }, hint: { id: `need.${field}.hint` } }, (project) => project[field] !== undefined, (answer) => ({ [field]: answer as string }));
const askLines = (field: LinesField) =>
  askFor({ name: field, as: "lines", ask: { id: `need.${field}` }, hint: { id: `need.${field}.hint` } }, (project) => some(project[field]), (answer) => ({ [field]: answer as readonly string[] }));
const askDate = (field: DateField) =>
  askFor({ name: field, as: "date", ask: { id: `need.${field}` } }, (project) => project[field] !== undefined, (answer) => ({ [field]: answer as Project[DateField] }));

export const needGoal = askText("goal");
export const needPaymentTerms = askText("paymentTerms");
export const needUpdatesWhere = askText("updatesWhere");
export const needIncluded = askLines("included");
export const needExcluded = askLines("excluded");
export const needAssumptions = askLines("assumptions");
export const needApproach = askLines("approach");
export const needNeeded = askLines("needed");
export const needHandover = askLines("handover");
export const needHowToUse = askLines("howToUse");
export const needStartsOn = askDate("startsOn");
export const needDueOn = askDate("dueOn");
export const needSupportUntil = askDate("supportUntil");

/** Paid by the hour: there is no price of the whole. */
const byTheHour = ({ hourly }: Project) => hourly !== undefined;

export const needPriceLow = askFor({ name: "priceLow", as: "money", ask: { id: "need.priceLow" } }, (project) => byTheHour(project) || project.priceRange !== undefined || project.budget !== undefined, (answer) => ({ priceRange: { low: answer as Money } }));
/** Asked for only together with the lower end. */
export const needPriceHigh = askFor(
  { name: "priceHigh", as: "money", ask: { id: "need.priceHigh" }, hint: { id: "need.priceHigh.hint" } },
  (project, { answers }) => answers["priceLow"] === undefined || project.priceRange === undefined || project.priceRange.high !== undefined,
  (answer, { priceRange }) => priceRange && { priceRange: { low: priceRange.low, high: answer as Money } },
);
export const needDaysLow = askFor({ name: "daysLow", as: "days", ask: { id: "need.daysLow" } }, (project) => project.daysRange !== undefined, (answer) => ({ daysRange: { low: answer as number } }));
export const needDaysHigh = askFor(
  { name: "daysHigh", as: "days", ask: { id: "need.daysHigh" }, hint: { id: "need.daysHigh.hint" } },
  (project, { answers }) => answers["daysLow"] === undefined || project.daysRange === undefined || project.daysRange.high !== undefined,
  (answer, { daysRange }) => daysRange && { daysRange: { low: daysRange.low, high: answer as number } },
);
export const needBudget = askFor({ name: "budget", as: "money", ask: { id: "need.budget" } }, (project) => byTheHour(project) || project.budget !== undefined, (answer) => ({ budget: answer as Money }));
export const needDeposit = askFor(
  { name: "deposit", as: "money", ask: { id: "need.deposit" }, hint: { id: "need.deposit.hint" } },
  (project) => byTheHour(project) || project.deposit !== undefined,
  (answer) => ({ deposit: { amount: answer as Money } }),
);

const rounds = ["1", "2", "3", "4", "5"] as const;
/** How many rounds of changes belong to the price. */
export const needRevisions = askFor(
  {
    name: "revisions",
    as: "choice",
    ask: { id: "need.revisions" },
    choices: rounds.map((value) => ({ value, label: { id: "need.revisions.rounds", values: { count: Number(value) } } })),
  },
  (project) => project.revisions !== undefined,
  (answer) => ({ revisions: { agreed: Number(answer), used: 0 } }),
);

/** Stages that do not exist yet, one a line, each with a date behind a colon where there is one: "Checkout: 3 Dec". */
export const needStages: ProjectNeed = (input, more = {}) => {
  const { project, book, now } = input;
  if (!project || milestonesOf(book, project.id).length > 0) return [];
  const at = { now, zone: myZone(input) };
  const keep = keepInProject(project, ({ id }, answer, stamp) =>
    (answer as readonly string[]).flatMap((line) => {
      const colon = line.lastIndexOf(":");
      const typed = colon < 0 ? undefined : readTypedDate(line.slice(colon + 1), at);
      const title = (typed?.due ? line.slice(0, colon) : line).trim();
      return title === "" ? [] : addMilestone({ projectId: id, title, due: typed?.due }, stamp).changes;
    }),
  );
  return [{ name: "stages", as: "lines", ask: { id: "need.stages" }, hint: { id: "need.stages.hint" }, ...more, keep }];
};

/** Questions to the client, each of which is remembered until it is answered. */
export const needQuestions: ProjectNeed = (input, more = {}) => {
  const { project, client, book } = input;
  if (!project || openQuestions(book, { clientId: client.id, projectId: project.id }).length > 0) return [];
  const keep = keepInProject(project, ({ id }, answer, stamp) =>
    [answer].flat().flatMap((text) => addNote({ kind: "question", text: text as string, clientId: client.id, projectId: id }, stamp).changes),
  );
  return [{ name: "questions", as: "lines", ask: { id: "need.questions" }, hint: { id: "need.questions.hint" }, ...more, keep }];
};
