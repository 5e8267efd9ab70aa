import type { Absence } from "../../../core/book/absence";
import { affectedClients } from "../../../core/book/absenceChanges";
import { recordById } from "../../../core/book/queries";
import { leaveOverlaps, type Overlap } from "../../../core/report/leaveOverlaps";
import type { TextId } from "../../../core/say";
import { unlessCancelled } from "../../prompts/cancelled";
import type { Choice, Choices } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { WriteArgument } from "../draft/writeArgument";
import type { NodeArgument } from "../nodeArgument";
import type { PlanCommandsDeps } from "./deps";
import { tellClients } from "./tellClients";

type Step = Overlap["steps"][number];
interface OverlapIn {
  readonly absence: Absence;
  readonly overlap: Overlap;
}
type Row = OverlapIn | "tell" | "done";

/** What falls into the leave, one after the other, with what to do about each; and the word to those who should know. */
export async function showOverlaps(absences: readonly Absence[], deps: PlanCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const input = await deps.owedInput();
  const found = absences.flatMap((absence) => leaveOverlaps({ ...input, absence }).map((overlap): OverlapIn => ({ absence, overlap })));
  const clients = affectedClients(input.book);
  if (found.length === 0 && clients.length === 0) {
    deps.messages.inform({ id: "leave.nothingFalls" });
    return;
  }
  const handled = new Map<OverlapIn, Step>();
  let told = false;
  for (;;) {
    const rest = found.find((one) => !handled.has(one));
    const tell: Choice<Row> = { label: told ? say("leave.toldClients", { count: clients.length }) : say("leave.tellClients", { count: clients.length }), icon: told ? "check" : "mail", value: "tell" };
    const choices: Choices<Row> = [
      ...(found.length > 0 ? [{ separator: say("leave.fallsIn") }] : []),
      ...found.map((one) => row(one, handled.get(one), deps)),
      { separator: say("leave.andThen") },
      ...(clients.length > 0 ? [tell] : []),
      { label: say("leave.done"), icon: "close", value: "done" },
    ];
    const active = rest ?? (clients.length > 0 && !told ? "tell" : "done");
    const picked = await unlessCancelled(() => askInSteps(screen, { title: say("leave.overlaps") }, (ask) => ask.pick<Row>("overlap", { placeholder: say("leave.whatFalls", { count: found.length }), choices, active })));
    if (picked === undefined || picked === "done") return;
    if (picked === "tell") told = (await tellClients(absences, clients, deps)) || told;
    else {
      const step = await unlessCancelled(() => askStep(picked, deps));
      if (step === undefined) continue;
      // A step that was begun and cancelled leaves the row as it was.
      if (await unlessCancelled(() => take(step, picked, deps))) handled.set(picked, step);
    }
  }
}

const stepTexts: Readonly<Record<Overlap["what"], Readonly<Record<Step, TextId>>>> = {
  meeting: { move: "leave.step.meeting.move", write: "leave.step.meeting.write", leave: "leave.step.leave" },
  milestone: { move: "leave.step.milestone.move", write: "leave.step.milestone.write", leave: "leave.step.leave" },
  // An update is moved by writing it.
  update: { move: "leave.step.update.write", write: "leave.step.update.write", leave: "leave.step.leave" },
};

function adviceFor(what: Overlap["what"], [first]: readonly Step[]): TextId {
  if (what === "meeting") return first === "move" ? "leave.advice.meeting.move" : "leave.advice.meeting.write";
  return what === "milestone" ? "leave.advice.milestone.write" : "leave.advice.update.write";
}

const icons = { meeting: "calendar", milestone: "milestone", update: "mail" } as const;

function row(one: OverlapIn, step: Step | undefined, { say }: PlanCommandsDeps): Choice<Row> {
  const { what, client, title, at, times, steps } = one.overlap;
  const when = times > 1 ? say("leave.timesFrom", { count: times, when: at }) : say("prompt.day", { on: at });
  return {
    label: say(`leave.falls.${what}`, { title, client }),
    description: when,
    detail: say(step ? `leave.chosen.${step}` : adviceFor(what, steps)),
    icon: step ? "check" : icons[what],
    value: one,
  };
}

const stepIcons = { move: "arrow-swap", write: "mail", leave: "circle-slash" } as const;

const askStep = ({ overlap }: OverlapIn, { say, screen }: PlanCommandsDeps): Promise<Step> =>
  askInSteps(screen, { title: say(`leave.falls.${overlap.what}`, { title: overlap.title, client: overlap.client }) }, (ask) =>
    ask.pick("step", {
      placeholder: say("leave.whatToDo"),
      choices: overlap.steps.map((value) => ({ label: say(stepTexts[overlap.what][value]), icon: stepIcons[value], value })),
    }),
  );

/** The commands that move it or write about it ask whatever else they need. True: it was done, by what they answer or by what became of the record. */
async function take(step: Step, { overlap, absence }: OverlapIn, { commands, book }: PlanCommandsDeps): Promise<boolean> {
  const { what, clientId, projectId, recordId } = overlap;
  const revision = () => (what === "update" ? undefined : recordById(book.current(), what, recordId)?.rev);
  const before = revision();
  const run = async (id: CommandId, argument: NodeArgument | WriteArgument) => (await commands.executeCommand(id, argument)) === true || revision() !== before;
  const node: NodeArgument = { kind: what === "update" ? "project" : what, recordId };
  if (step === "leave") return true;
  if (step === "move") return run(what === "meeting" ? "khobor.moveMeeting" : "khobor.editMilestone", node);
  if (what === "update") return run("khobor.draftUpdate", node);
  if (what === "meeting") return run("khobor.cannotAttend", node);
  return run("khobor.write.delay", { clientId, ...(projectId !== undefined && { projectId }), about: { milestoneId: recordId, absenceId: absence.id } });
}

