import type { Me } from "../../../core/book/me";
import type { WorkingTime } from "../../../core/book/fields";
import { usualWeek } from "../../../core/time/weekends";
import { askText } from "../../prompts/askField";
import { askHours, askWorkingDays, hoursLabel } from "../../prompts/askWorkingTime";
import { askZone, zoneLabel } from "../../prompts/askZone";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { weekdayList } from "../../prompts/labels";
import { here, type BookCommandsDeps } from "./deps";
import { moneyFields } from "./editMeMoney";
import { workFields } from "./editMeWork";
import { choiceField, listField } from "./fields";

export async function editMe(deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const me = book.current().me;
    return { title: say("editMe.title"), fields: [...about(deps, me), ...working(deps, me), ...workFields(deps, me, keeper(deps, me)), ...moneyFields(deps, me, keeper(deps, me))] };
  });
}

type Changed = { readonly [F in keyof Me]?: Me[F] | undefined };
const keeper = (deps: BookCommandsDeps, me: Me) => (changed: Changed) => {
  const next = Object.fromEntries(Object.entries({ ...me, ...changed }).filter(([, value]) => value !== undefined)) as Me;
  return deps.undoing.change({ id: "did.editMe" }, [{ op: "me", me: next, was: me }]);
};

const commaToo = /[;,]/;
/** A signature has lines, the box has one. */
const LINE = " | ";

function about(deps: BookCommandsDeps, me: Me): readonly Field[] {
  const { say, screen } = deps;
  const keep = keeper(deps, me);
  const signature = { key: "signature", label: say("me.signature") };
  const signed = (me.signature ?? "").split("\n").join(LINE);
  const digits = [
    { label: say("me.digits.bangla"), value: "bangla" as const },
    { label: say("me.digits.latin"), value: "latin" as const },
  ];
  return [
    listField(deps, { key: "names", label: say("me.names") }, me.names, (names) => keep({ names: names ?? [] }), commaToo),
    listField(deps, { key: "emails", label: say("me.emails") }, me.emails, (emails) => keep({ emails: emails ?? [] }), commaToo),
    {
      ...signature,
      current: signed,
      async edit() {
        const typed = await askText(screen, signature.label, { prompt: say("me.signaturePrompt"), value: signed });
        await keep({ signature: typed?.split("|").map((line) => line.trim()).join("\n") });
      },
    },
    choiceField(deps, { key: "digits", label: say("me.digits") }, digits, me.digits ?? "bangla", (picked) => keep({ digits: picked })),
  ];
}

function working(deps: BookCommandsDeps, me: Me): readonly Field[] {
  const { say, screen, clock } = deps;
  const keep = keeper(deps, me);
  const times = me.workingTimes ?? [];
  // Entries between two dates are for a while; the one without dates is the usual week.
  const at = times.findIndex((time) => time.from === undefined && time.to === undefined);
  const week = times[at] ?? usualWeek(here(deps).zone);
  const keepWeek = (change: Partial<WorkingTime>) => {
    const next = { ...week, ...change };
    return keep({ workingTimes: at < 0 ? [...times, next] : times.with(at, next) });
  };
  const guess = (label: string) => (at < 0 ? say("prompt.guess", { what: label }) : label);
  const zone = { key: "zone", label: say("me.zone") };
  const days = { key: "days", label: say("me.days") };
  const hours = { key: "hours", label: say("me.hours") };
  const machine = say("me.machineZone", { zone: zoneLabel(clock.zone()) });
  return [
    {
      ...zone,
      current: me.zone ? zoneLabel(me.zone) : machine,
      async edit() {
        const picked = await askZone(screen, say, zone.label, { none: machine, current: me.zone, now: clock.now() });
        if (picked !== me.zone) await keep({ zone: picked });
      },
    },
    {
      ...days,
      current: guess(weekdayList(say, week.days)),
      edit: async () => keepWeek({ days: await askWorkingDays(screen, say, days.label, week.days) }),
    },
    {
      ...hours,
      current: guess(hoursLabel(week)),
      edit: async () => keepWeek(await askHours(screen, say, hours.label, week)),
    },
  ];
}
