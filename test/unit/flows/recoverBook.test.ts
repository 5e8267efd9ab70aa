import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import { addClient } from "../../../src/core/book/clientChanges";
import type { LocalPaths } from "../../../src/core/ports/book";
import { bringOver, findAgain, type RecoverBookDeps } from "../../../src/flows/recoverBook";
import { createFinder } from "../../../src/git/finder";
import { newId } from "../../../src/storage/newId";
import { createRepo, isolated, openRepo, temporaryFolder, type TestRepo } from "../../support/gitRepo";
import { memoryMemento } from "../storage/memoryMemento";
import { tempFolders } from "../storage/tempFolder";
import { now, openWindow } from "./machine";

const storage = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));

/** One machine, on which folders are opened as workspaces. */
function machine() {
  const folder = storage();
  const global = memoryMemento();
  const places: Record<string, string> = {};
  const localPaths: LocalPaths = { current: () => places, set: (id, place) => Promise.resolve(void (places[id] = place)) };
  const open = (folders: readonly string[], { isTrusted = true }: { readonly isTrusted?: boolean } = {}) => {
    const window = openWindow(folder, { global });
    windows.push(window);
    let asked = 0;
    const finder = createFinder({
      folders: () => (asked++, folders),
      localPaths,
      isTrusted: () => isTrusted,
      log: window.log,
      env: isolated(),
    });
    const deps: RecoverBookDeps = { book: window.book, known: window.book.known, finder, roots: finder, history: window.history, paths: localPaths, trust: { isTrusted: () => isTrusted }, log: window.log };
    const add = async (name: string, ...repos: TestRepo[]) => {
      const scopes = await Promise.all(
        repos.map(async ({ path: place }) => {
          const found = (await finder.at(place))!;
          const scope = { id: newId(), name: found.name, identity: found.identity, firstCommits: await finder.roots(place) };
          await localPaths.set(scope.id, place);
          return scope;
        }),
      );
      await window.book.change(addClient({ name, scopes, size: "small", channel: "copy", language: "en" }, { now, newId }).changes);
    };
    return { ...window, deps, add, asked: () => asked };
  };
  return { open, places };
}
const names = (found: Awaited<ReturnType<typeof findAgain>>) => found.map(({ part, by }) => `${part.client.name} by ${by}`).sort();

function shop(folder = path.join(temporaryFolder("work"), "acme-shop"), remote?: string): TestRepo {
  const repo = createRepo(folder);
  repo.commit("Begin");
  if (remote !== undefined) repo.git("remote", "add", "origin", remote);
  return repo;
}
const github = "https://github.com/rafi/acme-shop.git";

