import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach } from "mocha";

/** Makes folders that are gone after each test of the file that calls this. */
export function tempFolders(): () => string {
  const made: string[] = [];
  afterEach(async function () {
    this.timeout(30_000);
    // What a store has begun may still end in it.
    for (const folder of made.splice(0)) {
      for (let tries = 0; ; tries++) {
        try {
          rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
          break;
        } catch (error) {
          if (tries === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
  });
  return () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "khobor-storage-")));
    made.push(folder);
    return folder;
  };
}

/** Waits until it is so; fails after five seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error("did not come about in five seconds");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
