import assert from "node:assert/strict";
import { createAsana } from "../../../src/services/asana/asana";
import { createBasecamp } from "../../../src/services/basecamp/basecamp";
import { accountsOf, refreshed, signInAddress, tokensFor } from "../../../src/services/basecamp/signIn";
import { createHttp } from "../../../src/services/http";
import { createTrello } from "../../../src/services/trello/trello";
import { createZoom } from "../../../src/services/zoom/zoom";
import type { Answered } from "../../../src/core/ports/services";
import type { Instant } from "../../../src/core/time/types";
import { startTrello } from "../../support/servers/trello";
import { startWeb, type Answering, type Asked } from "../../support/servers/web";

let time = "2026-11-20T10:00:00.000Z" as Instant;
const parts = { http: createHttp(), clock: { now: () => time } };
const saying = (value: string) => () => Promise.resolve(value);

async function at<T>(answer: (asked: Asked, url: string) => Answering, job: (url: string, asked: readonly Asked[]) => Promise<T>): Promise<T> {
  let url = "";
  const web = await startWeb((asked) => answer(asked, url));
  url = web.url;
  try {
    return await job(url, web.asked);
  } finally {
    await web.stop();
  }
}
const json = (body: object): Answering => ({ status: 200, body });
const value = <T>(answered: Answered<T>): T => (answered.is === "ok" ? answered.value : assert.fail(JSON.stringify(answered)));
const reason = (answered: Answered<unknown>) => [answered.is, "reason" in answered ? answered.reason.id : undefined];
const lines = (asked: readonly Asked[]) => asked.map(({ method, path }) => `${method} ${path}`);

describe("Trello", () => {
  const trello = (url: string) => createTrello({ baseUrl: `${url}/1/`, key: saying("k3y"), token: saying("t0ken") }, parts);
  const board = ({ path }: Asked): Answering =>
    path.endsWith("?fields=closed") ? json({ closed: false }) : path.includes("/lists")
      ? json([{ id: "l1", name: "Doing" }, { id: "l2", name: "Done" }])
      : json([
          { id: "c2", name: "Later", pos: 9, idList: "l1", due: null, dueComplete: false, checklists: [] },
          { id: "c1", name: "Checkout", pos: 1, idList: "l1", url: "https://trello.com/c/1", due: "2026-12-03T12:00:00.000Z", dueComplete: false, checklists: [{ pos: 1, checkItems: [{ name: "Emails", state: "incomplete", pos: 2 }, { name: "bKash", state: "complete", pos: 1 }] }] },
          { id: "c3", name: "Gone", pos: 2, idList: "l1", closed: true },
        ]);

  it("brings cards with their checklists, and keeps key and token out of addresses", async () =>
    at(board, async (url, asked) => {
      const found = value(await trello(url).milestones("b1", "card", undefined));
      assert.deepEqual(found, [
        { id: "c1", title: "Checkout", url: "https://trello.com/c/1", due: { by: "instant", at: "2026-12-03T12:00:00.000Z" }, done: false, deliverables: [{ text: "bKash", done: true }, { text: "Emails", done: false }] },
        { id: "c2", title: "Later", done: false, deliverables: [] },
      ]);
      assert.deepEqual(lines(asked), ["GET /1/boards/b1?fields=closed", "GET /1/boards/b1/cards?filter=visible&fields=name%2Cdue%2CdueComplete%2Cclosed%2Curl%2CidList%2Cpos&checklists=all&checkItem_fields=name%2Cstate%2Cpos&limit=1000"]);
      assert.equal(asked[1]!.headers.authorization, 'OAuth oauth_consumer_key="k3y", oauth_token="t0ken"');
    }));

  it("takes lists for milestones with cards as parts, and comments on a card", async () =>
    at(board, async (url, asked) => {
      assert.deepEqual(value(await trello(url).milestones("b1", "list", "l1")).map(({ title, deliverables }) => [title, deliverables.map(({ text }) => text)]), [["Doing", ["Checkout", "Later"]]]);
      await trello(url).comment("b1", "c1", "Done & told");
      assert.deepEqual([lines(asked).at(-1), asked.at(-1)!.body.toString()], ["POST /1/cards/c1/actions/comments", "text=Done+%26+told"]);
      assert.deepEqual(reason(await trello(url).comment("b1", undefined, "x")), ["failed", "service.noPlaceForComment"]);
    }));

  it("leaves out the cards of archived lists", async () => {
    const trelloAt = await startTrello();
    try {
      trelloAt.lists.pop();
      const titles = value(await createTrello({ baseUrl: trelloAt.url, key: saying("k3y"), token: saying("t0ken") }, parts).milestones("b1", "card", undefined)).map(({ title }) => title);
      assert.deepEqual(titles, ["Checkout"]);
    } finally {
      await trelloAt.stop();
    }
  });

  it("brings more cards than come at once, and says so where they never end", async () => {
    const named = (from: number, count: number) => Array.from({ length: count }, (_, place) => ({ id: String(from - place).padStart(8, "0"), name: "x", pos: 1, idList: "l1" }));
    const paged = (last: number) => ({ path }: Asked): Answering => {
      if (path.endsWith("?fields=closed")) return json({ closed: false });
      const before = Number(new URL(path, "http://x").searchParams.get("before") ?? 100_000);
      return json(named(before - 1, Math.min(1000, before - last)));
    };
    assert.equal(value(await at(paged(98_500), (url) => trello(url).milestones("b1", "card", undefined))).length, 1500);
    assert.deepEqual(reason(await at(paged(0), (url) => trello(url).milestones("b1", "card", undefined))), ["failed", "service.tooMuch"]);
  });

  it("posts a comment whole or not at all", async () =>
    at(board, async (url, asked) => {
      assert.deepEqual(reason(await trello(url).comment("b1", "c1", "x".repeat(16_385))), ["failed", "service.tooLong"]);
      assert.deepEqual(asked, []);
      assert.equal((await trello(url).comment("b1", "c1", "x".repeat(16_384))).is, "ok");
    }));

  it("says what is the matter: keys, limits, deleted boards, half answers", async () => {
    const said = (answer: Answering, job: (url: string) => Promise<Answered<unknown>> = (url) => trello(url).places()) => at(() => answer, async (url) => reason(await job(url)));
    assert.deepEqual(await said({ status: 401, body: "invalid token" }), ["failed", "service.token"]);
    assert.deepEqual(await said({ status: 404, body: "board not found" }), ["failed", "service.gone"]);
    assert.deepEqual(await said({ status: 429, body: "" }), ["failed", "service.tooMany"]);
    assert.deepEqual([await said("half"), await said({ status: 200, body: "<html>" })], [["failed", "service.trouble"], ["failed", "service.strange"]]);
    const comment = (url: string) => trello(url).comment("b1", "c1", "x");
    assert.deepEqual([await said("reset", comment), await said({ status: 500 }, comment), await said({ status: 400, body: "" }, comment)], [["unclear", "service.unclear"], ["unclear", "service.unclear"], ["failed", "service.refused"]]);
  });
});

