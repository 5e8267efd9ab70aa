import path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

/**
 * The product's own summing up, built for this run: the flow behind `khobor summarize`.
 * @returns {Promise<(file: unknown) => readonly import("./score.mjs").Item[]>}
 */
export async function loadSummarise() {
  const outfile = path.resolve("out/bench/summarizeFile.mjs");
  await esbuild.build({ entryPoints: ["src/flows/summarizeFile.ts"], outfile, bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "warning" });
  const { summarizeFile } = await import(`${pathToFileURL(outfile).href}?${process.pid}`);
  return (file) => summarizeFile(file, (/** @type {{ id: string }} */ text) => text.id).items;
}
