import { carryOut, prepareImport, type PreparedImport } from "../../../flows/importBook";
import { itemsFor, type ImportItem, type ImportWhat } from "../../../core/book/exchangePlan";
import type { Book } from "../../../core/book/book";
import type { Id } from "../../../core/book/fields";
import { recordById } from "../../../core/book/queries";
import type { Say } from "../../../core/say";
import type { Wording } from "../../../core/work/wordings";
import type { CommandId } from "../../commandIds";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import { short, sayUndone } from "../book/keep";
import type { FileAddress } from "./chosenFiles";
import type { KeepDeps } from "./deps";
import { differenceBlock } from "./recordPage";
import { askTemplates, templateLines, templateTitle } from "./importTemplates";

/** Shows what a file would add and change, and takes in what the user leaves ticked. */
export async function importFile(given: FileAddress | undefined, deps: KeepDeps): Promise<void> {
  const { say, chosenFiles, messages } = deps;
  const file = given ?? (await chosenFiles.open({ title: say("import.title"), kind: say("export.kind"), endings: ["khobor.json", "json"] }));
  if (file === undefined) return;
  const text = await chosenFiles.read(file).catch((error: unknown) => {
    deps.log.warn(`${file} could not be read: ${String(error)}`);
    return undefined;
  });
  const prepared = text === undefined ? { problem: { id: "import.unreadable" } as const } : await prepareImport(text, deps);
  if ("problem" in prepared) {
    messages.fail(prepared.problem);
    return;
  }
  if (prepared.unreadable > 0) messages.warn({ id: "import.someUnreadable", values: { count: prepared.unreadable } });
  if (!prepared.items.some(isNews)) {
    messages.inform({ id: "import.nothingNew" });
    return;
  }
  const clients = new Set(await askClients(prepared, deps));
  const templates = new Set(await askTemplates(prepared, deps));
  const items = itemsFor(await prepared.again(), clients, templates);
  if (items.some(isNews)) await takeIn(items, deps);
}

async function takeIn(items: readonly ImportItem[], deps: KeepDeps): Promise<void> {
  const { undoing, messages, commands } = deps;
  const refresh = () => commands.executeCommand("khobor.refresh" satisfies CommandId);
  const did = { id: "did.import" } as const;
  let undo: Awaited<ReturnType<typeof undoing.change>> | undefined;
  const { skipped } = await carryOut(items, {
    ...deps,
    inform: (text) => messages.inform(text),
    changeBook: async (changes, back) => {
      undo = await undoing.change(did, changes, async () => {
        await back();
        await refresh();
      });
    },
  });
  await refresh();
  if (items.some(({ part, what }) => part === "waiting" && what === "add")) deps.waitingCame();
  if (skipped > 0) messages.warn({ id: "import.skipped", values: { count: skipped } });
  messages.inform(
    { id: "import.done", values: { added: count(items, "add") - skipped, changed: count(items, "change") } },
    { label: { id: "message.undo" }, run: async () => undo && sayUndone(deps, did, await undo()) },
  );
}

/** Which clients come in. Those with nothing new are not asked about. */
async function askClients(prepared: PreparedImport, deps: KeepDeps): Promise<readonly Id[]> {
  const { say, screen, pages } = deps;
  // Templates are asked about by themselves.
  const items = prepared.items.filter(({ part }) => part !== "template");
  if (!items.some(isNews)) return [];
  const owners = [...new Set(items.filter(isNews).flatMap(({ clientId }) => clientId ?? []))];
  const choices = owners.map((clientId) => choiceOf(clientId, prepared, say));
  const title = say("import.title");
  let picked: readonly Id[] = owners;
  for (;;) {
    const reply = await screen.pickMany<Id>(
      {
        placeholder: counts("import.pick", items, say),
        choices,
        picked: () => picked,
        action: { label: say("import.showAll"), icon: "list-unordered" },
      },
      { title, keepOpen: true },
    );
    if (reply.how === "back") throw new Cancelled();
    picked = reply.value.picked;
    if (!reply.value.acted) return picked;
    await pages.show({ name: `${title}.md`, text: importPage(prepared, say) });
  }
}

const isNews = ({ what }: ImportItem) => what === "add" || what === "change" || what === "both";
const count = (items: readonly ImportItem[], what: ImportWhat) => items.filter((item) => item.what === what).length;
const totals = (items: readonly ImportItem[]) => ({ add: count(items, "add"), change: count(items, "change"), keep: count(items, "keep") + count(items, "same") });

