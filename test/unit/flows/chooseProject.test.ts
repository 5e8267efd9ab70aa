import assert from "node:assert/strict";
import { addClient, addProject } from "../../../src/core/book/clientChanges";
import { applyChanges, emptyBook, type Book } from "../../../src/core/book/book";
import type { Project, RepositoryScope } from "../../../src/core/book/project";
import type { FoundRepository } from "../../../src/core/ports/git";
import type { Instant } from "../../../src/core/time/types";
import { chooseProject } from "../../../src/flows/chooseProject";

let made = 0;
const stamp = { now: "2026-11-20T06:00:00.000Z" as Instant, newId: () => `id-${++made}` };
const identity = { remotes: ["github.com/rafi/shop"], rootCommits: [] };
const scope = (include?: readonly string[]): RepositoryScope => ({ id: stamp.newId(), name: "shop", identity, ...(include && { include }) });
const repository: FoundRepository = { path: "/work/shop", name: "shop", identity };

function bookOf(...projects: readonly { readonly name: string; readonly scopes: readonly RepositoryScope[]; readonly status?: Project["status"] }[]): Book {
  const client = addClient({ name: "Acme", scopes: [], size: "small", channel: "copy", language: "en" }, stamp);
  const more = projects.flatMap((project) => addProject({ clientId: client.client.id, size: "small", ...project }, stamp).changes);
  return applyChanges(emptyBook, [client.changes[0]!, ...more]);
}

/** What was chosen, and what was offered where it was asked. */
async function choose(book: Book, at?: string | readonly string[], found: FoundRepository | null = repository) {
  const offered: string[][] = [];
  const project = await chooseProject(book, at === undefined ? [] : typeof at === "string" ? [at] : at, { id: "draft.whichProject" }, {
    finder: { at: (place) => Promise.resolve(found && !place.startsWith("/storage/") ? { ...found, within: place.slice(found.path.length + 1) } : undefined) },
    prompts: {
      pickProject: (projects) => {
        offered.push(projects.map(({ name }) => name));
        return Promise.resolve(projects.at(-1));
      },
    },
  });
  return { chosen: project?.name, offered };
}

describe("which project is meant", () => {
  it("none, and the only one", async () => {
    assert.deepEqual(await choose(bookOf()), { chosen: undefined, offered: [] });
    assert.deepEqual(await choose(bookOf({ name: "Shop", scopes: [] })), { chosen: "Shop", offered: [] });
    assert.deepEqual(await choose(bookOf({ name: "Shop", scopes: [] }, { name: "Old", scopes: [], status: "closed" })), { chosen: "Shop", offered: [] });
  });

  it("the one that the file at hand belongs to", async () => {
    const book = bookOf({ name: "Shop", scopes: [scope(["shop"])] }, { name: "Site", scopes: [scope(["site"])] }, { name: "Other", scopes: [] });
    assert.deepEqual(await choose(book, "/work/shop/site/menu.css"), { chosen: "Site", offered: [] });
    assert.deepEqual(await choose(book, "/work/shop/shop/cart.ts"), { chosen: "Shop", offered: [] });
  });

  it("asked where the file says nothing", async () => {
    const book = bookOf({ name: "Shop", scopes: [scope(["shop"])] }, { name: "Site", scopes: [scope(["site"])] });
    const all = [["Shop", "Site"]];
    assert.deepEqual(await choose(book), { chosen: "Site", offered: all });
    assert.deepEqual(await choose(book, "/work/shop/README.md"), { chosen: "Site", offered: all });
    assert.deepEqual(await choose(book, "/elsewhere/a.ts", { ...repository, identity: { remotes: ["github.com/x/y"], rootCommits: [] } }), { chosen: "Site", offered: all });
    assert.deepEqual((await choose(book, "/elsewhere/a.ts", null)).offered, all);
  });

  it("the one of the folder that is open, where the file at hand is nobody's", async () => {
    const elsewhere = { id: "else", name: "api", identity: { remotes: ["github.com/rafi/api"], rootCommits: [] } };
    const book = bookOf({ name: "Shop", scopes: [scope(["shop"])] }, { name: "Api", scopes: [elsewhere] });
    assert.deepEqual(await choose(book, ["/storage/drafts/message.md", "/work/shop"]), { chosen: "Shop", offered: [] });
    const two = bookOf({ name: "Shop", scopes: [scope(["shop"])] }, { name: "Site", scopes: [scope(["site"])] }, { name: "Api", scopes: [elsewhere] });
    assert.deepEqual((await choose(two, "/work/shop")).offered, [["Shop", "Site"]]);
  });

  it("asked among those that the file fits, where it fits several", async () => {
    const book = bookOf({ name: "Shop", scopes: [scope()] }, { name: "Site", scopes: [scope()] }, { name: "Other", scopes: [] });
    assert.deepEqual(await choose(book, "/work/shop/a.ts"), { chosen: "Site", offered: [["Shop", "Site"]] });
  });
});
