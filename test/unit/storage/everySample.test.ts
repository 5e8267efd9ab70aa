import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import type * as v from "valibot";
import { answerUpgrades } from "../../../src/core/book/answer";
import { recordKinds, recordSchemas } from "../../../src/core/book/book";
import { exchangeText, exchangeVersion } from "../../../src/core/book/exchange";
import { entryVersions, readExchange } from "../../../src/core/book/exchangeReading";
import { meSchema } from "../../../src/core/book/me";
import { historyShape } from "../../../src/core/book/sentRecord";
import { bookUpgrades, newestVersion, readOwn, type OwnShape } from "../../../src/core/book/upgrades";
import { provenanceShape } from "../../../src/core/drafting/draft";
import type { Instant } from "../../../src/core/time/types";
import { secretNamesFileShape } from "../../../src/storage/secretNamesFile";
import { waitingShape } from "../../../src/core/sending/waiting";
import { wordingsFileShape } from "../../../src/storage/wordingsFile";
import { wordingUpgrades } from "../../../src/core/work/wordings";
import { createAnswerStore } from "../../../src/storage/answerStore";
import { answersFileShape } from "../../../src/storage/answersFile";
import { readImage } from "../../../src/storage/book/image";
import { pendingShape } from "../../../src/storage/book/pending";
import { createLocalPaths, placeUpgrades } from "../../../src/storage/localPaths";
import { claimOf, claimVersion } from "../../../src/storage/nudgeClaims";
import { createNudgeLog, nudgeUpgrades } from "../../../src/storage/nudgeLog";
import { createQuiet, quietUpgrades } from "../../../src/storage/quiet";
import { createSecrets, secretNameUpgrades } from "../../../src/storage/secrets";
import { createShelf } from "../../../src/storage/setAside";
import { createWordingStore } from "../../../src/storage/wordingStore";
import { createMachine, now, putNote } from "./bookMachine";
import { listening } from "./logs";
import { memoryMemento, type MemoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const ends: (() => Promise<void>)[] = [];
// What was begun ends before its folder goes.
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const temp = tempFolders();
const folder = "test/unit/storage/samples";
const book = newestVersion(bookUpgrades);

/** A value in a memento, read and changed by its store. */
interface Kept {
  readonly key: string;
  readonly newest: number;
  open(memento: MemoryMemento): { readonly value: () => unknown; readonly change: () => Promise<unknown>; readonly told: readonly string[] };
}
const homeOf = (memento: MemoryMemento) => ({ memento, clock: { now: () => now }, folder: path.join(temp(), "shared"), ...listening() });
const bookIn = (key: string) => (memento: MemoryMemento) => {
  const { store, reported } = createMachine(path.join(temp(), "book")).open(key === "khobor.me" ? { global: memento } : { workspace: memento });
  const change = () => store.change([key === "khobor.me" ? { op: "me", me: { names: ["Nadia"], emails: [] } } : putNote("n-new")]);
  return { value: () => (key === "khobor.me" ? [store.current().me, store.current().absence] : store.current().project), change, told: reported };
};
const commit = { authorEmail: "r@example.com", authorDate: "2026-11-20T17:00:00Z", subject: "new" };
const mementos: Readonly<Record<string, Kept>> = {
  book: { key: "khobor.book", newest: book, open: bookIn("khobor.book") },
  me: { key: "khobor.me", newest: book, open: bookIn("khobor.me") },
  answers: {
    key: "khobor.answers", newest: newestVersion(answerUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const store = createAnswerStore(home);
      ends.push(async () => {
        await store.refresh();
        store.dispose();
      });
      return { value: () => store.current(), change: () => store.add({ owedId: "x", at: now, said: { what: "skipped" } }), told: home.told };
    },
  },
  localPaths: {
    key: "khobor.localPaths", newest: newestVersion(placeUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const store = createLocalPaths({ ...home, machine: "rafi-laptop" });
      return { value: () => Object.entries(store.current()), change: () => store.set("s-new", "/new"), told: home.told };
    },
  },
  nudges: {
    key: "khobor.nudges", newest: newestVersion(nudgeUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const store = createNudgeLog(home);
      // Nobody is told of a nudge that cannot be remembered: it is nudged all the same.
      return { value: () => Object.entries(store.last()), change: async () => assert.deepEqual(await store.claim(["x"], now), ["x"]), told: home.told };
    },
  },
  quiet: {
    key: "khobor.quiet", newest: newestVersion(quietUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const store = createQuiet(home);
      return { value: () => [store.until(), store.isExplained() || undefined], change: () => store.set(undefined), told: home.told };
    },
  },
  wordings: {
    key: "khobor.wordings", newest: newestVersion(wordingUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const store = createWordingStore(home);
      ends.push(async () => {
        await store.all();
        store.dispose();
      });
      return { value: () => store.all(), change: () => store.add([{ projectId: "j", at: now, how: "hide", commit }]), told: home.told };
    },
  },
  secretNames: {
    key: "khobor.secretNames", newest: newestVersion(secretNameUpgrades),
    open: (memento) => {
      const home = homeOf(memento);
      const nothing = () => Promise.resolve(undefined);
      const store = createSecrets({ ...home, keeper: { get: nothing, store: nothing, delete: nothing } });
      ends.push(async () => {
        await store.opened();
        store.dispose();
      });
      return { value: () => store.names(), change: () => store.set({ service: "zoom", account: "x" }, "s3cret"), told: home.told };
    },
  },
};
const own: Readonly<Record<string, OwnShape<unknown>>> = {
  sent: historyShape, withdrawn: historyShape, comment: historyShape, provenance: provenanceShape, answersFile: answersFileShape, wordingsFile: wordingsFileShape, secretNamesFile: secretNamesFileShape, pending: pendingShape, waiting: waitingShape,
};
/** What came later than its shape's first version. */
const since: Readonly<Record<string, number>> = { comment: 2 };
/** The others, with the first and the newest version and how the sample is named. */
const others = { client: [2, book, "jsonl"], meFile: [2, book, "jsonl"], export: [1, exchangeVersion, "json"], setAside: [1, 1, "json"], claim: [1, claimVersion, "txt"] } as const;

const everyShape = new Map<string, readonly [first: number, newest: number, ending: string]>([
  ...Object.entries(mementos).map(([name, { newest }]) => [name, [1, newest, "json"]] as const),
  ...Object.entries(own).map(([name, { upgrades }]) => [name, [since[name] ?? 1, newestVersion(upgrades), "json"]] as const),
  ...Object.entries(others),
]);
const versions = (name: string) => {
  const [first, newest] = everyShape.get(name)!;
  return Array.from({ length: newest - first + 1 }, (_, at) => first + at);
};
const eventually = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("every version that was ever stored", () => {
  it("has a sample, for every shape; and there is no sample of anything else", () => {
    const wanted = [...everyShape].flatMap(([name, [, , ending]]) => versions(name).map((version) => `${name}.v${version}.${ending}`));
    assert.deepEqual(readdirSync(folder).sort(), wanted.sort());
  });

  it("is of a shape that these tests know", () => {
    const sources = ["src/storage", "src/core"].flatMap((top) => readdirSync(top, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(path.join(top, name), "utf8")));
    const keys = new Set(sources.flatMap((text) => [...text.matchAll(/"(khobor\.[a-z][A-Za-z]*)"/g)].map(([, key]) => key)));
    assert.deepEqual([...keys].sort(), Object.values(mementos).map(({ key }) => key).sort());
    const shapes = sources.flatMap((text) => [...text.matchAll(/^export const (\w+): OwnShape</gm)].map(([, name]) => name));
    assert.equal(shapes.length, new Set(Object.values(own)).size, shapes.join(", "));
  });

  for (const [name, kept] of Object.entries(mementos)) {
    const { key, newest } = kept;
    it(`is read whole from global or workspace state: ${name}`, async () => {
      for (const version of versions(name)) {
        const memento = memoryMemento({ [key]: sample(`${name}.v${version}`) });
        const { value, change, told } = kept.open(memento);
        await value();
        await eventually();
        const found = (await value()) as readonly unknown[];
        assert.ok(found.length > 0 && !found.includes(undefined), `version ${version}`);
        await change();
        assert.deepEqual([told, memento.get(`${key}.setAside`), (memento.get(key) as { version: number }).version], [[], undefined, newest], `version ${version}`);
      }
    });

    it(`is never written over where it is newer, and said once: ${name}`, async () => {
      const newer = { ...sample(`${name}.v${newest}`), version: newest + 1, mood: "sunny" };
      const memento = memoryMemento({ [key]: newer });
      const { value, change, told } = kept.open(memento);
      await value();
      await eventually();
      assert.ok(((await value()) as readonly unknown[]).length > 0);
      await change().catch(() => undefined);
      await change().catch(() => undefined);
      assert.deepEqual([memento.get(key), told], [newer, ["storage.newer"]]);
    });
  }

  it("is read whole where it says its own version, and what is newer is told apart from what is damaged", () => {
    for (const [name, shape] of Object.entries(own)) {
      const newest = newestVersion(shape.upgrades);
      for (const version of versions(name)) {
        const stored = sample(`${name}.v${version}`);
        const reading = readOwn(stored, shape);
        assert.ok(reading.is === "healthy", `${name} ${version}`);
        const { version: read, ...fields } = reading.value as Record<string, unknown>;
        assert.equal(read, newest);
        // Nothing that was stored is dropped.
        for (const [field, value] of Object.entries(stored)) if (field !== "version") assert.deepEqual(fields[field], value, `${name} ${version} ${field}`);
      }
      const last = sample(`${name}.v${newest}`);
      assert.equal(readOwn({ ...last, version: newest + 1 }, shape).is, "newer");
      assert.equal(readOwn({ ...last, version: "1" }, shape).is, "damaged");
    }
  });

  it("is read whole from the files of clients and of the user", () => {
    for (const name of ["client", "meFile"] as const) {
      for (const version of versions(name)) {
        const image = readImage(readFileSync(path.join(folder, `${name}.v${version}.jsonl`)), () => now);
        assert.ok(image.is === "healthy");
        assert.deepEqual([image.found, image.content.aside.filter(({ foundAt }) => foundAt === now)], [0, []], `${name} ${version}`);
        assert.ok(name === "client" ? image.content.part.client.length === 1 : image.content.part.me.names.length === 1);
        if (version < 3) continue;
        const { waiting, gone, aside, took, meWas } = image.content;
        assert.deepEqual([waiting.length, gone.size, aside.length, took.length, meWas.length], name === "client" ? [2, 1, 1, 1, 0] : [1, 0, 0, 0, 1]);
      }
    }
  });

  it("is read whole from an export, and the newest comes out as it went in", () => {
    for (const version of versions("export")) {
      const text = readFileSync(path.join(folder, `export.v${version}.json`), "utf8");
      const reading = readExchange(text);
      assert.ok(reading.is === "healthy" && reading.unreadable === 0, `version ${version}`);
      const { book: read, answers, history, drafts, wordings } = reading.exchange;
      assert.deepEqual([read.client.length, answers.length, history.length, drafts.length, wordings.length], [2, 1, 3, 1, version > 1 ? 2 : 0]);
      assert.deepEqual(new Set(history.map(({ version: one }) => one)), new Set([newestVersion(historyShape.upgrades)]));
      assert.deepEqual([reading.exchange.templates?.length, reading.exchange.waiting?.length], version > 1 ? [1, 1] : [undefined, undefined]);
      if (version === exchangeVersion) assert.equal(exchangeText(reading.exchange), text);
      else assert.equal(readExchange(exchangeText(reading.exchange)).is, "healthy");
    }
    // A new version of what lies in an export is a new version of the export.
    assert.equal(entryVersions.length, exchangeVersion);
    assert.deepEqual(entryVersions.at(-1), { book, answer: newestVersion(answerUpgrades), wording: newestVersion(wordingUpgrades) });
  });

  it("is read from the shelf of what was set aside, and from the claims of nudges", async () => {
    const shelf = createShelf(memoryMemento({ shelf: sample("setAside.v1") }), "shelf");
    assert.deepEqual(shelf.entries(), sample("setAside.v1")["entries"]);
    const newerShelf = memoryMemento({ shelf: { version: 2, more: [] } });
    await assert.rejects(createShelf(newerShelf, "shelf").put([{ kind: "note", foundAt: now, raw: 7, detail: "odd" }]), /newer version/);
    assert.deepEqual(newerShelf.get("shelf"), { version: 2, more: [] });

    const claims = temp();
    const at = readFileSync(path.join(folder, "claim.v1.txt"), "utf8") as Instant;
    assert.equal(await (await claimOf(claims, at))("a"), true);
    const [name] = readdirSync(claims);
    assert.equal(readFileSync(path.join(claims, name!), "utf8"), at);
    cpSync(path.join(folder, "claim.v1.txt"), path.join(claims, name!));
    assert.equal(await (await claimOf(claims, at))("a"), false);
    writeFileSync(path.join(claims, name!), `2 ${at} in another form`);
    const later = new Date(Date.parse(at) + 3_600_000).toISOString() as Instant;
    assert.equal(await (await claimOf(claims, later))("a"), false);
    assert.ok(existsSync(path.join(claims, name!)));
  });

  it("has, in its newest form, every field that there is", () => {
    const newest: Record<string, unknown> = { ...sample(`book.v${book}`), ...sample(`me.v${book}`) };
    for (const kind of recordKinds) {
      const has = new Set((newest[kind] as object[]).flatMap((record) => Object.keys(record)));
      const missing = Object.keys((recordSchemas[kind] as v.ObjectSchema<v.ObjectEntries, undefined>).entries).filter((field) => field !== "archivedAt" && !has.has(field));
      assert.deepEqual(missing, [], kind);
    }
    assert.deepEqual(Object.keys(meSchema.entries).filter((field) => !(field in (newest["me"] as object))), []);
  });
});
