import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type AddressInfo, type Server } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import * as vscode from "vscode";
import { createHttp } from "../../src/services/http";
import { eventually, hostSuite, setting } from "../support/host/runner";

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

export const run = hostSuite(() => {
  describe("the proxy of VS Code's settings", () => {
    const read = (name: string) => readFileSync(path.join(setting("KHOBOR_TEST_ROOT"), "test/support/servers", name), "utf8");
    /** Whom the proxy was asked to connect to, and whether a byte of what went through could be read there. */
    const tunnels: string[] = [];
    let through = "";
    const requests: string[] = [];
    const service = createSecureServer({ cert: read("localhost.crt"), key: read("localhost.key") }, (request, response) => {
      requests.push(request.url ?? "");
      response.end();
    });
    const proxy = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.writeHead(500).end();
    });
    let at = "";
    let proxyUrl = "";
    const configure = (url: string | undefined) => vscode.workspace.getConfiguration("http").update("proxy", url, vscode.ConfigurationTarget.Global);
    const post = () => createHttp().request({ method: "POST", url: at, headers: { authorization: "Bearer t0ken" }, body: "a message", timeout: 5000 });
    const detail = (answer: Awaited<ReturnType<typeof post>>) => ("detail" in answer ? answer.detail : "");

    before(async () => {
      const port = await listening(service);
      proxy.on("connect", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        tunnels.push(request.url ?? "");
        const tunnel = connect(port, "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
          tunnel.write(head);
          socket.on("data", (bytes: Buffer) => (through += bytes.toString("latin1")));
          tunnel.pipe(socket).pipe(tunnel);
        });
        tunnel.on("error", () => socket.destroy());
        socket.on("error", () => tunnel.destroy());
      });
      proxyUrl = `http://127.0.0.1:${await listening(proxy)}`;
      // VS Code asks no proxy for "localhost"; to it the same name, written from the root, is that of another machine.
      at = `https://localhost.:${port}/1/members/me`;
    });
    after(async () => {
      await configure(undefined);
      for (const server of [service, proxy]) {
        server.closeAllConnections();
        server.close();
      }
    });

    it("leads to a service, whose certificate is looked at all the same, before a word is said", async () => {
      await configure(proxyUrl);
      await eventually("a connection through the proxy", async () => {
        const answer = await post();
        return (tunnels.length > 0 && answer.is === "unreached" && /SELF_SIGNED/.test(detail(answer))) || undefined;
      });
      assert.deepEqual([...new Set(tunnels)], [new URL(at).host]);
      assert.deepEqual([through !== "", /t0ken|a message/.test(through), requests], [true, false, []]);
    });

    it("is not asked where the settings name none", async () => {
      await configure(undefined);
      await eventually("a try without the proxy", async () => {
        // The setting takes a moment to be heard of. Whether this machine finds the name by itself is another matter.
        const before = tunnels.length;
        await post();
        return tunnels.length === before || undefined;
      });
    });

    it("that is away is told apart from a message that may have arrived", async () => {
      await configure("http://127.0.0.1:9");
      await eventually("nobody at the proxy", async () => {
        const answer = await post();
        return (answer.is === "unreached" && !/SELF_SIGNED/.test(detail(answer))) || undefined;
      });
    });
  });
});
