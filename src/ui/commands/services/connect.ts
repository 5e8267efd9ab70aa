import { toolNames, toolTitles, type ToolAccount, type ToolKeys, type ToolName } from "../../../core/ports/services";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { askAsana, askBasecamp, askTrello } from "./askKeys";
import type { ServiceDeps } from "./deps";
import { ToolProblem, valueOf } from "./problems";

const toolIcons: Readonly<Record<ToolName, string>> = { trello: "project", asana: "checklist", basecamp: "tasklist" };

/** "Connect a service…": an account in a tool of a client's. Tried at once; what does not work is not kept. @param next what is offered then */
export async function connectService(deps: ServiceDeps, ...next: MessageAction[]): Promise<ToolAccount> {
  const { say, screen, tools, messages, progress } = deps;
  const connected = tools.accounts();
  const service = await askInSteps(screen, { title: say("tool.connect.title") }, (ask) =>
    ask.pick<ToolName>("service", {
      placeholder: say("tool.connect.which"),
      choices: toolNames.map((value): Choice<ToolName> => {
        const accounts = connected.filter((one) => one.service === value).map(({ account }) => account);
        return { label: toolTitles[value], description: accounts.length === 0 ? say(`tool.${value}.what`) : say("connect.now", { account: accounts.join(", ") }), icon: toolIcons[value], value };
      }),
    }),
  );
  const keys = await askKeys(service, deps);
  const account = await progress(say("connect.testing"), async (signal) => valueOf(await tools.connect(keys, signal))).catch((error: unknown) => {
    throw error instanceof ToolProblem ? new ToolProblem({ id: "connect.failed", values: { reason: error.problem } }, error.message) : error;
  });
  messages.inform({ id: "tool.connect.done", values: named(account) }, ...next);
  return account;
}

const askKeys = (service: ToolName, deps: ServiceDeps): Promise<ToolKeys> => (service === "trello" ? askTrello(deps) : service === "asana" ? askAsana(deps) : askBasecamp(deps));
export const chooseAction = ({ commands }: Pick<ServiceDeps, "commands">): MessageAction => ({ label: { id: "tool.choose" }, run: () => commands.executeCommand("khobor.linkTool" satisfies CommandId) });

const named = ({ service, account }: ToolAccount) => ({ service: toolTitles[service], account });

/** "Test a service's connection". */
export async function testService(deps: ServiceDeps): Promise<void> {
  const { say, tools, messages, progress } = deps;
  const account = await whichAccount("tool.test.which", deps);
  if (!account) return;
  const person = await progress(say("connect.testing"), async (signal) => valueOf(await (await tools.open(account)).whoAmI(signal)));
  messages.inform({ id: "tool.test.done", values: { ...named(account), person } });
}

/** "Disconnect a service…": forgets an account here. Whether its token is still good over there is for the user to end there. */
export async function disconnectService(deps: ServiceDeps): Promise<void> {
  const account = await whichAccount("connect.disconnectWhich", deps);
  if (!account) return;
  await deps.tools.disconnect(account);
  deps.messages.inform({ id: "connect.disconnected", values: { account: `${toolTitles[account.service]} · ${account.account}` } });
}

async function whichAccount(placeholder: "tool.test.which" | "connect.disconnectWhich", { say, screen, tools, messages }: ServiceDeps): Promise<ToolAccount | undefined> {
  const accounts = tools.accounts();
  if (accounts.length === 0) {
    messages.inform({ id: "tool.none" });
    return undefined;
  }
  return askInSteps(screen, { title: say("tool.accounts") }, (ask) => ask.pick<ToolAccount>("account", { placeholder: say(placeholder), choices: accountChoices(accounts) }));
}

export const accountChoices = (accounts: readonly ToolAccount[]): readonly Choice<ToolAccount>[] =>
  accounts.map((value) => ({ label: toolTitles[value.service], description: value.account, icon: toolIcons[value.service], value }));
