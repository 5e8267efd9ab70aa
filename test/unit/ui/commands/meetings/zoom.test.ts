import assert from "node:assert/strict";
import { afterEach } from "mocha";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import { createHttp } from "../../../../../src/services/http";
import { createZoomAccount } from "../../../../../src/services/zoom/zoomAccount";
import { archiveRecord } from "../../../../../src/ui/commands/book/archive";
import { addMeeting } from "../../../../../src/ui/commands/meetings/addMeeting";
import { saveCalendarFile } from "../../../../../src/ui/commands/meetings/calendarFile";
import { cancelMeeting, cannotAttend, moveMeeting } from "../../../../../src/ui/commands/meetings/changeMeeting";
import { connectZoom } from "../../../../../src/ui/commands/meetings/connectZoom";
import { editMeeting } from "../../../../../src/ui/commands/meetings/editMeeting";
import { meetingCommands } from "../../../../../src/ui/commands/meetings/meetingCommands";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import { startWeb, type Answering, type Asked } from "../../../../support/servers/web";
import type { Act } from "../../prompts/scriptedScreen";
import { now } from "../book/room";
import { files, inLondon, meetingRoom } from "./meetingRoom";

// It is Saturday, 21 November 2026, 16:00 in Dhaka; Acme is in London, where it is 10:00.

const acme = { kind: "client", recordId: "acme-client" };
const servers: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((one) => one.stop()));
});

/** Zoom by its published API, with the meetings that it has; `trouble` is what the next requests for meetings meet. */
async function startZoom() {
  const meetings = new Map<string, Record<string, unknown>>();
  const zoom = { url: "", canList: true, lost: false, meetings, asked: [] as Asked[], trouble: undefined as Answering | undefined, token: "t0ken", scope: "meeting:write:meeting:admin meeting:update:meeting:admin meeting:delete:meeting:admin user:read:user:admin" };
  const basic = `Basic ${Buffer.from("client:s3cret").toString("base64")}`;
  const answer = ({ method, path, headers, body }: Asked): Answering => {
    if (path.startsWith("/oauth/token")) {
      if (headers.authorization !== basic || !path.endsWith("grant_type=account_credentials&account_id=account")) return { status: 400, body: { reason: "Invalid client_id or client_secret", error: "invalid_client" } };
      return { status: 200, body: { access_token: zoom.token, token_type: "bearer", expires_in: 3599, scope: zoom.scope } };
    }
    if (headers.authorization !== `Bearer ${zoom.token}`) return { status: 401, body: { code: 124, message: "Invalid access token." } };
    if (path === "/v2/users/me") return { status: 200, body: { display_name: "Rafi Ahmed", email: "rafi@example.com" } };
    if (zoom.trouble !== undefined) return zoom.trouble;
    const id = /^\/v2\/meetings\/(\d+)$/.exec(path)?.[1];
    if (method === "GET" && path.startsWith("/v2/users/me/meetings?type=scheduled&page_size=300")) {
      if (!zoom.canList) return { status: 400, body: { code: 4711, message: "Invalid access token, does not contain scopes:[meeting:read:list_meetings]." } };
      const all = [...meetings].flatMap(([its, { deleted, ...fields }]) => (deleted === true ? [] : [{ id: Number(its), join_url: `https://zoom.us/j/${its}?pwd=x`, ...fields }]));
      // One a page, so that the next one is asked for.
      const at = Number(new URL(path, "http://x").searchParams.get("next_page_token") ?? 0);
      return { status: 200, body: { page_size: 300, next_page_token: at + 1 < all.length ? String(at + 1) : "", meetings: all.slice(at, at + 1) } };
    }
    if (method === "POST" && path === "/v2/users/me/meetings") {
      const fresh = String(85746065 + meetings.size);
      meetings.set(fresh, JSON.parse(body.toString()) as Record<string, unknown>);
      if (zoom.lost) return (zoom.lost = false), "reset";
      return { status: 201, body: { id: Number(fresh), join_url: `https://zoom.us/j/${fresh}?pwd=x` } };
    }
    if (id === undefined || meetings.get(id) === undefined || meetings.get(id)?.["deleted"]) return { status: 404, body: { code: 3001, message: "Meeting does not exist." } };
    meetings.set(id, method === "DELETE" ? { deleted: true } : { ...meetings.get(id), ...(JSON.parse(body.toString()) as object) });
    return { status: 204 };
  };
  const web = await startWeb(answer);
  servers.push(web);
  return Object.assign(zoom, { url: web.url, asked: web.asked });
}
type Zoom = Awaited<ReturnType<typeof startZoom>>;
const wrote = (zoom: Zoom) => zoom.asked.filter(({ method, path }) => method !== "GET" && /meetings/.test(path)).map(({ method, path }) => `${method} ${path}`);
const keysFor = ({ url }: Pick<Zoom, "url">) => JSON.stringify({ accountId: "account", clientId: "client", clientSecret: "s3cret", at: `${url}/v2/ ${url}/oauth/token` });

