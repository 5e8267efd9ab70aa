import assert from "node:assert/strict";
import { openedInTest } from "../../../../support/servers/openedInTest";
import { startWeb, type Answering, type Asked } from "../../../../support/servers/web";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { project, serviceRoom } from "./serviceRoom";

const folder = tempFolders();
const { opened, servers } = openedInTest();
async function web(answer: (asked: Asked, url: string) => Answering) {
  let url = "";
  const server = await startWeb((asked) => answer(asked, url));
  url = server.url;
  servers.push(server);
  return server;
}
async function open(options: Parameters<typeof serviceRoom>[1], ...acts: Act[]) {
  const room = await serviceRoom(folder(), options, ...acts);
  opened.push(room);
  return room;
}
const json = (body: object): Answering => ({ status: 200, body });
const node = { kind: "project", recordId: project };

describe("a project kept in Asana", () => {
  it("is connected by a token, brings its milestone tasks, and gets the update as plain text on one", async () => {
    const server = await web(({ path, headers, method }) => {
      if (headers.authorization !== "Bearer pat") return { status: 401, body: { errors: [{ message: "Not Authorized" }] } };
      if (path.includes("/users/me")) return json({ data: { name: "Nadia" } });
      if (path.includes("/workspaces")) return json({ data: [{ gid: "w", name: "Acme" }], next_page: null });
      if (path.includes("/projects?")) return json({ data: [{ gid: "p", name: "Shop", permalink_url: "https://app.asana.com/0/p" }], next_page: null });
      if (path.includes("/sections")) return json({ data: [{ gid: "s", name: "Now" }], next_page: null });
      if (method === "POST") return json({ data: { gid: "story" } });
      return json({ data: [{ gid: "1", name: "Checkout", resource_subtype: "milestone", due_on: "2026-12-03", completed: false, num_subtasks: 0 }], next_page: null });
    });
    const room = await open(
      { urls: { asana: `${server.url}/api/1.0/` } },
      { pick: "Asana" }, { pick: "Open the page that gives one" }, { type: "pat" },
      "enter", { pick: "Shop" }, { pick: "Milestone tasks" }, { pick: "All of them" }, "enter", "enter",
      "enter", { confirm: true },
    );
    await room.run("khobor.connectService");
    assert.deepEqual([room.last(), room.opened], ["Asana is connected: Nadia.", ["https://app.asana.com/0/my-apps"]]);
    await room.run("khobor.linkTool", node);
    assert.deepEqual(room.milestones().map(({ title, due }) => [title, due]), [["Checkout", { by: "date", on: "2026-12-03" }]]);
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "Posted in Asana, on “Checkout”.");
    const posted = server.asked.find(({ method }) => method === "POST")!;
    assert.deepEqual([posted.path, JSON.parse(posted.body.toString())], ["/api/1.0/tasks/1/stories", { data: { text: "Hi Sara,\n\nLive now\n- Customers can pay with bKash." } }]);
  });
});

