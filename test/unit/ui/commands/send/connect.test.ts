import { boundToken, tokenFor } from "../../../../../src/core/sending/accounts";
import { Ajv } from "ajv";
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "../../../../../src/ui/commands/send/connect";
import { disconnect } from "../../../../../src/ui/commands/send/disconnect";
import { exportContacts } from "../../../../../src/ui/commands/send/exportContacts";
import { saveMail } from "../../../../../src/ui/commands/send/saveMail";
import { send } from "../../../../../src/ui/commands/send/send";
import { startMail } from "../../../../support/servers/mail";
import { openedInTest } from "../../../../support/servers/openedInTest";
import { startWeb, type Answering, type Asked } from "../../../../support/servers/web";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { sendRoom, type RoomOptions } from "./sendRoom";

const folder = tempFolders();
const { opened, servers } = openedInTest();
async function room(options: RoomOptions, ...acts: Act[]) {
  const made = await sendRoom(folder(), options, ...acts);
  opened.push(made);
  return made;
}
async function web(answer: (asked: Asked) => Answering) {
  const server = await startWeb(answer);
  servers.push(server);
  return server;
}

describe("connecting a mailbox", () => {
  const ask = (port: number, password: string): Act[] => [
    { pick: "Email" }, { type: "rafi@example.com" }, { pick: "Another mail server…" }, { type: "127.0.0.1" }, { pick: "Not at all" },
    { type: String(port) }, { type: "Rafi" }, { pick: "No" }, { type: "rafi" }, { type: password },
  ];

  it("tries it at once, keeps what works, and forgets what does not", async () => {
    const server = await startMail({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: ({ password }, _, done) => (password === "right" ? done(null, { user: "rafi" }) : done(new Error("no"))),
    });
    servers.push(server);
    const { deps, last, kept, secrets } = await room({}, ...ask(server.port, "wrong"), ...ask(server.port, "right"), "enter");
    await connect(deps);
    assert.match(last(), /^Not connected\. 127\.0\.0\.1 did not accept the name or the password/);
    assert.deepEqual([deps.accounts.mail(), [...kept], secrets.names()], [undefined, [], []]);
    await connect(deps);
    assert.equal(last(), "Email is connected: rafi@example.com.");
    assert.deepEqual([deps.accounts.mail()?.user, [...kept]], ["rafi", [["khobor.smtp:rafi (127.0.0.1)", "right"]]]);
    await disconnect(deps);
    assert.deepEqual([deps.accounts.mail(), [...kept], secrets.names()], [undefined, [], []]);
    await disconnect(deps);
    assert.equal(last(), "Nothing is connected.");
  });

  it("leads to the page of the provider, hides what is typed, and says where no password helps", async () => {
    const { deps, opened, screen } = await room({}, { pick: "Email" }, { type: "rafi@gmail.com" }, "enter", "enter", "enter", { pick: "Open the page where one is made" }, "escape");
    await assert.rejects(connect(deps), { name: "Cancelled" });
    assert.deepEqual(opened, ["https://myaccount.google.com/apppasswords"]);
    assert.equal(screen.shown[2]!.offered, "Gmail, Google Workspace");
    assert.equal(screen.shown.at(-1)!.secret, true);
    const personal = await room({}, { pick: "Email" }, { type: "rafi@hotmail.com" });
    await assert.rejects(connect(personal.deps), /Outlook\.com and Hotmail let no program in/);
  });

  it("does not offer a password in the clear to another machine", async () => {
    const { deps } = await room({}, { pick: "Email" }, { type: "rafi@example.com" }, { pick: "Another mail server…" }, { type: "mail.example.com" }, { pick: "Not at all" });
    await assert.rejects(connect(deps), /no choice "Not at all"/);
  });
});

