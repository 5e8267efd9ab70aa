import assert from "node:assert/strict";
import { afterEach } from "mocha";
import { revised } from "../../../../src/core/book/changes";
import type { Effect } from "../../../../src/core/drafting/draft";
import { allDefinitions } from "../../../../src/core/drafting/kinds/registry";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import { draftUpdate } from "../../../../src/flows/draftUpdate";
import { createFinder } from "../../../../src/git/finder";
import { createGitLog } from "../../../../src/git/gitLog";
import { createRenderers } from "../../../../src/flows/renderers";
import { markAsSent, sentByHand, withdrawSent } from "../../../../src/flows/sendDraft";
import { writeMessage } from "../../../../src/flows/writeMessage";
import { newId } from "../../../../src/storage/newId";
import { shippedTemplates } from "../../../../src/storage/shippedTemplates";
import { rememberingBook } from "../../../../src/ui/commands/draft/rememberingBook";
import { bookOfSending, sayWithdrawn } from "../../../../src/ui/commands/draft/withdrawing";
import { createMessagePrompts } from "../../../../src/ui/prompts/interview";
import { createPrompts } from "../../../../src/ui/prompts/prompts";
import { isolated } from "../../../support/gitRepo";
import { now, openWindow } from "../../flows/machine";
import { tempFolders } from "../../storage/tempFolder";
import { wanderingScreen } from "../prompts/wanderingScreen";
import { keepRoom } from "./keep/keepRoom";
import { content, fill } from "./wholeBook";

// What writing and sending a message changes in the book, from the first question to the sent record, with somebody who
// answers at will: the book before is compared with the book after it was taken back, whole.

const folder = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));

async function open() {
  const window = openWindow(folder());
  windows.push(window);
  await fill(window);
  const { book, history, drafts, undoing, clock } = window;
  // Both clients take every kind, and something is in every state that a kind asks for.
  const late = { by: "date", on: "2026-11-18" as PlainDate } as const;
  const [acme] = book.current().client;
  const direct = (clientId: string) => ({ ...book.current().client.find(({ id }) => id === clientId)!, place: "direct" as const });
  await book.change([
    ...book.current().client.map(({ id }) => revised("client", direct(id), {}, { now })),
    ...book.current().milestone.filter(({ archivedAt }) => archivedAt === undefined).map((one) => revised("milestone", one, { state: "active", due: late, deliveredAt: undefined, acceptedAt: undefined }, { now })),
    ...book.current().project.filter(({ id }) => id === "j-hand").flatMap((one) => [
      revised("project", one, { status: "lead" }, { now }),
      { op: "put", kind: "project", record: { ...one, id: "j-due", name: "Without milestones", status: "active", dueOn: "2026-11-19" as PlainDate } } as const,
    ]),
    { op: "put", kind: "note", record: { id: "n-block", rev: 1, createdAt: now, changedAt: now, kind: "blocker", text: "The server is down", clientId: acme!.id, forUpdate: true } },
    { op: "put", kind: "meeting", record: { ...book.current().meeting.find(({ id }) => id === "t-next")!, id: "t-moved", movedFrom: "2026-11-24T10:00:00.000Z" as Instant } },
  ]);
  const room = keepRoom(window, {});
  const { say, messages } = room.deps;
  const renderers = createRenderers(shippedTemplates);
  const base = {
    book, history, drafts, clock, renderers, newId, say, messages, undoing,
    gitLog: createGitLog({ env: isolated() }),
    // None of the repositories is on this machine: what a message asks does not depend on them.
    finder: createFinder({ folders: () => [], localPaths: room.deps.paths, isTrusted: () => true, log: window.log, env: isolated() }),
    settings: { myEmails: () => [], whoseCommits: () => "mine" as const, tellHousekeeping: () => false },
  };
  const flashed: string[] = [];
  const writing = { ...base, book: rememberingBook(book, undoing) };
  return {
    ...room, window, base, writing, flashed,
    write(kind: Parameters<typeof writeMessage>[0]["kind"], clientId: string, projectId: string | undefined, seed: number) {
      const screen = wanderingScreen(seed);
      const prompts = { ...createPrompts({ screen, say, book, clock }), ...createMessagePrompts({ screen, say, at: () => ({ now, zone: clock.zone() }) }) };
      return writeMessage({ kind, clientId, ...(projectId !== undefined && { projectId }) }, { ...writing, prompts, remember: (changes) => undoing.change({ id: "did.answer", values: { name: "" } }, changes) });
    },
  };
}
type Room = Awaited<ReturnType<typeof open>>;

