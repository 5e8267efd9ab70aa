import assert from "node:assert/strict";
import { afterEach } from "mocha";
import { startTrello, type Trello } from "../../../../support/servers/trello";
import { trelloCard } from "../../../../support/servers/trelloBoard.mjs";
import { withdrawn } from "../../../storage/historySamples";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { content } from "../wholeBook";
import { onBoard, project, serviceRoom, type ServiceRoomOptions } from "./serviceRoom";

const folder = tempFolders();
const opened: { close(): void }[] = [];
let trello: Trello | undefined;
afterEach(async () => {
  opened.splice(0).forEach((one) => one.close());
  await trello?.stop();
  trello = undefined;
});
async function open(options: ServiceRoomOptions, ...acts: Act[]) {
  trello = await startTrello();
  const room = await serviceRoom(folder(), { ...options, urls: { trello: trello.url, ...options.urls } }, ...acts);
  opened.push(room);
  return { room, trello };
}
/** Connected, and the project is kept on the board. */
async function linked(...acts: Act[]) {
  const made = await open({ link: onBoard }, ...acts);
  await made.room.connect();
  return made;
}
const node = { kind: "project", recordId: project };
function passes({ window }: Awaited<ReturnType<typeof serviceRoom>>, seconds: number): void {
  const later = new Date(Date.parse(window.clock.now()) + seconds * 1000).toISOString();
  Object.assign(window.clock, { now: () => later });
}

describe("connecting Trello", () => {
  const ask = (token: string): Act[] => [{ pick: "Trello" }, { pick: "Open the page where one is made" }, { type: "k3y" }, { pick: "Open the page that gives one" }, { type: token }];

  it("leads to where key and token are made, keeps what works as a secret, and nothing else", async () => {
    const { room } = await open({}, ...ask("wrong"), ...ask("t0ken"));
    await room.run("khobor.connectService");
    assert.equal(room.last(), "Not connected. Trello does not accept the key any more. Connect again.");
    assert.deepEqual([[...room.kept], room.secrets.names()], [[], []]);
    await room.run("khobor.connectService");
    assert.equal(room.last(), "Trello is connected: Nadia Rahman.");
    assert.deepEqual(room.opened.slice(0, 2), ["https://trello.com/power-ups/admin", "https://trello.com/1/authorize?expiration=never&name=Khobor&scope=read%2Cwrite&response_type=token&key=k3y"]);
    assert.deepEqual(room.secrets.names(), [{ service: "trello", account: "Nadia Rahman" }]);
    assert.ok(room.screen.shown.filter(({ secret }) => secret === true).length >= 2, "what is typed is hidden");
    await room.press("Choose board or project");
    assert.deepEqual(room.ran, [["khobor.linkTool"]]);
  });

  it("can be tried and forgotten", async () => {
    const { room, trello } = await open({}, { pick: "Trello" }, { pick: "Trello" }, { pick: "Trello" });
    await room.run("khobor.testService");
    assert.equal(room.last(), "No service is connected.");
    await room.connect();
    await room.run("khobor.testService");
    assert.equal(room.last(), "Trello lets you in as Nadia Rahman.");
    trello.isTokenGood = false;
    await room.run("khobor.testService");
    assert.equal(room.last(), "Trello does not accept the key any more. Connect again.");
    await room.run("khobor.disconnectService");
    assert.match(room.last(), /^Trello · Nadia Rahman is disconnected\./);
    assert.deepEqual([[...room.kept], room.tools.accounts()], [[], []]);
  });

  it("gives keys to no other address than the one where they were tried", async () => {
    trello = await startTrello();
    const elsewhere = await startTrello();
    const urls = { trello: trello.url };
    const room = await serviceRoom(folder(), { urls });
    opened.push(room);
    await room.connect();
    const account = room.tools.accounts()[0]!;
    assert.equal((await (await room.tools.open(account)).whoAmI()).is, "ok");
    urls.trello = elsewhere.url;
    const asked = await (await room.tools.open(account)).whoAmI();
    assert.deepEqual([asked.is, "reason" in asked && asked.reason.id, elsewhere.asked.length], ["failed", "service.notConnected", 0]);
    await elsewhere.stop();
  });

  it("asks nothing of an address that is not safe", async () => {
    const room = await serviceRoom(folder(), { urls: { trello: "http://trello.example/1/" } }, { pick: "Trello" }, "enter", { type: "k" }, "enter", { type: "t" });
    opened.push(room);
    await room.run("khobor.connectService");
    assert.equal(room.last(), "Nothing was asked: the address in the settings must begin with https://.");
    await room.press("Open settings");
    assert.deepEqual(room.ran, [["khobor.openSettings"]]);
  });
});

