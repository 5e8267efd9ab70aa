import assert from "node:assert/strict";
import { bookPart } from "../../../src/storage/bookPart";
import { readStored } from "../../../src/storage/stored";
import { newestVersion, upgraded, type Upgrade } from "../../../src/core/book/upgrades";
import { sample } from "./samples";

type Stored = Record<string, unknown>;

// Two steps such as later versions will have: a kind gets another name, then a field.
const clientsWereCustomers: Upgrade = ({ kind, entry }) => [{ kind: kind === "customer" ? "client" : kind, entry }];
const namesWereTitles: Upgrade = ({ kind, entry }) => {
  if (kind !== "client") return [{ kind, entry }];
  const { title, ...rest } = entry as Stored & { title: string };
  return [{ kind, entry: { ...rest, name: title.trim() } }];
};
const chain = [clientsWereCustomers, namesWereTitles];
const part = bookPart("khobor.book", { kinds: ["client", "note"], me: false, upgrades: chain });

describe("upgrades of the stored book", () => {
  const clients = sample("book.v1")["client"] as Stored[];
  const note = sample("book.v1")["note"] as Stored[];
  const old = clients.map(({ name, ...rest }) => ({ ...rest, title: name }));

  it("take each version through every later step", () => {
    assert.equal(newestVersion(chain), 3);
    const names = (version: number, stored: Stored) => readStored(part, { version, ...stored }).part.client.map(({ name }) => name);
    assert.deepEqual(names(1, { customer: old }), ["Acme Shop", "রহিম ট্রেডার্স"]);
    assert.deepEqual(names(2, { client: old }), ["Acme Shop", "রহিম ট্রেডার্স"]);
    assert.deepEqual(names(3, { client: clients }), ["Acme Shop", "রহিম ট্রেডার্স"]);
  });

  it("set aside, as it was, an entry that a step cannot read, and go on with the rest", () => {
    const broken = { id: "c-broken", title: 7 };
    const { part: book, damaged } = readStored(part, { version: 1, customer: [broken, ...old], note });
    assert.deepEqual(book.client.map(({ id }) => id), ["c-acme", "c-rahim"]);
    assert.equal(book.note.length, 3);
    assert.deepEqual(damaged.map(({ kind, raw }) => ({ kind, raw })), [{ kind: "customer", raw: broken }]);
  });

  it("may split an entry or drop it", () => {
    const split: Upgrade = ({ kind, entry }) => (kind === "pair" ? [{ kind: "a", entry }, { kind: "b", entry }] : []);
    assert.deepEqual(upgraded({ kind: "pair", entry: 1 }, 1, [split]), [
      { kind: "a", entry: 1 },
      { kind: "b", entry: 1 },
    ]);
    assert.deepEqual(upgraded({ kind: "other", entry: 1 }, 1, [split]), []);
    assert.deepEqual(upgraded({ kind: "other", entry: 1 }, 2, [split]), [{ kind: "other", entry: 1 }]);
  });
});
