import type { BookChange } from "../../../core/book/book";
import { revised } from "../../../core/book/changes";
import type { Client } from "../../../core/book/client";
import { contactMayBeShared } from "../../../core/book/marketplaces";
import type { Meeting } from "../../../core/book/meeting";
import { recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import type { Answered } from "../../../core/ports/services";
import { findThere, followMeeting, makeThere, type Followed } from "../../../flows/followMeeting";
import type { MessageAction } from "../../messages";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { sayUndone } from "../book/keep";
import type { MeetingCommandsDeps } from "./deps";

// The meeting of the book is the one that counts: whatever Zoom says, it is kept, and what Zoom does not know is said.

interface Change {
  readonly changes: readonly BookChange[];
  readonly meeting: Meeting;
}
interface Kept {
  readonly did: Text;
  readonly done: Text;
  readonly next?: readonly MessageAction[];
}

/** The account that a meeting with this client can be made by; none where a marketplace keeps calls to itself. */
export const zoomFor = (client: Client, { zoom }: Pick<MeetingCommandsDeps, "zoom">): string | undefined => (contactMayBeShared(client) ? zoom.name() : undefined);

/** Keeps a change of a meeting with what Zoom made of it, and says so, with the way back, on which Zoom is taken along. */
export async function keepMeeting(change: Change, { did, done, next = [] }: Kept, deps: MeetingCommandsDeps, wants: "follow" | "make" = "follow"): Promise<void> {
  const { answer, undo } = await keep(change, did, deps, wants);
  const actions: readonly MessageAction[] = [...next, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await undo()) }];
  if (answer.is === "ok") deps.messages.inform(done, ...actions);
  else deps.messages.warn({ id: wants === "make" ? "meetings.zoomMissing" : "meetings.zoomBehind", values: { done, reason: answer.reason } }, again(change.meeting.id, deps), ...actions);
}

/** Keeps a change without a word, unless Zoom could not follow. */
export async function keepQuietly(change: Change, did: Text, deps: MeetingCommandsDeps): Promise<void> {
  const { answer } = await keep(change, did, deps, "follow");
  if (answer.is !== "ok") tellTrouble(change.meeting, answer.reason, deps);
}

/** Several meetings in one change, with one way back. Of each that Zoom could not follow it is said. */
export async function keepMeetings(all: readonly Change[], { did, done }: Pick<Kept, "did" | "done">, deps: MeetingCommandsDeps): Promise<void> {
  const told: Told[] = [];
  for (const change of all) told.push(await tell(change, deps, "follow"));
  const back = async () => {
    for (const { takeBack } of told) await takeBack?.();
  };
  const undo = await deps.undoing.change(did, told.flatMap(({ changes }) => changes), back);
  deps.messages.inform(done, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await undo()) });
  for (const { answer, meeting } of told) if (answer.is !== "ok") tellTrouble(meeting, answer.reason, deps);
}

async function keep(change: Change, did: Text, deps: MeetingCommandsDeps, wants: "follow" | "make") {
  const { answer, changes, takeBack } = await tell(change, deps, wants);
  const undo = await deps.undoing.change(did, changes, takeBack);
  return { answer, undo };
}

interface Told extends Change {
  readonly answer: Answered<Followed>;
  /** Absent: there is nothing to take back over there. */
  readonly takeBack: (() => Promise<void>) | undefined;
}

/** Tells Zoom of a change, and puts what came of it into the change. */
async function tell({ changes, meeting }: Change, deps: MeetingCommandsDeps, wants: "follow" | "make"): Promise<Told> {
  const answer = wants === "make" ? await asked(meeting, "make", deps) : await asked(meeting, meeting.linked ? "follow" : "nothing", deps);
  const followed = leftBy(answer);
  const { linked } = withFields(meeting, followed);
  return {
    meeting,
    answer,
    changes: changes.map((each) => (each.op === "put" && each.kind === "meeting" && each.record.id === meeting.id ? { ...each, record: withFields(each.record, followed) } : each)),
    takeBack: linked && (() => takeAlong({ ...meeting, linked }, deps)),
  };
}

/** What the book keeps of an answer: also that there was none to a meeting that was to be made, over a restart and in other windows. */
const leftBy = (answer: Answered<Followed>): Followed => (answer.is === "ok" ? answer.value : answer.is === "unclear" && answer.reason.id === "service.unclearMade" ? { unclearIn: "zoom" } : {});
const withFields = (meeting: Meeting, fields: Followed): Meeting => Object.fromEntries(Object.entries({ ...meeting, ...fields }).filter(([, value]) => value !== undefined)) as Meeting;