describe("Asana", () => {
  const asana = (url: string) => createAsana({ baseUrl: `${url}/api/1.0/`, token: saying("pat") }, parts);
  const tasks = ({ path }: Asked): Answering => {
    if (path.includes("/projects/")) return json({ data: { archived: path.includes("/projects/old") } });
    if (path.includes("/subtasks")) return json({ data: [{ name: "bKash", completed: true }] });
    if (path.includes("offset=two")) return json({ data: [{ gid: "3", name: "Launch", resource_subtype: "milestone", completed: true }], next_page: null });
    return json({
      data: [
        { gid: "1", name: "Checkout", resource_subtype: "milestone", due_on: "2026-12-03", completed: false, num_subtasks: 1, permalink_url: "https://app.asana.com/0/1/1" },
        { gid: "2", name: "A task", resource_subtype: "default_task", completed: false },
      ],
      next_page: { offset: "two" },
    });
  };

  it("brings milestones of all pages with their subtasks", async () =>
    at(tasks, async (url, asked) => {
      assert.deepEqual(value(await asana(url).milestones("p1", "milestone", undefined)), [
        { id: "1", title: "Checkout", url: "https://app.asana.com/0/1/1", due: { by: "date", on: "2026-12-03" }, done: false, deliverables: [{ text: "bKash", done: true }] },
        { id: "3", title: "Launch", done: true, deliverables: [] },
      ]);
      assert.deepEqual(lines(asked).map((line) => line.replace(/&opt_fields=[^&]*/, "")), ["GET /api/1.0/projects/p1?opt_fields=archived", "GET /api/1.0/tasks?project=p1&limit=100", "GET /api/1.0/tasks?project=p1&limit=100&offset=two", "GET /api/1.0/tasks/1/subtasks?opt_fields=name%2Ccompleted&limit=100"]);
      assert.equal(asked[0]!.headers.authorization, "Bearer pat");
    }));

  it("passes no part of a list off as all of it", async () =>
    at(({ path }) => (path.includes("/tasks") ? json({ data: [], next_page: { offset: "more" } }) : json({})), async (url) => assert.deepEqual(reason(await asana(url).milestones("p1", "milestone", undefined)), ["failed", "service.tooMuch"])));

  it("takes an archived project for one that is gone", async () =>
    at(tasks, async (url) => assert.deepEqual(reason(await asana(url).milestones("old", "milestone", undefined)), ["failed", "service.gone"])));

  it("comments on a task", async () =>
    at(() => json({ data: {} }), async (url, asked) => {
      assert.deepEqual(await asana(url).comment("p1", "1", "Done"), { is: "ok", value: {} });
      assert.deepEqual([lines(asked), JSON.parse(asked[0]!.body.toString())], [["POST /api/1.0/tasks/1/stories"], { data: { text: "Done" } }]);
    }));
});

