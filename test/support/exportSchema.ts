import { toJsonSchema } from "@valibot/to-json-schema";
import { exchangeSchema } from "../../src/core/book/exchange";
import { due, instant, plainDate, workingTime, zone } from "../../src/core/book/fields";

/** Schemas that check with code, as patterns. */
const patterns = new Map<unknown, { readonly type: "string"; readonly pattern: string; readonly description: string }>([
  [instant, { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", description: "A moment in UTC: 2026-11-20T11:00:00.000Z" }],
  [plainDate, { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$", description: "A day: 2026-11-20" }],
  [zone, { type: "string", pattern: "^[A-Za-z0-9_+\\-/]+$", description: "A time zone: Asia/Dhaka" }],
  [workingTime.entries.start, { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", description: "A time of day: 09:00" }],
]);

/** The JSON Schema of an export, as text: made from the schemas that reading goes by. */
export function exportSchemaText(): string {
  const made = toJsonSchema(exchangeSchema, {
    target: "draft-07",
    typeMode: "input",
    ignoreActions: ["trim", "readonly"],
    overrideSchema: ({ valibotSchema, jsonSchema }) => patterns.get(valibotSchema) ?? closed(jsonSchema),
    definitions: { due },
  });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title: "Khobor: exported clients", description, ...rest }, null, 2)}\n`;
}

const description = [
  "Everything that Khobor keeps on a machine, but what is named here.",
  "Left out on purpose: passwords, tokens and keys, with the names that they are kept under; the places of repositories and of files on the machine, so that a path in this file means nothing;",
  "templates that lie in a workspace, which come with its code; settings of the editor.",
  "Left out for its size: an attached file of more than 5 MB, and what goes beyond 20 MB of attached files together; those are named before the file is written.",
  "Left out because it is of one machine only: earlier versions, undo, the lists that make searching quick, when a reminder was shown, until when to be quiet, which workspace shows which client,",
  "what could not be read and was set aside, and the second version of what was changed in two places, which is asked about before the file is written.",
  "In an import: templates come in only where each was ticked; a message under `waiting` is never sent by itself, and stays out where it was sent already.",
].join(" ");

/** A misspelled field is shown as one: reading would drop it. */
const closed = <T extends { readonly type?: unknown; readonly properties?: unknown }>(schema: T): T | undefined =>
  schema.type === "object" && schema.properties !== undefined ? { ...schema, additionalProperties: false } : undefined;
