import type { main } from "./cli/main";
import { runKept } from "./cli/keptCode";

// The door of the command line. The house behind it is one file, and V8 keeps what it made of it for the next time.

/** Its address, as seen from here; from the build. */
declare const HOUSE: string;

// Node hands these out since 20.16. To import one takes a millisecond each, and the way over CommonJS five.
const builtin = "getBuiltinModule" in process ? (id: string): unknown => process.getBuiltinModule(id) : (await import("node:module")).createRequire(import.meta.url);

const house = runKept(new URL(HOUSE, import.meta.url), builtin);
const { main: run } = house.exports as { readonly main: typeof main };
// A whole draft has used nearly all of it.
if (await run(process.argv.slice(2))) process.once("exit", house.keep);