describe("Basecamp", () => {
  const basecamp = (url: string) => createBasecamp({ baseUrl: `${url}/77/`, token: saying("b"), renewed: () => Promise.resolve({ is: "failed", reason: { id: "service.token" }, detail: "" }), userAgent: "Khobor (rafi@example.com)" }, parts);
  const answer = ({ path }: Asked): Answering => {
    if (path === "/77/projects/5.json") return json({ dock: [{ name: "message_board", id: 1 }, { name: "todoset", id: 9, enabled: true }] });
    if (path === "/77/buckets/5/todosets/9/todolists.json") return { status: 200, body: [{ id: 11, name: "Checkout", completed: false }], headers: { link: '</77/buckets/5/todosets/9/todolists.json?page=2>; rel="next"' } };
    if (path.endsWith("page=2")) return { status: 200, body: [{ id: 12, name: "Loyalty", completed: true }], headers: {} };
    if (path.endsWith("completed=true")) return json([{ id: 2, content: "bKash", completed: true, due_on: "2026-12-01" }]);
    return json([{ id: 3, content: "Emails", completed: false, due_on: "2026-12-03" }]);
  };

  it("brings to-do lists of all pages with their to-dos, and says who asks", async () =>
    at(answer, async (url, asked) => {
      const found = value(await basecamp(url).milestones("5", "todolist", undefined));
      assert.deepEqual(found.map(({ id, title, due, done, deliverables }) => [id, title, due, done, deliverables.map(({ text, done: ticked }) => [text, ticked])]), [
        ["11", "Checkout", { by: "date", on: "2026-12-03" }, false, [["Emails", false], ["bKash", true]]],
        ["12", "Loyalty", { by: "date", on: "2026-12-03" }, true, [["Emails", false], ["bKash", true]]],
      ]);
      assert.ok(asked.every(({ headers }) => headers["user-agent"] === "Khobor (rafi@example.com)" && headers.authorization === "Bearer b"));
    }));

  it("passes no part of a list off as all of it, and goes to no other host for more", async () => {
    const linking = (link: string) => at(() => ({ status: 200, body: [], headers: { link: `<${link}>; rel="next"` } }), async (url) => reason(await basecamp(url).places()));
    assert.deepEqual(await linking("/77/projects.json?page=2"), ["failed", "service.tooMuch"]);
    assert.deepEqual(await linking("https://evil.example/more"), ["failed", "service.strange"]);
  });

  it("takes an archived project for one that is gone", async () =>
    at(() => json({ status: "archived", dock: [] }), async (url) => assert.deepEqual(reason(await basecamp(url).milestones("5", "todolist", undefined)), ["failed", "service.gone"])));

  it("brings the to-dos of a list's groups with its own, and whether the client sees the list", async () => {
    const grouped = ({ path }: Asked): Answering => {
      if (path === "/77/projects/5.json") return json({ dock: [{ name: "todoset", id: 9, enabled: true }] });
      if (path.endsWith("/todolists.json")) return json([{ id: 11, name: "Checkout", completed: false, visible_to_clients: false, groups_url: "https://elsewhere.example/77/todolists/11/groups.json" }]);
      if (path.endsWith("/11/groups.json")) return json([{ id: 20, name: "Payments", visible_to_clients: false, todos_url: "https://elsewhere.example/x" }]);
      const [, list, done] = /todolists\/(\d+)\/todos\.json(\?completed=true)?$/.exec(path) ?? [];
      return json([{ id: `${list}${done ? 1 : 0}`, content: `${list} ${done ? "done" : "open"}`, completed: done !== undefined, visible_to_clients: true }]);
    };
    await at(grouped, async (url, asked) => {
      const found = value(await basecamp(url).milestones("5", "todolist", undefined));
      assert.deepEqual(found.map(({ title, clientSees, deliverables }) => [title, clientSees, deliverables.map(({ text }) => text)]), [["Checkout", false, ["11 open", "11 done", "20 open", "20 done"]]]);
      assert.ok(asked.every(({ path }) => path.startsWith("/77/")));
      assert.deepEqual(value(await basecamp(url).milestones("5", "todo", undefined)).map(({ title, clientSees }) => [title, clientSees]), [["11 open", true], ["11 done", true], ["20 open", true], ["20 done", true]]);
    });
  });

  it("writes comments as text, whatever stands in them", async () =>
    at(() => json({ app_url: "https://3.basecamp.com/c/1" }), async (url, asked) => {
      assert.deepEqual(await basecamp(url).comment("5", "11", "Done <b>&\nso on\n\nRafi"), { is: "ok", value: { url: "https://3.basecamp.com/c/1" } });
      assert.deepEqual([lines(asked), JSON.parse(asked[0]!.body.toString())], [["POST /77/buckets/5/recordings/11/comments.json"], { content: "<div>Done &#60;b&#62;&#38;<br>so on</div><br><div>Rafi</div>" }]);
    }));

  it("signs in by the user's own app, and gets new tokens for old ones", async () =>
    at(({ path, headers }) => (path === "/authorization.json" ? json({ accounts: [{ product: "bc3", name: "Acme", href: "https://3.basecampapi.com/77" }, { product: "campfire", name: "Old", href: "https://x.example" }] }) : json({ access_token: headers["content-type"] ?? "", expires_in: 1_209_600, refresh_token: path.includes("token") ? "r1" : "" })), async (url, asked) => {
      const app = { launchpad: `${url}/`, clientId: "id", clientSecret: "s3cret", redirectUri: "vscode://khobor.khobor/basecamp" };
      const where = new URL(signInAddress(app, "st4te"));
      assert.deepEqual([where.pathname, Object.fromEntries(where.searchParams)], ["/authorization/new", { response_type: "code", client_id: "id", redirect_uri: app.redirectUri, state: "st4te" }]);
      const tokens = value(await tokensFor("c0de", app, parts));
      assert.deepEqual([tokens.refresh, tokens.until], ["r1", "2026-12-04T10:00:00.000Z"]);
      await refreshed(tokens, app, parts);
      assert.deepEqual(asked.map(({ body }) => new URLSearchParams(body.toString())).map((form) => [form.get("grant_type"), form.get("code"), form.get("refresh_token"), form.get("client_secret")]), [["authorization_code", "c0de", null, "s3cret"], ["refresh_token", null, "r1", "s3cret"]]);
      assert.deepEqual(value(await accountsOf("a", app, parts)), [{ name: "Acme", baseUrl: "https://3.basecampapi.com/77/" }]);
    }));
});

