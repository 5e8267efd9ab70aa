import assert from "node:assert/strict";
import path from "node:path";
import { afterEach } from "mocha";
import { exchangeText } from "../../../../src/core/book/exchange";
import { calendarText } from "../../../../src/flows/calendarText";
import { createCalendarFiles } from "../../../../src/services/calendar/calendarFiles";
import { createInvoiceNumbers } from "../../../../src/storage/invoiceNumbers";
import { commandIds, type CommandId } from "../../../../src/ui/commandIds";
import { registerBookCommands } from "../../../../src/ui/commands/book/registerBookCommands";
import type { Undoing } from "../../../../src/ui/commands/book/undo";
import { cancelInvoice, payInvoice } from "../../../../src/ui/commands/invoices/closeInvoice";
import { issueInvoice } from "../../../../src/ui/commands/invoices/issueInvoice";
import { editInvoice } from "../../../../src/ui/commands/invoices/editInvoice";
import { newInvoice } from "../../../../src/ui/commands/invoices/newInvoice";
import { resolveConflicts } from "../../../../src/ui/commands/keep/conflicts";
import { importFile } from "../../../../src/ui/commands/keep/importBook";
import { showVersions } from "../../../../src/ui/commands/keep/versions";
import { meetingCommands } from "../../../../src/ui/commands/meetings/meetingCommands";
import { planCommands } from "../../../../src/ui/commands/plan/planCommands";
import { isCancelled } from "../../../../src/ui/prompts/cancelled";
import type { Handler, Register } from "../../../../src/ui/commands/register";
import { exchange, sampleBook } from "../../core/book/exchanges";
import { now, openWindow } from "../../flows/machine";
import { tempFolders } from "../../storage/tempFolder";
import { wanderingScreen } from "../prompts/wanderingScreen";
import { keepRoom } from "./keep/keepRoom";
import { content, fill } from "./wholeBook";

const folder = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));

/** Only says, shows, opens, copies, connects or asks again: the book is not theirs to change. */
const onlyShows = [
  "khobor.refresh", "khobor.showLog", "khobor.openSettings", "khobor.undo", "khobor.openSent", "khobor.openDraft", "khobor.showMessages", "khobor.openCommit", "khobor.copyDraft", "khobor.showLeftOut",
  "khobor.mistakeNotes", "khobor.showFeedback", "khobor.explainCheck", "khobor.fixWithDate", "khobor.switchOffCheck", "khobor.sayLikeThis", "khobor.showWordings", "khobor.draftAgain", "khobor.writeTo",
  "khobor.searchMessages", "khobor.exportBook", "khobor.exportMessages", "khobor.forgetSecrets", "khobor.openStorageFolder", "khobor.showOwed", "khobor.writeAllDue", "khobor.snooze", "khobor.skipOwed",
  "khobor.settleOwed", "khobor.quietUntil", "khobor.draftOwed", "khobor.revealOwed", "khobor.openElsewhere", "khobor.attach", "khobor.attachments", "khobor.connectService", "khobor.testService",
  "khobor.disconnectService", "khobor.discardWaiting", "khobor.copyAs", "khobor.previewDraft", "khobor.saveMail", "khobor.connect", "khobor.disconnect", "khobor.exportContacts",
  "khobor.customizeTemplate", "khobor.previewTemplate", "khobor.resetTemplate", "khobor.templateReference", "khobor.exportCalendar", "khobor.saveCalendarFile", "khobor.connectZoom", "khobor.printInvoice",
] as const satisfies readonly CommandId[];

/** Changes the book, and cannot be driven here: why, and where it is shown that it can be undone. */
const shownElsewhere: Readonly<Partial<Record<CommandId, string>>> = {
  "khobor.draftUpdate": "opens a document of VS Code; what is answered on the way goes through rememberingBook, held by everyChange.test",
  "khobor.markAsSent": "reads a document of VS Code; what a message brings about goes through withdrawing, held by everyChange.test and sendDraft.test",
  "khobor.withdrawSent": "takes back what a message brought about; it is itself the undoing of one (sendDraft.test)",
  "khobor.send": "reads a document of VS Code; what a message brings about goes through withdrawing (send.test)",
  "khobor.outbox": "needs a message on its way; as khobor.send",
  "khobor.tryAgain": "needs a message on its way; as khobor.send",
  "khobor.recallHeld": "needs a message that Slack holds; it takes back what the message brought about (send.test)",
  "khobor.linkTool": "needs a client's tool: services/trello.test",
  "khobor.refreshTool": "needs a client's tool: services/trello.test",
  "khobor.postUpdate": "needs a client's tool, and writes to the sent records alone: services/trello.test",
  "khobor.bringOver": "changes which clients this workspace shows, not the book of them: keep/keeping.test",
};
const isWritten = (id: string): boolean => id.startsWith("khobor.write.");

