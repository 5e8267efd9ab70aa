import assert from "node:assert/strict";
import { afterEach } from "mocha";
import type { BookChange } from "../../../../../src/core/book/book";
import { clientParts } from "../../../../../src/core/book/clientPart";
import { createEmitter, type Emitter } from "../../../../../src/core/emitter";
import type { Conflict, KnownClients } from "../../../../../src/core/ports/book";
import type { SecretName } from "../../../../../src/core/ports/secrets";
import type { Instant } from "../../../../../src/core/time/types";
import { offer } from "../../../../../src/ui/commands/keep/bringOver";
import { conflictTeller, resolveConflicts } from "../../../../../src/ui/commands/keep/conflicts";
import { forgetSecrets } from "../../../../../src/ui/commands/keep/forgetSecrets";
import { offerOnce } from "../../../../../src/ui/commands/keep/offerOnce";
import { showVersions } from "../../../../../src/ui/commands/keep/versions";
import { sampleBook } from "../../../core/book/exchanges";
import { openWindow } from "../../../flows/machine";
import { memoryMemento } from "../../../storage/memoryMemento";
import { tempFolders, until } from "../../../storage/tempFolder";
import { keepRoom } from "./keepRoom";

const folder = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));
async function filled(changes: readonly BookChange[] = sampleBook().client.map((record) => ({ op: "put", kind: "client", record }))) {
  const window = openWindow(folder());
  windows.push(window);
  if (changes.length > 0) await window.book.change(changes);
  return window;
}
const acme = () => sampleBook().client[0]!;

describe("earlier versions", () => {
  it("are shown beside now, and gone back to; that can be undone", async () => {
    const window = await filled();
    const part = clientParts(sampleBook())[0]!;
    const at = "2026-11-20T09:00:00.000Z" as Instant;
    const older = { ...part, client: { ...part.client, name: "Acme as it was" } };
    const client = () => ({ list: () => Promise.resolve([{ id: "same", at }, { id: "older", at }, { id: "gone", at }]), read: (id: string) => Promise.resolve(id === "older" ? older : id === "same" ? { ...part, project: [], milestone: [], note: [], meeting: [], invoice: [] } : undefined) });
    const versions = { ...window.book.versions, client };
    const { deps, screen, shown, last, press } = keepRoom(window, { versions }, "enter", { pick: "Go back to yesterday 15:00" });
    await showVersions({ kind: "client", recordId: "c-acme" }, deps);
    assert.deepEqual(screen.shown[0]?.labels, ["yesterday 15:00"]);
    assert.match(shown[0] ?? "", /Acme as it was[\s\S]*Acme Shop/);
    assert.equal(window.book.current().client.find(({ id }) => id === "c-acme")?.name, "Acme as it was");
    assert.ok(window.book.current().note.length > 0);
    assert.equal(last(), "“Acme Shop” is as it was: yesterday 15:00.");
    await press("Undo");
    assert.equal(window.book.current().client.find(({ id }) => id === "c-acme")?.name, "Acme Shop");
    assert.equal(window.book.current().note.length, 0);
  });

  it("come from the stored versions of a client", async () => {
    const window = await filled();
    await window.book.change([{ op: "put", kind: "client", record: { ...acme(), rev: 4, name: "Acme Ltd" } }]);
    const { deps } = keepRoom(window, {}, "enter", "enter");
    await showVersions({ kind: "client", recordId: "c-acme" }, deps);
    assert.equal(window.book.current().client.find(({ id }) => id === "c-acme")?.name, "Acme Shop");
  });

  it("are there of one's own details and absences, too; going back can be undone", async () => {
    const window = await filled();
    const me = (signature: string) => ({ op: "me", me: { names: ["Rafi"], emails: [], signature } }) as const;
    const absence = sampleBook().absence[0]!;
    await window.book.change([me("Rafi"), { op: "put", kind: "absence", record: absence }]);
    await window.book.change([me("Rafi, Dhaka"), { op: "remove", kind: "absence", id: absence.id }]);
    const { deps, screen, shown, last, press } = keepRoom(window, {}, { pick: "My details" }, "enter", "enter");
    await showVersions(undefined, deps);
    // The second one is in the archive, and has its versions all the same.
    assert.ok(window.book.current().client.find(({ name }) => name === "রহিম ট্রেডার্স")?.archivedAt);
    assert.deepEqual(screen.shown[0]?.labels, ["Acme Shop", "রহিম ট্রেডার্স", "My details"]);
    assert.match(shown[0] ?? "", /^My details: .* ↔ now\n[\s\S]*"signature": "Rafi"[\s\S]*"absence"[\s\S]*"Rafi, Dhaka"/);
    assert.deepEqual([window.book.current().me.signature, window.book.current().absence.map(({ id }) => id)], ["Rafi", [absence.id]]);
    assert.match(last(), /^“My details” is as it was: /);
    await press("Undo");
    assert.deepEqual([window.book.current().me.signature, window.book.current().absence], ["Rafi, Dhaka", []]);
  });

  it("are none where nothing was changed", async () => {
    const { deps, last } = keepRoom(await filled(), {});
    await showVersions({ kind: "client", recordId: "c-acme" }, deps);
    assert.equal(last(), "There is no earlier version of “Acme Shop” that differs.");
  });
});

