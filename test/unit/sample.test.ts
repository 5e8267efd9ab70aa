import assert from "node:assert/strict";
import * as v from "valibot";
import { recordSchemas, type RecordKind } from "../../src/core/book/book";
import { meSchema } from "../../src/core/book/me";
import { sampleBook } from "../support/sample/book.mjs";

describe("the sample book", () => {
  const all = sampleBook("0123456789abcdef0123456789abcdef01234567", new Date(2026, 10, 20, 16, 0));
  const changes = all.flatMap((change) => ("kind" in change ? [change] : []));

  it("has a user that the extension can read", () => {
    const users = all.flatMap((change) => ("me" in change ? [change.me] : []));
    assert.equal(users.length, 1);
    assert.ok(v.is(v.strictObject(meSchema.entries), users[0]));
  });

  for (const { kind, record } of changes) {
    it(`has a ${kind} that the extension can read: ${String(record["name"] ?? record["title"] ?? record["text"])}`, () => {
      const parsed = v.safeParse(v.strictObject(recordSchemas[kind as RecordKind].entries), record);
      assert.deepEqual(parsed.issues?.map((issue) => `${v.getDotPath(issue) ?? ""}: ${issue.message}`) ?? [], []);
    });
  }

  it("points only at records that are there", () => {
    const ids = new Set(changes.map(({ record }) => record["id"]));
    for (const { record } of changes) {
      for (const key of ["clientId", "projectId", "milestoneId"]) {
        if (record[key] !== undefined) assert.ok(ids.has(record[key]), `${String(record["id"])}: ${key}`);
      }
    }
  });
});
