import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { openRepo, createRepo, temporaryFolder } from "../../support/gitRepo";
import { openDesk, problems, tells } from "./desk";

const coupons = "Add coupons to the checkout";
const bkash = "Let customers pay with bKash";
const safari = "Fix the blank login page on Safari";
const search = "Add a search to the shop";
const shop = (name: string) => ({ [`shop/${name}.js`]: `${name}\n` });
const site = (name: string) => ({ [`site/${name}.js`]: `${name}\n` });

describe("the repositories of a project", () => {
  it("two projects in one repository tell each their own paths", async () => {
    const repo = createRepo();
    repo.commit(coupons, { files: shop("coupons") });
    repo.commit(search, { files: site("search") });
    const desk = await openDesk({ repos: [repo], scope: { include: ["shop"] } });
    const [scope] = desk.project().scopes;
    const other = await desk.addProject({ name: "Site", scopes: [{ ...scope!, id: "site", include: ["site"] }] });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`]);
    assert.deepEqual(await desk.tell(other), [`${search}: ready`]);
    repo.commit(bkash, { files: { ...shop("bkash"), ...site("bkash") } });
    repo.commit(safari, { files: site("safari") });
    assert.deepEqual(await desk.tell(), [`${bkash}: ready`]);
    assert.deepEqual(await desk.tell(other), [`${safari}: ready`, `${bkash}: ready`].sort());
    assert.deepEqual([await desk.tell(), await desk.tell(other)], [[], []]);
  });

  it("what is excluded belongs to nobody", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo], scope: { exclude: ["site"] } });
    repo.commit(coupons, { files: shop("coupons") });
    repo.commit(search, { files: site("search") });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`]);
  });

  it("a squash within a path scope is known as well", async () => {
    const repo = createRepo();
    repo.commit(search, { files: shop("search") });
    repo.branch("checkout");
    repo.commit(coupons, { files: shop("coupons") });
    repo.commit("Tidy the site", { files: site("menu") });
    repo.commit(bkash, { files: shop("bkash") });
    const desk = await openDesk({ repos: [repo], scope: { include: ["shop"] } });
    assert.deepEqual(await desk.tell(), [`${search}: ready`, `${coupons}: inProgress`, `${bkash}: inProgress`]);
    repo.checkout("main");
    repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
    assert.ok(!(await desk.tell()).some((line) => line.endsWith("inProgress")));
    assert.deepEqual(await desk.tell(), []);
  });

  it("one that is gone has its sentence, and does not stop the other; found again, it goes on where it was", async () => {
    const [first, second] = [createRepo(), createRepo()];
    first.commit(coupons);
    second.commit(search);
    const desk = await openDesk({ repos: [first, second] });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`, `${search}: ready`].sort());
    first.commit(bkash);
    second.commit(safari, { date: "2026-11-12T00:00:00Z" });
    const away = `${second.path}-away`;
    renameSync(second.path, away);
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${bkash}: ready`]);
    assert.deepEqual(problems(drafted), ["git.notFound"]);
    assert.equal(drafted.problems[0]!.scopeId, desk.project().scopes[1]!.id);
    await desk.send(drafted);
    renameSync(away, second.path);
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("none of them there: the draft says where things stand", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    const desk = await openDesk({ repos: [repo] });
    rmSync(repo.path, { recursive: true });
    const drafted = await desk.draft();
    assert.deepEqual([tells(drafted), problems(drafted)], [[], ["git.notFound"]]);
    assert.ok(drafted.provenance.rendered.length > 0);
    assert.doesNotMatch(drafted.provenance.rendered, /^- /m);
  });

  it("the same work in a clone of a moved repository was told", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    const copy = repo.clone();
    copy.git("remote", "remove", "origin");
    const desk = await openDesk({ repos: [copy] });
    await desk.tell();
    rmSync(copy.path, { recursive: true });
    const again = repo.clone();
    again.git("remote", "remove", "origin");
    await desk.deps.finder.locate(desk.project().scopes[0]!);
    renameSync(again.path, copy.path);
    openRepo(copy.path, Date.parse("2026-11-10T00:00:00Z")).commit(bkash);
    assert.deepEqual(await desk.tell(), [`${bkash}: ready`]);
  });
});

describe("a repository in an unusual state", () => {
  it("nothing was committed: the draft says where things stand", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    const desk = await openDesk({ repos: [repo] });
    const before = (await desk.tell()).length;
    const nothing = await desk.draft();
    assert.equal(before, 1);
    assert.deepEqual([tells(nothing), problems(nothing)], [[], []]);
    assert.doesNotMatch(nothing.provenance.rendered, /^- /m);
    assert.doesNotMatch(nothing.provenance.rendered, /undefined|null|\{\{/);
  });

  it("no commits yet", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    const drafted = await desk.draft();
    assert.deepEqual([tells(drafted), problems(drafted)], [[], ["git.noCommits"]]);
    repo.commit(coupons);
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`]);
  });

  it("on a branch without a commit, beside one that has some", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    repo.git("checkout", "--quiet", "--orphan", "fresh");
    const desk = await openDesk({ repos: [repo] });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`]);
  });

  it("detached HEAD: its work is in progress, and the writer is told", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    repo.git("checkout", "--quiet", "--detach");
    repo.commit(bkash);
    const desk = await openDesk({ repos: [repo] });
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${coupons}: ready`, `${bkash}: inProgress`]);
    assert.deepEqual(problems(drafted), ["git.detached"]);
  });

  it("a shallow clone tells what it has", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    repo.commit(bkash);
    const desk = await openDesk({ repos: [repo.clone("--depth=1")] });
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${bkash}: ready`]);
    assert.deepEqual(problems(drafted), ["git.shallow"]);
  });

  it("a rebase in progress reads the branch as it was before", async () => {
    const repo = createRepo();
    repo.commit(search, { files: { "a.txt": "1\n" } });
    repo.branch("upstream");
    repo.commit(safari, { files: { "a.txt": "2\n" } });
    repo.checkout("main");
    repo.commit(coupons, { files: { "a.txt": "3\n" } });
    const desk = await openDesk({ repos: [repo] });
    assert.throws(() => repo.rebase("upstream"));
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${search}: ready`, `${coupons}: ready`, `${safari}: inProgress`].sort());
    assert.deepEqual(problems(drafted), ["git.rebasing"]);
    repo.git("rebase", "--abort");
    assert.deepEqual(problems(await desk.draft()), []);
  });

  it("a folder that is no repository any more", async () => {
    const repo = createRepo();
    repo.commit(coupons);
    const folder = temporaryFolder("plain");
    const desk = await openDesk({ repos: [repo] });
    const finder = { ...desk.deps.finder, locate: () => Promise.resolve(folder) };
    const { composeUpdate } = await import("../../../src/flows/draftUpdate");
    const drafted = await composeUpdate(desk.project(), { from: "beginning" }, { ...desk.deps, finder });
    assert.deepEqual([tells(drafted), problems(drafted)], [[], ["git.notARepository"]]);
  });
});