describe("what was changed in two places", () => {
  async function conflict() {
    const window = await filled();
    let all: readonly Conflict[] = [{ kind: "client", id: "c-acme", kept: acme(), other: { ...acme(), name: "Acme elsewhere" } }];
    const conflicts = { all: () => Promise.resolve(all), add: (more: readonly Conflict[]) => Promise.resolve(void (all = [...all, ...more])), settle: () => Promise.resolve(void (all = [])), onDidChange: () => ({ dispose: () => undefined }) };
    return { window, conflicts, left: () => all.length };
  }

  it("is shown side by side, and the one that is chosen stays", async () => {
    const { window, conflicts, left } = await conflict();
    const { deps, shown, last, press } = keepRoom(window, { conflicts }, { pick: "Take the right one" });
    await resolveConflicts(deps);
    assert.match(shown[0] ?? "", /^Acme Shop: here ↔ elsewhere\n[\s\S]*"Acme Shop"[\s\S]*"Acme elsewhere"/);
    assert.equal(window.book.current().client[0]?.name, "Acme elsewhere");
    assert.equal(left(), 0);
    await press("Undo");
    assert.equal(window.book.current().client[0]?.name, "Acme Shop");
    assert.equal(left(), 1, "the choice is open again");
    await resolveConflicts(keepRoom(window, { conflicts }, "enter").deps);
    await resolveConflicts(deps);
    assert.equal(last(), "Nothing was changed in two places.");
  });

  it("waits again once the choice is undone: another version, that it was removed elsewhere, or another Me", async () => {
    const project = sampleBook().project[0]!;
    const me = { names: ["Rafi"], emails: [], signature: "Rafi" };
    const window = await filled([...sampleBook().client.map((record) => ({ op: "put", kind: "client", record }) as const), { op: "put", kind: "project", record: project }, { op: "me", me }]);
    const waiting: readonly Conflict[] = [
      { kind: "client", id: "c-acme", kept: acme(), other: { ...acme(), name: "Acme elsewhere" } },
      { kind: "project", id: project.id, kept: project, other: project, removed: true },
      { kind: "me", id: "me", kept: me, other: { ...me, signature: "Rafi, Dhaka" } },
    ];
    const waits = async () => (await window.book.conflicts.all()).map(({ kind, other, removed }) => ({ kind, other, removed: removed === true }));
    for (const conflict of waiting) {
      await window.book.conflicts.add([conflict]);
      const before = await waits();
      assert.equal(before.length, 1, conflict.kind);
      const right = conflict.removed ? "Remove it, as elsewhere" : "Take the right one";
      const left = conflict.removed ? "Keep it" : "Keep the left one, as it is here";
      for (const pick of [left, right]) {
        const { deps, press } = keepRoom(window, {}, { pick });
        await resolveConflicts(deps);
        assert.deepEqual(await waits(), []);
        await press("Undo");
        assert.deepEqual(await waits(), before, `${conflict.kind}: ${pick}`);
      }
      for (const one of await window.book.conflicts.all()) await window.book.conflicts.settle(one);
    }
  });

  it("or removed in one of them is kept or removed as the user says", async () => {
    const window = await filled();
    const project = sampleBook().project[0]!;
    await window.book.change([{ op: "put", kind: "project", record: project }]);
    const removed: Conflict = { kind: "project", id: project.id, kept: project, other: project, removed: true };
    let settled = 0;
    const conflicts = { all: () => Promise.resolve([removed]), add: () => Promise.resolve(), settle: () => Promise.resolve().then(() => void (settled += 1)), onDidChange: () => ({ dispose: () => undefined }) };
    const keeping = keepRoom(window, { conflicts }, { pick: "Keep it" });
    await resolveConflicts(keeping.deps);
    assert.match(keeping.screen.shown[0]?.asks ?? "", /was changed in one place and removed in another\. Does it stay\?$/);
    assert.deepEqual([window.book.current().project.length, settled], [1, 1]);
    const { deps, press } = keepRoom(window, { conflicts }, { pick: "Remove it, as elsewhere" });
    await resolveConflicts(deps);
    assert.deepEqual([window.book.current().project.length, settled], [0, 2]);
    await press("Undo");
    assert.equal(window.book.current().project.length, 1);
  });

  it("of one's own details takes over only what was asked about", async () => {
    const window = await filled();
    const me = { names: ["Rafi"], emails: [], signature: "Rafi" };
    await window.book.change([{ op: "me", me: { ...me, digits: "latin" } }]);
    const mine: Conflict = { kind: "me", id: "me", kept: me, other: { ...me, signature: "Rafi, Dhaka" } };
    const conflicts = { all: () => Promise.resolve([mine]), add: () => Promise.resolve(), settle: () => Promise.resolve(), onDidChange: () => ({ dispose: () => undefined }) };
    const { deps, shown, last } = keepRoom(window, { conflicts }, { pick: "Take the right one" });
    await resolveConflicts(deps);
    assert.match(shown[0] ?? "", /^My details: here ↔ elsewhere\n/);
    assert.deepEqual(window.book.current().me, { ...me, signature: "Rafi, Dhaka", digits: "latin" });
    assert.equal(last(), "“My details” is settled.");
  });

  it("stays kept for later, or is settled as it is", async () => {
    const { window, conflicts, left } = await conflict();
    await resolveConflicts(keepRoom(window, { conflicts }, { pick: "Decide later; both stay kept" }).deps);
    assert.equal(left(), 1);
    await resolveConflicts(keepRoom(window, { conflicts }, "enter").deps);
    assert.deepEqual([left(), window.book.current().client[0]?.name], [0, "Acme Shop"]);
  });

  it("is told once", async () => {
    const { window, conflicts } = await conflict();
    const { deps, said } = keepRoom(window, { conflicts });
    const tell = conflictTeller(deps);
    await tell();
    await tell();
    assert.deepEqual(said.map(({ text }) => text), ["1 entry was changed in two places. Both versions are kept."]);
  });
});

