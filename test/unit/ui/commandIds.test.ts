import assert from "node:assert/strict";
import manifest from "../../../package.json";
import { commandIds } from "../../../src/ui/commandIds";

describe("command ids", () => {
  it("are the same in the code and in the manifest", () => {
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
    assert.equal(new Set(commandIds).size, commandIds.length);
  });

  it("of menus and keys are commands of ours", () => {
    const ids = new Set<string>(commandIds);
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings].map(({ command }) => command);
    assert.deepEqual(used.filter((id) => !ids.has(id)), []);
  });
});
