import { revised, type Revision } from "../../../core/book/changes";
import { usualContact, type Client } from "../../../core/book/client";
import { marketplaceOf } from "../../../core/book/marketplaces";
import { recordById } from "../../../core/book/queries";
import { usualWeek } from "../../../core/time/weekends";
import { askHours, askWorkingDays, hoursLabel } from "../../prompts/askWorkingTime";
import { askZone, zoneLabel } from "../../prompts/askZone";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { channelChoices, placeChoices, weekdayList } from "../../prompts/labels";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { contactFields, otherContacts } from "./contactFields";
import { here, type BookCommandsDeps } from "./deps";
import { countsField } from "./countsField";
import { addressField, choiceField, neededField, textField, yesNoField } from "./fields";
import { owedRulesField } from "./owedRulesField";
import { whichClient } from "./which";

export async function editClient(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const { id } = await askInSteps(screen, { title: say("editClient.title") }, (ask) => whichClient(ask, deps, { node }));
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const client = recordById(book.current(), "client", id);
    return client && { title: client.name, fields: [...writtenTo(deps, client), ...working(deps, client), ...rest(deps, client)] };
  });
}

const keeper = (deps: BookCommandsDeps, client: Client) => (fields: Revision<"client">) =>
  deps.undoing.change({ id: "did.edit", values: { name: client.name } }, [revised("client", client, fields, here(deps))]);

/** Who is written to, and how. */
function writtenTo(deps: BookCommandsDeps, client: Client): readonly Field[] {
  const { say } = deps;
  const keep = keeper(deps, client);
  return [
    neededField(deps, { key: "name", label: say("client.name") }, client.name, (name) => keep({ name })),
    ...contactFields(deps, client, usualContact(client)),
    ...otherContacts(deps, client),
    choiceField(deps, { key: "channel", label: say("client.channel") }, channelChoices(say), client.channel, (channel) => keep({ channel })),
    // Chosen at the first sending; cleared here, it is asked for anew.
    ...(client.channelTo ? [{ key: "channelTo", label: say("client.channelTo"), current: [client.channelTo.account, client.channelTo.to].filter(Boolean).join(" · "), edit: () => keep({ channelTo: undefined }) }] : []),
    addressField(deps, { key: "pageUrl", label: say("client.pageUrl") }, client.pageUrl, (pageUrl) => keep({ pageUrl })),
    choiceField(deps, { key: "place", label: say("client.place") }, placeChoices(say), client.place, (place) => keep({ place, contactAllowed: undefined })),
    ...(marketplaceOf(client)
      ? [yesNoField(deps, { key: "contactAllowed", label: say("client.contactAllowed"), yes: say("client.contactAllowed.yes"), no: say("client.contactAllowed.no") }, client.contactAllowed, (contactAllowed) => keep({ contactAllowed }))]
      : []),
    ...(client.place === "marketplace" || client.place === "agency"
      ? [textField(deps, { key: "placeName", label: say("client.placeName") }, client.placeName, (placeName) => keep({ placeName }))]
      : []),
  ];
}

/** When they work. */
function working(deps: BookCommandsDeps, client: Client): readonly Field[] {
  const { say, screen } = deps;
  const keep = keeper(deps, client);
  const { now, zone: myZone } = here(deps);
  const week = client.workingTime ?? usualWeek(client.zone ?? myZone);
  // What was never said is shown as the guess that it is.
  const guess = (label: string) => (client.workingTime ? label : say("prompt.guess", { what: label }));
  const zone = { key: "zone", label: say("client.zone") };
  const days = { key: "days", label: say("client.days") };
  const hours = { key: "hours", label: say("client.hours") };
  return [
    {
      ...zone,
      current: client.zone ? zoneLabel(client.zone) : say("client.sameZone"),
      async edit() {
        const picked = await askZone(screen, say, zone.label, { none: say("client.sameZone"), current: client.zone, now });
        if (picked !== client.zone) await keep({ zone: picked });
      },
    },
    {
      ...days,
      current: guess(weekdayList(say, week.days)),
      async edit() {
        await keep({ workingTime: { ...week, days: await askWorkingDays(screen, say, days.label, week.days) } });
      },
    },
    {
      ...hours,
      current: guess(hoursLabel(week)),
      async edit() {
        await keep({ workingTime: { ...week, ...(await askHours(screen, say, hours.label, week)) } });
      },
    },
  ];
}

function rest(deps: BookCommandsDeps, client: Client): readonly Field[] {
  const { say } = deps;
  const keep = keeper(deps, client);
  return [
    textField(deps, { key: "payment", label: say("client.payment") }, client.paymentMethod, (paymentMethod) => keep({ paymentMethod })),
    textField(deps, { key: "needs", label: say("client.needs") }, client.needs, (needs) => keep({ needs })),
    owedRulesField(deps, {
      read: () => {
        const now = recordById(deps.book.current(), "client", client.id);
        return now && { client: now };
      },
      keep: (owedRules) => keeper(deps, recordById(deps.book.current(), "client", client.id) ?? client)({ owedRules }),
    }),
    countsField(deps, client, (countsAsContact) => keep({ countsAsContact })),
  ];
}