describe("milestones of a board", () => {
  const choose: Act[] = ["enter", { pick: "Acme Shop" }, { pick: "Cards" }, { pick: "All of them" }, { pick: "Yes, offer it" }];

  it("are chosen, looked at, and brought in as one change that can be taken back", async () => {
    const { room } = await open({}, ...choose, "enter", ...choose, { tick: ["Loyalty"] });
    await room.connect();
    await room.run("khobor.linkTool", node);
    assert.deepEqual(room.link(), { ...onBoard, url: "https://trello.com/b/b1", postUpdates: true, refreshedAt: "2026-11-21T10:00:00.000Z" });
    const preview = room.screen.shown.find(({ asks }) => asks.startsWith("Adds"))!;
    assert.deepEqual([preview.asks, preview.labels], ["Adds 2, changes 0, leaves 0 as they are", ["Checkout", "Loyalty"]]);
    assert.deepEqual(room.milestones().map(({ title, due, deliverables }) => [title, due, deliverables.map(({ text, doneAt }) => [text, doneAt !== undefined])]), [
      ["Checkout", { by: "instant", at: "2026-12-03T12:00:00.000Z" }, [["Pay with bKash", true], ["Order emails", false]]],
      ["Loyalty", undefined, []],
    ]);
    assert.equal(room.last(), "From Trello: 2 added, 0 changed.");
    await room.press("Undo");
    assert.equal(room.milestones().length, 0);
    await room.run("khobor.linkTool", node);
    assert.deepEqual(room.milestones().map(({ title }) => title), ["Loyalty"], "only what was left ticked");
  });

  it("leads from bringing in to connecting and choosing, where nothing is connected yet", async () => {
    const { room } = await open({}, { pick: "Trello" }, "enter", { type: "k3y" }, "enter", { type: "t0ken" }, ...choose, "enter");
    await room.run("khobor.refreshTool", node);
    assert.equal(room.milestones().length, 2);
  });

  it("can be those of one list, or the lists themselves", async () => {
    const { room } = await open({}, "enter", { pick: "Acme Shop" }, { pick: "Cards" }, { pick: "Later" }, { pick: "No" }, "enter", "enter", { pick: "Acme Shop" }, { pick: "Lists" }, "enter", "enter");
    await room.connect();
    await room.run("khobor.linkTool", node);
    assert.deepEqual([room.milestones().map(({ title }) => title), room.link()!.within, room.link()!.postUpdates], [["Loyalty"], "later", false]);
    await room.run("khobor.linkTool", node);
    assert.deepEqual(room.milestones().map(({ title }) => title).sort(), ["Doing", "Later", "Loyalty"]);
  });

  it("follow a refresh: what changed there, a list's new name, what is gone, and nothing at all", async () => {
    const { room, trello } = await linked("enter", { tick: ["Payments"], act: true }, "enter", "enter");
    await room.run("khobor.refreshTool", node);
    await room.run("khobor.refreshTool", node);
    assert.equal(room.last(), "All is as it is in Trello.");
    Object.assign(trello.cards[0]!, { name: "Payments", due: "2026-12-04T12:00:00.000Z" });
    await room.run("khobor.refreshTool", node);
    const preview = room.screen.shown.at(-1)!;
    assert.deepEqual([preview.asks, preview.labels], ["Adds 0, changes 1, leaves 1 as they are", ["Payments"]]);
    assert.deepEqual(room.screen.shown.at(-2)!.labels, ["Loyalty"], "what stays can be looked at, and leads back");
    assert.deepEqual(room.milestones().map(({ title }) => title).sort(), ["Loyalty", "Payments"]);
    trello.cards[1]!.closed = true;
    await room.run("khobor.refreshTool", node);
    assert.equal(room.last(), "Nothing new in Trello. 1 milestone is not there any more (deleted, archived or moved): it stays here as it is.");
    assert.equal(room.milestones().length, 2);
  });

  it("are asked about, side by side and once, where both sides changed", async () => {
    const { room, trello } = await linked("enter", { pick: "As it is here" }, { pick: "As it is in Trello" });
    await room.run("khobor.refreshTool", node);
    await room.change("Loyalty", { title: "Loyalty points" });
    trello.cards[1]!.name = "Bonus";
    await room.run("khobor.refreshTool", node);
    assert.deepEqual(room.screen.shown.at(-1)!.asks, "“Loyalty points” was changed here and in Trello. Which one counts?");
    assert.ok(room.milestones().some(({ title }) => title === "Loyalty points"));
    await room.run("khobor.refreshTool", node);
    assert.equal(room.last(), "All is as it is in Trello.");
    await room.change("Loyalty points", { title: "Points" });
    trello.cards[1]!.name = "Rewards";
    await room.run("khobor.refreshTool", node);
    assert.ok(room.milestones().some(({ title }) => title === "Rewards"));
    assert.equal(room.screen.left(), 0);
  });

  it("change nothing where the user says no", async () => {
    const { room } = await linked("escape");
    await assert.rejects(Promise.resolve(room.run("khobor.refreshTool", node)), { name: "Cancelled" });
    assert.deepEqual([room.milestones(), room.link()], [[], onBoard]);
  });

  it("stay when the project is cut from the tool", async () => {
    const { room } = await linked("enter", { pick: "In none any more" });
    await room.run("khobor.refreshTool", node);
    await room.run("khobor.linkTool", node);
    assert.deepEqual([room.link(), room.milestones().length], [undefined, 2]);
  });
});

