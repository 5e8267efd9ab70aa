import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Book, BookChange } from "../../../src/core/book/book";
import { createMachine, putNote as put } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));

describe("a fork of the book", () => {
  /** Both changed while the files were out of reach for this window. */
  async function forked() {
    const { open, workspace } = machine();
    const { store, reported } = open({ workspace });
    await store.change([put("n-1", "as agreed"), put("n-2", "as agreed")]);
    const other = memoryMemento(workspace.all());
    const away = temp();
    const apart = open({ workspace: other, folder: path.join(away, "book") });
    await apart.store.refresh();
    rmSync(path.join(away, "book"), { recursive: true });
    writeFileSync(path.join(away, "book"), "");
    await apart.store.change([put("n-1", "said there", 2), put("n-3", "new there")]);
    await store.change([put("n-1", "said here", 2), put("n-2", "changed here", 2)]);
    return { open, store, reported, other };
  }

  it("is merged record by record, and the same record is kept twice", async () => {
    const { open, other } = await forked();
    const { store } = open({ workspace: other });
    await store.refresh();
    const texts = Object.fromEntries(store.current().note.map(({ id, text }) => [id, text]));
    assert.deepEqual([texts["n-2"], texts["n-3"]], ["changed here", "new there"]);
    const [conflict, ...more] = await store.conflicts.all();
    assert.deepEqual(more, []);
    assert.ok(conflict?.kind === "note");
    assert.deepEqual([conflict.kept.text, conflict.other.text].sort(), ["said here", "said there"]);
    assert.equal(texts["n-1"], conflict.kept.text);
  });

  it("is shown in every window until it is settled, and then in none", async () => {
    const { open, other, store: first } = await forked();
    const { store } = open({ workspace: other });
    let told = 0;
    await store.refresh();
    await first.refresh();
    first.conflicts.onDidChange(() => told++);
    const [conflict] = await first.conflicts.all();
    assert.ok(conflict?.kind === "note");
    await store.change([{ op: "put", kind: "note", record: { ...conflict.other, rev: 3 } }]);
    await store.conflicts.settle(conflict);
    await first.refresh();
    assert.deepEqual([await store.conflicts.all(), await first.conflicts.all()], [[], []]);
    // Told when it is settled, and before that if the watched file was seen between the two steps.
    assert.ok(told === 1 || told === 2, `told ${told} times`);
    assert.equal(first.current().note.find(({ id }) => id === "n-1")?.text, conflict.other.text);
  });

  it("of two windows that change one record at the same moment loses neither", async () => {
    const { open, workspace } = machine();
    const one = open({ workspace });
    await one.store.change([put("n-1", "as agreed")]);
    const two = open({ workspace: memoryMemento(workspace.all()) });
    await two.store.refresh();
    await Promise.all([one.store.change([put("n-1", "one", 2)]), two.store.change([put("n-1", "two", 2)])]);
    const [conflict] = await two.store.conflicts.all().then(async (found) => (found.length > 0 ? found : one.store.conflicts.all()));
    assert.ok(conflict?.kind === "note");
    assert.deepEqual([conflict.kept.text, conflict.other.text].sort(), ["one", "two"]);
  });
});

describe("the details of the user on two machines that share one global state", () => {
  const mine = (signature: string, more: object = {}): BookChange => ({ op: "me", me: { names: ["Rafi"], emails: [], signature, ...more } });
  const signatureOf = ({ store }: { readonly store: { current(): Book } }) => store.current().me.signature;
  /** Both know the same Me. */
  async function twoMachines() {
    const global = memoryMemento();
    const [here, there] = [createMachine(path.join(temp(), "book")), createMachine(path.join(temp(), "book"))];
    const open = new Map<ReturnType<typeof createMachine>, { readonly store: { dispose(): void } }>();
    const restart = async (machine: ReturnType<typeof createMachine>) => {
      open.get(machine)?.store.dispose();
      const window = machine.open({ global });
      open.set(machine, window);
      await window.store.refresh();
      return window;
    };
    await (await restart(here)).store.change([mine("R")]);
    for (const machine of [here, there, here]) await restart(machine);
    return { global, here, there, restart };
  }

  it("follow what was changed on the other one", async () => {
    const { here, there, restart } = await twoMachines();
    await (await restart(here)).store.change([mine("Rafi")]);
    assert.equal(signatureOf(await restart(there)), "Rafi");
  });

  it("are asked about once where both changed the same", async () => {
    const { global, here, there, restart } = await twoMachines();
    const before = structuredClone(global.get("khobor.me"));
    await (await restart(here)).store.change([mine("Rafi", { digits: "latin" })]);
    const copy = structuredClone(global.get("khobor.me"));
    // The other one had not heard of it.
    await global.update("khobor.me", before);
    await (await restart(there)).store.change([mine("Rafi, Dhaka")]);
    await global.update("khobor.me", copy);
    const window = await restart(there);
    assert.deepEqual([signatureOf(window), window.store.current().me.digits], ["Rafi, Dhaka", "latin"]);
    const [conflict, ...more] = await window.store.conflicts.all();
    assert.ok(conflict?.kind === "me" && more.length === 0);
    assert.deepEqual([conflict.kept.signature, conflict.other.signature], ["Rafi, Dhaka", "Rafi"]);
    await window.store.conflicts.settle(conflict);
    assert.deepEqual(await (await restart(there)).store.conflicts.all(), []);
    assert.equal(signatureOf(await restart(here)), "Rafi, Dhaka");
  });

  it("are not taken back by a copy whose last writing was lost", async () => {
    const { global, here, restart } = await twoMachines();
    const { store } = await restart(here);
    await store.change([mine("second")]);
    const lost = structuredClone(global.get("khobor.me"));
    await store.change([mine("third")]);
    store.dispose();
    await global.update("khobor.me", lost);
    const window = await restart(here);
    assert.deepEqual([signatureOf(window), await window.store.conflicts.all()], ["third", []]);
  });
});