async function connected(zoom: Zoom, book: Book, ...acts: Act[]) {
  const made = meetingRoom({ book, zoomUrl: zoom.url }, ...acts);
  await made.secrets.set({ service: "zoom", account: "Rafi Ahmed" }, keysFor(zoom));
  return made;
}
/** A call at 10:00 in London on Tuesday, in Zoom. */
const inZoom: readonly Act[] = [{ type: "Call" }, { pick: "Acme’s time" }, { type: "24 nov 10:00" }, "enter", "enter", { pick: "In Zoom: the meeting is made there, too" }, { type: "Coupons" }];
async function withCall(zoom: Zoom, ...acts: Act[]) {
  const made = await connected(zoom, inLondon(), ...inZoom, ...acts);
  const node = { kind: "meeting", recordId: await addMeeting(acme, made.deps) };
  const press = (label: string) => made.said.at(-1)!.actions.find((action) => action.label === label)!.run();
  return { ...made, node, press, meeting: () => made.book().meeting.find(({ id }) => id === node.recordId), last: () => made.said.at(-1)!.text };
}

describe("connecting Zoom", () => {
  const ask = (secret: string): Act[] => ["enter", { type: "account" }, { type: "client" }, { type: secret }];

  it("keeps the three keys as one secret once Zoom lets them in, under the name that it has there", async () => {
    const zoom = await startZoom();
    const { deps, kept, said, screen, logged } = meetingRoom({ book: inLondon(), zoomUrl: zoom.url }, ...ask("wrong"), ...ask("s3cret"), ...ask("s3cret"));
    await connectZoom(deps);
    assert.match(said.at(-1)!.text, /^Not connected\. Zoom does not accept the key/);
    assert.deepEqual([[...kept], deps.zoom.name()], [[], undefined]);
    await connectZoom(deps);
    assert.equal(said.at(-1)!.text, "Zoom is connected: Rafi Ahmed.");
    assert.deepEqual([[...kept], deps.zoom.name()], [[["khobor.zoom:Rafi Ahmed", keysFor(zoom)]], "Rafi Ahmed"]);
    assert.equal(screen.shown[3]!.secret, true);
    assert.equal(screen.shown[0]!.asks, "Zoom wants a server-to-server OAuth app of your own, activated");
    assert.ok(!logged.join().includes("wrong"), "no secret in the log");
  });

  it("sends the keys to no other address that the settings come to name, at once, and takes one without its last slash", async () => {
    const [zoom, other] = [await startZoom(), await startZoom()];
    const { deps, secrets } = meetingRoom(inLondon());
    let url = zoom.url;
    const account = createZoomAccount({ secrets, urls: () => ({ zoom: `${url}/v2`, zoomSignIn: `${url}/oauth/token` }), http: createHttp(), clock: deps.clock });
    assert.equal((await account.connect({ accountId: "account", clientId: "client", clientSecret: "s3cret" })).is, "ok");
    const service = account.open();
    assert.deepEqual(await service.whoAmI(), { is: "ok", value: "Rafi Ahmed" });
    url = other.url;
    const answered = await service.whoAmI();
    assert.deepEqual(["reason" in answered && answered.reason.id, other.asked], ["service.notConnected", []]);
    url = zoom.url;
    assert.equal((await service.whoAmI()).is, "ok");
    assert.ok(zoom.asked.some(({ path }) => path === "/v2/users/me"));
  });

  it("leads to where an app is made and to Zoom's guide, and says which scopes are missing", async () => {
    const zoom = await startZoom();
    const { deps, opened, said, kept } = meetingRoom({ book: inLondon(), zoomUrl: zoom.url }, { pick: "Open the page where apps are made" }, "escape", { pick: "Open Zoom’s guide to it" }, "escape", ...ask("s3cret"));
    await assert.rejects(connectZoom(deps), Cancelled);
    await assert.rejects(connectZoom(deps), Cancelled);
    assert.deepEqual(opened, ["https://marketplace.zoom.us/develop/create", "https://developers.zoom.us/docs/internal-apps/create/"]);
    zoom.scope = "meeting:write:meeting:admin";
    await connectZoom(deps);
    assert.match(said.at(-1)!.text, /^Not connected\. Zoom does not let the app do this\. Give it the scopes meeting:write/);
    assert.equal(kept.size, 0);
  });
});

