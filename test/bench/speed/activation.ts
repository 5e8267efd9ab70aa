import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";

/** What the journey of the tests is asked for here. */
interface Journey {
  readonly home: string;
  readonly window: { readonly page: Page; ready(): Promise<void>; command(title: string): Promise<void> };
  reopen(): Promise<unknown>;
  end(): Promise<void>;
}

/** Milliseconds of each window, by extension: loading its code and its `activate`, as VS Code itself counts them. */
export interface ActivationTimes {
  readonly ours: readonly number[];
  /** An extension that does nothing, an ES module as ours is, started by the same event. */
  readonly empty: readonly number[];
  /** The same in CommonJS, which VS Code loads without waiting. */
  readonly classic: readonly number[];
  /** The Git extension that VS Code brings along. */
  readonly git: readonly number[];
}

const shown = { ours: /^Khobor\b/, empty: /^Empty module\b/, classic: /^Empty classic\b/, git: /^Git\s+(?:git\b|\d|Git )/ };

/**
 * Opens a real VS Code with the packed extension, a book of one client and two empty extensions beside it, loads the window
 * again and again, and reads what "Show Running Extensions" says. Each window has an extension host of its own; the first is
 * not counted, since it writes the caches that every later one has.
 */
export async function activation(rounds: number, say: (line: string) => void): Promise<ActivationTimes> {
  const { startJourney } = (await import(pathToFileURL(path.resolve("test/support/journey/journey.mjs")).href)) as { readonly startJourney: (options: object) => Promise<Journey> };
  const journey = await startJourney({ size: { width: 1200, height: 2200 } });
  try {
    const extensions = path.join(journey.home, "extensions");
    installEmpty(extensions, "module", "export function activate() {}\n");
    installEmpty(extensions, "classic", "exports.activate = () => {};\n");
    await journey.reopen();
    const times = { ours: [] as number[], empty: [] as number[], classic: [] as number[], git: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const { window } = journey;
      if (round > 0) await window.page.reload();
      await window.ready();
      const found = await runningExtensions(window);
      if (round === 0) continue;
      for (const key of ["ours", "empty", "classic", "git"] as const) times[key].push(found[key]);
      say(`  window ${round}: Khobor ${found.ours} ms, empty ${found.empty} and ${found.classic} ms, Git ${found.git} ms`);
    }
    return times;
  } finally {
    await journey.end();
  }
}

async function runningExtensions(window: Journey["window"]): Promise<Record<keyof typeof shown, number>> {
  const rows = window.page.locator(".editor-group-container.active .runtime-extensions-editor .monaco-list-row, .editor-group-container.active .monaco-list-row");
  // Extensions that wait for the start to be over are listed without a time until then.
  for (let tries = 0; tries < 30; tries++) {
    if (tries === 0) await window.command("Developer: Show Running Extensions");
    await window.page.waitForTimeout(1000);
    const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
    const times = Object.entries(shown).map(([key, name]) => [key, timeIn(texts.find((text) => name.test(text)))] as const);
    if (times.every(([, time]) => time !== undefined)) return Object.fromEntries(times) as Record<keyof typeof shown, number>;
    if (tries === 29) throw new Error(`VS Code does not say how long the extensions took:\n${texts.join("\n")}`);
  }
  throw new Error("never reached");
}

const timeIn = (row: string | undefined): number | undefined => {
  const found = row === undefined ? undefined : /Activation: (\d+)\s*ms/i.exec(row)?.[1] ?? /(?<!\d)(\d+)ms/.exec(row)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Written beside the installed one, and into the list that VS Code reads. */
function installEmpty(extensions: string, kind: "module" | "classic", code: string): void {
  const name = `empty-${kind}`;
  const folder = path.join(extensions, `khobor.${name}-1.0.0`);
  mkdirSync(folder, { recursive: true });
  const manifest = { name, displayName: `Empty ${kind}`, publisher: "khobor", version: "1.0.0", type: kind === "module" ? "module" : "commonjs", main: "./main.js", engines: { vscode: "^1.100.0" }, activationEvents: ["onStartupFinished"] };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(path.join(folder, "main.js"), code);
  const list = path.join(extensions, "extensions.json");
  const entry = { identifier: { id: `khobor.${name}` }, version: "1.0.0", location: { $mid: 1, path: folder, scheme: "file" }, relativeLocation: path.basename(folder), metadata: {} };
  writeFileSync(list, JSON.stringify([...(JSON.parse(readFileSync(list, "utf8")) as unknown[]), entry]));
}