describe("finding clients again", () => {
  for (const remote of [github, undefined]) {
    const by = remote === undefined ? "roots" : "remotes";

    it(`after the folder was renamed, known by ${by}`, async () => {
      const { open, places } = machine();
      const repo = shop(undefined, remote);
      await open([repo.path]).add("Acme", repo);
      const renamed = `${repo.path}-2026`;
      renameSync(repo.path, renamed);

      const window = open([renamed]);
      const found = await findAgain(window.deps);
      assert.deepEqual(names(found), [`Acme by ${by}`]);
      await bringOver(found, window.deps);
      assert.deepEqual(window.book.current().client.map(({ name }) => name), ["Acme"]);
      assert.deepEqual(Object.values(places), [renamed]);
      assert.deepEqual(await findAgain(window.deps), []);
    });

    it(`after it was moved elsewhere, known by ${by}`, async () => {
      const { open } = machine();
      const repo = shop(undefined, remote);
      await open([repo.path]).add("Acme", repo);
      const moved = path.join(temporaryFolder("elsewhere"), "deep", "shop");
      mkdirSync(path.dirname(moved), { recursive: true });
      renameSync(repo.path, moved);
      assert.deepEqual(names(await findAgain(open([path.dirname(moved)]).deps)), [`Acme by ${by}`]);
    });
  }

  it("in a clone elsewhere, of the same remote or of a folder without one", async () => {
    const { open } = machine();
    const [pushed, local] = [shop(undefined, github), shop()];
    local.commit("Something else", { date: "2026-11-03T00:00:00Z" });
    await open([pushed.path]).add("Acme", pushed);
    const clone = pushed.clone();
    clone.git("remote", "set-url", "origin", "git@github.com:rafi/acme-shop.git");
    assert.deepEqual(names(await findAgain(open([clone.path]).deps)), ["Acme by remotes"]);

    const other = machine();
    await other.open([local.path]).add("Rahim", local);
    // Its remote is a folder of this machine, which means nothing: the first commit tells.
    assert.deepEqual(names(await findAgain(other.open([local.clone().path]).deps)), ["Rahim by roots"]);
  });

  it("in a fork of it: by the remote that it was forked from, else by the first commits it shares", async () => {
    const { open } = machine();
    const theirs = shop(undefined, "https://github.com/acme/shop.git");
    await open([theirs.path]).add("Acme", theirs);
    const fork = theirs.clone();
    fork.git("remote", "set-url", "origin", "git@github.com:rafi/shop.git");
    fork.commit("A change of my own", { date: "2026-11-05T00:00:00Z" });
    assert.deepEqual(names(await findAgain(open([fork.path]).deps)), ["Acme by roots"]);
    fork.git("remote", "add", "upstream", "https://github.com/acme/shop.git");
    const window = open([fork.path]);
    const found = await findAgain(window.deps);
    assert.deepEqual(names(found), ["Acme by remotes"]);
    assert.deepEqual(window.book.current().client, []);
    await bringOver(found, window.deps);
    assert.deepEqual(window.book.current().client.map(({ name }) => name), ["Acme"]);
  });

  it("when a repository that had no remote has got one", async () => {
    const { open } = machine();
    const repo = shop();
    await open([repo.path]).add("Acme", repo);
    repo.git("remote", "add", "origin", github);
    assert.deepEqual(names(await findAgain(open([repo.path]).deps)), ["Acme by roots"]);
  });

  it("when its remote has moved to another host", async () => {
    const { open } = machine();
    const repo = shop(undefined, "https://bitbucket.org/rafi/acme-shop.git");
    await open([repo.path]).add("Acme", repo);
    repo.git("remote", "set-url", "origin", github);
    assert.deepEqual(names(await findAgain(open([repo.path]).deps)), ["Acme by roots"]);
  });

  it("in a workspace of several folders, each client once", async () => {
    const { open, places } = machine();
    const [web, app, other] = [shop(undefined, github), shop(undefined, "https://github.com/rafi/acme-app.git"), shop(undefined, "https://github.com/rafi/other.git")];
    await open([web.path, app.path]).add("Acme", web, app);
    await open([other.path]).add("Rahim", other);
    const window = open([temporaryFolder("empty"), app.path, web.path, other.path]);
    const found = await findAgain(window.deps);
    assert.deepEqual(names(found), ["Acme by remotes", "Rahim by remotes"]);
    assert.equal(found.find(({ part }) => part.client.name === "Acme")?.scopes.length, 2);
    await bringOver(found.filter(({ part }) => part.client.name === "Acme"), window.deps);
    assert.deepEqual(window.book.current().client.map(({ name }) => name), ["Acme"]);
    assert.equal(Object.keys(places).length, 3);
  });

  it("offers all whose work began from one template, and takes none", async () => {
    const { open } = machine();
    const template = shop();
    const [acme, rahim, fresh] = [template.clone(), template.clone(), template.clone()];
    for (const repo of [acme, rahim, fresh]) repo.git("remote", "remove", "origin");
    await open([acme.path]).add("Acme", acme);
    await open([rahim.path]).add("Rahim", rahim);
    const window = open([fresh.path]);
    assert.deepEqual(names(await findAgain(window.deps)), ["Acme by roots", "Rahim by roots"]);
    assert.deepEqual(window.book.current().client, []);
  });

  it("goes by the remote where one client has it, and leaves out those who share only the template", async () => {
    const { open } = machine();
    const template = shop();
    const [acme, rahim] = [template.clone(), template.clone()];
    acme.git("remote", "set-url", "origin", github);
    rahim.git("remote", "remove", "origin");
    await open([acme.path]).add("Acme", acme);
    await open([rahim.path]).add("Rahim", rahim);
    assert.deepEqual(names(await findAgain(open([acme.path]).deps)), ["Acme by remotes"]);
  });

  it("says of two copies of one repository that the client is here, without choosing a copy", async () => {
    const { open, places } = machine();
    const repo = shop(undefined, github);
    await open([repo.path]).add("Acme", repo);
    const copies = [repo.clone(), repo.clone()];
    for (const copy of copies) copy.git("remote", "set-url", "origin", github);
    rmSync(repo.path, { recursive: true });
    const window = open(copies.map(({ path: place }) => place));
    const found = await findAgain(window.deps);
    assert.deepEqual(names(found), ["Acme by remotes"]);
    await bringOver(found, window.deps);
    assert.deepEqual(Object.values(places), [repo.path]);
  });

  it("tells what there is and from when", async () => {
    const { open } = machine();
    const repo = shop(undefined, github);
    const window = open([repo.path]);
    await window.add("Acme", repo);
    const [{ contents } = assert.fail()] = await findAgain(open([openRepo(repo.path).path]).deps);
    assert.deepEqual(contents, { milestones: 0, notes: 0, openNotes: 0, messages: 0, changedAt: now });
  });

  it("looks at nothing before trust, nor where no other client is known", async () => {
    const { open } = machine();
    const repo = shop(undefined, github);
    const first = open([repo.path]);
    assert.deepEqual(await findAgain(first.deps), []);
    assert.equal(first.asked(), 0);
    await first.add("Acme", repo);
    const untrusted = open([repo.path], { isTrusted: false });
    assert.deepEqual(await findAgain(untrusted.deps), []);
    assert.equal(untrusted.asked(), 0);
  });

  it("gives two workspaces that share a client one client", async () => {
    const { open } = machine();
    const repo = shop(undefined, github);
    const one = open([repo.path]);
    await one.add("Acme", repo);
    const other = open([repo.clone().path, repo.path]);
    await bringOver(await findAgain(other.deps), other.deps);
    const client = other.book.current().client[0]!;
    await other.book.change([{ op: "put", kind: "client", record: { ...client, rev: client.rev + 1, name: "Acme Ltd" } }]);
    await one.book.refresh();
    assert.deepEqual(one.book.current().client, other.book.current().client);
    assert.equal((await other.book.known.all()).length, 1);
  });
});
