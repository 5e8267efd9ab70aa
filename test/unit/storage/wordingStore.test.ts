import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import type { Instant } from "../../../src/core/time/types";
import { createWordingStore } from "../../../src/storage/wordingStore";
import type { Wording } from "../../../src/core/work/wordings";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const stores: { dispose(): void }[] = [];
afterEach(() => stores.splice(0).forEach((store) => store.dispose()));
const temp = tempFolders();

const at = "2026-11-25T06:00:00.000Z" as Instant;
const open = (memento = memoryMemento(), folder = path.join(temp(), "wordings")) => {
  const heard = listening();
  const store = createWordingStore({ memento, folder, clock: { now: () => at }, ...heard });
  stores.push(store);
  return { store, memento, folder, file: path.join(folder, "wordings.json"), ...heard };
};
const commit = { authorEmail: "rafi@example.com", authorDate: "2026-11-20T17:00:00+06:00", subject: "Fix the total" };
const hide: Wording = { projectId: "shop", at, how: "hide", commit };
const say: Wording = { projectId: "shop", at, how: "say", commit, text: "The total is right" };
const scope: Wording = { projectId: "shop", at, how: "hideScope", scope: "core" };

describe("wordings", () => {
  it("survive a restart; the last one about a line counts", async () => {
    const { store, memento } = open();
    await store.add([hide, scope]);
    await store.add([say]);
    assert.deepEqual(await store.all(), [say, scope]);
    assert.deepEqual(await open(memento).store.all(), [say, scope]);
  });

  it("are forgotten one by one, for their project alone", async () => {
    const { store, memento } = open();
    await store.add([hide, scope, { ...hide, part: 1 }, { ...hide, projectId: "other" }]);
    await store.forget([hide]);
    await store.forget([]);
    const left = (await open(memento).store.all()).map((wording) => `${wording.projectId} ${wording.how}${wording.how === "hide" ? ` ${wording.part ?? 0}` : ""}`);
    assert.deepEqual(left, ["shop hideScope", "shop hide 1", "other hide 0"]);
  });

  it("of this moment count also where an earlier one was said with a clock that was ahead", async () => {
    const { store } = open();
    await store.add([{ ...say, at: "2027-01-01T00:00:00.000Z" as Instant }]);
    await store.add([hide]);
    assert.deepEqual(await store.all(), [hide]);
  });

  it("are kept up to 2,000: the oldest are forgotten", async () => {
    const { store, file } = open();
    const nth = (count: number): Wording => ({ ...hide, commit: { ...commit, subject: `Change ${count}` }, at: new Date(Date.parse(at) + count).toISOString() as Instant });
    await store.add(Array.from({ length: 2001 }, (_, count) => nth(2001 - count)));
    assert.deepEqual([(await store.all()).length, (JSON.parse(readFileSync(file, "utf8")) as { wordings: unknown[] }).wordings.length], [2000, 2000]);
    assert.ok(!(await store.all()).some((one) => one.how === "hide" && one.commit.subject === "Change 1"));
  });

  it("set aside what is damaged", async () => {
    const { store } = open(memoryMemento({ "khobor.wordings": { version: 1, wordings: [say, { how: "shout" }] } }));
    assert.deepEqual(await store.all(), [say]);
  });
});

describe("the wordings of several windows", () => {
  // Each has a global state of its own: what another window writes there may come late, or not at all.
  const machine = () => {
    const folder = path.join(temp(), "wordings");
    return () => open(memoryMemento(), folder);
  };
  const subjects = async ({ store }: ReturnType<typeof open>) => (await store.all()).flatMap((one) => (one.how === "hide" ? [one.commit.subject] : [])).sort();
  const hiding = (subject: string): Wording => ({ ...hide, commit: { ...commit, subject } });

  it("lose none when said at the same moment", async () => {
    const window = machine();
    const windows = [window(), window(), window(), window()];
    const all = Array.from({ length: 40 }, (_, count) => `Change ${String(count).padStart(2, "0")}`);
    await Promise.all(all.map((subject, count) => windows[count % 4]!.store.add([hiding(subject)])));
    assert.deepEqual(await subjects(window()), all);
  });

  it("hold in all of them: what one window says or forgets, the other drafts by", async () => {
    const window = machine();
    const [mine, other] = [window(), window()];
    await Promise.all([mine.store.all(), other.store.all()]);
    const heard = async (isSo: (of: readonly string[]) => boolean) => {
      for (let tries = 0; tries < 500 && !isSo(await subjects(other)); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      return subjects(other);
    };
    await mine.store.add([hiding("a"), hiding("b")]);
    assert.deepEqual(await heard((now) => now.length === 2), ["a", "b"]);
    await mine.store.forget([hiding("a")]);
    assert.deepEqual(await heard((now) => now.length === 1), ["b"]);
    // An old copy in the other window's global state brings nothing back.
    await other.store.add([hiding("c")]);
    assert.deepEqual(await subjects(window()), ["b", "c"]);
  });

  it("are taken over from global state once, and either home restores the other", async () => {
    for (const version of ["wordings.v1", "wordings.v2"]) {
      const first = open(memoryMemento({ "khobor.wordings": sample(version) }));
      const wordings = sample(version)["wordings"];
      assert.deepEqual(await first.store.all(), wordings);
      const fileAlone = open(memoryMemento(), first.folder);
      assert.deepEqual(await fileAlone.store.all(), wordings);
      assert.deepEqual((fileAlone.memento.get("khobor.wordings") as { wordings: unknown }).wordings, wordings);
      writeFileSync(first.file, "{ cut");
      const copyAlone = open(first.memento, first.folder);
      assert.deepEqual(await copyAlone.store.all(), wordings);
      assert.deepEqual((JSON.parse(readFileSync(first.file, "utf8")) as { wordings: unknown }).wordings, wordings);
      assert.ok(readdirSync(first.folder).includes("wordings.damaged.json"));
    }
  });

  it("are healed from the copy where a letter of the file was changed, and what the file alone has is kept", async () => {
    const window = machine();
    const mine = window();
    await mine.store.add([say]);
    await window().store.add([scope]);
    mine.store.dispose();
    writeFileSync(mine.file, readFileSync(mine.file, "utf8").replace("is right", "is wrong"));
    const again = open(memoryMemento({ "khobor.wordings": mine.memento.get("khobor.wordings") }), mine.folder);
    assert.deepEqual(new Set(await again.store.all()), new Set([say, scope]));
    assert.match(again.logged.join("\n"), /not as it was written/);
    assert.ok(readdirSync(mine.folder).includes("wordings.damaged.json"));
    assert.deepEqual(new Set(await window().store.all()), new Set([say, scope]));
  });

  it("of a newer version stay as they are", async () => {
    const { store, file, folder } = open();
    await store.add([say]);
    store.dispose();
    const newer = JSON.stringify({ version: 2, wordings: "elsewhere" });
    writeFileSync(file, newer);
    const later = open(memoryMemento(), folder);
    await later.store.add([scope]);
    assert.deepEqual([await later.store.all(), readFileSync(file, "utf8"), later.told], [[scope], newer, ["storage.newer"]]);
  });
});
