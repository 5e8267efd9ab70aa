import { standing, type SentRecord } from "../../../core/book/sentRecord";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { commentedOn, type Commented } from "../../../core/book/toolComments";
import { toolTitles, type RemoteMilestone } from "../../../core/ports/services";
import { commentText, postUpdate, settleComment } from "../../../flows/postUpdate";
import { commentTargets, linkedProject, type Linked } from "../../../flows/toolMilestones";
import type { CommandId } from "../../commandIds";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { short } from "../book/keep";
import { firstLines } from "../send/confirmation";
import type { ServiceDeps } from "./deps";
import { ToolProblem, valueOf } from "./problems";
import { described, sideThere } from "./words";

/** "Post as a comment in the client's tool…", on a sent message: where, a look at what goes there, and out. */
export async function postSent(argument: unknown, deps: ServiceDeps): Promise<void> {
  const { say, messages, commands, history, progress } = deps;
  const record = (await deps.meantRecord(argument)) ?? (await whichRecord(deps));
  if (!record) return;
  const linked = linkOf(record, deps);
  if (!linked) {
    messages.inform({ id: "tool.notLinked" }, { label: { id: "tool.choose" }, run: () => commands.executeCommand("khobor.linkTool" satisfies CommandId, { kind: "project", recordId: record.projectId ?? record.clientId }) });
    return;
  }
  const service = toolTitles[linked.account.service];
  const all = await history.all();
  if (!standing(all).some(({ id }) => id === record.id)) {
    messages.inform({ id: "tool.post.withdrawn" });
    return;
  }
  if (!(await mayBePosted(commentedOn(record.id, all), service, deps))) return;
  const targets = await progress(say("tool.reading", { service }), async (signal) => valueOf(await commentTargets(linked, deps, signal)));
  const target = await whichTarget(targets, record, linked, deps);
  if (!(await confirmed(record, linked, target, deps))) return;
  const posted = await progress(say("tool.post.going", { service }), () => postUpdate(record, linked, target, deps));
  if (posted.is === "busy") messages.inform({ id: "tool.post.busy", values: { service } });
  else if (posted.is === "unclear") messages.warn(posted.reason, { label: { id: "tool.post.look" }, run: () => commands.executeCommand("khobor.postUpdate" satisfies CommandId, { kind: "sentRecord", recordId: record.id }) });
  else if (posted.is === "failed") throw new ToolProblem({ id: "tool.post.failed", values: { reason: posted.reason } }, posted.detail);
  else {
    const url = posted.value.url ?? target.url;
    messages.inform({ id: "tool.post.done", values: { service, title: short(target.title) } }, ...(url === undefined ? [] : [{ label: { id: "tool.post.open" } as const, run: () => deps.open(url) }]));
  }
}

function linkOf({ projectId }: SentRecord, { book }: ServiceDeps): Linked | undefined {
  const project = projectId === undefined ? undefined : recordById(book.current(), "project", projectId);
  return project && linkedProject(project);
}

/** Kinds that a client looks for beside the work. Others are posted where the user says so. */
const offeredKinds: readonly SentRecord["kind"][] = ["progress", "status", "milestone", "delivery", "worklog"];

/** After a message was sent: says that it can stand in the client's tool too, where the project is kept in one. */
export async function offerToPost(recordId: string, deps: ServiceDeps): Promise<void> {
  const history = await deps.history.all();
  const record = standing(history).find(({ id }) => id === recordId);
  const linked = record && linkOf(record, deps);
  if (!record || !linked || linked.link.postUpdates === false || !offeredKinds.includes(record.kind)) return;
  const isConnected = deps.tools.accounts().some(({ service, account }) => service === linked.account.service && account === linked.account.account);
  if (!isConnected || commentedOn(recordId, history).is !== "not") return;
  deps.messages.inform(
    { id: "tool.offer", values: { service: toolTitles[linked.account.service], place: linked.link.name ?? "" } },
    { label: { id: "tool.offer.yes" }, run: () => deps.commands.executeCommand("khobor.postUpdate" satisfies CommandId, { kind: "sentRecord", recordId }) },
  );
}

