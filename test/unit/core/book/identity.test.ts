import assert from "node:assert/strict";
import { sameRepository } from "../../../../src/core/book/identity";

const known = (remotes: readonly string[], rootCommits: readonly string[] = []) => ({ remotes, rootCommits });

describe("the same repository", () => {
  it("has a remote in common, in any case", () => {
    assert.ok(sameRepository(known(["github.com/Rafi/Acme", "github.com/acme/acme"]), known(["github.com/rafi/acme"])));
    assert.ok(!sameRepository(known(["github.com/rafi/acme"]), known(["github.com/rafi/acme-shop"])));
  });

  it("is told by remotes alone where both have some: a copy of a template has the template's root", () => {
    assert.ok(!sameRepository(known(["github.com/rafi/a"], ["1"]), known(["github.com/rafi/b"], ["1"])));
  });

  it("else has a root commit in common", () => {
    assert.ok(sameRepository(known([], ["1", "2"]), known([], ["2"])));
    assert.ok(sameRepository(known([], ["1"]), known(["github.com/rafi/a"], ["1"])));
    assert.ok(!sameRepository(known([], ["1"]), known([], ["2"])));
  });

  it("is never one that nothing is known of", () => {
    assert.ok(!sameRepository(known([]), known([])));
  });
});