describe("a project kept in Basecamp", () => {
  /** Launchpad and the API on one server. */
  const basecamp = (state: { access: string; lasts: number; isOver?: boolean; sees?: boolean }) => (asked: Asked, url: string): Answering => {
    const { path, headers, body, method } = asked;
    if (path === "/authorization/token") {
      const form = new URLSearchParams(body.toString());
      if (form.get("client_secret") !== "s3cret") return { status: 401, body: { error: "invalid_client" } };
      const isFirst = form.get("grant_type") === "authorization_code";
      if (isFirst ? form.get("code") !== "c0de" : form.get("refresh_token") !== "r1" || state.isOver) return { status: 400, body: { error: "invalid_grant" } };
      return json({ access_token: state.access, expires_in: state.lasts, ...(isFirst && { refresh_token: "r1" }) });
    }
    if (headers.authorization !== `Bearer ${state.access}`) return { status: 401, body: { error: "OAuth token expired (old age)." } };
    if (path === "/authorization.json") return json({ accounts: [{ product: "bc3", name: "Acme", href: `${url}/77` }, { product: "bc3", name: "Other", href: `${url}/78` }, { product: "campfire", name: "Old", href: url }] });
    if (!/^Khobor \(nadia@nadia\.example\)$/.test(headers["user-agent"] ?? "")) return { status: 400, body: "" };
    if (path === "/77/my/profile.json") return json({ name: "Nadia" });
    if (path === "/77/projects.json") return json([{ id: 5, name: "Shop", app_url: "https://3.basecamp.com/77/projects/5" }]);
    if (path === "/77/projects/5.json") return json({ dock: [{ name: "todoset", id: 9, enabled: true }] });
    if (path.endsWith("/todolists.json")) return json([{ id: 11, name: "Checkout", completed: false, visible_to_clients: state.sees ?? true }]);
    if (method === "POST") return { status: 201, body: { app_url: "https://3.basecamp.com/77/c/1" } };
    return json(path.endsWith("completed=true") ? [] : [{ id: 3, content: "Emails", completed: false, due_on: "2026-12-03" }]);
  };
  const signIn = (pasted: string): Act[] => [{ pick: "Basecamp" }, { pick: "Open the page where one is made, and copy its redirect address" }, { type: "app1" }, { type: "s3cret" }, { type: pasted }];
  const back = "http://localhost:8747/khobor?code=c0de&state=st4te";

  it("is signed in to by the address that the browser ends at, and gets new tokens for old ones", async () => {
    const state = { access: "a1", lasts: 1_209_600 };
    const server = await web(basecamp(state));
    const room = await open({ urls: { basecamp: `${server.url}/` } }, ...signIn(back), { pick: "Acme" }, "enter", { pick: "Shop" }, { pick: "To-do lists" }, "enter", "enter", "enter", { confirm: true });
    await room.run("khobor.connectService");
    assert.equal(room.last(), "Basecamp is connected: Acme.");
    assert.deepEqual([room.clipboard, room.opened[0], new URL(room.opened[1]!).searchParams.get("redirect_uri")], [["http://localhost:8747/khobor"], "https://launchpad.37signals.com/integrations", "http://localhost:8747/khobor"]);
    await room.run("khobor.linkTool", node);
    assert.deepEqual(room.milestones().map(({ title, due, deliverables }) => [title, due, deliverables.map(({ text }) => text)]), [["Checkout", { by: "date", on: "2026-12-03" }, ["Emails"]]]);
    // The token ends within a day: a new one is asked for before it is used, once.
    const [name] = room.secrets.names();
    const kept = JSON.parse((await room.secrets.get(name!))!) as object;
    await room.secrets.set(name!, JSON.stringify({ ...kept, until: "2026-11-22T09:00:00.000Z" }));
    state.access = "a2";
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "Posted in Basecamp, on “Checkout”.");
    const tokens = server.asked.filter(({ path }) => path === "/authorization/token").map(({ body }) => new URLSearchParams(body.toString()).get("grant_type"));
    assert.deepEqual(tokens, ["authorization_code", "refresh_token"]);
    assert.deepEqual([JSON.parse((await room.secrets.get(name!))!) as object].map((secret) => ["access", "refresh"].map((field) => (secret as Record<string, string>)[field])), [["a2", "r1"]]);
    assert.deepEqual(JSON.parse(server.asked.at(-1)!.body.toString()), { content: "<div>Hi Sara,</div><br><div>Live now<br>- Customers can pay with bKash.</div>" });
  });

  it("takes no address of another sign-in, and says when the app is not known", async () => {
    const server = await web(basecamp({ access: "a1", lasts: 1_209_600 }));
    const urls = { basecamp: `${server.url}/` };
    for (const pasted of ["http://localhost:8747/khobor?code=c0de&state=other", "c0de", "http://localhost:8747/khobor?error=access_denied&state=st4te"]) {
      const room = await open({ urls }, ...signIn(pasted));
      await assert.rejects(Promise.resolve(room.run("khobor.connectService")), /refused: Paste the whole address of that page, from this sign-in\./);
    }
    const acts = signIn(back);
    const room = await open({ urls }, ...acts.slice(0, 3), { type: "wrong" }, acts[4]!);
    await room.run("khobor.connectService");
    assert.equal(room.last(), "Basecamp does not accept the key any more. Connect again.");
    assert.equal(room.kept.size, 0);
  });

  it("says to connect again when access was taken back", async () => {
    const state = { access: "a1", lasts: 1_209_600 };
    const server = await web(basecamp(state));
    const room = await open({ urls: { basecamp: `${server.url}/` } }, ...signIn(back), { pick: "Acme" }, "enter");
    await room.run("khobor.connectService");
    Object.assign(state, { access: "a2", isOver: true });
    await room.run("khobor.testService");
    assert.equal(room.last(), "Basecamp has ended the sign-in. Connect again.");
    await room.said.at(-1)!.actions[0]!.run();
    assert.equal(room.ran[0]![0], "khobor.connectService");
  });

  it("asks for one new token where the one that it has was ended before its time, and posts once", async () => {
    const state = { access: "a1", lasts: 1_209_600 };
    const server = await web(basecamp(state));
    const room = await open({ urls: { basecamp: `${server.url}/` } }, ...signIn(back), { pick: "Acme" }, "enter", { pick: "Shop" }, { pick: "To-do lists" }, "enter", "enter", "enter", { confirm: true });
    await room.run("khobor.connectService");
    await room.run("khobor.linkTool", node);
    state.access = "a2";
    await room.hasSent("r-1");
    const before = server.asked.length;
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "Posted in Basecamp, on “Checkout”.");
    const asked = server.asked.slice(before);
    assert.deepEqual(asked.slice(0, 3).map(({ path }) => path), ["/77/projects/5.json", "/authorization/token", "/77/projects/5.json"]);
    assert.deepEqual([asked.filter(({ path }) => path === "/authorization/token").length, asked.filter(({ path }) => path.endsWith("/comments.json")).length], [1, 1]);
  });

  it("says before it posts that the client does not see the place", async () => {
    const state = { access: "a1", lasts: 1_209_600, sees: false };
    const server = await web(basecamp(state));
    const room = await open({ urls: { basecamp: `${server.url}/` } }, ...signIn(back), { pick: "Acme" }, "enter", { pick: "Shop" }, { pick: "To-do lists" }, "enter", "enter", "enter", { confirm: false });
    await room.run("khobor.connectService");
    await room.run("khobor.linkTool", node);
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.match(room.screen.shown.at(-1)!.detail ?? "", /^The client does not see this in Basecamp: it is shown to your team only\./m);
    assert.ok(!server.asked.some(({ path }) => path.endsWith("/comments.json")));
  });
});
