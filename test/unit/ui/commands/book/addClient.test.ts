import assert from "node:assert/strict";
import type { Book } from "../../../../../src/core/book/book";
import { usualContact } from "../../../../../src/core/book/client";
import { addClient } from "../../../../../src/ui/commands/book/addClient";
import { addProject } from "../../../../../src/ui/commands/book/addProject";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import { bookWith, repository, room } from "./room";

describe("adding a client", () => {
  it("takes Enter six times, with the open folder's name and the workspace's repositories", async () => {
    const { deps, screen, said, executed, paths, book } = room(
      { workspace: "acme-shop", repositories: [repository("shop"), repository("api")] },
      "enter", "enter", "enter", "enter", "enter", "enter",
    );
    const { clientId, projectId } = await addClient(deps);
    const [client] = book().client;
    const [project] = book().project;
    assert.ok(client && project);
    assert.deepEqual([client.id, project.id], [clientId, projectId]);
    assert.deepEqual([client.name, client.channel, usualContact(client).name, usualContact(client).language, project.size], ["Acme Shop", "copy", "Acme Shop", "en", "small"]);
    assert.deepEqual(project.scopes.map(({ name }) => name), ["shop", "api"]);
    assert.deepEqual([...paths], project.scopes.map(({ id, name }) => [id, `/home/rafi/${name}`]));
    assert.deepEqual(screen.shown.map(({ frame }) => `${frame.step}/${frame.of}`), ["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);

    assert.equal(said[0]?.text, "Acme Shop is added.");
    assert.deepEqual(said[0].actions.map(({ label }) => label), ["Draft update", "Write a kick-off"]);
    await said[0].actions[0]?.run();
    await said[0].actions[1]?.run();
    assert.deepEqual(executed, [["khobor.draftUpdate", { kind: "client", recordId: clientId }], ["khobor.write.kickoff", { kind: "project", recordId: projectId }]]);
  });

  it("signs as git names me, until I say who I am", async () => {
    const add = async (gitName: string, before?: Book) => {
      const added = room({ ...(before && { book: before }), repositories: [repository("shop")], gitName }, { type: `Client ${gitName}` }, "enter", "enter", "enter", "enter", "enter");
      await addClient(added.deps);
      return added;
    };
    const { book, said, executed } = await add("Nadia Rahman");
    assert.deepEqual(book().me.names, ["Nadia Rahman"]);
    assert.equal(said[0]?.text, "Client Nadia Rahman is added. Messages are signed with your name in git, Nadia Rahman.");
    await said[0].actions.find(({ label }) => label === "My details")?.run();
    assert.deepEqual(executed, [["khobor.editMe"]]);
    assert.deepEqual((await add("Somebody Else", book())).book().me.names, ["Nadia Rahman"]);
    assert.deepEqual((await add("নাদিয়া রহমান")).book().me.names, ["নাদিয়া রহমান"]);
    for (const account of ["nadia42", "root", "CI [bot]", "nadia@laptop", ""]) assert.deepEqual((await add(account)).book().me.names, [], account);
  });

  it("leaves the book alone when it is cancelled at the last question", async () => {
    const { deps, book, said } = room({ workspace: "acme" }, "enter", "enter", "enter", "enter", "enter", "escape");
    await assert.rejects(addClient(deps), Cancelled);
    assert.deepEqual([book().client, said], [[], []]);
  });

  it("takes a repository from elsewhere, says when a folder holds none, and keeps it when going back", async () => {
    const { deps, screen, said, book } = room(
      { repositories: [repository("shop")], elsewhere: [repository("api")] },
      { type: "Acme" }, { type: "Sara Khan" },
      { tick: ["shop"], act: true }, { folder: "/home/rafi/music" },
      { tick: [], act: true }, { folder: undefined },
      { tick: [], act: true }, { folder: "/home/rafi/api" },
      "enter", { back: undefined },
      "enter", "enter", { pick: "WhatsApp" }, { pick: "বাংলা" },
    );
    await addClient(deps);
    assert.deepEqual(book().project[0]?.scopes.map(({ name }) => name), ["api"]);
    assert.equal(said[0]?.text, "There is no git repository in /home/rafi/music.");
    assert.deepEqual(screen.shown.filter(({ labels }) => labels.includes("api")).map(({ offered }) => offered), [["api"], ["api"]]);
    assert.equal(book().client[0]?.channel, "whatsapp");
    assert.deepEqual(book().client[0]?.contacts.map(({ name }) => name), ["Sara Khan"]);
  });

  it("goes on without a repository where the folder is not trusted, and offers no other folder", async () => {
    const { deps, screen, book } = room({ trusted: false, workspace: "acme", repositories: [repository("shop")] }, "enter", "enter", "enter", "enter", "enter", "enter");
    await addClient(deps);
    assert.match(screen.shown[2]?.asks ?? "", /only in folders that you trust/);
    assert.deepEqual(book().project[0]?.scopes, []);
  });

  it("does not tick what belongs to another client, nor suggests a name that is taken, and offers what the last client had", async () => {
    const first = room({ workspace: "acme", repositories: [repository("shop")] }, "enter", "enter", "enter", "enter", { pick: "Slack" }, { pick: "বাংলা" });
    await addClient(first.deps);
    const { deps, screen } = room(
      { book: first.book(), workspace: "acme", repositories: [repository("shop"), repository("blog")] },
      { type: "Rahim" }, "enter", "enter", "enter", "enter", "enter",
    );
    await addClient(deps);
    assert.deepEqual(screen.shown.map(({ offered }) => offered), ["", "", ["blog"], "Small", "Slack", "বাংলা"]);
  });
});

describe("adding a project", () => {
  it("is for the client of the row, named after its repository", async () => {
    const { deps, screen, book, said } = room(
      { book: bookWith("Acme", "Rahim"), repositories: [repository("acme-blog")] },
      "enter", "enter", { pick: "Large" },
    );
    const id = await addProject({ kind: "client", recordId: "rahim-client" }, deps);
    const project = book().project.find((each) => each.id === id);
    assert.deepEqual([project?.clientId, project?.name, project?.size], ["rahim-client", "Acme Blog", "large"]);
    assert.deepEqual(screen.shown.map(({ frame }) => `${frame.step}/${frame.of}`), ["1/3", "2/3", "3/3"]);
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.equal(book().project.length, 2);
    assert.equal(said[1]?.text, "Taken back: add “Acme Blog”");
  });
});
