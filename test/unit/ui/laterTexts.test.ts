import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import english from "../../../l10n/bundle.l10n.json";
import later from "../../../l10n/later.json";

/** What runs inside of a command, paints the sidebar or a draft, is called by nothing else, or waits for the texts first; a store says only what is reported, and the report waits. */
const ofCommands =
  /^src\/(ui\/(checks|commands|documents|notices|prompts|tree)|flows|git|channels|services|storage|core\/(sending|work|checks|drafting\/(kinds|templates|provenance)|report\/(mistakeNotes|owedRows|snooze|\w+Nodes|clientTree|treeView|calendarContent)|book\/(marketplaces|incentives)|(time|language)\/typed\w+))\b/;

describe("texts that are loaded with the first command", () => {
  const areas = new Set(later);

  it("are said by nothing but commands", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map((name) => path.join("src", name).replaceAll("\\", "/"));
    const early = files.filter((file) => file.endsWith(".ts") && !ofCommands.test(file));
    const found = early.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/(?:id: |say\()["`]([a-z][A-Za-z]*)\./g)].flatMap(([, area = ""]) => (areas.has(area) ? [`${file}: ${area}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  it("are areas that there are", () => {
    const known = new Set(Object.keys(english).map((id) => id.split(".")[0]));
    assert.deepEqual(later.filter((area) => !known.has(area)), []);
  });
});
