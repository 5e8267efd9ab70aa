import assert from "node:assert/strict";
import path from "node:path";
import { recordKinds, type Book, type BookChange, type RecordKind } from "../../../src/core/book/book";
import type { Conflict } from "../../../src/core/ports/book";
import type { Instant } from "../../../src/core/time/types";
import { sampleBook } from "../core/book/exchanges";
import { createMachine } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { tempFolders } from "./tempFolder";

// The two homes of the book, changed apart from each other: the workspace (with the state of VS Code) went to another machine,
// was worked on there, and came back.

const temp = tempFolders();
type AnyRecord = Book[RecordKind][number];

/** What is changed, in which kind of record, and how it is read. */
interface Case {
  readonly kind: RecordKind;
  readonly say: (record: never, words: string) => object;
  readonly read: (record: never) => unknown;
}
const cases: Readonly<Record<string, Case>> = {
  client: { kind: "client", say: (_, name) => ({ name }), read: ({ name }: Book["client"][number]) => name },
  contact: {
    kind: "client",
    say: ({ contacts }: Book["client"][number], name) => ({ contacts: contacts.map((contact, at) => (at === 0 ? { ...contact, name } : contact)) }),
    read: ({ contacts }: Book["client"][number]) => contacts[0]!.name,
  },
  project: { kind: "project", say: (_, goal) => ({ goal }), read: ({ goal }: Book["project"][number]) => goal },
  milestone: { kind: "milestone", say: (_, title) => ({ title }), read: ({ title }: Book["milestone"][number]) => title },
  deliverable: {
    kind: "milestone",
    say: ({ deliverables }: Book["milestone"][number], text) => ({ deliverables: deliverables.map((one, at) => (at === 0 ? { ...one, text } : one)) }),
    read: ({ deliverables }: Book["milestone"][number]) => deliverables[0]!.text,
  },
  note: { kind: "note", say: (_, text) => ({ text }), read: ({ text }: Book["note"][number]) => text },
  meeting: { kind: "meeting", say: (_, title) => ({ title }), read: ({ title }: Book["meeting"][number]) => title },
  invoice: { kind: "invoice", say: (_, remark) => ({ remark }), read: ({ remark }: Book["invoice"][number]) => remark },
  absence: { kind: "absence", say: (_, reason) => ({ reason }), read: ({ reason }: Book["absence"][number]) => reason },
};

/** Two machines, of which the second has the state of the first as it was when both agreed. */
async function agreed({ kind, say, read }: Case, id: string) {
  const here = createMachine(path.join(temp(), "book"));
  const there = createMachine(path.join(temp(), "book"));
  const workspace = memoryMemento();
  let stepped = Date.parse("2026-11-25T06:00:00.000Z");
  const open = async (machine: typeof here, state: typeof workspace, global: typeof workspace) => {
    const window = machine.open({ workspace: state, global });
    await window.store.refresh();
    const now = () => (window.store.current()[kind] as readonly AnyRecord[]).find((record) => record.id === id) as AnyRecord;
    return {
      ...window,
      now,
      said: () => read(now() as never),
      /** Each change a minute after the one before, wherever it is made. */
      async change(words: string) {
        const changedAt = new Date((stepped += 60_000)).toISOString() as Instant;
        await window.store.change([{ op: "put", kind, record: { ...now(), ...say(now() as never, words), rev: now().rev + 1, changedAt } } as BookChange]);
      },
      close: () => window.store.dispose(),
    };
  };
  const { me, ...records } = sampleBook();
  const first = await open(here, workspace, here.global);
  await first.store.change([{ op: "me", me }, ...recordKinds.flatMap((one) => records[one].map((record) => ({ op: "put", kind: one, record }) as BookChange))]);
  await first.change("as agreed");
  first.close();
  const state = memoryMemento(workspace.all());
  const global = memoryMemento(here.global.all());
  return { here: () => open(here, workspace, here.global), there: () => open(there, state, global), back: () => open(here, state, global) };
}
const both = ({ kept, other }: Conflict, read: Case["read"]) => [read(kept as never), read(other as never)].map(String).sort();

