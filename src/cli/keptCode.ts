import type * as Fs from "node:fs";
import type * as Url from "node:url";
import type * as Vm from "node:vm";

/**
 * Runs a CommonJS file of ASCII alone that needs nothing but Node's own modules, with the code that V8 made of it last time.
 * That code lies beside the file, a copy for each version of Node; where it is missing, damaged or of another version, V8
 * compiles as it always does. A file that changes must change its name, as V8 does not look at more than the length.
 * @returns `keep` writes the code for the next time, unless it was there: call it when what is used has run
 */
export function runKept(file: URL, builtin: (id: string) => unknown): { readonly exports: unknown; readonly keep: () => void } {
  const fs = builtin("node:fs") as typeof Fs;
  const vm = builtin("node:vm") as typeof Vm;
  const filename = (builtin("node:url") as typeof Url).fileURLToPath(file);
  const kept = `${filename}.${process.version}-${process.arch}`;
  const cachedData = readTwice(fs, kept);
  const script = new vm.Script(`(function(exports,require,module){${fs.readFileSync(filename, "latin1")}\n})`, { filename, ...(cachedData && { cachedData }) });
  const module = { exports: {} as unknown };
  (script.runInThisContext() as (exports: unknown, require: typeof builtin, module: { exports: unknown }) => void)(module.exports, builtin, module);
  const keep = () => {
    if (cachedData === undefined || script.cachedDataRejected === true) writeTwice(fs, kept, script.createCachedData());
  };
  return { exports: module.exports, keep };
}

/**
 * V8 takes damaged code for good and falls over it. So it is written twice, and taken where the two are alike: to compare takes a
 * tenth of a millisecond, any sum that Node has takes two or more.
 */
function readTwice(fs: typeof Fs, file: string): Buffer | undefined {
  try {
    const twice = fs.readFileSync(file);
    const half = twice.length / 2;
    return half > 0 && twice.subarray(0, half).equals(twice.subarray(half)) ? twice.subarray(0, half) : undefined;
  } catch {
    return undefined;
  }
}

function writeTwice(fs: typeof Fs, file: string, code: Buffer): void {
  const own = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(own, Buffer.concat([code, code]));
    fs.renameSync(own, file);
  } catch {
    // A folder that is not ours to write in: the next time takes as long as this one.
  }
}