describe("what a tool changed in the book", () => {
  const undoAll = async ({ window }: Awaited<ReturnType<typeof serviceRoom>>) => {
    for (let undone = await window.undoing.undoLast(); undone; undone = await window.undoing.undoLast()) assert.equal(undone.outcome, "undone");
  };

  it("can be taken back whole: linked, refreshed, and refreshed by the clock", async () => {
    const choose: Act[] = ["enter", { pick: "Acme Shop" }, { pick: "Cards" }, { pick: "All of them" }, { pick: "Yes, offer it" }];
    const { room, trello } = await open({}, ...choose, "enter", "enter");
    await room.connect();
    const { book } = room.window;
    const before = content(book.current());
    await room.run("khobor.linkTool", node);
    trello.cards.push(trelloCard("c3", "Coupons"));
    await room.run("khobor.refreshTool", node);
    trello.cards[0]!.due = "2026-12-09T12:00:00.000Z";
    await room.commands.refreshAll();
    assert.equal(room.milestones().length, 3);
    assert.notDeepEqual(content(book.current()), before);
    await undoAll(room);
    assert.deepEqual(content(book.current()), before);
  });
});

describe("refreshing by the clock", () => {
  it("takes over what changed there alone, tells of the rest once, and lets the offline be", async () => {
    const { room, trello } = await linked("enter");
    await room.run("khobor.refreshTool", node);
    const count = room.said.length;
    await room.commands.refreshAll();
    assert.equal(room.said.length, count, "nothing is said of nothing");
    trello.cards[0]!.due = "2026-12-09T12:00:00.000Z";
    await room.commands.refreshAll();
    assert.match(room.last(), /: 1 milestone was changed in Trello, and now here, too\.$/);
    assert.deepEqual(room.milestones().find(({ title }) => title === "Checkout")!.due, { by: "instant", at: "2026-12-09T12:00:00.000Z" });
    await room.press("Undo");
    assert.deepEqual(room.milestones().find(({ title }) => title === "Checkout")!.due, { by: "instant", at: "2026-12-03T12:00:00.000Z" });
    await room.commands.refreshAll();
    trello.cards.push(trelloCard("c3", "Coupons"));
    await room.commands.refreshAll();
    await room.commands.refreshAll();
    assert.equal(room.said.filter(({ text }) => /is new or was changed on both sides/.test(text)).length, 1);
    assert.equal(room.milestones().length, 2, "what is new waits for the user");
    const told = room.said.length;
    trello.fault = "reset";
    await room.commands.refreshAll();
    trello.fault = { status: 429, body: "", headers: { "retry-after": "30" } };
    await room.commands.refreshAll();
    assert.equal(room.said.length, told);
    const asked = trello.asked.length;
    await room.commands.refreshAll();
    assert.equal(trello.asked.length, asked, "not before the time that it named");
    passes(room, 31);
    trello.fault = undefined;
    trello.isTokenGood = false;
    await room.commands.refreshAll();
    await room.commands.refreshAll();
    assert.deepEqual(room.said.slice(told).map(({ text }) => text.replace(/^[^.]*\. /, "")), ["Trello does not accept the key any more. Connect again."]);
  });
});