describe("a meeting in Zoom", () => {
  it("is not asked about while Zoom is not connected, or where a marketplace keeps calls to itself", async () => {
    const { deps, screen } = meetingRoom(inLondon(), "enter", "enter", { type: "24 nov 10:00" }, "enter", "enter", { type: "" }, { type: "" });
    await addMeeting(acme, deps);
    assert.ok(!screen.shown.some(({ asks }) => asks === "Where do you meet?"));
    const zoom = await startZoom();
    const book = inLondon();
    const marketplace = applyChanges(book, [revised("client", book.client[0]!, { place: "fiverr" }, { now })]);
    const there = await connected(zoom, marketplace, "enter", "enter", { type: "24 nov 10:00" }, "enter", "enter", { type: "" }, { type: "" });
    await addMeeting(acme, there.deps);
    assert.ok(!there.screen.shown.some(({ asks }) => asks === "Where do you meet?"));
    assert.deepEqual(zoom.asked, []);
  });

  it("is made there with the meeting, and its link stands in the book and in the calendar file", async () => {
    const zoom = await startZoom();
    const { deps, node, meeting, last } = await withCall(zoom);
    assert.deepEqual([...zoom.meetings.values()], [{ type: 2, topic: "Call", start_time: "2026-11-24T10:00:00Z", duration: 30, timezone: "Europe/London", agenda: "- Coupons" }]);
    const { link, linked } = meeting()!;
    assert.deepEqual([link, linked?.service, linked?.account, linked?.id], ["https://zoom.us/j/85746065?pwd=x", "zoom", "Rafi Ahmed", "85746065"]);
    assert.equal(last(), "“Call” was added.");
    await saveCalendarFile(node, deps);
    assert.match(files.get("Call.ics")!.replaceAll("\r\n ", ""), /https:\/\/zoom\.us\/j\/85746065\?pwd=x/);
  });

  it("follows when the meeting is moved, renamed or called off, and each of them back", async () => {
    const zoom = await startZoom();
    const { deps, node, press, meeting, last } = await withCall(
      zoom,
      { pick: "Acme’s time" }, { type: "25 nov 11:00" },
      { pick: "Title" }, { type: "Prices" }, "escape",
    );
    const there = (id = "85746065") => zoom.meetings.get(id);
    await moveMeeting(node, deps);
    assert.deepEqual([last(), there()?.["start_time"]], ["“Call” is now Wed 25 Nov 17:00.", "2026-11-25T11:00:00Z"]);
    await press("Undo");
    assert.deepEqual([meeting()?.startsAt, there()?.["start_time"]], ["2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00Z"]);
    await assert.rejects(editMeeting(node, deps), Cancelled);
    assert.equal(there()?.["topic"], "Prices");
    await cancelMeeting(node, deps);
    assert.deepEqual([last(), there()], ["“Prices” is cancelled.", { deleted: true }]);
    await press("Undo");
    assert.deepEqual([meeting()?.cancelledAt, meeting()?.link, there("85746066")?.["topic"]], [undefined, "https://zoom.us/j/85746066?pwd=x", "Prices"]);
    assert.deepEqual(wrote(zoom), ["POST /v2/users/me/meetings", "PATCH /v2/meetings/85746065", "PATCH /v2/meetings/85746065", "PATCH /v2/meetings/85746065", "DELETE /v2/meetings/85746065", "PATCH /v2/meetings/85746065", "POST /v2/users/me/meetings"]);
  });

  it("goes from there when adding it is taken back, or I cannot come", async () => {
    const zoom = await startZoom();
    const added = await withCall(zoom);
    await added.press("Undo");
    assert.deepEqual([added.meeting(), zoom.meetings.get("85746065")], [undefined, { deleted: true }]);
    const kept = await withCall(zoom, { pick: "No, leave it out this time" });
    await cannotAttend(kept.node, kept.deps);
    assert.deepEqual([kept.meeting()?.cancelledAt, zoom.meetings.get("85746066")], [now, { deleted: true }]);
    assert.deepEqual(kept.executed.map(([id]) => id), ["khobor.write.meeting"]);
  });

  it("has one link for all of a recurring meeting, which needs no moving", async () => {
    const zoom = await startZoom();
    const { deps, book } = await connected(zoom, inLondon(), { type: "Weekly" }, { pick: "Acme’s time" }, { type: "24 nov 10:00" }, "enter", { pick: "Every week" }, "enter", { type: "" }, "enter", { pick: "Acme’s time" }, { type: "25 nov 11:00" });
    const node = { kind: "meeting", recordId: await addMeeting(acme, deps) };
    assert.deepEqual([...zoom.meetings.values()], [{ type: 3, topic: "Weekly", agenda: "" }]);
    await moveMeeting(node, deps);
    assert.deepEqual(book().meeting.map(({ link, linked }) => [link, linked?.id]), [["https://zoom.us/j/85746065?pwd=x", "85746065"], ["https://zoom.us/j/85746065?pwd=x", undefined]]);
    assert.deepEqual(wrote(zoom), ["POST /v2/users/me/meetings"]);
  });

  it("stays in the book whatever Zoom says, in one sentence, and is made there at another try", async () => {
    const zoom = await startZoom();
    for (const [trouble, why] of [
      [{ status: 429, headers: { "retry-after": "5" } }, "Zoom asks to wait a little. Try again in a minute."],
      [{ status: 400, body: { code: 4711, message: "Invalid access token, does not contain scopes:[meeting:write:meeting]." } }, "Zoom does not let the app do this. Give it the scopes meeting:write:meeting:admin, meeting:update:meeting:admin, meeting:delete:meeting:admin, meeting:read:list_meetings:admin, then try again."],
      [{ status: 200, body: "<html>" }, "The connection to Zoom was lost. Look there whether the meeting was made before you make it again."],
      ["reset", "The connection to Zoom was lost. Look there whether the meeting was made before you make it again."],
    ] as const) {
      zoom.trouble = trouble;
      zoom.canList = false;
      const isUnclear = why.includes("make it again");
      const failed = await withCall(zoom, ...(isUnclear ? ["escape", { pick: "It is there: I put its link in myself" }, { pick: "It is not there: make it" }] satisfies Act[] : []));
      assert.equal(failed.last(), `“Call” was added. It has no Zoom link yet: ${why}`);
      assert.deepEqual([failed.meeting()?.title, failed.meeting()?.link, failed.meeting()?.linked], ["Call", undefined, undefined]);
      assert.deepEqual(failed.said.at(-1)!.actions.map(({ label }) => label), ["Try again in Zoom", "Tell the client", "Undo"]);
      zoom.trouble = undefined;
      if (isUnclear) {
        const tries = wrote(zoom).length;
        await assert.rejects(Promise.resolve(failed.press("Try again in Zoom")), Cancelled);
        await failed.press("Try again in Zoom");
        assert.equal(wrote(zoom).length, tries, "no second meeting before somebody has looked");
      }
      await failed.press("Try again in Zoom");
      assert.equal(failed.last(), "“Call” is in Zoom now, and has its link.");
      assert.match(failed.meeting()?.link ?? "", /^https:\/\/zoom\.us\/j\//);
    }
  });

  it("is found there and not made twice where the answer was lost, also after a restart and in another window", async () => {
    const zoom = await startZoom();
    zoom.meetings.set("1", { type: 2, topic: "Call", start_time: "2026-11-17T10:00:00Z", duration: 30 });
    // It is made, and the answer does not arrive.
    zoom.lost = true;
    const lost = await withCall(zoom);
    assert.match(lost.last(), /It has no Zoom link yet: The connection to Zoom was lost\./);
    assert.deepEqual([lost.meeting()?.unclearIn, lost.meeting()?.link], ["zoom", undefined]);
    // Another window, or this one started again, has the book alone.
    const other = await connected(zoom, lost.book(), { pick: "Zoom" }, "escape");
    await assert.rejects(editMeeting(lost.node, other.deps), Cancelled);
    const { link, linked, unclearIn } = other.book().meeting[0]!;
    assert.deepEqual([link, linked?.id, unclearIn, other.said.at(-1)!.text], ["https://zoom.us/j/85746066?pwd=x", "85746066", undefined, "“Call” was made in Zoom after all. It has its link now."]);
    assert.deepEqual(wrote(zoom), ["POST /v2/users/me/meetings"]);
  });

  it("is not taken for one there that belongs to another meeting of the book", async () => {
    const zoom = await startZoom();
    const first = await withCall(zoom);
    zoom.trouble = "reset";
    const made = await connected(zoom, first.book(), ...inZoom, { pick: "It is not there: make it" });
    const node = { kind: "meeting", recordId: await addMeeting(acme, made.deps) };
    zoom.trouble = undefined;
    await made.said.at(-1)!.actions.find(({ label }) => label === "Try again in Zoom")!.run();
    const meeting = made.book().meeting.find(({ id }) => id === node.recordId)!;
    assert.deepEqual([meeting.linked?.id, meeting.unclearIn, zoom.meetings.size], ["85746066", undefined, 2]);
  });

  it("is behind where Zoom could not follow, says so, and catches up", async () => {
    const zoom = await startZoom();
    const { deps, node, press, last, meeting, screen } = await withCall(zoom, { pick: "Acme’s time" }, { type: "25 nov 11:00" }, { pick: "Zoom" }, "escape");
    zoom.trouble = { status: 503 };
    await moveMeeting(node, deps);
    assert.equal(last(), "“Call” is now Wed 25 Nov 17:00. Zoom does not know it yet: The connection to Zoom was lost. Look there whether it was done before you try again.");
    assert.equal(meeting()?.startsAt, "2026-11-25T11:00:00.000Z");
    await press("Try again in Zoom");
    assert.match(last(), /^Zoom does not have “Call” as it is here: /);
    zoom.trouble = undefined;
    await assert.rejects(editMeeting(node, deps), Cancelled);
    assert.deepEqual([last(), zoom.meetings.get("85746065")?.["start_time"]], ["“Call” is in Zoom as it is here.", "2026-11-25T11:00:00Z"]);
    const menus = screen.shown.filter(({ labels }) => labels.includes("Zoom")).length;
    assert.equal(menus, 2);
  });

  it("asks for another token where the one that it has was ended", async () => {
    const zoom = await startZoom();
    const { deps, node, last } = await withCall(zoom, { pick: "Acme’s time" }, { type: "25 nov 11:00" });
    zoom.token = "another";
    await moveMeeting(node, deps);
    assert.deepEqual([last(), zoom.meetings.get("85746065")?.["start_time"]], ["“Call” is now Wed 25 Nov 17:00.", "2026-11-25T11:00:00Z"]);
  });

  it("is told apart from a link that is typed over it", async () => {
    const zoom = await startZoom();
    const { deps, node, meeting } = await withCall(zoom, { pick: "Link to join" }, { type: "https://meet.example/a" }, "escape", { pick: "Acme’s time" }, { type: "25 nov 11:00" });
    await assert.rejects(editMeeting(node, deps), Cancelled);
    assert.deepEqual([meeting()?.link, meeting()?.linked], ["https://meet.example/a", undefined]);
    await moveMeeting(node, deps);
    assert.deepEqual(wrote(zoom), ["POST /v2/users/me/meetings"]);
  });

  it("is said to stay there when its client is archived, and goes with one click that can be taken back", async () => {
    const zoom = await startZoom();
    const made = await withCall(zoom, { type: "Weekly" }, { pick: "Acme’s time" }, { type: "24 nov 10:00" }, "enter", { pick: "Every week" }, "enter", { type: "" });
    await addMeeting(acme, made.deps);
    await archiveRecord("client", acme, made.deps);
    assert.equal(made.last(), "“Acme” is in the archive. 2 meetings ahead stay in Zoom.");
    assert.deepEqual(made.said.at(-1)!.actions.map(({ label }) => label), ["Cancel in Zoom", "Undo"]);
    await made.press("Cancel in Zoom");
    const [command, argument] = made.executed.at(-1)!;
    assert.equal(command, "khobor.cancelMeeting");
    await meetingCommands(made.deps)["khobor.cancelMeeting"](argument);
    assert.deepEqual([made.last(), [...zoom.meetings.values()], made.book().meeting.map(({ cancelledAt }) => cancelledAt)], ["2 meetings are cancelled.", [{ deleted: true }, { deleted: true }], [now, now]]);
    await made.press("Undo");
    assert.deepEqual([[...zoom.meetings.values()].filter(({ deleted }) => deleted !== true).map(({ topic }) => topic), made.book().meeting.map(({ cancelledAt }) => cancelledAt)], [["Call", "Weekly"], [undefined, undefined]]);
    const past = applyChanges(made.book(), made.book().meeting.map((meeting) => revised("meeting", meeting, { cancelledAt: now }, { now })));
    const without = await connected(zoom, past);
    await archiveRecord("client", acme, without.deps);
    assert.equal(without.said.at(-1)!.text, "“Acme” is in the archive.");
  });

  it("says that Zoom is not connected any more", async () => {
    const zoom = await startZoom();
    const { deps, node, last, secrets, meeting } = await withCall(zoom, { pick: "Acme’s time" }, { type: "25 nov 11:00" });
    await secrets.forget({ service: "zoom", account: "Rafi Ahmed" });
    await moveMeeting(node, deps);
    assert.match(last(), /Zoom does not know it yet: Zoom is not connected yet\.$/);
    assert.equal(meeting()?.startsAt, "2026-11-25T11:00:00.000Z");
  });
});
