import type { SecretName } from "../../../core/ports/secrets";
import type { Choice } from "../../prompts/screen";
import type { KeepDeps } from "./deps";

/** Lists what secrets are kept, by service and account, and forgets those that the user ticks. Their values are never shown. */
export async function forgetSecrets({ say, screen, messages, secrets }: Pick<KeepDeps, "say" | "screen" | "messages" | "secrets">): Promise<void> {
  const names = secrets.names();
  if (names.length === 0) {
    messages.inform({ id: "secrets.none" });
    return;
  }
  const reply = await screen.pickMany<SecretName>(
    {
      placeholder: say("secrets.pick"),
      choices: names.map((value): Choice<SecretName> => ({ label: value.service, description: value.account, icon: "key", value })),
      picked: () => [],
    },
    { title: say("secrets.title") },
  );
  if (reply.how !== "answered" || reply.value.picked.length === 0) return;
  for (const name of reply.value.picked) await secrets.forget(name);
  messages.inform({ id: "secrets.done", values: { count: reply.value.picked.length } });
}