describe("the offer to bring clients over", () => {
  const repository = { path: "/home/rafi/acme-shop", name: "acme-shop", identity: { remotes: ["github.com/acme/acme-shop"], rootCommits: [] } };
  const finder = { find: () => Promise.resolve({ found: [repository], problems: [] }), at: () => Promise.resolve(undefined) };
  function known() {
    const here: string[] = [];
    const port: KnownClients = { all: () => Promise.resolve(clientParts(sampleBook())), bringHere: (ids) => Promise.resolve(void here.push(...ids)), leaveHere: (ids) => Promise.resolve(here.splice(0, ids.length)).then(() => undefined) };
    return { port, here };
  }

  it("says what there is and from when, takes nothing by itself, and can be undone", async () => {
    const { port, here } = known();
    const { deps, last, press } = keepRoom(await filled([]), { known: port, finder });
    assert.equal(await offer(deps), true);
    assert.match(last(), /^Your notes for Acme Shop are here: \d+ milestones?, \d+ notes?, last changed Fri 20 Nov\. Bring them over/);
    assert.deepEqual(here, []);
    await press("Bring over");
    assert.deepEqual(here, ["c-acme"]);
    await press("Undo");
    assert.deepEqual(here, []);
  });

  it("asks which, and ticks none, where only first commits agree", async () => {
    const { port, here } = known();
    const twice = { ...port, all: () => Promise.resolve(clientParts(sampleBook()).map((part) => ({ ...part, client: { ...part.client, archivedAt: undefined as never }, project: clientParts(sampleBook())[0]!.project }))) };
    const local = { ...repository, identity: { remotes: [], rootCommits: ["3f2a91c0aa11bb22cc33dd44ee55ff6677889900"] } };
    const roots = { roots: () => Promise.resolve(local.identity.rootCommits) };
    const { deps, last, press, screen } = keepRoom(await filled([]), { known: twice, roots, finder: { ...finder, find: () => Promise.resolve({ found: [local], problems: [] }) } }, "enter");
    await offer(deps);
    assert.equal(last(), "The work in this folder may be for one of 2 clients: Acme Shop, রহিম ট্রেডার্স.");
    await press("Choose…");
    assert.deepEqual(screen.shown[0]?.offered, []);
    assert.deepEqual(here, []);
  });

  it("comes once, only where there is no book, and waits for trust", async () => {
    const { port } = known();
    const granted: Emitter<void> = createEmitter();
    let trusted = false;
    let offers = 0;
    const base = { known: port, offer: () => Promise.resolve(offers++), failed: (error: unknown) => assert.fail(String(error)), trust: { isTrusted: () => trusted, onDidGrant: granted.event } };
    await offerOnce({ ...base, memory: memoryMemento(), isEmpty: () => false });
    await offerOnce({ ...base, memory: memoryMemento(), isEmpty: () => true, known: { all: () => Promise.resolve([]) } });
    assert.equal(offers, 0);
    const memory = memoryMemento();
    // A look that failed was none.
    const failing = { ...base, memory, isEmpty: () => true, trust: { ...base.trust, isTrusted: () => true }, offer: () => Promise.reject(new Error("git")) };
    await assert.rejects(offerOnce(failing), /git/);
    await offerOnce({ ...base, memory, isEmpty: () => true });
    assert.equal(offers, 0);
    trusted = true;
    granted.fire();
    await until(() => offers > 0);
    assert.equal(offers, 1);
    await offerOnce({ ...base, memory, isEmpty: () => true });
    assert.equal(offers, 1);
  });

  it("is told of where it fails after trust was given, when nobody waits for it any more", async () => {
    const granted: Emitter<void> = createEmitter();
    const told: unknown[] = [];
    let trusted = false;
    const trust = { isTrusted: () => trusted, onDidGrant: granted.event };
    await offerOnce({ known: known().port, memory: memoryMemento(), isEmpty: () => true, trust, offer: () => Promise.reject(new Error("git")), failed: (error) => told.push(error) });
    trusted = true;
    granted.fire();
    await until(() => told.length > 0);
    assert.match(String(told), /git/);
  });
});

