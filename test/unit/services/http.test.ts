import assert from "node:assert/strict";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { UnsafeAddress } from "../../../src/core/ports/channels";
import { createHttp } from "../../../src/services/http";
import { certificate, certificateKey } from "../../support/servers/certificate";
import { closedPort, startWeb, type Answering, type Asked } from "../../support/servers/web";

const http = createHttp();

async function ask(answer: (asked: Asked) => Answering, more: { method?: "GET" | "POST"; timeout?: number } = {}) {
  const web = await startWeb(answer);
  try {
    const said = await http.request({ method: more.method ?? "GET", url: `${web.url}/here`, headers: { authorization: "Bearer t0ken" }, ...(more.timeout !== undefined && { timeout: more.timeout }) });
    return { said, asked: web.asked };
  } finally {
    await web.stop();
  }
}

describe("asking over HTTP", () => {
  it("goes only where it is safe", async () => {
    for (const url of ["http://slack.com/api", "ftp://localhost/x", "file:///etc/passwd", "https://user:pw@slack.com/", "http://localhost.evil.example/", "nonsense"])
      await assert.rejects(http.request({ method: "GET", url }), UnsafeAddress, url);
  });

  it("follows a redirect within its own host, and takes the token to no other", async () => {
    const within = await ask(({ path }) => (path === "/here" ? { status: 302, headers: { location: "/there" } } : { status: 200, body: "found" }));
    assert.deepEqual([within.said.is === "answered" && within.said.text, within.asked.map(({ path }) => path)], ["found", ["/here", "/there"]]);
    const other = await startWeb(() => ({ status: 200, body: "caught" }));
    try {
      const away = await ask(() => ({ status: 307, headers: { location: `${other.url}/steal` } }), { method: "POST" });
      assert.deepEqual([away.said.is === "answered" && away.said.status, other.asked.length], [307, 0]);
    } finally {
      await other.stop();
    }
    const round = await ask(() => ({ status: 302, headers: { location: "/here" } }));
    assert.deepEqual([round.said.is === "answered" && round.said.status, round.asked.length], [302, 6]);
  });

  it("never makes a question of what was to be posted: another page is no answer to it", async () => {
    for (const status of [301, 302, 303]) {
      const { said, asked } = await ask(({ path }) => (path === "/here" ? { status, headers: { location: "/login" } } : { status: 200, body: "ok" }), { method: "POST" });
      assert.deepEqual([said.is === "answered" && said.status, asked.map(({ method, path }) => [method, path])], [status, [["POST", "/here"]]]);
    }
    const same = await ask(({ path }) => (path === "/here" ? { status: 308, headers: { location: "/there" } } : { status: 200, body: "ok" }), { method: "POST" });
    assert.deepEqual([same.said.is === "answered" && same.said.status, same.asked.map(({ method, path }) => [method, path])], [200, [["POST", "/here"], ["POST", "/there"]]]);
  });

  it("tells what has not arrived from what may have", async () => {
    const port = await closedPort();
    const is = async (url: string) => (await http.request({ method: "POST", url, body: "x" })).is;
    assert.deepEqual([await is(`http://127.0.0.1:${port}/`), await is("https://nowhere.invalid/")], ["unreached", "unreached"]);
    assert.deepEqual([(await ask(() => "reset", { method: "POST" })).said.is, (await ask(() => "half")).said.is, (await ask(() => "silence", { timeout: 200 })).said.is], ["lost", "lost", "lost"]);
    const server = createServer({ cert: certificate, key: certificateKey }, (_, response) => void response.end("hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      assert.equal(await is(`https://localhost:${(server.address() as AddressInfo).port}/`), "unreached", "a certificate that does not fit");
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it("takes for unreached only what went wrong before anything was sent", async () => {
    const error = (code: string, message: string, more: object = {}) => Object.assign(new Error(message), { code, ...more });
    const is = async (cause: Error) => {
      const failing = createHttp(() => () => Promise.reject(new TypeError("fetch failed", { cause })));
      return (await failing.request({ method: "POST", url: "https://slack.com/", body: "x" })).is;
    };
    const network = ["ECONNREFUSED", "ENETDOWN", "ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "ETIMEDOUT"];
    for (const code of network) {
      assert.equal(await is(error(code, `connect ${code} 192.0.2.1:443`, { syscall: "connect" })), "unreached", code);
      for (const syscall of ["read", "write"]) assert.equal(await is(error(code, `${syscall} ${code}`, { syscall })), "lost", `${syscall} ${code}`);
    }
    const tried = (syscall: string) => new AggregateError([error("ENETUNREACH", "connect ENETUNREACH", { syscall: "connect" }), error("ETIMEDOUT", `${syscall} ETIMEDOUT`, { syscall })], "");
    assert.deepEqual([await is(tried("connect")), await is(tried("read")), await is(error("ENOTFOUND", "getaddrinfo ENOTFOUND slack.com", { syscall: "getaddrinfo" }))], ["unreached", "lost", "unreached"]);
    for (const code of ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "ERR_TLS_CERT_ALTNAME_INVALID", "CERT_HAS_EXPIRED", "UND_ERR_CONNECT_TIMEOUT"]) assert.equal(await is(error(code, "handshake")), "unreached", code);
    for (const code of ["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", "ERR_SSL_BAD_RECORD_TYPE", "ERR_SSL_UNEXPECTED_EOF_WHILE_READING"]) assert.equal(await is(error(code, "in the middle")), "lost", code);
    assert.deepEqual([await is(new Error("net::ERR_NAME_NOT_RESOLVED")), await is(new Error("net::ERR_SSL_PROTOCOL_ERROR")), await is(new Error("net::ERR_INTERNET_DISCONNECTED"))], ["unreached", "lost", "lost"]);
  });

  it("stops when it is asked to, and never tells the token", async () => {
    const stop = new AbortController();
    const web = await startWeb(() => "silence");
    try {
      const asking = http.request({ method: "GET", url: web.url }, stop.signal);
      setTimeout(() => stop.abort(), 50);
      await assert.rejects(asking, { name: "AbortError" });
    } finally {
      await web.stop();
    }
    const { said } = await ask(() => "reset");
    assert.doesNotMatch(JSON.stringify(said), /t0ken/);
  });
});
