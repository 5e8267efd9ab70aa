import { revised } from "../../../core/book/changes";
import { usualContact, type Client, type Contact } from "../../../core/book/client";
import { phoneDigits } from "../../../core/drafting/messageLinks";
import { recordById } from "../../../core/book/queries";
import { askText } from "../../prompts/askField";
import { neededText } from "../../prompts/dateQuestion";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { languageChoices, toneChoices } from "../../prompts/labels";
import { here, type BookCommandsDeps } from "./deps";
import { choiceField, neededField, textField, yesNoField } from "./fields";

// Whoever is written to at a client: one of them is the usual one, whom every message goes to.

const keeper = (deps: BookCommandsDeps, client: Client) => (contacts: readonly Contact[]) =>
  deps.undoing.change({ id: "did.edit", values: { name: client.name } }, [revised("client", client, { contacts }, here(deps))]);

/** The fields of one contact. */
export function contactFields(deps: BookCommandsDeps, client: Client, contact: Contact): readonly Field[] {
  const { say } = deps;
  const keep = (fields: { readonly [F in keyof Contact]?: Contact[F] | undefined }) => {
    const changed = Object.fromEntries(Object.entries({ ...contact, ...fields }).filter(([, value]) => value !== undefined)) as Contact;
    return keeper(deps, client)(client.contacts.map((each) => (each.id === contact.id ? changed : each)));
  };
  const noPhone = (typed: string) => (phoneDigits(typed) === undefined ? say("client.needsPhone") : undefined);
  return [
    neededField(deps, { key: "contact", label: say("client.contact") }, contact.name, (name) => keep({ name })),
    textField(deps, { key: "addressAs", label: say("client.addressAs") }, contact.addressAs, (addressAs) => keep({ addressAs })),
    textField(deps, { key: "email", label: say("client.email") }, contact.email, (email) => keep({ email })),
    textField(deps, { key: "phone", label: say("client.phone") }, contact.phone, (phone) => keep({ phone }), noPhone),
    choiceField(deps, { key: "language", label: say("client.language") }, languageChoices(), contact.language, (language) => keep({ language })),
    choiceField(deps, { key: "tone", label: say("client.tone") }, toneChoices(say), contact.tone, (tone) => keep({ tone })),
    yesNoField(deps, { key: "salam", label: say("client.salam"), yes: say("client.salam.yes"), no: say("client.salam.no") }, contact.salam, (salam) => keep({ salam })),
  ];
}

/** The others at this client, and a row that adds one. */
export function otherContacts(deps: BookCommandsDeps, client: Client): readonly Field[] {
  const { say, screen, newId } = deps;
  const { id: usualId, language, tone } = usualContact(client);
  const add = { key: "addContact", label: say("client.addContact") };
  return [
    ...client.contacts.filter(({ id }) => id !== usualId).map((contact) => otherContact(deps, client, contact)),
    {
      ...add,
      current: "",
      icon: "add",
      async edit() {
        const name = await askText(screen, add.label, neededText(say, { prompt: say("client.contactName") }));
        if (name !== undefined) await keeper(deps, client)([...client.contacts, { id: newId(), name, language, tone }]);
      },
    },
  ];
}

/** A menu of its own, which ends once the contact is the usual one or is gone. */
function otherContact(deps: BookCommandsDeps, client: Client, { id, name, email }: Contact): Field {
  const { say, screen, book } = deps;
  return {
    key: `contact ${id}`,
    label: say("client.otherContact", { name }),
    current: email ?? "",
    edit: () =>
      fieldMenu(
        screen,
        say("prompt.fieldMenu"),
        () => {
          const now = recordById(book.current(), "client", client.id);
          const contact = now?.contacts.find((each) => each.id === id);
          if (!now || !contact || usualContact(now).id === id) return undefined;
          const others = now.contacts.filter((each) => each.id !== id);
          const keep = keeper(deps, now);
          const asUsual = () => keep(now.contacts.map(({ usual: _, ...each }) => (each.id === id ? { ...each, usual: true } : each)));
          return {
            title: contact.name,
            fields: [
              { key: "usual", label: say("client.makeUsual"), current: "", icon: "mail", edit: asUsual },
              ...contactFields(deps, now, contact),
              { key: "remove", label: say("client.removeContact"), current: "", icon: "trash", edit: () => keep(others) },
            ],
          };
        },
        { canLeave: true },
      ),
  };
}
