import { contactTable, clientsCsv, contactsCsv, contactsJson } from "../../../core/report/contactTable";
import { wholeBook } from "../../../flows/exportBook";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { FileAddress } from "../keep/chosenFiles";
import { today } from "../keep/today";
import type { SendDeps } from "./deps";

type Form = "clients" | "contacts" | "json";
const forms: readonly Form[] = ["clients", "contacts", "json"];

/** "Export for a CRM or sheet…": clients, or every word that they had, of all workspaces. */
export async function exportContacts(given: FileAddress | undefined, deps: SendDeps): Promise<void> {
  const { say, screen, files, messages, clock } = deps;
  const title = say("exportContacts.title");
  const form = await askInSteps(screen, { title }, (ask) =>
    ask.pick("form", { placeholder: say("exportContacts.which"), choices: forms.map((value): Choice<Form> => ({ label: say(`exportContacts.${value}`), description: value === "json" ? "JSON" : "CSV", value })) }),
  );
  const ending = form === "json" ? "json" : "csv";
  const file = given ?? (await files.save({ title, name: `khobor-${form === "json" ? "contacts" : form}-${today(deps)}.${ending}`, kind: ending.toUpperCase(), endings: [ending] }));
  if (file === undefined) return;
  const table = contactTable(await wholeBook(deps), await deps.history.all());
  const text = form === "clients" ? clientsCsv(table) : form === "contacts" ? contactsCsv(table) : contactsJson(table, clock.now());
  await files.write(file, text);
  messages.inform({ id: "exportContacts.done", values: { count: form === "clients" ? table.clients.length : table.contacts.length } }, { label: { id: "export.show" }, run: () => files.show(file) });
}
