import type { Id } from "../book/fields";
import { owed } from "./derive";
import type { OwedInput } from "./desk";
import type { Owed } from "./owed";
import type { RuleName } from "./ruleNames";

/** Something owed that a call may have told just as well. */
export interface Talkable {
  readonly owed: Owed;
  /** The note, milestone or meeting that it is about. */
  readonly recordId: Id;
}

/** What a talk can settle: an answer, a problem, a delivery, what a meeting decided. */
const talkable: ReadonlySet<RuleName> = new Set<RuleName>(["request", "question", "blocker", "solved", "milestone", "meetingFollowUp"]);

/** All of that which is open at a client, or at one project and the client as such; what presses comes first. */
export const openToTalk = (input: OwedInput, clientId: Id, projectId: Id | undefined): readonly Talkable[] =>
  owed(input).flatMap((one) => {
    const recordId = one.about?.noteId ?? one.about?.milestoneId ?? one.about?.meetingId;
    const isHere = one.clientId === clientId && (projectId === undefined || one.projectId === undefined || one.projectId === projectId);
    return isHere && recordId !== undefined && talkable.has(one.rule) ? [{ owed: one, recordId }] : [];
  });