describe("forgetting secrets", () => {
  it("lists them by service and account, ticks none, and forgets what is ticked", async () => {
    let names: readonly SecretName[] = [{ service: "slack", account: "Acme" }, { service: "smtp", account: "me" }];
    const secrets = { get: () => Promise.resolve("s3cret"), set: () => Promise.resolve(), names: () => names, forget: (name: SecretName) => Promise.resolve(void (names = names.filter((one) => one !== name))) };
    const { deps, last, screen } = keepRoom(await filled([]), { secrets }, { tick: ["slack"] });
    await forgetSecrets(deps);
    assert.deepEqual([screen.shown[0]?.offered, names.map(({ service }) => service)], [[], ["smtp"]]);
    assert.equal(last(), "1 secret is forgotten.");
    assert.ok(!JSON.stringify(screen.shown).includes("s3cret"));
  });
});

describe("undoing", () => {
  it("brings back what was deleted, and takes back what was done beside the book", async () => {
    const window = await filled();
    const before = window.book.current();
    let done = true;
    await window.undoing.change({ id: "did.import" }, [{ op: "remove", kind: "client", id: "c-acme" }], () => Promise.resolve((done = false)));
    assert.equal(window.book.current().client.length, 1);
    assert.equal((await window.undoing.undoLast())?.outcome, "undone");
    assert.deepEqual(window.book.current().client.map(({ name }) => name).sort(), before.client.map(({ name }) => name).sort());
    assert.equal(done, false);
  });
});
