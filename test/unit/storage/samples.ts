import { readFileSync } from "node:fs";

/** A stored sample: what a released version wrote, byte for byte. Add one per version, never change one. */
export const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`test/unit/storage/samples/${name}.json`, "utf8")) as Record<string, unknown>;
