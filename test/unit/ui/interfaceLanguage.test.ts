import assert from "node:assert/strict";
import bangla from "../../../l10n/bundle.l10n.bn.json";
import english from "../../../l10n/bundle.l10n.json";
import { createEmitter } from "../../../src/core/emitter";
import { createInterfaceLanguage, wantedLanguage } from "../../../src/ui/interfaceLanguage";

const log = { info: () => undefined, warn: () => undefined, error: (message: string) => assert.fail(message) };

describe("the language of the interface", () => {
  it("follows the editor unless the setting names one", () => {
    assert.equal(wantedLanguage("auto", "bn-BD"), "bn");
    assert.equal(wantedLanguage("auto", "bn"), "bn");
    assert.equal(wantedLanguage("auto", "bnx"), "en");
    assert.equal(wantedLanguage("auto", "en-gb"), "en");
    assert.equal(wantedLanguage("en", "bn"), "en");
    assert.equal(wantedLanguage("bn", "de"), "bn");
    assert.equal(wantedLanguage(42, "de"), "en");
  });

  it("changes at once with the setting, and back", async () => {
    let setting = "en";
    const wishes = createEmitter<unknown>();
    const language = createInterfaceLanguage({ setting: () => setting, onDidChangeWishes: wishes.event, editorLanguage: "en", digits: () => undefined, log });
    const heard: string[] = [];
    language.onDidChange((now) => heard.push(`${now}: ${language.say("command.showLog")}`));
    await language.ready();
    assert.equal(language.say("commits", { count: 12 }), "12 commits");
    assert.equal(language.say("commits", { count: 1 }), "1 commit");

    setting = "bn";
    wishes.fire(undefined);
    await language.ready();
    assert.equal(language.say("commits", { count: 12 }), "১২টি কমিট");
    setting = "auto";
    wishes.fire(undefined);
    await language.ready();
    assert.equal(language.current(), "en");
    assert.deepEqual(heard, [`bn: ${bangla["command.showLog"]}`, `en: ${english["command.showLog"]}`]);
    language.dispose();
  });

  it("asks for nothing while it is built: what it would ask may not stand yet", async () => {
    let built = false;
    const late = <T>(value: T) => () => (assert.ok(built), value);
    const language = createInterfaceLanguage({ setting: late("bn"), onDidChangeWishes: createEmitter<unknown>().event, editorLanguage: "en", digits: late(undefined), log });
    built = true;
    await language.ready();
    assert.equal(language.current(), "bn");
    language.dispose();
  });

  it("writes Latin digits where the user wants them, and never reads a value as a text", async () => {
    const language = createInterfaceLanguage({ setting: () => "bn", onDidChangeWishes: createEmitter<unknown>().event, editorLanguage: "en", digits: () => "latin", log });
    await language.ready();
    assert.equal(language.say("commits", { count: 12 }), "12টি কমিট");
    assert.match(language.say("typedDate.unknown", { text: "{text} {0}" }), /\{text\} \{0\}/);
    language.dispose();
  });
});
