import type { Id } from "../../book/fields";
import { milestonesOf, notesForProject } from "../../book/queries";
import { dateIn } from "../../time/zoned";
import type { Standing } from "../../work/commit";
import type { WorkItem } from "../../work/summary";
import type { PlainDate } from "../../time/types";
import { isHeldUp, viewMilestones } from "../milestoneViews";
import { viewNotes } from "../noteViews";
import type { DueView, ItemView, MilestoneView, QuestionView } from "../progressView";
import { baseView, clocksOf, myCalendar, theirZone } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { dueMeaning, questionMeaning } from "./sharedMeanings";
import { itemMeaning, milestoneMeaning } from "./workMeanings";

interface StatusView extends MessageView {
  readonly live: readonly ItemView[];
  readonly ready: readonly ItemView[];
  readonly inProgress: readonly ItemView[];
  /** How much more there is to tell than the lines above; the next update tells it. */
  readonly more?: number;
  readonly next?: MilestoneView;
  readonly projectDue?: DueView;
  readonly blocker?: string;
  readonly question?: QuestionView;
  /** Nothing is new since this day. */
  readonly nothingSince?: PlainDate;
  /** Nothing at all is known to tell. */
  readonly bare: boolean;
}

/** Whoever asks how things stand wants to read it at a glance. */
const mostLines = 5;

/** How far the work is, in five lines at most. It tells what it tells, and leaves the rest to the next update. */
export const status = defineKind<StatusView>({
  kind: "status",
  project: "required",
  tellsWork: true,
  fits: ({ book, client, project }) => {
    if (!project || project.status === "closed" || project.status === "lead") return 0;
    return book.note.some((note) => note.kind === "request" && note.clientId === client.id && note.settledAt === undefined && note.archivedAt === undefined) ? 2 : 1;
  },
  needs: () => [],
  compose: (input) => {
    const { question, blocker, milestones } = standsOf(input);
    const due = milestones.next ?? milestones.projectDue;
    const lines = mostLines - [due, blocker, question].filter((line) => line !== undefined).length;
    const work = shown(input.summary?.items ?? [], lines);
    const nothing = work.told === 0;
    const last = input.sent.findLast(({ kind, projectId }) => kind === "progress" && projectId === input.project?.id);
    return {
      ...baseView(input),
      live: work.of("live"),
      ready: work.of("ready"),
      inProgress: work.of("inProgress"),
      ...(work.more > 0 && { more: work.more }),
      ...(milestones.next && { next: milestones.next }),
      ...(milestones.projectDue && { projectDue: milestones.projectDue }),
      ...(blocker !== undefined && { blocker }),
      ...(question && { question }),
      ...(nothing && last && { nothingSince: dateIn(last.at, theirZone(input)) }),
      bare: nothing && due === undefined && blocker === undefined && question === undefined,
    };
  },
  noteIds: (input) => standsOf(input).noteIds,
  meanings: {
    live: itemMeaning("variable.status.live"),
    ready: itemMeaning("variable.status.ready"),
    inProgress: itemMeaning("variable.status.inProgress"),
    more: "variable.status.more",
    next: milestoneMeaning("variable.next"),
    projectDue: dueMeaning("variable.projectDue"),
    blocker: "variable.blocker",
    question: questionMeaning("variable.question"),
    nothingSince: "variable.nothingSince",
    bare: "variable.bare",
  },
});

/** The one thing that holds the work up, the one question, and the milestone in hand. */
function standsOf(input: KindInput) {
  const { book, project } = input;
  const clocks = clocksOf(input);
  const notes = project ? notesForProject(book, project) : [];
  const open = notes.filter(({ forUpdate, settledAt }) => forUpdate && settledAt === undefined);
  const first = (kind: "blocker" | "question") => open.find((note) => note.kind === kind);
  const [blocker, asked] = [first("blocker"), first("question")];
  const { question } = viewNotes(asked ? [asked] : [], new Set(), clocks);
  const milestones = project ? viewMilestones(milestonesOf(book, project.id), project, undefined, clocks, isHeldUp(project, notes) ? undefined : myCalendar(input)) : { delivered: [], alongside: [] };
  return {
    blocker: blocker?.text,
    question,
    milestones,
    noteIds: [blocker, asked].flatMap((note): readonly Id[] => (note ? [note.id] : [])),
  };
}

/** Finished work first; where work goes on, one line is for it. */
function shown(items: readonly WorkItem[], lines: number) {
  const done = items.filter(({ standing }) => standing !== "inProgress");
  const going = items.filter(({ standing }) => standing === "inProgress");
  const room = Math.max(lines, 1);
  const forDone = done.slice(0, going.length > 0 && room > 1 ? room - 1 : room);
  const picked = [...forDone, ...going.slice(0, room - forDone.length)];
  return {
    told: picked.length,
    more: items.length - picked.length,
    of: (standing: Standing): readonly ItemView[] => picked.filter((item) => item.standing === standing).map(({ id, text, section }) => ({ id, text, section })),
  };
}
