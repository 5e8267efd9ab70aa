import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as vscode from "vscode";
import { hostSuite, setting } from "../support/host/runner";

export const run = hostSuite(() => {
  describe("Restricted Mode", () => {
    it("is what the workspace opened in", () => {
      assert.equal(vscode.workspace.isTrusted, false);
    });

    it("starts Khobor, which runs no git", async () => {
      const extension = vscode.extensions.getExtension("khobor.khobor");
      assert.ok(extension);
      await extension.activate();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await readFile(setting("KHOBOR_GIT_LOG"), "utf8"), "");
    });
  });
});