describe("what was changed in both homes", () => {
  for (const [name, one] of Object.entries(cases)) {
    const id = sampleBook()[one.kind][0]!.id;

    for (const [how, mine, theirs] of [["the other home once", 2, 1], ["the other home more often", 1, 3], ["both as often", 1, 1]] as const) {
      it(`a ${name}, ${how}: both are kept and asked about once`, async () => {
        const { here, there, back } = await agreed(one, id);
        const first = await here();
        for (let count = 1; count <= mine; count++) await first.change(`here ${count}`);
        first.close();
        const other = await there();
        for (let count = 1; count <= theirs; count++) await other.change(`there ${count}`);
        other.close();

        const window = await back();
        const [conflict, ...more] = (await window.store.conflicts.all()).filter(({ kind }) => kind === one.kind);
        assert.ok(conflict);
        assert.deepEqual([more, conflict.id, both(conflict, one.read)], [[], id, [`here ${mine}`, `there ${theirs}`]]);
        assert.deepEqual(window.reported, []);
        // Chosen, it is asked about no more: neither here nor where the other version still stands.
        const chosen = one.read(conflict.other as never) as string;
        await window.change(chosen);
        await window.store.conflicts.settle(conflict);
        window.close();
        for (const again of [await back(), await here()]) {
          assert.deepEqual([again.said(), await again.store.conflicts.all()], [chosen, []]);
          again.close();
        }
      });
    }

    for (const [where, out, mine, theirs] of [
      ["here", "first", 0, 1],
      ["here", "after more changes than there", 2, 1],
      ["here", "after as many changes as there", 1, 1],
      ["there", "first", 1, 0],
      ["there", "after more changes than here", 1, 2],
      ["there", "after as many changes as here", 1, 1],
    ] as const) {
      it(`a ${name}, taken out ${where} ${out} and changed in the other: it stays, and is asked about once`, async () => {
        const { here, there, back } = await agreed(one, id);
        const first = await here();
        for (let count = 1; count <= mine; count++) await first.change("here");
        if (where === "here") await first.store.change([{ op: "remove", kind: one.kind, id }]);
        first.close();
        const other = await there();
        for (let count = 1; count <= theirs; count++) await other.change("there");
        if (where === "there") await other.store.change([{ op: "remove", kind: one.kind, id }]);
        other.close();

        const changed = where === "here" ? "there" : "here";
        const window = await back();
        const conflicts = (await window.store.conflicts.all()).filter(({ kind }) => kind === one.kind);
        assert.deepEqual(conflicts.map((conflict) => [conflict.id, conflict.removed, one.read(conflict.kept as never)]), [[id, true, changed]]);
        window.close();
        // Opened once more with the state as either of them left it, nothing more is asked.
        for (const reopen of [back, here]) {
          const again = await reopen();
          assert.equal((await again.store.conflicts.all()).length, 1);
          again.close();
        }
        const asked = await back();
        await asked.store.conflicts.settle(conflicts[0]!);
        asked.close();
        for (const reopen of [back, here, back]) {
          const again = await reopen();
          assert.deepEqual([again.said(), await again.store.conflicts.all()], [changed, []]);
          again.close();
        }
        // Taken out after all, it stays out, although the other machine still has it.
        const last = await back();
        await last.store.change([{ op: "remove", kind: one.kind, id }]);
        last.close();
        for (const reopen of [back, here]) {
          const again = await reopen();
          assert.deepEqual([again.now(), await again.store.conflicts.all()], [undefined, []]);
          again.close();
        }
      });
    }

    it(`a ${name}, taken out in one of them alone: it is out in both, and nothing is asked`, async () => {
      const { here, there, back } = await agreed(one, id);
      const other = await there();
      await other.store.change([{ op: "remove", kind: one.kind, id }]);
      other.close();
      for (const reopen of [back, here]) {
        const window = await reopen();
        assert.deepEqual([window.now(), await window.store.conflicts.all()], [undefined, []]);
        window.close();
      }
    });

    it(`a ${name}, taken out and brought back before the other home heard of either: it stands, and nothing is asked`, async () => {
      const { here, back } = await agreed(one, id);
      const first = await here();
      const record = first.now();
      await first.store.change([{ op: "remove", kind: one.kind, id }]);
      first.close();
      const second = await here();
      await second.store.change([{ op: "put", kind: one.kind, record: { ...record, rev: record.rev + 1 } } as BookChange]);
      second.close();
      for (const reopen of [back, here]) {
        const window = await reopen();
        assert.deepEqual([window.said(), await window.store.conflicts.all()], ["as agreed", []]);
        window.close();
      }
    });

    it(`a ${name}: what was changed in one of them alone is taken over, and nothing is asked`, async () => {
      const { here, there, back } = await agreed(one, id);
      const other = await there();
      for (const words of ["there 1", "there 2"]) await other.change(words);
      other.close();
      const window = await back();
      assert.deepEqual([window.said(), await window.store.conflicts.all()], ["there 2", []]);
      await window.change("here, after it");
      window.close();
      // The state of before, and that of the other machine, come of what is here by now.
      for (const again of [await here(), await back()]) {
        assert.deepEqual([again.said(), await again.store.conflicts.all()], ["here, after it", []]);
        again.close();
      }
    });
  }

  it("comes back with the client and the project that it belongs to", async () => {
    const { milestone } = sampleBook();
    const id = milestone[0]!.id;
    const { here, there, back } = await agreed(cases["milestone"]!, id);
    const first = await here();
    const book = first.store.current();
    const project = book.project.find((one) => one.id === (first.now() as Book["milestone"][number]).projectId)!;
    const everything = recordKinds.filter((kind) => kind !== "absence").flatMap((kind) =>
      book[kind].filter((record) => record.id === project.clientId || ("clientId" in record && record.clientId === project.clientId) || ("projectId" in record && record.projectId === project.id)).map((record): BookChange => ({ op: "remove", kind, id: record.id })));
    await first.store.change(everything.toReversed());
    first.close();
    const other = await there();
    await other.change("there");
    other.close();
    const window = await back();
    const { client: clients, project: projects } = window.store.current();
    assert.ok(clients.some((one) => one.id === project.clientId) && projects.some((one) => one.id === project.id));
    const asked = await window.store.conflicts.all();
    assert.deepEqual(asked.map(({ kind, removed }) => [kind, removed]), [["client", true], ["project", true], ["milestone", true]]);
    window.close();
  });
});
