import type { MessageKind } from "../../book/messageKind";
import type { Project } from "../../book/project";
import type { SentRecord } from "../../book/sentRecord";
import type { Instant, PlainDate } from "../../time/types";
import { addDays, addMonths, daysBetween, later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { Place } from "../places";
import { none, one, turnOf, type Find } from "./rule";

/** The messages of one kind on this project, or on none in particular, oldest first. */
const sentOn = (kind: MessageKind, { project }: Place, desk: Desk): readonly SentRecord[] =>
  desk.sent(kind).filter(({ projectId }) => projectId === undefined || projectId === project?.id);

/** Set by those who deliver; a project that was only ever called delivered by name has no time to count from. */
const deliveredAt = (project: Project | undefined): Instant | undefined =>
  project && (project.status === "delivered" || project.status === "support" || project.status === "closed") ? project.deliveredAt : undefined;

/** Questions about what was delivered: `n` days after it, unless the client has said something by then. */
export const feedback: Find = (place, desk, n) => {
  const { project, notes } = place;
  const at = deliveredAt(project);
  if (!project || at === undefined || sentOn("feedback", place, desk).some((record) => record.at >= at)) return none;
  if (notes.some((note) => note.kind === "feedback" && (note.at ?? note.createdAt) >= at)) return none;
  return one(desk.onOrAfter(addDays(desk.mine.dateAt(at), Math.round(n))), { id: `feedback:${project.id}:${at}`, what: "feedback" });
};

/** Marketplaces treat a review near a discount, gift, refund or free work as bought. */
const INCENTIVE_DAYS = 14;

/** The one request for a review of a project: `n` days after delivery, and more than 14 days after anything given. Whatever the feedback was. */
export const review: Find = (place, desk, n) => {
  const { project } = place;
  const at = deliveredAt(project);
  if (!project || at === undefined || sentOn("review", place, desk).length > 0) return none;
  const day = addDays(desk.mine.dateAt(at), Math.round(n));
  const incentive = desk.lastIncentive;
  const clear = incentive === undefined ? day : addDays(desk.mine.dateAt(incentive), INCENTIVE_DAYS + 1);
  return one(desk.onOrAfter(clear > day ? clear : day), { id: `review:${project.id}`, what: "review" });
};

/** A support window shorter than this has no middle worth a message. */
const SHORT_WINDOW_DAYS = 14;

/** Half-way through the support window: is all well? */
export const supportMidway: Find = (place, desk) => {
  const { project } = place;
  const window = supportOf(project, desk);
  if (!project || !window || daysBetween(window.from, window.to) < SHORT_WINDOW_DAYS) return none;
  const middle = addDays(window.from, Math.floor(daysBetween(window.from, window.to) / 2));
  if (sentOn("support", place, desk).some(({ at }) => desk.mine.dateAt(at) >= window.from)) return none;
  return one(desk.onOrAfter(middle), { id: `support:mid:${project.id}:${window.to}`, what: "supportMidway", about: { form: "midway" } });
};

/** `n` days before the support window ends. */
export const supportEnding: Find = (place, desk, n) => {
  const { project } = place;
  const window = supportOf(project, desk);
  if (!project || !window) return none;
  const day = addDays(window.to, -Math.round(n));
  const middle = addDays(window.from, Math.ceil(daysBetween(window.from, window.to) / 2));
  if (sentOn("support", place, desk).some(({ at, about }) => about?.form === "ending" || desk.mine.dateAt(at) > middle)) return none;
  const when = desk.onOrBefore(day, window.since);
  return one(when, { id: `support:end:${project.id}:${window.to}`, what: "supportEnding", values: { on: { time: "day", on: window.to, today: desk.today } }, about: { form: "ending" } });
};

function supportOf(project: Project | undefined, desk: Desk): { readonly from: PlainDate; readonly to: PlainDate; readonly since: Instant } | undefined {
  const since = deliveredAt(project);
  if (since === undefined || project?.supportUntil === undefined || project.status === "closed") return undefined;
  return { from: desk.mine.dateAt(since), to: project.supportUntil, since };
}

/** After this long nobody thanks for a project any more. */
const THANKS_DAYS = 60;

/** Thanks for a project: within `n` working days of closing it. */
export const thanks: Find = (place, desk, n) => {
  const { project } = place;
  if (project?.closedAt === undefined || project.status !== "closed") return none;
  // Said while closing, it is said.
  if (sentOn("thanks", place, desk).some(({ at }) => at >= (project.deliveredAt ?? project.createdAt))) return none;
  const until = later(project.closedAt, THANKS_DAYS * 24 * 60);
  return one(desk.within(project.closedAt, n), { id: `thanks:${project.id}:${project.closedAt}`, what: "thanks", until });
};

const isUnderWay = ({ status }: Project): boolean => status !== "closed";

/** A client all of whose projects are closed: once, `n` months after the last word. */
export const comeback: Find = (place, desk, n) => {
  const { projects } = place;
  if (place.project || projects.length === 0 || projects.some(isUnderWay)) return none;
  const due = comebackOf(place, desk);
  if (!due || due.isSaid) return none;
  const word = lastWordOf(place, desk);
  const since = word !== undefined && word > due.closed ? word : due.closed;
  return one(desk.onOrAfter(addMonths(desk.mine.dateAt(since), Math.max(1, Math.round(n)))), { id: due.id, what: "comeback" });
};

/** After the last closing: whether the client was asked back, or the user chose not to. */
function comebackOf({ client, projects }: Place, desk: Desk): { readonly id: string; readonly closed: Instant; readonly isSaid: boolean } | undefined {
  const closed = projects.flatMap(({ closedAt }) => (closedAt === undefined ? [] : [closedAt])).sort().at(-1);
  if (closed === undefined) return undefined;
  const id = `comeback:${client.id}:${closed}`;
  const answer = desk.answer(id)?.said.what;
  return { id, closed, isSaid: desk.sent("comeback").some(({ at }) => at > closed) || answer === "skipped" || answer === "settled" };
}

/** A client who has had no word for `n` days: a short human hello. Where all is closed, only after the word that asks them back. */
export const touch: Find = (place, desk, n) => {
  const { client, projects } = place;
  if (place.project || projects.length === 0) return none;
  if (!projects.some(isUnderWay) && comebackOf(place, desk)?.isSaid !== true) return none;
  const { id, since } = turnOf(lastWordOf(place, desk) ?? client.createdAt, (at) => `touch:${client.id}:${at}`, desk);
  return one(desk.onOrAfter(addDays(desk.mine.dateAt(since), Math.max(1, Math.round(n)))), { id, what: "touch" });
};

/** Every `n` months of a contract that lasts: what works, what does not, what to change. */
export const serviceReview: Find = (place, desk, n) => {
  const { project } = place;
  if (project?.status !== "active") return none;
  const began = sentOn("service-review", place, desk).at(-1)?.at ?? project.createdAt;
  const { id, since } = turnOf(began, (at) => `service-review:${project.id}:${at}`, desk);
  return one(desk.onOrAfter(addMonths(desk.mine.dateAt(since), Math.max(1, Math.round(n)))), { id, what: "serviceReview" });
};

/** The last word on anything. */
function lastWordOf({ projects }: Place, desk: Desk): Instant | undefined {
  return [undefined, ...projects.map(({ id }) => id)]
    .map((id) => desk.lastWord(id))
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
