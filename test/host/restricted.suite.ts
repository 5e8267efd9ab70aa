import assert from "node:assert/strict";
import { appendFile, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { eventually, hostSuite, setting } from "../support/host/runner";
import { run as execute } from "./support/drafts";

export const run = hostSuite(() => {
  describe("Restricted Mode", () => {
    const openText = () => vscode.window.visibleTextEditors.find(({ document }) => document.languageId === "khobor-template")?.document.getText();
    const gitCalls = () => readFile(setting("KHOBOR_GIT_LOG"), "utf8");
    const trap = path.join(path.dirname(setting("KHOBOR_TEST_WORKSPACE")), "trapped");

    before(async () => {
      // a repository that would run a program of its own as soon as git looks at it
      const script = `${trap}.sh`;
      await writeFile(script, `#!/bin/sh\ntouch '${trap}'\n`);
      await chmod(script, 0o755);
      await appendFile(path.join(setting("KHOBOR_TEST_WORKSPACE"), ".git/config"), `[core]\n\tfsmonitor = ${script}\n\tpager = ${script}\n\tsshCommand = ${script}\n`);
    });

    it("is what the workspace opened in", () => {
      assert.equal(vscode.workspace.isTrusted, false);
    });

    it("starts Khobor with its commands", async () => {
      await eventually("Khobor to start", () => vscode.extensions.getExtension("khobor.khobor")?.isActive === true || undefined);
      assert.ok((await vscode.commands.getCommands(true)).includes("khobor.draftUpdate"));
    });

    it("opens no draft", async () => {
      await execute("khobor.draftUpdate", { kind: "project", recordId: "sample-shop" });
      assert.equal(vscode.window.activeTextEditor, undefined);
    });

    it("asks its questions and shows its lists without looking at a repository", async () => {
      for (const command of ["khobor.addClient", "khobor.addNote", "khobor.showOwed", "khobor.showMessages"] as const) {
        await openAndClose(execute(command));
      }
      await execute("khobor.refresh");
    });

    it("opens a template of the user's own, and none of the workspace's, without looking at a repository", async () => {
      const theirs = path.join(setting("KHOBOR_TEST_WORKSPACE"), ".khobor/templates/en/progress.hbs");
      await mkdir(path.dirname(theirs), { recursive: true });
      await writeFile(theirs, "From whoever made this folder.\n");
      await execute("khobor.customizeTemplate", { kind: "progress", language: "en", place: "workspace" });
      assert.equal(openText(), undefined);
      await execute("khobor.customizeTemplate", { kind: "progress", language: "en", place: "user" });
      assert.match(openText() ?? "", /\{\{> greeting\}\}/);
    });

    it("has run no git, and nothing that the repository names", async () => {
      assert.equal(await gitCalls(), "");
      await assert.rejects(readFile(trap), { code: "ENOENT" });
    });
  });
});

/** Lets a command ask, then presses Escape until it is done. */
async function openAndClose(running: Thenable<unknown>): Promise<void> {
  let over = false;
  const ended = running.then(() => (over = true));
  await eventually("the questions to close", async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    return over || undefined;
  });
  await ended;
}