async function undoAll({ window }: Room): Promise<void> {
  for (let undone = await window.undoing.undoLast(); undone; undone = await window.undoing.undoLast()) assert.equal(undone.outcome, "undone");
}

describe("every message", function () {
  this.timeout(300_000);
  const brought = new Map<Effect["do"], number>();

  for (const { kind } of allDefinitions()) {
    it(`${kind}: what writing and sending it changed in the book can be taken back`, async () => {
      const room = await open();
      const { window, base, press } = room;
      const { book, history, drafts, clock } = window;
      let written = 0;
      const projects = [...book.current().project.filter(({ archivedAt }) => archivedAt === undefined).map(({ id, clientId }) => [clientId, id] as const), ...book.current().client.map(({ id }) => [id, undefined] as const)];
      for (let seed = 1; seed <= 40 && written < 6; seed++) {
        const [clientId, projectId] = projects[seed % projects.length]!;
        const before = content(book.current());
        const made = await room.write(kind, clientId, projectId, seed);
        if (made?.is === "written") {
          written++;
          const { provenance } = made;
          for (const effect of provenance.effects ?? []) brought.set(effect.do, (brought.get(effect.do) ?? 0) + 1);
          const client = book.current().client.find(({ id }) => id === clientId)!;
          const asked = content(book.current());
          const send = () => {
            const sending = bookOfSending(client, base);
            return markAsSent(provenance, sentByHand(provenance.rendered, client), { ...base, book: sending }).then((record) => ({ record, sending }));
          };
          // "I did not send this", with what it changed taken back from that message.
          const first = await send();
          const changed = JSON.stringify(content(book.current())) !== JSON.stringify(asked);
          sayWithdrawn(await withdrawSent(first.record.id, { history, drafts, clock, newId }), { ...base, flash: (text) => void room.flashed.push(text) }, first.sending.undo());
          if (changed) await press("Undo");
          assert.deepEqual(content(book.current()), asked, `${kind}, seed ${seed}: withdrawn`);
          // Sent after all, and "Undo Last Change to Clients" as often as there is something to take back.
          await send();
        }
        await undoAll(room);
        assert.deepEqual(content(book.current()), before, `${kind}, seed ${seed}`);
      }
      assert.ok(written > 0, "it was never written");
    });
  }

  it("between them bring about everything that a message can", () => {
    const all: readonly Effect["do"][] = ["moveMilestone", "moveProject", "milestoneState", "projectStatus", "addPromise", "settleNote", "meetingTold"];
    assert.deepEqual(all.filter((one) => !brought.has(one)), []);
  });

  it("an update: where telling begins is kept, and can be taken back", async () => {
    const room = await open();
    const { book } = room.window;
    const { tellFrom, ...project } = book.current().project.find(({ scopes, archivedAt }) => scopes.length > 0 && archivedAt === undefined)!;
    await book.change([{ op: "put", kind: "project", record: { ...project, rev: project.rev + 1 } }]);
    const before = content(book.current());
    const prompts = { askTellFrom: () => Promise.resolve({ from: "beginning" as const }) };
    const made = await draftUpdate({ ...project, rev: project.rev + 1 }, { ...room.writing, prompts });
    assert.ok(made);
    assert.notDeepEqual(content(book.current()), before);
    await undoAll(room);
    assert.deepEqual(content(book.current()), before);
  });
});
