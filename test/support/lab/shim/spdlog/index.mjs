// VS Code's logger is a native module that needs a compiler. This has the same face and appends plainly:
// without it the server starts, but every output channel stays empty.
import fs from "node:fs";
import path from "node:path";

const LEVELS = ["trace", "debug", "info", "warning", "error", "critical"];

export class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
  }

  write(level, message) {
    if (level < this.level) return;
    const line = this.raw ? message : `${stamp()} [${LEVELS[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // a log that cannot be written must not take the server down
    }
  }

  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}

function stamp() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().replace("T", " ").replace("Z", "");
}

async function create(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger("rotating", name, file);
}

export const version = 0;
export const setLevel = () => {};
export const setFlushOn = () => {};
export const createRotatingLogger = create;
export const createAsyncRotatingLogger = create;
