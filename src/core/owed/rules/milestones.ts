import type { MessageKind } from "../../book/messageKind";
import type { Milestone } from "../../book/milestone";
import type { Instant } from "../../time/types";
import { later } from "../../time/zoned";
import type { Desk } from "../desk";
import { atRiskFrom, dueDayOf } from "../forecast";
import type { When } from "../found";
import type { Place } from "../places";
import { announcementId } from "./announcementId";
import { none, one, type Find } from "./rule";

const isDelivered = ({ state }: Milestone): boolean => state === "delivered" || state === "accepted";
const isLast = (milestone: Milestone, { milestones }: Place): boolean => milestones.every((other) => other.id === milestone.id || isDelivered(other));

/** Messages that say how far the milestones are, whichever they are about. */
const tellAll: readonly MessageKind[] = ["progress", "status", "delivery"];
/** Who delivers by sending the message marks it delivered a moment later; a new delivery comes days after. */
const SAME_DELIVERY_MINUTES = 24 * 60;

/** Milestones that were delivered and not told: within `n` working days, on a good day after it. The last one makes it the delivery. */
export const announcements: Find = (place, desk, n) => {
  const { project, milestones } = place;
  if (!project || project.status === "lead" || project.status === "closed") return none;
  return milestones.flatMap((milestone) => {
    const { deliveredAt } = milestone;
    if (deliveredAt === undefined || !isDelivered(milestone) || isTold(milestone, deliveredAt, place, desk)) return none;
    const last = isLast(milestone, place);
    return one(desk.within(deliveredAt, n), {
      id: announcementId(milestone),
      what: last ? "delivery" : "milestone",
      kind: last ? "delivery" : "milestone",
      values: { milestone: milestone.title },
      about: { milestoneId: milestone.id },
    });
  });
};

function isTold(milestone: Milestone, deliveredAt: Instant, { project }: Place, desk: Desk): boolean {
  const own = later(deliveredAt, -SAME_DELIVERY_MINUTES);
  const ownKinds = (["milestone", "delivery"] as const).flatMap((kind) => desk.sent(kind));
  if (ownKinds.some(({ about, at }) => about?.milestoneId === milestone.id && at >= own)) return true;
  const talked = desk.talkedOver(milestone.id);
  if (talked !== undefined && talked >= own) return true;
  const here = (id: string | undefined) => id === undefined || id === project?.id;
  return tellAll.some((kind) => desk.sent(kind).some(({ at, projectId }) => at > deliveredAt && here(projectId)));
}

const dueKey = ({ due }: Milestone): string => (due === undefined ? "" : due.by === "date" ? due.on : due.at);
const riskId = (milestone: Milestone): string => `risk:${milestone.id}:${dueKey(milestone)}`;

/** Milestones still to be delivered, where the delivery clocks run: not while the client is waited for. */
function running({ project, milestones }: Place): readonly Milestone[] {
  if (!project || project.status === "lead" || project.status === "closed" || project.status === "waitingForClient") return none;
  return milestones.filter((milestone) => milestone.due !== undefined && !isDelivered(milestone));
}

/** A word on the delay of this milestone, at or after a moment. */
const delayTold = (milestone: Milestone, since: Instant, desk: Desk): boolean =>
  desk.sent("delay").some(({ about, at }) => about?.milestoneId === milestone.id && at >= since);

function riskOf(milestone: Milestone, place: Place, desk: Desk, daysLate: number): When | undefined {
  const { project } = place;
  const due = dueDayOf(milestone, desk.mine);
  const day = project && atRiskFrom({ milestone, project, milestones: place.milestones, mine: desk.mine }, daysLate);
  if (day === undefined || due === undefined) return undefined;
  // A date or a list that was changed after that is a new look at it.
  const changed = desk.mine.dateAt(milestone.changedAt);
  const window = desk.onOrAfter(changed > day ? changed : day);
  return window && desk.mine.dateAt(window.sendBy) <= due ? window : undefined;
}

