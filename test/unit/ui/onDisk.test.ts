import assert from "node:assert/strict";
import { onDisk } from "../../../src/ui/onDisk";

describe("folders of a workspace", () => {
  it("are places on this disk where they say so, and no others", () => {
    const folders = [
      { scheme: "file", fsPath: "/work/shop" },
      { scheme: "vscode-vfs", fsPath: "/acme/shop" },
      { scheme: "file", fsPath: "c:\\work\\site" },
    ];
    assert.deepEqual(onDisk(folders), ["/work/shop", "c:\\work\\site"]);
    assert.deepEqual(onDisk([]), []);
  });
});
