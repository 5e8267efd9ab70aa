import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import { makeSay } from "../../../../src/core/language/makeSay";
import type { Say, TextId } from "../../../../src/core/say";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";

const texts: Record<string, string> = {
  "x.one": "{count} commit",
  "x.other": "{count} commits",
  due: "due {when}",
  wrap: "{client}: {what}",
  plain: "Ready",
};
const english = makeSay({ bundle: texts, language: "en", digits: "bangla", format: l10n.t });
const bangla = makeSay({ bundle: { ...texts, "x.one": "{count}টি কমিট", "x.other": "{count}টি কমিট" }, language: "bn", digits: "bangla", format: l10n.t });
// The ids here are the test's own.
const id = (name: string) => name as TextId;

describe("say", () => {
  it("counts", () => {
    assert.equal(english(id("x"), { count: 1 }), "1 commit");
    assert.equal(english(id("x"), { count: 0 }), "0 commits");
    assert.equal(bangla(id("x"), { count: 12 }), "১২টি কমিট");
  });
  it("says a text alone, with values, and an unknown id as it is", () => {
    assert.equal(english(id("plain")), "Ready");
    assert.equal(english({ id: id("x"), values: { count: 2 } }), "2 commits");
    assert.equal(english(id("no.such")), "no.such");
  });
  it("never reads a value as a text with places", () => {
    const values = { client: "{what} {0} $& $1", what: "{client}" };
    assert.equal(english(id("wrap"), values), "{what} {0} $& $1: {client}");
  });
  it("says texts inside texts in the same language", () => {
    assert.equal(bangla(id("wrap"), { client: "Acme 12", what: { id: id("x"), values: { count: 3 } } }), "Acme 12: ৩টি কমিট");
  });
  it("writes every kind of time", () => {
    const zone = "Asia/Dhaka" as Zone;
    const now = "2026-11-20T05:00:00.000Z" as Instant;
    const at = "2026-11-20T11:00:00.000Z" as Instant;
    const each = (say: Say) => [
      say(id("due"), { when: { time: "moment", at, zone, now } }),
      say(id("due"), { when: { time: "clock", at, zone } }),
      say(id("due"), { when: { time: "day", on: "2026-11-27" as PlainDate, today: "2026-11-20" as PlainDate } }),
      say(id("due"), { when: { time: "length", minutes: 380 } }),
    ];
    assert.deepEqual(each(english), ["due today 17:00", "due 17:00", "due Fri 27 Nov", "due 6 h 20 min"]);
    assert.deepEqual(each(bangla), ["due আজ বিকাল ৫টা", "due বিকাল ৫টা", "due ২৭ নভে, শুক্র", "due ৬ ঘণ্টা ২০ মিনিট"]);
  });
});
