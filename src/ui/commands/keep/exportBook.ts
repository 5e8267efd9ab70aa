import { nodeArgument } from "../nodeArgument";
import { exportBook, messagesTo } from "../../../flows/exportBook";
import { dateIn } from "../../../core/time/zoned";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { short } from "../book/keep";
import { whichClient } from "../book/which";
import type { FileAddress } from "./chosenFiles";
import type { KeepDeps } from "./deps";
import { today } from "./today";

/** Everything but secrets, in one file. */
export async function exportEverything(given: FileAddress | undefined, deps: KeepDeps): Promise<void> {
  const { say, chosenFiles, messages } = deps;
  const file = given ?? (await chosenFiles.save({ title: say("export.title"), name: `khobor-${today(deps)}.khobor.json`, kind: say("export.kind"), endings: ["khobor.json", "json"] }));
  if (file === undefined) return;
  const { text, ...missing } = await exportBook(deps);
  if (!(await isEnough(missing, (await deps.conflicts.all()).length, deps))) return;
  await chosenFiles.write(file, text);
  messages.inform({ id: "export.done" }, { label: { id: "export.show" }, run: () => chosenFiles.show(file) });
}

/** What will not be in the file is said before it is written. */
async function isEnough({ leftOut, notRead }: { readonly leftOut: readonly string[]; readonly notRead: readonly string[] }, waiting: number, { say, screen }: KeepDeps): Promise<boolean> {
  const lines = [
    ...(notRead.length > 0 ? [say("export.notRead", { count: notRead.length, names: short(notRead.join(", ")) })] : []),
    ...(leftOut.length > 0 ? [say("export.leftOut", { count: leftOut.length, names: leftOut.join(", ") })] : []),
    ...(waiting > 0 ? [say("export.waiting", { count: waiting })] : []),
  ];
  if (lines.length === 0) return true;
  const choices = [
    { label: say("export.sure"), icon: "check", value: true },
    { label: say("export.not"), icon: "close", value: false },
  ];
  const reply = await screen.pick<boolean>({ placeholder: lines.join(" "), choices }, { title: say("export.before"), keepOpen: true });
  return reply.how === "answered" && reply.value === true;
}

/** What was sent to one client, as Markdown. */
export async function exportMessages(argument: unknown, given: FileAddress | undefined, deps: KeepDeps): Promise<void> {
  const { say, screen, chosenFiles, messages } = deps;
  const client = await askInSteps(screen, { title: say("exportMessages.title") }, (ask) => whichClient(ask, deps, { node: nodeArgument(argument) }));
  const sent = await messagesTo(client.id, deps);
  if (sent.length === 0) {
    messages.inform({ id: "exportMessages.none", values: { name: client.name } });
    return;
  }
  const name = `${client.name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-").trim()}.md`;
  const file = given ?? (await chosenFiles.save({ title: say("exportMessages.title"), name, kind: "Markdown", endings: ["md"] }));
  if (file === undefined) return;
  const at = here(deps);
  const parts = sent.map((record) => {
    const on = { time: "day", on: dateIn(record.at, at.zone), today: dateIn(at.now, at.zone) } as const;
    const heading = say("exportMessages.heading", { on, kind: say(`messageKind.${record.kind}`), channel: say(`channel.${record.channel}`) });
    return `## ${heading}\n\n${record.text.trim()}\n`;
  });
  await chosenFiles.write(file, [`# ${say("exportMessages.heading1", { name: client.name })}\n`, ...parts].join("\n"));
  messages.inform({ id: "exportMessages.done", values: { count: sent.length, name: client.name } }, { label: { id: "export.show" }, run: () => chosenFiles.show(file) });
}
