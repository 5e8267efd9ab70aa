import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, hostSuite, setting } from "../support/host/runner";

export const run = hostSuite(() => {
  describe("activation", () => {
    it("finds Khobor and starts it", async () => {
      const extension = vscode.extensions.getExtension("khobor.khobor");
      assert.ok(extension, "VS Code does not know khobor.khobor");
      // by itself, as for a person: nobody calls it
      await eventually("Khobor to start", () => extension.isActive || undefined);
    });

    it("opens the workspace that it was given, trusted", () => {
      assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, setting("KHOBOR_TEST_WORKSPACE"));
      assert.equal(vscode.workspace.isTrusted, true);
    });
  });
});