/** Every command that changes the book, with somebody at the screen who answers at will. */
async function open(place: string) {
  const window = openWindow(place);
  windows.push(window);
  await fill(window);
  let made = 0;
  const undoing: Undoing = {
    change: async (...args) => {
      const back = await window.undoing.change(...args);
      made++;
      return back;
    },
    remember: (...args) => {
      made++;
      return window.undoing.remember(...args);
    },
    undoLast: () => window.undoing.undoLast(),
  };
  const calendarFiles = createCalendarFiles();
  const handlers = (seed: number, text: string): ReadonlyMap<string, Handler> => {
    const screen = wanderingScreen(seed);
    const { deps, files } = keepRoom(window, { undoing, screen });
    files.set("mine", text);
    const found = new Map<string, Handler>();
    const register: Register = (id, handler) => (found.set(id, handler), { dispose: () => undefined });
    registerBookCommands(register, { ...deps, finder: { ...deps.finder, find: () => Promise.resolve({ found: [{ path: "/home/rafi/fresh", name: "fresh", identity: { remotes: ["github.com/rafi/fresh"], rootCommits: [] } }], problems: [] }) } });
    const owedInput = () => Promise.resolve({ book: window.book.current(), history: [], answers: [], now, zone: deps.clock.zone() });
    const plan = { ...deps, calendarFiles, owedInput, calendarText: () => calendarText({ owedInput, known: () => Promise.resolve([]), workSigns: () => Promise.resolve(new Map()), calendarFiles, say: deps.say }) };
    const noZoom = () => Promise.reject(new Error("Zoom is not connected"));
    const zoom = new Proxy({}, { get: (_, name) => (/^is|^name/.test(String(name)) ? () => undefined : noZoom) }) as never;
    const meetings = { ...deps, calendarFiles, zoom, unclearInZoom: new Set<string>(), open: () => Promise.resolve(true), progress: <T>(_: string, task: (signal: AbortSignal) => Promise<T>) => task(new AbortController().signal) };
    for (const group of [planCommands(plan), meetingCommands(meetings)]) for (const [id, handler] of Object.entries(group)) found.set(id, handler);
    const invoices = { ...deps, numbers: createInvoiceNumbers(path.join(place, "numbers")), leaving: () => Promise.resolve([]) };
    for (const [name, run] of Object.entries({ newInvoice, editInvoice, issueInvoice, payInvoice, cancelInvoice })) found.set(`khobor.${name}`, () => run(undefined, invoices));
    found.set("khobor.importBook", () => importFile(undefined, deps));
    found.set("khobor.resolveConflicts", () => resolveConflicts(deps));
    found.set("khobor.showVersions", (argument) => showVersions(argument, deps));
    return found;
  };
  return { window, handlers, made: () => made };
}

const ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261216\r\nSUMMARY:Victory Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

describe("every command that changes the book", function () {
  this.timeout(300_000);

  it("is driven here, or says why not", async () => {
    const { handlers } = await open(folder());
    const driven = new Set(handlers(1, "").keys());
    const said = new Set<string>([...onlyShows, ...Object.keys(shownElsewhere)]);
    assert.deepEqual(commandIds.filter((id) => !driven.has(id) && !said.has(id) && !isWritten(id)), []);
    assert.deepEqual([...said].filter((id) => !(commandIds as readonly string[]).includes(id)), []);
  });

  it("can be taken back by \"Undo Last Change to Clients\": the book is as it was", async () => {
    const place = folder();
    const { window, handlers, made } = await open(place);
    const only = new Set<string>(onlyShows);
    const unchanged: string[] = [];
    for (const id of [...handlers(1, "").keys()].filter((one) => !only.has(one))) {
      let changed = 0;
      for (let seed = 1; seed <= 60 && changed < 2; seed++) {
        if (id === "khobor.resolveConflicts") {
          const kept = window.book.current().note.find(({ id: one }) => one === "n-done")!;
          await window.book.conflicts.add([{ kind: "note", id: kept.id, kept, other: { ...kept, text: `there ${seed}`, rev: kept.rev + 1 } }]);
        }
        const before = content(window.book.current());
        const entries = made();
        const text = id === "khobor.importHolidays" ? ics : exchangeText(exchange({ book: { ...sampleBook(), note: sampleBook().note.map((note) => ({ ...note, id: `${note.id}-new` })) } }));
        await Promise.resolve(handlers(seed, text).get(id)!()).catch((error: unknown) => {
          if (!isCancelled(error)) throw new Error(`${id}, seed ${seed}`, { cause: error });
        });
        const did = made() - entries;
        const after = content(window.book.current());
        const isChanged = JSON.stringify(after) !== JSON.stringify(before);
        if (isChanged) changed++;
        for (let count = 0; count < did; count++) await handlers(seed, "").get("khobor.undo")!();
        assert.deepEqual(content(window.book.current()), before, `${id}, seed ${seed}: ${did} changes`);
      }
      if (changed === 0) unchanged.push(id);
    }
    assert.deepEqual(unchanged, [], "these were never brought to change anything");
  });
});
