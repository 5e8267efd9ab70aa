import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import { createFolderWatch, type FolderWatch } from "../../../src/storage/folderWatch";
import { tempFolders, until } from "./tempFolder";

const temp = tempFolders();
const watches: FolderWatch[] = [];
afterEach(() => watches.splice(0).forEach((watch) => watch.dispose()));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A folder, and its watch; `hears` fails where a file in it is not heard of. */
async function watched(onChange: (watch: FolderWatch, folder: string) => void = () => undefined) {
  const folder = path.join(temp(), "watched");
  mkdirSync(folder);
  let heard = 0;
  const failed: unknown[] = [];
  const watch = createFolderWatch(
    folder,
    () => {
      heard++;
      onChange(watch, folder);
    },
    (error) => failed.push(error),
  );
  watches.push(watch);
  watch.begin();
  await pause(50);
  const hears = async (name: string) => {
    // What is still to be heard of earlier changes is none of this one.
    await pause(150);
    const before = heard;
    writeFileSync(path.join(folder, name), "");
    await until(() => heard > before);
  };
  return { folder, watch, hears, heard: () => heard, failed };
}

describe("the watch of a folder", () => {
  it("hears of every file until it is disposed of, and says nothing at that", async () => {
    const { folder, watch, hears, heard, failed } = await watched();
    await hears("one");
    await hears("two");
    writeFileSync(path.join(folder, "three"), "");
    watch.dispose();
    await pause(100);
    const before = heard();
    writeFileSync(path.join(folder, "four"), "");
    await pause(100);
    assert.deepEqual([heard(), failed], [before, []]);
  });

  it("goes on in the folder that takes the place of the first", async () => {
    const { folder, hears, failed } = await watched();
    await hears("one");
    renameSync(folder, `${folder}.away`);
    mkdirSync(folder);
    await hears("two");
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    await hears("three");
    assert.deepEqual(failed, []);
  });

  it("tells when the folder vanished, and can be begun again from there", async () => {
    const { folder, hears, heard, failed } = await watched((watch, folder) => {
      mkdirSync(folder, { recursive: true });
      watch.begin();
    });
    await hears("one");
    const before = heard();
    rmSync(folder, { recursive: true });
    await until(() => heard() > before);
    await hears("two");
    assert.deepEqual([path.basename(folder), failed], ["watched", []]);
  });
});
