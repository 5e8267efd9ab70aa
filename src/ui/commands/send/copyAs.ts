import type { ChannelName, Client } from "../../../core/book/client";
import { channelForm } from "../../../core/drafting/channelForm";
import { splitSubject } from "../../../core/drafting/subject";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { openMessage, warnOfErrors } from "../draft/sending";
import type { SendDeps } from "./deps";

const forms = ["markdown", "plain", "whatsapp", "slack"] as const;
export type CopyForm = (typeof forms)[number];

/** The form of the client's channel first, so that Enter takes it; the others after it. */
export function formsFor(client: Pick<Client, "channel"> | undefined): readonly CopyForm[] {
  const channel: ChannelName = client?.channel ?? "copy";
  const first: CopyForm = channel === "slack" || channel === "whatsapp" ? channel : "plain";
  return [first, ...forms.filter((form) => form !== first)];
}

export function inForm(form: CopyForm, body: string): string {
  if (form === "markdown") return body;
  return channelForm(form === "plain" ? "copy" : form, body);
}

/** "Copy as…" on the message in the active editor. */
export async function copyAs(deps: SendDeps): Promise<void> {
  const { say, screen, clipboard, flash } = deps;
  const open = await openMessage(deps);
  if (!open) return;
  const form = await askInSteps(screen, { title: say("copyAs.title") }, (ask) =>
    ask.pick("form", { placeholder: say("copyAs.which"), choices: formsFor(open.client).map((value): Choice<CopyForm> => ({ label: say(`copyAs.${value}`), description: say(`copyAs.${value}.what`), icon: "copy", value })) }),
  );
  await clipboard.write(inForm(form, splitSubject(open.text).body));
  flash(`$(check) ${say("draft.copied")}`);
  if (open.draft && open.draft.sentAs === undefined) await warnOfErrors(open.draft, open.text, deps);
}