describe("connecting Slack", () => {
  it("takes a bot's token under the name of its workspace", async () => {
    const server = await web(({ headers }) => ({ status: 200, body: headers.authorization === "Bearer xoxb-right" ? { ok: true, team: "Acme" } : { ok: false, error: "invalid_auth" } }));
    const ask = (token: string): Act[] => [{ pick: "Slack app" }, "enter", { type: token }];
    const { deps, last, kept } = await room({ slackUrl: `${server.url}/api/` }, ...ask("xoxb-wrong"), ...ask("xoxb-right"));
    await connect(deps);
    assert.match(last(), /^Not connected\. Slack does not accept the token/);
    assert.equal(kept.size, 0);
    await connect(deps);
    assert.deepEqual([last(), [...kept]], ["Slack is connected: Acme.", [["khobor.slack:Acme", boundToken(`${server.url}/api/`, "xoxb-right")]]]);
    assert.equal(tokenFor(`${server.url}/api/`, kept.get("khobor.slack:Acme")), "xoxb-right");
    assert.equal(tokenFor("https://elsewhere.example/api/", kept.get("khobor.slack:Acme")), undefined, "another server does not get it");
  });

  it("takes a webhook whose address answers as Slack does, without posting anything", async () => {
    const server = await web(({ path }) => (path === "/services/T/B/x" ? { status: 400, body: "no_text" } : { status: 404, body: "no_service" }));
    const ask = (path: string): Act[] => [{ pick: "Slack webhook" }, { type: `${server.url}${path}` }, { type: "#updates" }];
    const { deps, last, kept } = await room({}, ...ask("/gone"), ...ask("/services/T/B/x"));
    await connect(deps);
    assert.match(last(), /^Not connected\./);
    assert.equal(kept.size, 0);
    await connect(deps);
    assert.equal(last(), "The Slack webhook is connected: #updates.");
    assert.deepEqual(server.asked.map(({ body }) => body.toString()), ["{}", "{}"]);
  });
});

describe("connecting another program", () => {
  it("makes a secret, and signs each message in the published form", async () => {
    const server = await web(() => ({ status: 204 }));
    const { deps, clipboard, kept, last, sent } = await room({}, { pick: "Another program (webhook)" }, { type: `${server.url}/hook` }, { type: "" }, { confirm: true }, { pick: "Another program (webhook)" }, { confirm: true });
    await connect(deps);
    const [secret] = clipboard;
    assert.deepEqual([...kept.values()], [secret]);
    assert.match(secret!, /^\w{32,}$/);
    assert.equal(last(), `Connected: ${new URL(server.url).host}.`);
    await send(deps);
    assert.deepEqual((await sent()).map(({ outcome, channel }) => [outcome, channel]), [["delivered", "webhook"]]);
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync("schemas/khobor-webhook.schema.json", "utf8")) as object);
    for (const { body, headers } of server.asked) {
      assert.ok(valid(JSON.parse(body.toString())), JSON.stringify(valid.errors));
      const signature = createHmac("sha256", secret!).update(`${String(headers["khobor-time"])}.${body.toString()}`).digest("hex");
      assert.equal(headers["khobor-signature"], `sha256=${signature}`);
    }
    assert.deepEqual(server.asked.map(({ body }) => (JSON.parse(body.toString()) as { event: string }).event), ["test", "message"]);
    assert.equal(valid({ event: "message", version: 1, id: "x" }), false);
  });
});

describe("files", () => {
  it("saves a draft as a mail file and calls nothing sent", async () => {
    const { deps, files, sent, last } = await room({});
    await saveMail(deps);
    assert.deepEqual([[...files.keys()], await sent()], [["Where the shop stands.eml"], []]);
    assert.match(last(), /^Saved: /);
  });

  it("exports clients and every word that they had", async () => {
    const { deps, files } = await room({ client: { channel: "copy" } }, { pick: "Copy" }, { confirm: true }, { pick: "Contact history: messages and calls" }, { pick: "Both, for programs" });
    await send(deps);
    await exportContacts(undefined, deps);
    await exportContacts(undefined, deps);
    const csv = files.get("khobor-contacts-2026-11-21.csv") as string;
    assert.match(csv, /^\ufeffat,client_id,client,project,way,kind,outcome,to,subject,text\r\n2026-11-21T10:00:00\.000Z,c-acme,Acme Shop,/);
    const json = JSON.parse(files.get("khobor-contacts-2026-11-21.json") as string) as { contacts: { text: string }[]; clients: { name: string; last_contact: string }[] };
    assert.deepEqual([json.contacts.length, json.clients[0]!.name, json.clients[0]!.last_contact], [1, "Acme Shop", "2026-11-21T10:00:00.000Z"]);
  });
});
