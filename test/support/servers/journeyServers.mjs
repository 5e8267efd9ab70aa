import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";

/**
 * A mail server on this machine that lets one name and password in. `trouble` says what the next mail meets: "drop" takes it
 * to its end and hangs up without a word, "later" asks to come back (a grey list).
 * @param {{ user: string, password: string }} account
 */
export async function startMailbox({ user, password }) {
  /** @type {{ to: string[], raw: Buffer }[]} */
  const taken = [];
  /** @type {Buffer[]} */
  const refused = [];
  const mailbox = {
    port: 0,
    taken,
    refused,
    /** @type {"drop" | "later" | undefined} */
    trouble: undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _, done) => (auth.username === user && auth.password === password ? done(null, { user }) : done(new Error("Invalid username or password"))),
    onData(stream, session, done) {
      /** @type {Buffer[]} */
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        if (mailbox.trouble === "drop") {
          mailbox.trouble = undefined;
          // nobody on the other side can know whether it was taken; here it was not
          for (const connection of server.connections) /** @type {any} */ (connection)._socket?.destroy();
          return;
        }
        if (mailbox.trouble === "later") {
          mailbox.trouble = undefined;
          refused.push(Buffer.concat(parts));
          // RFC 6647: a 4yz answer, for now alone
          done(Object.assign(new Error("Greylisted, please come again"), { responseCode: 451 }));
          return;
        }
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  mailbox.port = /** @type {import("node:net").AddressInfo} */ (server.server.address()).port;
  return mailbox;
}

/**
 * As much of Slack's API as a bot needs to post, by its published methods.
 * @param {{ token: string, team: string, channels: readonly { id: string, name: string }[] }} workspace
 */
export async function startSlack({ token, team, channels }) {
  /** @type {{ method: string, fields: any }[]} */
  const asked = [];
  const answers = (/** @type {string} */ method) => {
    switch (method) {
      case "auth.test":
        return { ok: true, team, user: "khobor" };
      case "conversations.list":
        return { ok: true, channels: channels.map((channel) => ({ ...channel, is_member: true })) };
      case "chat.postMessage":
        return { ok: true, channel: channels[0]?.id, ts: `${asked.length}.000100` };
      case "chat.scheduleMessage":
        return { ok: true, channel: channels[0]?.id, scheduled_message_id: "Q1", post_at: 0 };
      case "chat.scheduledMessages.list":
        return { ok: true, scheduled_messages: [{ id: "Q1", channel_id: channels[0]?.id }], response_metadata: { next_cursor: "" } };
      case "chat.deleteScheduledMessage":
        return { ok: true };
      default:
        return { ok: false, error: "unknown_method" };
    }
  };
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const method = (request.url ?? "").replace(/^\/api\//, "");
      const body = Buffer.concat(parts).toString("utf8");
      const fields = request.headers["content-type"]?.startsWith("application/json") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
      const known = request.headers.authorization === `Bearer ${token}`;
      if (known) asked.push({ method, fields });
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(known ? answers(method) : { ok: false, error: "invalid_auth" }));
    });
  });
  const { url, stop } = await serve(server);
  return { url: `${url}/api/`, asked, stop };
}

/**
 * As much of Zoom's API as an app needs to make meetings, by its published paths.
 * @param {{ accountId: string, clientId: string, clientSecret: string }} keys
 */
export async function startZoom({ accountId, clientId, clientSecret }) {
  /** @type {{ method: string, path: string, fields: any }[]} */
  const asked = [];
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  /** @type {(method: string, path: string, authorization: string) => [number, object?]} */
  const answer = (method, path, authorization) => {
    if (path === `/oauth/token?grant_type=account_credentials&account_id=${accountId}`) {
      return authorization === basic ? [200, { access_token: "t0ken", token_type: "bearer", expires_in: 3599 }] : [400, { reason: "Invalid client_id or client_secret", error: "invalid_client" }];
    }
    if (authorization !== "Bearer t0ken") return [401, { code: 124, message: "Invalid access token." }];
    if (path === "/v2/users/me") return [200, { display_name: "Nadia Rahman" }];
    return method === "POST" ? [201, { id: 85746065, join_url: "https://zoom.us/j/85746065" }] : [204];
  };
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const body = Buffer.concat(parts).toString("utf8");
      const [status, value] = answer(method, path, headers.authorization ?? "");
      if (path.includes("/meetings")) asked.push({ method, path, fields: body === "" ? undefined : JSON.parse(body) });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(value && JSON.stringify(value));
    });
  });
  return { ...(await serve(server)), asked };
}

/** @param {import("node:http").Server} server */
async function serve(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
