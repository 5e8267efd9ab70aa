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
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly configuration: readonly { readonly title: string; readonly order: number; readonly properties: Readonly<Record<string, { readonly order: number }>> }[];
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

  it("puts settings, and the rows of each menu, in an order that is the same in every language", () => {
    const inOrder = (all: readonly { readonly order: number }[]) => assert.deepEqual(all.map(({ order }) => order), all.map((_, at) => at + 1));
    inOrder(contributes.configuration);
    for (const { properties } of contributes.configuration) inOrder(Object.values(properties));
    const rows = [...contextValues()];
    /** What must be so for the row to be shown, as far as it is said by "==". */
    const places = (when: string): Readonly<Record<string, string>> => ({
      ...(when.includes("editorLangId == khobor-template") && { "khobor.draft": "none" }),
      ...(!when.includes("||") && Object.fromEntries([...when.matchAll(/([\w.]+) == (\S+)/g)].map(([, key = "", value = ""]) => [key, value]))),
    });
    const rowsOf = (when: string): readonly string[] | undefined => {
      const pattern = /viewItem =~ \/(.+)\/$/.exec(when)?.[1];
      const { viewItem } = places(when);
      return pattern === undefined ? viewItem?.split(" ") : rows.filter((row) => new RegExp(pattern).test(row));
    };
    const areTogether = (a: string, b: string) => {
      const [one, other] = [places(a), places(b)];
      if (Object.keys(one).some((key) => key in other && other[key] !== one[key])) return false;
      const [some, others] = [rowsOf(a), rowsOf(b)];
      return !some || !others || some.some((row) => others.includes(row));
    };
    const ties = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      menu === "commandPalette" ? [] : items.flatMap((a, at) => items.slice(at + 1).flatMap((b) => (a.group === b.group && areTogether(a.when ?? "", b.when ?? "") ? [`${menu} ${a.group}: ${a.command}, ${b.command}`] : []))),
    );
    assert.deepEqual(ties, []);
  });

  it("takes no key that VS Code itself has for editors", () => {
    // Its own with Shift+Alt: block comment, copy path, format, call hierarchy, cursors to line ends, organize imports, reveal.
    for (const { command, key } of contributes.keybindings) assert.match(key, /^shift\+alt\+[^acdfhior]$/, command);
  });

  it("goes by the context values that the tree gives its rows", () => {
    const given = contextValues();
    for (const { when = "" } of contributes.menus["view/item/context"] ?? []) {
      const [, equal, pattern] = /^view == khobor\.(?:clients|owed) && viewItem (?:== (\S+)|=~ \/(.+)\/)$/.exec(when) ?? [];
      const matches = [...given].filter((value) => value === equal || (pattern !== undefined && new RegExp(pattern).test(value)));
      assert.ok(matches.length > 0, when);
    }
  });
});

/** Those that the code gives the rows of the tree. */
const contextValues = () =>
  new Set(sources("src/core/report").flatMap((source) => [...source.matchAll(/contextValue: (.+),|return (?:[^;]* \? )?("note[^;]*);/g)].flatMap(([, how = "", returned = ""]) => valuesOf(how + returned))));

/** "delivered ? \"milestone.delivered\" : \"milestone\"" and "`${kind}.archived`", as values. */
function valuesOf(how: string): readonly string[] {
  if (how.includes("${kind}")) return ["client", "project", "milestone", "note"].map((kind) => `${kind}.archived`);
  return [...how.matchAll(/"([\w.]+)"/g)].map(([, value = ""]) => value);
}
