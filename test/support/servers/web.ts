import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { certificate, certificateKey } from "./certificate";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
export type Answering =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | object }
  /** Faults: the connection cut before an answer, in the middle of one, or an answer that never comes. */
  | "reset"
  | "half"
  | "silence";

/** A real HTTP server on this machine that answers as it is told, and remembers what it was asked. @param selfSigned by a certificate that nobody trusts */
export async function startWeb(answer: (asked: Asked) => Answering, { selfSigned = false } = {}): Promise<{ readonly url: string; readonly asked: Asked[]; stop(): Promise<void> }> {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const one: Asked = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) };
      asked.push(one);
      const said = answer(one);
      if (said === "reset") return void request.socket.resetAndDestroy();
      if (said === "silence") return undefined;
      if (said === "half") {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"ok":tr');
        return void setTimeout(() => request.socket.destroy(), 5);
      }
      const text = typeof said.body === "object" ? JSON.stringify(said.body) : (said.body ?? "");
      response.writeHead(said.status, { "content-type": typeof said.body === "object" ? "application/json" : "text/plain", ...said.headers });
      return void response.end(text);
    });
  };
  const server = selfSigned ? createSecureServer({ cert: certificate, key: certificateKey }, listener) : createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A test that fails before it stops its server ends all the same.
  server.unref();
  return {
    url: `${selfSigned ? "https://localhost" : "http://127.0.0.1"}:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port of this machine that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
