import { kindOff } from "../book/marketplaces";
import type { MessageKind } from "../book/messageKind";
import type { Project } from "../book/project";
import type { Instant } from "../time/types";
import { addDays } from "../time/zoned";
import type { Desk } from "./desk";
import type { Found } from "./found";
import { soonBefore } from "./level";
import type { Owed } from "./owed";
import type { Place } from "./places";
import { rules } from "./rules";
import type { RuleName } from "./ruleNames";
import type { Rule } from "./rules/rule";
import { numberOf, type OwedSettings } from "./settings";

/** Something owed, with the place and the rule that it was found by. */
export interface FoundAt {
  readonly found: Found;
  readonly place: Place;
  readonly project: Project | undefined;
  readonly rule: RuleName;
  readonly kind: MessageKind;
  readonly soonFrom: Instant;
  /** As it was last written, for as long as nothing about it changes. */
  readonly written: { owed?: Owed };
}

/** What lies further ahead than this nobody needs to see yet. */
const AHEAD_DAYS = 30;

const byName = new Map(rules.map((rule) => [rule.name, rule]));

export const numberAt =
  (settings: OwedSettings | undefined): Desk["numberOf"] =>
  (name, { client, project }) => {
    const rule = byName.get(name);
    return rule && numberOf(rule, client, project, settings);
  };

/** Everything that is owed at one client today, whatever the time is. What was skipped or settled is not in it. */
export const findAll = (places: readonly Place[], desk: Desk): readonly FoundAt[] => places.flatMap((place) => findAt(place, desk));

function findAt(place: Place, desk: Desk): readonly FoundAt[] {
  const all = rules.flatMap((rule) => foundBy(rule, place, desk));
  // Any word that says what was delivered is an update as well, so that nobody is asked for two.
  const told = all.find(({ rule }) => rule === "milestone");
  if (!told) return all;
  return all.filter(({ rule, found }) => !(rule === "smallUpdate" || rule === "largeUpdate") || found.sendBy < told.found.sendBy);
}

function foundBy(rule: Rule, place: Place, desk: Desk): readonly FoundAt[] {
  const n = desk.numberOf(rule.name, place);
  if (n === undefined) return [];
  const all = rule.find(place, desk, n);
  if (all.length === 0) return all as readonly never[];
  const { mine, today } = desk;
  const lastDay = addDays(today, AHEAD_DAYS);
  return all
    .filter((found) => found.from !== undefined || mine.dateAt(found.readyFrom) <= lastDay)
    .filter((found) => !desk.isClosed(found.id) && kindOff(place.client, found.kind ?? rule.kind) === undefined)
    .map((found) => ({
      found,
      place,
      project: found.project ?? place.project,
      rule: rule.name,
      kind: found.kind ?? rule.kind,
      soonFrom: soonBefore(found.readyFrom, mine),
      written: {},
    }));
}