/** Dates at risk: on the first good day on which the pace would miss them by `n` working days or more. */
export const datesAtRisk: Find = (place, desk, n) =>
  running(place).flatMap((milestone) => {
    const when = riskOf(milestone, place, desk, Math.max(1, Math.round(n)));
    if (!when || delayTold(milestone, when.readyFrom, desk)) return none;
    return one(when, { id: riskId(milestone), what: "risk", values: { milestone: milestone.title }, about: { milestoneId: milestone.id } });
  });

/** Dates that are near, to be delivered on, and those that were missed, to be told. A hard clock from `n` hours before it. */
export const deadlines: Find = (place, desk, n) => [...milestoneDates(place, desk, n), ...projectDate(place, desk)];

/** The day on which the whole is due, where no milestone is left to stand for it. */
function projectDate(place: Place, desk: Desk): ReturnType<Find> {
  const { project, milestones } = place;
  if (!project || project.dueOn === undefined || project.status !== "active") return none;
  if (milestones.some((milestone) => !isDelivered(milestone))) return none;
  // Whoever has the last delivery still to tell of is asked for that word alone.
  if (milestones.some((milestone) => milestone.deliveredAt !== undefined && !isTold(milestone, milestone.deliveredAt, place, desk))) return none;
  const when = desk.onOrBefore(project.dueOn, project.createdAt);
  if (!when || desk.sent("delay").some(({ projectId, at }) => projectId === project.id && at >= when.sendBy)) return none;
  return one(when, { id: `deadline:${project.id}:${project.dueOn}`, what: "deadline", kind: "delivery", kindWhenOverdue: "delay", values: { milestone: project.name } });
}

const milestoneDates: Find = (place, desk, n) =>
  running(place).flatMap((milestone) => {
    const { due } = milestone;
    const when = due?.by === "instant" ? hardClock(due.at, desk, n) : byDay(milestone, place, desk);
    if (!when || delayTold(milestone, when.sendBy, desk)) return none;
    const last = isLast(milestone, place);
    const near = `deadline:${milestone.id}:${dueKey(milestone)}`;
    const answer = desk.isClosed(near) ? desk.answer(near) : undefined;
    // Whoever was not to be reminded of the date has not yet said anything of missing it.
    const missed = answer !== undefined && answer.at < when.sendBy;
    const found = {
      id: near,
      what: "deadline",
      kind: last ? "delivery" : "milestone",
      kindWhenOverdue: "delay",
      values: { milestone: milestone.title },
      about: { milestoneId: milestone.id },
    } as const;
    return one(when, missed ? { ...found, id: `missed:${milestone.id}:${dueKey(milestone)}`, from: when.sendBy } : found);
  });

/** While the delay itself is to be told, the date is not named a second time. */
function byDay(milestone: Milestone, place: Place, desk: Desk): When | undefined {
  const due = dueDayOf(milestone, desk.mine);
  if (due === undefined || riskIsOwed(milestone, place, desk)) return undefined;
  return desk.onOrBefore(due, milestone.createdAt);
}

function riskIsOwed(milestone: Milestone, place: Place, desk: Desk): boolean {
  const n = desk.numberOf("dateAtRisk", place);
  const when = n === undefined ? undefined : riskOf(milestone, place, desk, Math.max(1, Math.round(n)));
  return when !== undefined && !desk.isClosed(riskId(milestone)) && !delayTold(milestone, when.readyFrom, desk);
}

/** Ready so many hours before, and no later than in my last hours before it, so that it is met at a time when I work. */
function hardClock(at: Instant, desk: Desk, hours: number): When {
  const before = later(at, -hours * 60);
  const mine = desk.mine.lastSpanAt(later(at, -60))?.start;
  return { readyFrom: mine !== undefined && mine < before ? mine : before, sendBy: at, overlaps: true, hard: true };
}
