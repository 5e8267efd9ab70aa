import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hostSuite, setting } from "../support/host/runner";

export const run = hostSuite(() => {
  describe("activation", () => {
    it("finds Khobor and starts it", async () => {
      const extension = vscode.extensions.getExtension("khobor.khobor");
      assert.ok(extension, "VS Code does not know khobor.khobor");
      await extension.activate();
      assert.equal(extension.isActive, true);
    });

    it("opens the workspace that it was given, trusted", () => {
      assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, setting("KHOBOR_TEST_WORKSPACE"));
      assert.equal(vscode.workspace.isTrusted, true);
    });
  });
});
