import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { messageKinds } from "../../src/core/book/messageKind";
import { commandIds } from "../../src/ui/commandIds";

// Tests are run from the top of the repository.
const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

interface Manifest {
  readonly icon: string;
  readonly publisher: string;
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string; readonly icon: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string; readonly group?: string }[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, object>> }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly walkthroughs: readonly { readonly icon: string; readonly steps: readonly { readonly media: { readonly image: string } }[] }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
  };
}
const manifest = read("package.json") as Manifest;
const { contributes } = manifest;
const english = read("package.nls.json") as Record<string, string>;
const bangla = read("package.nls.bn.json") as Record<string, string>;
const known = new Set<string>(commandIds);

/** Every string in the manifest, wherever it is. */
function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
const keysUsed = () => strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.slice(1) ?? []);

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
const commandsIn = (text: string) => [...text.matchAll(/\bcommand:(khobor\.\w+)/g)].map(([, id]) => id ?? "");

describe("the manifest", () => {
  it("has exactly the commands of the code, each once", () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it("gives each command a title, the category and an icon", () => {
    for (const { command, title, category, icon } of contributes.commands) {
      assert.equal(title, `%command.${command.replace("khobor.", "")}%`);
      assert.equal(category, "%category%");
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it("has every text in both languages, and no text that nobody uses", () => {
    const used = [...new Set(keysUsed())].sort();
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(bangla).sort(), used);
    for (const key of used) {
      assert.ok(english[key]?.trim(), key);
      assert.match(bangla[key] ?? "", key === "category" || key.startsWith("view.") || key === "configuration.title" ? /./ : /[ঀ-৿]/, key);
      assert.deepEqual(commandsIn(bangla[key] ?? ""), commandsIn(english[key] ?? ""), key);
    }
  });

  it("names only commands that there are, in menus, keys and welcomes", () => {
    const menus = Object.values(contributes.menus).flat();
    for (const { command } of [...menus, ...contributes.keybindings]) assert.ok(known.has(command), command);
    for (const command of Object.values(english).flatMap(commandsIn)) assert.ok(known.has(command), command);
  });

  it("hides from the palette only what a row of the tree or a link calls", () => {
    const byClick = ["khobor.fixWithDate", "khobor.switchOffCheck", "khobor.openCommit", "khobor.openDraft"];
    const elsewhere = new Set(
      Object.entries(contributes.menus).flatMap(([menu, rows]) => (menu === "commandPalette" ? [] : rows.map(({ command }) => command))),
    );
    for (const { command, when } of contributes.menus["commandPalette"] ?? [])
      if (when === "false") assert.ok(elsewhere.has(command) || byClick.includes(command), command);
  });

  it("has the settings that the code reads, and no others", () => {
    const readInCode = sources("src").flatMap((source) =>
      source.includes('getConfiguration("khobor")') ? [...source.matchAll(/\bget(?:<[^>]*>)?\("([\w.]+)"/g)].map(([, name]) => `khobor.${name ?? ""}`) : [],
    );
    const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(names.toSorted(), [...new Set(readInCode)].sort());
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) assert.ok(names.includes(name), name);
  });

  it("welcomes in each empty state, in a view that there is", () => {
    const views = Object.values(contributes.views).flat();
    for (const { view } of contributes.viewsWelcome) assert.ok(views.some(({ id }) => id === view));
    assert.equal(contributes.viewsWelcome.length, 5);
  });

  it("points at files that there are", () => {
    const icons = [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon), ...Object.values(contributes.views).flat().map(({ icon }) => icon)];
    const pictures = contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.image)]);
    for (const file of [...icons, ...pictures, "l10n/bundle.l10n.json", "LICENSE"]) assert.ok(existsSync(file), file);
  });

  it("has a command in the palette for each kind of message", () => {
    const hidden = new Set((contributes.menus["commandPalette"] ?? []).filter(({ when }) => when === "false").map(({ command }) => command));
    for (const kind of messageKinds) {
      const command = kind === "progress" ? "khobor.draftUpdate" : `khobor.write.${kind}`;
      assert.ok(known.has(command) && !hidden.has(command), command);
    }
    assert.ok(known.has("khobor.writeTo") && !hidden.has("khobor.writeTo"));
  });

  it("offers the messages that fit on the row of a client, project, milestone, note, meeting and invoice", () => {
    const onRow = (row: string) =>
      (contributes.menus["view/item/context"] ?? []).flatMap(({ command, when = "" }) => {
        const [, equal, pattern] = /viewItem (?:== (\S+)|=~ \/(.+)\/)$/.exec(when) ?? [];
        return equal === row || (pattern !== undefined && new RegExp(pattern).test(row)) ? [command] : [];
      });
    const wanted: Readonly<Record<string, readonly string[]>> = {
      client: ["khobor.writeTo", "khobor.draftUpdate"],
      "client.one": ["khobor.writeTo", "khobor.draftUpdate"],
      project: ["khobor.writeTo", "khobor.draftUpdate"],
      milestone: ["khobor.writeTo", "khobor.write.delay", "khobor.write.milestone"],
      "milestone.delivered": ["khobor.writeTo", "khobor.write.milestone"],
      note: ["khobor.writeTo"],
      "note.question": ["khobor.writeTo", "khobor.write.question"],
      "note.blocker": ["khobor.writeTo", "khobor.write.problem"],
      "note.settled.blocker": ["khobor.writeTo", "khobor.write.problem"],
      "note.request": ["khobor.writeTo", "khobor.write.change"],
      "note.mistake": ["khobor.writeTo", "khobor.write.mistake", "khobor.mistakeNotes"],
      meeting: ["khobor.write.meeting"],
      "meeting.series": ["khobor.write.meeting"],
      "meeting.cancelled": ["khobor.write.meeting"],
      "meeting.held": ["khobor.write.meeting"],
      "invoice.issued": ["khobor.write.invoice", "khobor.write.payment"],
    };
    for (const [row, commands] of Object.entries(wanted)) {
      const offered = onRow(row);
      for (const command of commands) assert.ok(offered.includes(command), `${command} on ${row}`);
    }
  });

  it("goes by the context values that the tree gives its rows", () => {
    const given = new Set(sources("src/core/report").flatMap((source) => [...source.matchAll(/contextValue: (.+),|return (?:[^;]* \? )?("note[^;]*);/g)].flatMap(([, how = "", returned = ""]) => valuesOf(how + returned))));
    for (const { when = "" } of contributes.menus["view/item/context"] ?? []) {
      const [, equal, pattern] = /^view == khobor\.(?:clients|owed) && viewItem (?:== (\S+)|=~ \/(.+)\/)$/.exec(when) ?? [];
      const matches = [...given].filter((value) => value === equal || (pattern !== undefined && new RegExp(pattern).test(value)));
      assert.ok(matches.length > 0, when);
    }
  });
});

/** "delivered ? \"milestone.delivered\" : \"milestone\"" and "`${kind}.archived`", as values. */
function valuesOf(how: string): readonly string[] {
  if (how.includes("${kind}")) return ["client", "project", "milestone", "note"].map((kind) => `${kind}.archived`);
  return [...how.matchAll(/"([\w.]+)"/g)].map(([, value = ""]) => value);
}
