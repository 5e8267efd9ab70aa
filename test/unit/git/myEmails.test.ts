import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { withMailmap } from "../../../src/git/myEmails";
import { createRepo } from "../../support/gitRepo";
import { gitLog } from "./request";

describe("my emails", () => {
  it("are those of the configuration, and all that mailmap joins to them", async () => {
    const repo = createRepo();
    assert.deepEqual(await gitLog().myEmails(repo.path), []);
    repo.git("config", "user.email", "Rafi@Example.com");
    repo.git("config", "author.email", "rafi@studio.example");
    assert.deepEqual(await gitLog().myEmails(repo.path), ["rafi@example.com", "rafi@studio.example"]);
    writeFileSync(path.join(repo.path, ".mailmap"), "Rafi <rafi@example.com> <old@laptop>\nSara <sara@example.com> <sk@work>\n");
    repo.git("config", "mailmap.file", "more.txt");
    writeFileSync(path.join(repo.path, "more.txt"), "Rafi Ahmed <rafi@example.com> rafi <RAFI@school>\n");
    assert.deepEqual(await gitLog().myEmails(repo.path), ["rafi@example.com", "rafi@studio.example", "old@laptop", "rafi@school"]);
    repo.git("config", "mailmap.file", "/dev/zero");
    assert.equal((await gitLog().myEmails(repo.path)).length, 3);
  });

  it("come with a name", async () => {
    const repo = createRepo();
    repo.git("config", "user.name", "Rafi Ahmed");
    assert.equal(await gitLog().myName(repo.path), "Rafi Ahmed");
    repo.git("config", "--unset", "user.name");
    assert.equal(await gitLog().myName(repo.path), undefined);
  });

  it("follow a chain, and stop at an address that several people share", () => {
    const lines = ["A <a@x> <b@x>", "A <a@x> <c@x>", "# <a@x> <no@x>", "Rafi <a@x> Rafi <root@localhost>", "Sara <s@x> Sara <root@localhost>", "Only Name <a@x>", "broken <", ""];
    assert.deepEqual(withMailmap(["B@x"], lines), ["b@x", "a@x", "c@x"]);
    assert.deepEqual(withMailmap(["s@x"], lines), ["s@x"]);
    assert.deepEqual(withMailmap([], lines), []);
  });
});