/** Nothing is posted twice, and what may have arrived only after the user has looked. */
async function mayBePosted(commented: Commented, service: string, { say, screen, messages, ...deps }: ServiceDeps): Promise<boolean> {
  if (commented.is === "not") return true;
  const title = short(commented.last.title ?? "");
  if (commented.is === "posted") {
    messages.inform({ id: "tool.post.already", values: { service, title } });
    return false;
  }
  const isThere = await askInSteps(screen, { title: say("tool.post.title", { service }) }, (ask) =>
    ask.pick<boolean>("there", {
      placeholder: say("tool.post.isItThere", { service, title }),
      choices: [
        { label: say("tool.post.itIs"), icon: "check", value: true },
        { label: say("tool.post.itIsNot"), icon: "refresh", value: false },
      ],
    }),
  );
  await settleComment(commented.last, isThere, deps);
  return !isThere;
}

/** Called from nowhere in particular: the newest messages of projects that are kept in a tool. */
async function whichRecord(deps: ServiceDeps): Promise<SentRecord | undefined> {
  const { say, screen, history, messages, book } = deps;
  const all = await history.all();
  const records = standing(all).filter((record) => linkOf(record, deps) && commentedOn(record.id, all).is !== "posted").toReversed().slice(0, 20);
  if (records.length === 0) {
    messages.inform({ id: "tool.post.nothing" });
    return undefined;
  }
  return askInSteps(screen, { title: say("tool.post.which") }, (ask) =>
    ask.pick<SentRecord>("record", {
      placeholder: say("tool.post.which"),
      choices: records.map((value): Choice<SentRecord> => ({ label: say(`messageKind.${value.kind}`), description: [projectName(value, book.current()), say("prompt.day", { on: { time: "moment", at: value.at, ...here(deps) } })].join(" · "), icon: "mail", value })),
    }),
  );
}
const projectName = ({ projectId }: SentRecord, book: Parameters<typeof nameOfProject>[0]): string => {
  const project = projectId === undefined ? undefined : recordById(book, "project", projectId);
  return project ? nameOfProject(book, project) : "";
};

/** The card or task that the message is about, where that is known, is the one that Enter takes. */
async function whichTarget(targets: readonly RemoteMilestone[], record: SentRecord, { account }: Linked, deps: ServiceDeps): Promise<RemoteMilestone> {
  const { say, screen, book } = deps;
  const about = record.about?.milestoneId === undefined ? undefined : recordById(book.current(), "milestone", record.about.milestoneId)?.linked?.id;
  const under = book.current().milestone.filter(({ projectId, state, archivedAt }) => projectId === record.projectId && state === "active" && archivedAt === undefined).map(({ linked }) => linked?.id);
  const usual = targets.find(({ id }) => id === about) ?? targets.find(({ id }) => under.includes(id));
  const service = toolTitles[account.service];
  return askInSteps(screen, { title: say("tool.post.title", { service }) }, (ask) =>
    ask.pick<RemoteMilestone>("target", {
      placeholder: say("tool.post.where", { service }),
      active: usual,
      choices: targets.map((value): Choice<RemoteMilestone> => ({ label: value.title, description: [described(sideThere(value), say, here(deps)), ...(value.clientSees === false ? [say("tool.post.unseenShort")] : [])].join(" · "), icon: value.done ? "pass" : "circle-large-outline", value })),
    }),
  );
}

/** Shows where it goes, as whom, and how it begins. */
function confirmed(record: SentRecord, { account, link }: Linked, target: RemoteMilestone, { say, screen }: ServiceDeps): Promise<boolean> {
  const service = toolTitles[account.service];
  const files = (record.attachments ?? []).filter(({ url }) => url === undefined).map(({ name }) => name).join(", ");
  const lines = [
    say("tool.post.to", { place: link.name ?? link.id, title: short(target.title) }),
    say("tool.post.as", { service, account: account.account }),
    ...(target.clientSees === false ? [say("tool.post.unseen", { service })] : []),
    ...(files === "" ? [] : [say("confirm.withoutFiles", { files })]),
    "",
    ...firstLines(commentText(account.service, record)),
  ];
  return screen.confirm(say("tool.post.sure", { service }), say("tool.post.yes"), lines.join("\n"));
}
