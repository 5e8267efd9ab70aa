import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CalendarKeeper } from "../../../src/core/ports/calendars";
import { createCalendarKeeper } from "../../../src/storage/calendarKeeper";
import { tempFolders } from "./tempFolder";

const calendar = (name: string) => `BEGIN:VCALENDAR\r\nPRODID:-//Khobor//Khobor//EN\r\nSUMMARY:${name}\r\nEND:VCALENDAR\r\n`;

describe("the kept calendar file", () => {
  const folder = tempFolders();
  let home: string;
  let keeper: CalendarKeeper;
  const logged: string[] = [];
  beforeEach(() => {
    home = folder();
    keeper = createCalendarKeeper({ home, log: { warn: (line) => void logged.push(line) } });
  });
  const at = (...parts: string[]) => path.join(home, ...parts);
  const text = (file: string) => readFileSync(file, "utf8");

  it("is written, then again only where it says something else", async () => {
    const file = at("khobor.ics");
    assert.equal(await keeper.keep(file, calendar("a")), "written");
    const before = statSync(file);
    assert.equal(await keeper.keep(file, calendar("a")), "same");
    assert.deepEqual([statSync(file).ino, statSync(file).mtimeMs], [before.ino, before.mtimeMs]);
    assert.equal(await keeper.keep(file, calendar("b")), "written");
    assert.equal(text(file), calendar("b"));
    // As a whole: another file took its place, and nothing is left beside it.
    assert.notEqual(statSync(file).ino, before.ino);
    assert.deepEqual(readdirSync(home), ["khobor.ics"]);
  });

  it("may be named from the home folder", async () => {
    assert.equal(await keeper.keep("~/mine.ics", calendar("a")), "written");
    assert.equal(text(at("mine.ics")), calendar("a"));
  });

  it("is written through a link, and stays as open to others as it was", async () => {
    mkdirSync(at("synchronised"));
    writeFileSync(at("synchronised", "khobor.ics"), "");
    chmodSync(at("synchronised", "khobor.ics"), 0o644);
    symlinkSync(at("synchronised", "khobor.ics"), at("link.ics"));
    assert.equal(await keeper.keep(at("link.ics"), calendar("a")), "written");
    assert.equal(realpathSync(at("link.ics")), realpathSync(at("synchronised", "khobor.ics")));
    assert.equal(text(at("synchronised", "khobor.ics")), calendar("a"));
    assert.equal(statSync(at("link.ics")).mode & 0o777, 0o644);
  });

  it("takes the place of nothing that somebody else wrote", async () => {
    for (const [name, content] of [["notes.txt", "Call Sara"], ["work.ics", "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n"], ["picture.ics", Buffer.from([0xff, 0xd8, 0xff])]] as const) {
      writeFileSync(at(name), content);
      assert.equal(await keeper.keep(at(name), calendar("a")), "notOurs", name);
      assert.deepEqual(readFileSync(at(name)), Buffer.from(content));
    }
    mkdirSync(at("folder.ics"));
    assert.equal(await keeper.keep(at("folder.ics"), calendar("a")), "notOurs");
  });

  it("says why it cannot be: half a path, a folder that is not there, a disk that refuses", async () => {
    writeFileSync(at("notes.txt"), "Call Sara");
    assert.equal(await keeper.keep("calendar/khobor.ics", calendar("a")), "notWhole");
    assert.equal(await keeper.keep(at("nowhere", "khobor.ics"), calendar("a")), "noFolder");
    assert.equal(await keeper.keep(at("notes.txt", "khobor.ics"), calendar("a")), "noFolder");
    assert.deepEqual(logged, []);
    assert.equal(await keeper.keep(at(`${"x".repeat(300)}.ics`), calendar("a")), "refused");
    assert.match(String(logged[0]), /could not be written: .*ENAMETOOLONG/);
  });
});