/** Both versions are spoken of only where there are some. */
function counts(id: "import.pick" | "import.counts", items: readonly ImportItem[], say: Say): string {
  const both = count(items, "both");
  if (both === 0) return say(id, totals(items));
  return say(id === "import.pick" ? "import.pickBoth" : "import.countsBoth", { ...totals(items), both });
}

function choiceOf(clientId: Id, { items, names }: PreparedImport, say: Say): Choice<Id> {
  const its = items.filter((item) => item.clientId === clientId);
  const isNew = its.some((item) => item.part === "record" && item.change.kind === "client" && item.what === "add");
  const description = counts("import.counts", its, say);
  return {
    label: names.client.find(({ id }) => id === clientId)?.name ?? clientId,
    description: isNew ? say("import.newClient", { counts: description }) : description,
    icon: "person",
    value: clientId,
  };
}

/** Every entry that would be added, changed or left as it is, by client. Equal ones are only counted. */
function importPage({ items, names }: PreparedImport, say: Say): string {
  const groups = [undefined, ...names.client.map(({ id }) => id)];
  const sections = groups.flatMap((clientId) => {
    const its = items.filter((item) => item.clientId === clientId && item.what !== "same");
    if (its.length === 0) return [];
    const heading = clientId === undefined ? say("import.mine") : (names.client.find(({ id }) => id === clientId)?.name ?? clientId);
    return [`## ${heading}`, "", ...its.flatMap((item) => [`- ${say(`import.what.${item.what as "add" | "change" | "both" | "keep"}`, { entry: entryName(item, say) })}`, ...belowOf(item, names, say)]), ""];
  });
  const same = count(items, "same");
  return [`# ${say("import.title")}`, "", ...sections, ...(same > 0 ? [say("import.same", { count: same }), ""] : [])].join("\n");
}

/** What an entry would replace, or stand beside, with both values; of a template the whole of it. */
function belowOf(item: ImportItem, names: Book, say: Say): readonly string[] {
  if (item.part === "template") return ["", ...templateLines(item, say)];
  const [before, after] = versionsOf(item, names);
  const block = before && after ? differenceBlock(before, after) : [];
  return block.length === 0 ? [] : ["", ...block, ""];
}

function versionsOf(item: ImportItem, names: Book): readonly [object | undefined, object | undefined] {
  switch (item.part) {
    case "record":
      return [recordById(names, item.change.kind, item.change.record.id), item.change.record];
    case "me":
      return [item.before, item.me];
    case "wording":
      return [item.before, item.wording];
    case "answer":
      return [item.before, item.answer];
    default:
      return [undefined, undefined];
  }
}

function entryName(item: ImportItem, say: Say): string {
  switch (item.part) {
    case "me":
      return say("import.kind.me");
    case "answer":
      return say("import.kind.answer");
    case "wording":
      return say("import.kind.wording", { line: wordingLine(item.wording) });
    case "sent":
      if (item.entry.what === "comment") return say("import.kind.comment", { service: item.entry.service });
      return item.entry.what === "sent" ? say("import.kind.sent", { line: firstLine(item.entry.text) }) : say("import.kind.withdrawn");
    case "draft":
      return say("import.kind.draft", { line: firstLine(item.draft.text) });
    case "file":
      return say("import.kind.file", { name: short(item.file.name) });
    case "template":
      return say("import.kind.template", { name: templateTitle(item.template.name, say) });
    case "waiting":
      return say("import.kind.waiting", { line: firstLine(item.entry.message.text) });
    case "draftSent":
      return say("import.kind.draftSent", { line: firstLine(item.provenance.rendered) });
    case "record":
      return say(`import.kind.${item.change.kind}`, { name: nameOfRecord(item.change.record) });
  }
}

const wordingLine = (wording: Wording): string => short(wording.how === "say" ? wording.text : wording.how === "hideScope" ? wording.scope : wording.commit.subject);

/** Records are called by different fields; one of these each has. */
export function nameOfRecord(record: object): string {
  const { name, title, text, number, from } = record as Partial<Record<"name" | "title" | "text" | "number" | "from", string>>;
  return short((name ?? title ?? text ?? number ?? from ?? "").replaceAll(/\s+/g, " "));
}
const firstLine = (text: string): string => short(text.split("\n").find((line) => line.trim() !== "") ?? "");