describe("a tool that asks to wait", () => {
  it("is not asked before its time, whoever wants to know, and the time is said", async () => {
    const { room, trello } = await linked("escape");
    trello.fault = { status: 429, body: "", headers: { "retry-after": "600" } };
    const refresh = () => room.run("khobor.refreshTool", { kind: "project", recordId: project });
    await refresh();
    assert.equal(room.last(), "Trello asks to wait. Try again today 16:10.");
    const asked = trello.asked.length;
    trello.fault = undefined;
    await refresh();
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual([trello.asked.length, room.said.slice(-2).map(({ text }) => text)], [asked, Array(2).fill("Trello asks to wait. Try again today 16:10.")]);
    passes(room, 601);
    await assert.rejects(Promise.resolve(refresh()), { name: "Cancelled" });
    assert.ok(trello.asked.length > asked);
  });
});

describe("posting a sent update as a comment", () => {
  it("shows where it goes, posts it once, and has it on record", async () => {
    const { room, trello } = await linked({ pick: "Checkout" }, { confirm: true });
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    const look = room.screen.shown.at(-1)!;
    assert.deepEqual([look.asks, look.detail], ["Post this in Trello?", "On: Acme Shop › Checkout\nAs: Nadia Rahman. Everybody who sees it in Trello can read it.\n\nHi Sara,\n\nLive now\n- Customers can pay with bKash."]);
    assert.equal(room.last(), "Posted in Trello, on “Checkout”.");
    assert.deepEqual(trello.comments, [{ card: "c1", text: "Hi Sara,\n\n**Live now**\n- Customers can pay with bKash." }]);
    await room.press("Open");
    assert.deepEqual(room.opened, ["https://trello.com/c/c1"]);
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "It stands in Trello already, on “Checkout”.");
    assert.equal(trello.comments.length, 1);
  });

  it("posts nothing where the user says no, and on the card that the message is about where Enter is pressed", async () => {
    const { room, trello } = await linked("enter", "enter", { confirm: false }, "enter", { confirm: true });
    await room.run("khobor.refreshTool", node);
    const loyalty = room.milestones().find(({ title }) => title === "Loyalty")!;
    await room.hasSent("r-1", { kind: "milestone", about: { milestoneId: loyalty.id } });
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual(trello.comments, []);
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual(trello.comments.map(({ card }) => card), ["c2"]);
  });

  it("goes onto a card where lists are the milestones", async () => {
    const { room, trello } = await open({ link: { ...onBoard, milestones: "list" } }, { pick: "Loyalty" }, { confirm: true });
    await room.connect();
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual(trello.comments.map(({ card }) => card), ["c2"]);
  });

  it("is never tried again by itself: what failed can be posted anew, what is unclear after a look", async () => {
    const post: Act[] = [{ pick: "Checkout" }, { confirm: true }];
    const { room, trello } = await linked(...post, ...post, { pick: "It is not there: post it again" }, ...post);
    await room.hasSent("r-1");
    const failing = (answer: typeof trello.fault) => (trello.fault = (asked) => (asked.method === "POST" ? (answer as never) : undefined));
    failing({ status: 429, body: "" });
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "Not posted. Trello asks to wait a little. Try again in a minute.");
    failing("reset");
    passes(room, 61);
    await room.run("khobor.postUpdate", "r-1");
    assert.equal(room.last(), "The connection to Trello was lost. Look there whether it was done before you try again.");
    const tries = trello.asked.filter(({ method }) => method === "POST").length;
    assert.equal(tries, 2);
    trello.fault = undefined;
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual([trello.comments.length, room.last()], [1, "Posted in Trello, on “Checkout”."]);
  });

  it("stays unclear until the user has looked, and then is on record", async () => {
    const { room, trello } = await linked({ pick: "Checkout" }, { confirm: true }, "escape", { pick: "It is there" });
    await room.hasSent("r-1");
    // Taken, and the answer lost.
    trello.fault = (asked) => {
      if (asked.method !== "POST") return undefined;
      trello.comments.push({ card: "c1", text: "taken" });
      return "half";
    };
    await room.run("khobor.postUpdate", "r-1");
    await assert.rejects(Promise.resolve(room.run("khobor.postUpdate", "r-1")), { name: "Cancelled" });
    await room.run("khobor.postUpdate", "r-1");
    await room.run("khobor.postUpdate", "r-1");
    assert.deepEqual([trello.comments.length, room.last()], [1, "It stands in Trello already, on “Checkout”."]);
  });

  it("is offered after updates of projects that are kept in a tool, once, where that is wanted", async () => {
    const { room } = await linked({ pick: "Checkout" }, { confirm: true });
    await room.hasSent("r-1");
    await room.commands.offerToPost("r-1");
    assert.equal(room.last(), "Post it in Trello (Acme Shop) as well?");
    await room.press("Look and post…");
    assert.deepEqual(room.ran, [["khobor.postUpdate", { kind: "sentRecord", recordId: "r-1" }]]);
    await room.run("khobor.postUpdate", "r-1");
    const said = room.said.length;
    await room.commands.offerToPost("r-1");
    await room.hasSent("r-2", { kind: "invoice" });
    await room.commands.offerToPost("r-2");
    const quiet = await open({ link: { ...onBoard, postUpdates: false } });
    await quiet.room.connect();
    await quiet.room.hasSent("r-1");
    await quiet.room.commands.offerToPost("r-1");
    assert.deepEqual([room.said.length, quiet.room.said.length], [said, 0]);
  });

  it("finds the message by itself, and says where there is none or no tool", async () => {
    const { room, trello } = await linked("enter", { pick: "Checkout" }, { confirm: true });
    await room.run("khobor.postUpdate");
    assert.match(room.last(), /^There is no sent message/);
    await room.hasSent("r-1");
    await room.run("khobor.postUpdate");
    assert.equal(trello.comments.length, 1);
    await room.hasSent("r-8");
    await room.window.history.add(withdrawn("w-8", "r-8"));
    await room.run("khobor.postUpdate", "r-8");
    assert.equal(room.last(), "This message was taken back: there is nothing to post.");
    await room.hasSent("r-9", { projectId: "j-stock" });
    await room.run("khobor.postUpdate", "r-9");
    assert.equal(room.last(), "This project is not kept in Trello, Asana or Basecamp yet.");
  });
});