/** A change was taken back: so it is in Zoom. @param left as the change had left the meeting there */
async function takeAlong(left: Meeting & Required<Pick<Meeting, "linked">>, deps: MeetingCommandsDeps): Promise<void> {
  const now = recordById(deps.book.current(), "meeting", left.id);
  // What was added is gone from the book by then.
  const meant: Meeting = now ? { ...now, linked: left.linked } : { ...left, cancelledAt: deps.clock.now() };
  const answer = await asked(meant, "follow", deps);
  if (answer.is !== "ok") tellTrouble(meant, answer.reason, deps, now !== undefined);
  // One that was called off there has another link now.
  else if (now && answer.value.link !== undefined) await deps.book.change([revised("meeting", now, answer.value, here(deps))]);
}

/** Has Zoom catch up with a meeting as it stands in the book, or makes it one there. */
export async function catchUp(meetingId: string, deps: MeetingCommandsDeps): Promise<void> {
  const meeting = recordById(deps.book.current(), "meeting", meetingId);
  if (!meeting) return;
  const keepIt = async (fields: Followed) => {
    const now = recordById(deps.book.current(), "meeting", meetingId);
    if (now && Object.keys(fields).length > 0) await deps.book.change([revised("meeting", now, fields, here(deps))]);
  };
  if (meeting.unclearIn !== undefined) {
    const found = await foundInZoom(meeting, deps);
    if (found) {
      await keepIt(found);
      deps.messages.inform({ id: "meetings.zoomFound", values: { name: meeting.title } });
      return;
    }
    // A list can lag behind, or be closed to the app: only the user can say that it is not there.
    if (await isInZoom(meeting, deps)) return;
  }
  const { unclearIn: _, ...looked } = meeting;
  const answer = await asked(looked, meeting.linked ? "follow" : "make", deps);
  await keepIt({ ...(meeting.unclearIn !== undefined && { unclearIn: undefined }), ...leftBy(answer) });
  if (answer.is === "ok") deps.messages.inform({ id: meeting.linked ? "meetings.zoomCaughtUp" : "meetings.zoomMade", values: { name: meeting.title } });
  else tellTrouble(meeting, answer.reason, deps);
}

/** Looks among the meetings that are there, where the app may. */
async function foundInZoom(meeting: Meeting, { zoom, say, progress, log, book }: MeetingCommandsDeps): Promise<Followed | undefined> {
  const others = book.current().meeting.filter(({ id }) => id !== meeting.id);
  const answer = await progress(say("meetings.zoomLooking"), () => findThere(meeting, others, zoom.name() ?? "", zoom.open()));
  if (answer.is === "ok") return answer.value;
  log.warn(`Zoom, looking for meeting ${meeting.id}: ${answer.detail}`);
  return undefined;
}

/** Asks the user, who can look there. One that is there stays unclear: to make it anew leads to this question. */
const isInZoom = ({ title }: Meeting, { say, screen }: MeetingCommandsDeps): Promise<boolean> =>
  askInSteps(screen, { title: "Zoom" }, (ask) =>
    ask.pick<boolean>("there", {
      placeholder: say("meetings.zoomIsItThere", { name: title }),
      choices: [
        { label: say("meetings.zoomItIs"), icon: "check", value: true },
        { label: say("meetings.zoomItIsNot"), icon: "refresh", value: false },
      ],
    }),
  );

async function asked(meeting: Meeting, what: "follow" | "make" | "nothing", { zoom, say, progress, log }: MeetingCommandsDeps): Promise<Answered<Followed>> {
  if (what === "nothing") return { is: "ok", value: {} };
  if (meeting.unclearIn !== undefined) return { is: "unclear", reason: { id: "service.unclearMade", values: { service: "Zoom" } }, detail: "not looked yet" };
  const account = zoom.name() ?? "";
  const answer = await progress(say("meetings.zoomGoing"), () => (what === "make" ? makeThere(meeting, account, zoom.open()) : followMeeting(meeting, account, zoom.open())));
  if (answer.is !== "ok") log.warn(`Zoom, meeting ${meeting.id}: ${answer.is}: ${answer.detail}`);
  return answer;
}

function tellTrouble({ id, title }: Meeting, reason: Text, deps: MeetingCommandsDeps, canTryAgain = true): void {
  deps.messages.warn({ id: "meetings.zoomTrouble", values: { name: title, reason } }, ...(canTryAgain ? [again(id, deps)] : []));
}

const again = (meetingId: string, deps: MeetingCommandsDeps): MessageAction => ({ label: { id: "meetings.zoomAgain" }, run: () => catchUp(meetingId, deps) });
