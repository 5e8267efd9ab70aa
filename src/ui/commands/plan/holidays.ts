import { holidaysIn, holidaysOf, keepHolidays, newAmong, together, without, type HolidaysOf } from "../../../core/book/holidayChanges";
import type { Holiday } from "../../../core/book/fields";
import { activeClients } from "../../../core/book/queries";
import { addMonths, dateIn } from "../../../core/time/zoned";
import { Cancelled } from "../../prompts/cancelled";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import { asSeenFrom, dayOf, firstDay, lastDay } from "./askDays";
import type { PlanCommandsDeps } from "./deps";
import { daysOf } from "./tellClients";

/** How far ahead a file is read: calendars of public holidays recur for ever. */
const MONTHS = 24;

/** Mine or a client's: not asked where there is no client. */
async function askWhose(ask: Ask, { say, book }: PlanCommandsDeps): Promise<HolidaysOf> {
  const clients = activeClients(book.current());
  if (clients.length === 0) return "me";
  return ask.pick<HolidaysOf>("whose", {
    placeholder: say("holidays.whose"),
    choices: [{ label: say("holidays.mine"), icon: "account", value: "me" }, ...clients.map((value) => ({ label: value.name, icon: "person", value }))],
  });
}

/** Whole days of an .ics file; how many are new is said before they are kept. */
export async function importHolidays(deps: PlanCommandsDeps): Promise<void> {
  const { say, screen, chosenFiles, messages, book } = deps;
  const title = say("holidays.import");
  const whose = await askInSteps(screen, { title }, (ask) => askWhose(ask, deps));
  const file = await chosenFiles.open({ title, kind: say("meetings.calendarKind"), endings: ["ics"] });
  if (file === undefined) throw new Cancelled();
  const at = here(deps);
  const today = dateIn(at.now, at.zone);
  const text = await chosenFiles.read(file);
  const reading = text === undefined ? undefined : await deps.calendarFiles.read(text, { from: today, to: addMonths(today, MONTHS), zone: at.zone });
  if (!reading) {
    messages.inform({ id: "holidays.unread" });
    return;
  }
  const found = holidaysIn(reading.events);
  const known = holidaysOf(book.current(), whose);
  const fresh = newAmong(found, known);
  if (fresh.length === 0) {
    messages.inform({ id: found.length > 0 ? "holidays.allKnown" : "holidays.noneIn", values: { count: found.length } });
    return;
  }
  const { picked } = await askInSteps(screen, { title }, (ask) =>
    ask.pickMany<Holiday>("holidays", {
      placeholder: say("holidays.found", { count: fresh.length, known: found.length - fresh.length, leftOut: reading.leftOut }),
      choices: fresh.map((value) => ({ label: value.name ?? say("holidays.unnamed"), description: daysOf(value, say, at), icon: "calendar", value })),
      picked: () => fresh,
    }),
  );
  const changes = picked.length === 0 ? [] : keepHolidays(book.current(), whose, together(known, picked), at);
  await keepAndSay(deps, { id: "did.holidays" }, changes, { id: "holidays.kept", values: { count: picked.length } });
}

export async function addHoliday(deps: PlanCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const at = here(deps);
  const { whose, holiday } = await askInSteps(screen, { title: say("holidays.add") }, async (ask) => {
    ask.more(activeClients(book.current()).length === 0 ? 3 : 4);
    const whose = await askWhose(ask, deps);
    const from = dayOf(await ask.text("from", firstDay(say, at, say("holidays.from"))), at) ?? dateIn(at.now, at.zone);
    const then = asSeenFrom(at, from);
    const to = dayOf(await ask.text("to", lastDay(say, then, say("holidays.to"), from)), then) ?? from;
    const name = await ask.text("name", { prompt: say("holidays.name"), placeholder: say("holidays.nameExample") });
    const holiday: Holiday = { from, ...(to > from && { to }), ...(name !== "" && { name }) };
    return { whose, holiday };
  });
  const known = holidaysOf(book.current(), whose);
  await keepAndSay(deps, { id: "did.holidays" }, keepHolidays(book.current(), whose, together(known, [holiday]), at), { id: "holidays.kept", values: { count: 1 } });
}

/** All that are kept; those that are ticked are removed. */
export async function showHolidays(deps: PlanCommandsDeps): Promise<void> {
  const { say, screen, book, messages } = deps;
  const at = here(deps);
  const { whose, gone } = await askInSteps(screen, { title: say("holidays.title") }, async (ask) => {
    const whose = await askWhose(ask, deps);
    const all = holidaysOf(book.current(), whose);
    if (all.length === 0) {
      messages.inform(
        { id: "holidays.none" },
        { label: { id: "holidays.add" }, run: () => addHoliday(deps) },
        { label: { id: "holidays.import" }, run: () => importHolidays(deps) },
      );
      throw new Cancelled();
    }
    const { picked } = await ask.pickMany<Holiday>("gone", {
      placeholder: say("holidays.tickToRemove", { count: all.length }),
      choices: all.map((value) => ({ label: value.name ?? say("holidays.unnamed"), description: daysOf(value, say, at), icon: "calendar", value })),
      picked: () => [],
    });
    return { whose, gone: picked };
  });
  const changes = gone.length === 0 ? [] : keepHolidays(book.current(), whose, without(holidaysOf(book.current(), whose), gone), at);
  await keepAndSay(deps, { id: "did.holidays" }, changes, { id: "holidays.removed", values: { count: gone.length } });
}
