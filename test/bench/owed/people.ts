import type { Book } from "../../../src/core/book/book";
import type { Client } from "../../../src/core/book/client";
import { emptyBook } from "../../../src/core/book/book";
import type { Milestone } from "../../../src/core/book/milestone";
import type { Project, Rhythm } from "../../../src/core/book/project";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../../../src/core/time/types";
import { addDays } from "../../../src/core/time/zoned";

// A freelancer in Dhaka, and eight clients in four zones.

export const START = Date.UTC(2025, 11, 31, 18);
export const MINUTES = 365 * 1440;
export const dhaka = "Asia/Dhaka" as Zone;
const began = new Date(START).toISOString() as Instant;
const base = (id: string) => ({ id, rev: 1, createdAt: began, changedAt: began });
const day = (text: string) => text as PlainDate;
const time = (text: string) => text as PlainTime;
const sundayToThursday: readonly Weekday[] = [7, 1, 2, 3, 4];

interface Person {
  readonly name: string;
  readonly zone: string;
  readonly size: Project["size"];
  readonly rhythm?: Rhythm;
  readonly place?: Client["place"];
  readonly hourly?: boolean;
}
export const people: readonly Person[] = [
  { name: "Acme", zone: "Europe/London", size: "large" },
  { name: "Birch", zone: "Europe/London", size: "small" },
  { name: "Cedar", zone: "America/New_York", size: "large", rhythm: { every: "week", day: 3 } },
  { name: "Delta", zone: "America/New_York", size: "small", place: "upwork", hourly: true },
  { name: "Ember", zone: "Australia/Sydney", size: "large", rhythm: { every: "days", days: 4 } },
  { name: "Fjord", zone: "Australia/Sydney", size: "small", place: "fiverr" },
  { name: "Grameen", zone: "Asia/Dhaka", size: "large" },
  { name: "Haor", zone: "Asia/Dhaka", size: "small" },
];

/** The book on the first day: one project each, large ones with a milestone every three weeks. */
export function firstBook(): Book {
  const clients = people.map(({ name, zone, place }): Client => ({
    ...base(name), name, zone: zone as Zone, place: place ?? "direct", channel: "copy",
    contacts: [{ id: "c", name: "Sara", language: "en", tone: "friendly", usual: true }],
    ...(zone === "Europe/London" && { holidays: [{ from: day("2026-04-03"), to: day("2026-04-06") }, { from: day("2026-12-25"), to: day("2026-12-28") }] }),
  }));
  const projects = people.map(({ name, size, rhythm, hourly }): Project => ({
    ...base(`${name}-shop`), clientId: name, name: "Shop", size, status: "active", scopes: [], goesLive: { by: "hand" }, ...(rhythm && { rhythm }), ...(hourly && { hourly: {} }),
  }));
  const milestones = people.flatMap(({ name, size, place }) => Array.from({ length: size === "large" ? 16 : 4 }, (_, n) => milestone(name, n, size, place)));
  const meetings = ["Acme", "Cedar"].map((name) => ({
    ...base(`${name}-call`), clientId: name, projectId: `${name}-shop`, title: "Weekly call", minutes: 30,
    startsAt: `2026-01-06T1${name === "Acme" ? "1" : "5"}:00:00.000Z` as Instant, zone: people.find((one) => one.name === name)?.zone as Zone, recurs: "FREQ=WEEKLY",
  }));
  const ramadan = { from: day("2026-02-18"), to: day("2026-03-19"), days: sundayToThursday, start: time("10:00"), end: time("15:30") };
  return {
    ...emptyBook, client: clients, project: projects, milestone: milestones, meeting: meetings,
    me: {
      names: ["Rafi"], emails: [], workingTimes: [ramadan, { days: sundayToThursday, start: time("10:00"), end: time("19:00") }],
      holidays: [{ from: day("2026-02-21") }, { from: day("2026-03-20"), to: day("2026-03-23") }, { from: day("2026-03-26") }, { from: day("2026-12-16") }],
    },
    absence: [
      { ...base("summer"), createdAt: "2026-06-01T06:00:00.000Z" as Instant, from: day("2026-07-12"), to: day("2026-07-23") },
      { ...base("autumn"), createdAt: "2026-10-12T06:00:00.000Z" as Instant, from: day("2026-10-18"), to: day("2026-10-20") },
    ],
  };
}

function milestone(client: string, n: number, size: Project["size"], place: Client["place"] | undefined): Milestone {
  const on = addDays(day("2026-01-18"), n * (size === "large" ? 21 : 84));
  return {
    ...base(`${client}-m${n}`), projectId: `${client}-shop`, title: `Stage ${n + 1}`, state: n === 0 ? "active" : "planned",
    due: place === "fiverr" ? { by: "instant", at: `${on}T21:30:00.000Z` as Instant } : { by: "date", on },
    deliverables: Array.from({ length: 6 }, (_, k) => ({ id: String(k), text: `Part ${k + 1}` })),
  };
}
