import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hostSuite, setting } from "../support/host/runner";

export const run = hostSuite(() => {
  const phase = setting("KHOBOR_TEST_PHASE");

  describe(`a restart, ${phase}`, () => {
    it("starts Khobor", async () => {
      const extension = vscode.extensions.getExtension("khobor.khobor");
      assert.ok(extension);
      await extension.activate();
    });

    it("keeps the settings of the person", async () => {
      const files = vscode.workspace.getConfiguration("files");
      if (phase === "before") await files.update("eol", "\n", vscode.ConfigurationTarget.Global);
      assert.equal(vscode.workspace.getConfiguration("files").get("eol"), "\n");
    });
  });
});
