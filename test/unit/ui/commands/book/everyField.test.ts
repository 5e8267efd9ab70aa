import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { recordKinds, recordSchemas } from "../../../../../src/core/book/book";
import { meSchema } from "../../../../../src/core/book/me";

/**
 * Where each field of the book is written, by file: what the code reads and nobody can write is a feature that nobody can reach.
 * A file of core counts through what ui, flows and services import of it; the questions of a message (core/drafting/kinds)
 * are asked by the flow that writes it.
 */
const writers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  client: {
    "ui/commands/book/addClient": "name channel",
    "core/book/clientChanges": "contacts contacts.id contacts.usual",
    "ui/commands/book/editClient": "place placeName zone workingTime paymentMethod needs pageUrl contactAllowed owedRules countsAsContact",
    "ui/commands/book/contactFields": "contacts.name contacts.language contacts.tone contacts.addressAs contacts.email contacts.phone contacts.salam",
    "core/book/holidayChanges": "holidays",
    "ui/commands/book/editGlossary": "glossary",
    "ui/commands/send/plan": "channelTo",
  },
  project: {
    "ui/commands/book/addProject": "clientId name size scopes",
    "ui/commands/book/editProject": "goesLive previewUrl rhythm owedRules",
    "ui/commands/book/agreedFields": "goal included excluded assumptions needed orderNumber pageUrl budget deposit deposit.amount deposit.receivedOn hourly hourly.rate paymentTerms paymentDays revisions revisions.agreed revisions.used startsOn dueOn supportUntil handover howToUse",
    "core/book/projectChanges": "status waited deliveredAt closedAt",
    "core/drafting/kinds/projectNeeds": "priceRange priceRange.low priceRange.high daysRange daysRange.low daysRange.high approach updatesWhere",
    "ui/commands/book/editGlossary": "glossary",
    "flows/draftUpdate": "tellFrom",
    "ui/commands/services/choosePlace": "tool",
    "flows/recordSent": "threads",
  },
  milestone: {
    "ui/commands/book/addMilestone": "projectId title due deliverables",
    "ui/commands/book/editMilestone": "state price viewUrl",
    "core/book/milestoneChanges": "deliveredAt startedAt commits",
    "core/book/toolPlan": "linked",
  },
  note: {
    "ui/commands/book/addNote": "kind text clientId projectId milestoneId forUpdate due feedback effect",
    "ui/commands/book/editNote": "doing",
    "core/book/noteChanges": "settledAt at",
    "ui/commands/book/logContact": "way settles tells",
    "core/book/meetingChanges": "meetingId",
    "core/drafting/kinds/question": "context options fallback",
    "core/drafting/kinds/change": "change change.price change.days change.revision",
    "core/book/changeRequest": "change.said",
    "core/drafting/kinds/mistake": "outline outline.events outline.why outline.explanation outline.fix outline.prevention outline.offer",
    "core/drafting/effects": "fromNoteId",
    "ui/commands/draft/deps": "draftId",
  },
  meeting: {
    "ui/commands/meetings/addMeeting": "clientId projectId title startsAt minutes zone recurs link agenda",
    "core/book/meetingChanges": "cancelledAt movedFrom urgent except ofSeries ofSeries.meetingId ofSeries.at",
    "flows/followMeeting": "linked unclearIn",
  },
  absence: {
    "ui/commands/plan/addLeave": "from to reason tentative",
  },
  invoice: {
    "ui/commands/invoices/askLines": "lines lines.text lines.milestoneId lines.quantity lines.unit lines.rate lines.amount forDeposit",
    "ui/commands/invoices/newInvoice": "depositDeducted tax",
    "core/book/invoicing": "clientId projectId number issuedOn dueOn payment paidOn cancelledOn",
    "ui/commands/invoices/editInvoice": "remark",
  },
  me: {
    "ui/commands/book/editMe": "names emails signature zone workingTimes digits",
    "ui/commands/book/editMeMoney": "invoiceSequence letterhead paymentDetails",
    "core/book/holidayChanges": "holidays",
    "core/drafting/kinds/proposal": "references",
    "core/drafting/kinds/charter": "charter",
  },
};

/** Fields without a way to write them, each with the reason. */
const without: Readonly<Record<string, string>> = {
  "project.hourly.weeklyHours": "nothing reads it",
  "milestone.acceptedAt": "nothing reads it: the state says so",
  "absence.lastMoment": "the end of the last working day before it is the usual one, and a draft can be edited",
  "absence.finishedBefore": "asked for each message of leave, and kept with its draft",
  "absence.waits": "asked for each message of leave, and kept with its draft",
};

/** Every record has them from the store. */
const base = new Set(["id", "rev", "createdAt", "changedAt", "archivedAt"]);
/** Written as one by the prompt that asks for them. */
const whole = new Set(["workingTime", "workingTimes", "scopes", "glossary", "holidays", "channelTo", "tool", "linked", "waited", "deliverables", "commits", "tax", "invoiceSequence", "paymentDetails", "charter", "outline.events"]);

interface Schema {
  readonly type: string;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
}
const inner = (schema: Schema): Schema => (schema.type === "exact_optional" ? inner(schema.wrapped as Schema) : schema.type === "array" ? inner(schema.item as Schema) : schema);
const isMoney = ({ entries = {} }: Schema) => "minor" in entries;

function fieldsOf({ entries = {} }: Schema, path = ""): readonly string[] {
  return Object.entries(entries).flatMap(([name, schema]) => {
    const at = path === "" ? name : `${path}.${name}`;
    const within = inner(schema);
    const deeper = within.type === "object" && !isMoney(within) && !whole.has(at);
    return path === "" && base.has(name) ? [] : [at, ...(deeper ? fieldsOf(within, at) : [])];
  });
}

const src = join(process.cwd(), "src");
const read = (file: string) => readFileSync(join(src, `${file}.ts`), "utf8");
const isField = (name: string, text: string) => new RegExp(`[{(\\[,\\s.]["']?${name}["']?\\]?\\s*(?::|,|\\}|\\))`).test(text);
/** The files of ui, flows and services, in one text. */
const doors = ["ui", "flows", "services"].flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(join(src, room, name), "utf8")),
).join("\n");

describe("every field of the book", () => {
  const schemas: readonly (readonly [string, Schema])[] = [...recordKinds.map((kind) => [kind, recordSchemas[kind]] as const), ["me", meSchema]];
  for (const [kind, schema] of schemas) {
    it(`of ${kind} has somebody who writes it, or a reason why not`, () => {
      const named = Object.values(writers[kind] ?? {}).flatMap((fields) => fields.split(" "));
      const excused = Object.keys(without).flatMap((path) => (path.startsWith(`${kind}.`) ? [path.slice(kind.length + 1)] : []));
      assert.deepEqual([...named, ...excused].sort(), fieldsOf(schema).toSorted(), "a field is named once, and only if it exists");
    });

    it(`of ${kind} is written where it is said to be, and that can be reached`, () => {
      for (const [file, fields] of Object.entries(writers[kind] ?? {})) {
        const text = read(file);
        for (const field of fields.split(" ")) assert.ok(isField(field.split(".").at(-1) ?? "", text), `${kind}.${field} is not written in ${file}`);
        if (file.startsWith("core/book/") || file === "core/drafting/effects") assert.ok(doors.includes(`/${file}"`), `nothing that a person uses imports ${file}`);
      }
    });
  }
});