describe("Zoom", () => {
  const zoom = (url: string) => createZoom({ baseUrl: `${url}/v2/`, tokenUrl: `${url}/oauth/token`, accountId: "acc", clientId: "cid", clientSecret: saying("s3cret") }, parts);
  const wish = { title: "Weekly call", startsAt: "2026-11-24T09:00:00.000Z" as Instant, minutes: 30, zone: "Asia/Dhaka", agenda: ["Coupons"] };
  const answer = ({ path, method }: Asked): Answering => {
    if (path.startsWith("/oauth")) return json({ access_token: "tok", expires_in: 3599 });
    return method === "POST" ? { status: 201, body: { id: 85746065, join_url: "https://zoom.us/j/85746065" } } : { status: 204 };
  };

  it("makes, moves and cancels a meeting with one token for an hour", async () =>
    at(answer, async (url, asked) => {
      const service = zoom(url);
      assert.deepEqual(await service.create(wish), { is: "ok", value: { id: "85746065", joinUrl: "https://zoom.us/j/85746065" } });
      await service.move("85746065", { ...wish, minutes: 45 });
      await service.cancel("85746065");
      assert.deepEqual(lines(asked), ["POST /oauth/token?grant_type=account_credentials&account_id=acc", "POST /v2/users/me/meetings", "PATCH /v2/meetings/85746065", "DELETE /v2/meetings/85746065"]);
      assert.equal(asked[0]!.headers.authorization, `Basic ${Buffer.from("cid:s3cret").toString("base64")}`);
      assert.deepEqual(JSON.parse(asked[1]!.body.toString()), { type: 2, topic: "Weekly call", start_time: "2026-11-24T09:00:00Z", duration: 30, timezone: "Asia/Dhaka", agenda: "- Coupons" });
      time = "2026-11-20T11:00:00.000Z" as Instant;
      await service.whoAmI();
      assert.equal(lines(asked).filter((line) => line.includes("/oauth/")).length, 2);
    }));

  it("says when the app is not known, and takes a meeting that is gone for cancelled", async () => {
    assert.deepEqual(await at(() => ({ status: 400, body: { reason: "Invalid client_id or client_secret", error: "invalid_client" } }), async (url) => reason(await zoom(url).create(wish))), ["failed", "service.token"]);
    assert.deepEqual(await at((asked) => (asked.path.startsWith("/oauth") ? answer(asked) : { status: 404, body: { code: 3001 } }), async (url) => (await zoom(url).cancel("1")).is), "ok");
    assert.deepEqual(await at((asked) => (asked.path.startsWith("/oauth") ? answer(asked) : "reset"), async (url) => reason(await zoom(url).create(wish))), ["unclear", "service.unclearMade"]);
  });
});
