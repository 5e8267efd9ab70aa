import { randomBytes } from "node:crypto";
import { copyFile, open, readFile } from "node:fs/promises";
import path from "node:path";
import type { Instant } from "../../core/time/types";
import { hasCode, makeFolder } from "../files";
import { headingBytes, headingIn, type Heading } from "./image";

// What a file of the book asks of the disk. All reject as node:fs does.

export interface Start {
  readonly heading: Heading | undefined;
  readonly length: number;
}

export async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** Undefined where there is no file. */
export async function startOf(file: string): Promise<Start | undefined> {
  let handle;
  try {
    handle = await open(file, "r");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headingBytes), 0, headingBytes, 0);
    return { heading: headingIn(buffer.subarray(0, bytesRead)), length: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

/** A damaged file as it was found, for whoever wants to look into it. */
export async function setFileAside(file: string, folder: string, name: string, at: Instant): Promise<void> {
  const aside = path.join(folder, "damaged");
  await makeFolder(aside);
  await copyFile(file, path.join(aside, `${name}-${at.replaceAll(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}.jsonl`));
}
