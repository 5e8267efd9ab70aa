import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { Secrets } from "../../src/core/ports/secrets";
import { eventually, hostSuite, setting } from "../support/host/runner";

/** Every file below that holds the text. Sockets and files that go while they are read hold nothing. */
async function filesWith(text: string, folder: string): Promise<{ readonly found: readonly string[]; readonly read: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  let read = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) continue;
    read++;
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le"))) found.push(file);
  }
  return { found, read };
}

export const run = hostSuite(() => {
  describe("secrets", () => {
    const secret = `xoxb-${randomBytes(16).toString("hex")}`;
    const account = `acme-${randomBytes(6).toString("hex")}`;
    /** All that this VS Code writes lies beside the workspace. */
    const home = path.dirname(setting("KHOBOR_TEST_WORKSPACE"));
    const password = `pass-${randomBytes(16).toString("hex")}`;
    const webhook = `https://hooks.slack.com/services/${randomBytes(16).toString("hex")}`;
    const named = [
      { service: "slack-webhook", account: "#updates" },
      { service: "slack", account },
      { service: "smtp", account: "nadia@nadia.example (smtp.example.com)" },
    ];
    let secrets: Secrets;

    before(async () => {
      const extension = vscode.extensions.getExtension<{ readonly secrets: () => Promise<Secrets> }>("khobor.khobor");
      assert.ok(extension);
      secrets = await (await extension.activate()).secrets();
    });

    it("are kept by VS Code, and listed by name", async () => {
      for (const [at, value] of [webhook, secret, password].entries()) await secrets.set(named[at]!, value);
      assert.equal(await secrets.get({ service: "slack", account }), secret);
      assert.deepEqual(secrets.names(), named);
    });

    it("are in no file, no export and no log", async () => {
      await assert.rejects(secrets.set({ service: "no such: name", account }, secret));
      const exported = path.join(home, "everything.khobor.json");
      await vscode.commands.executeCommand("khobor.exportBook", vscode.Uri.file(exported));
      assert.match(await readFile(exported, "utf8"), /"format": "khobor-clients"/);
      const rows = path.join(home, "clients.csv");
      const exporting = vscode.commands.executeCommand("khobor.exportContacts", vscode.Uri.file(rows));
      await eventually("the clients to be exported", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return (await readFile(rows, "utf8").catch(() => "")).includes("client_id") || undefined;
      });
      await exporting;
      // the workbench writes its state and its logs a moment later
      await new Promise((resolve) => setTimeout(resolve, 2000));
      let read = 0;
      for (const value of [secret, webhook, password]) {
        const looked = await filesWith(value, home);
        assert.deepEqual(looked.found, []);
        read += looked.read;
      }
      // What was looked for would have been found.
      assert.ok((await filesWith('"format": "khobor-clients"', home)).found.includes(exported), `${read} files were read`);
    });

    it("are gone when they are forgotten", async () => {
      for (const name of named) await secrets.forget(name);
      assert.equal(await secrets.get({ service: "slack", account }), undefined);
      assert.deepEqual(secrets.names(), []);
    });
  });
});
