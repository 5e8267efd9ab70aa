import type { BasecampSignIn, ToolKeys } from "../../../core/ports/services";
import { neededText } from "../../prompts/dateQuestion";
import type { Choice } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import type { ServiceDeps } from "./deps";
import { ToolProblem, valueOf } from "./problems";

/** https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/ */
const trelloKeys = "https://trello.com/power-ups/admin";
const trelloToken = (key: string) => `https://trello.com/1/authorize?${new URLSearchParams({ expiration: "never", name: "Khobor", scope: "read,write", response_type: "token", key }).toString()}`;
/** https://developers.asana.com/docs/personal-access-token */
const asanaTokens = "https://app.asana.com/0/my-apps";
/** https://github.com/basecamp/api/blob/master/sections/authentication.md */
const basecampApps = "https://launchpad.37signals.com/integrations";

/** Asks whether what is needed is at hand, and leads to where it is made; no page is opened twice when the user goes back. */
function pageOpener({ open }: Pick<ServiceDeps, "open">) {
  const opened = new Set<string>();
  return async (ask: Ask, key: string, page: string, labels: { readonly placeholder: string; readonly have: string; readonly make: string; readonly detail: string }, before?: () => Promise<unknown>): Promise<void> => {
    const how = await ask.pick<"have" | "make">(key, {
      placeholder: labels.placeholder,
      choices: [
        { label: labels.have, icon: "key", value: "have" },
        { label: labels.make, description: new URL(page).hostname, detail: labels.detail, icon: "link-external", value: "make" },
      ],
    });
    if (how === "have" || opened.has(page)) return;
    opened.add(page);
    await before?.();
    await open(page);
  };
}

export function askTrello(deps: ServiceDeps): Promise<ToolKeys> {
  const { say, screen } = deps;
  const lead = pageOpener(deps);
  return askInSteps(screen, { title: say("tool.connect.of", { service: "Trello" }) }, async (ask) => {
    await lead(ask, "keyHow", trelloKeys, { placeholder: say("tool.trello.keyHow"), have: say("tool.trello.haveKey"), make: say("tool.makeKey"), detail: say("tool.trello.makeKey") });
    const key = await ask.text("key", { ...neededText(say, { prompt: say("tool.trello.key") }), secret: true });
    await lead(ask, "tokenHow", trelloToken(key), { placeholder: say("tool.trello.tokenHow"), have: say("tool.haveToken"), make: say("tool.makeToken"), detail: say("tool.trello.makeToken") });
    return { service: "trello", key, token: await askToken(ask, deps) };
  });
}

export function askAsana(deps: ServiceDeps): Promise<ToolKeys> {
  const { say, screen } = deps;
  const lead = pageOpener(deps);
  return askInSteps(screen, { title: say("tool.connect.of", { service: "Asana" }) }, async (ask) => {
    await lead(ask, "tokenHow", asanaTokens, { placeholder: say("tool.asana.tokenHow"), have: say("tool.haveToken"), make: say("tool.makeToken"), detail: say("tool.asana.makeToken") });
    return { service: "asana", token: await askToken(ask, deps) };
  });
}

const askToken = (ask: Ask, { say }: ServiceDeps) => ask.text("token", { ...neededText(say, { prompt: say("tool.token") }), secret: true });

/**
 * Basecamp gives tokens to apps alone, so the user makes one of their own and signs in to it. The browser ends at an address that
 * nobody answers, and that address is pasted here: the same way on the desktop, over SSH and in the browser.
 */
export async function askBasecamp(deps: ServiceDeps): Promise<ToolKeys> {
  const { say, screen, tools, clipboard, open, progress } = deps;
  const lead = pageOpener(deps);
  let signIn: { readonly of: string; readonly is: BasecampSignIn } | undefined;
  const title = say("tool.connect.of", { service: "Basecamp" });
  const { begun, code } = await askInSteps(screen, { title }, async (ask) => {
    await lead(ask, "appHow", basecampApps, { placeholder: say("tool.basecamp.appHow"), have: say("tool.basecamp.haveApp"), make: say("tool.basecamp.makeApp"), detail: say("tool.basecamp.address", { address: tools.basecampRedirect }) }, () => clipboard.write(tools.basecampRedirect));
    const clientId = await ask.text("clientId", neededText(say, { prompt: say("tool.basecamp.clientId") }));
    const clientSecret = await ask.text("clientSecret", { ...neededText(say, { prompt: say("tool.basecamp.clientSecret") }), secret: true });
    const of = `${clientId} ${clientSecret}`;
    if (signIn?.of !== of) {
      signIn = { of, is: tools.signInToBasecamp({ clientId, clientSecret }) };
      await open(signIn.is.address);
    }
    const { is } = signIn;
    const pasted = await ask.text("pasted", {
      prompt: say("tool.basecamp.paste"),
      placeholder: `${tools.basecampRedirect}?code=…`,
      secret: true,
      check: (typed) => (is.codeIn(typed) === undefined ? { wrong: say("tool.basecamp.needsAddress") } : undefined),
    });
    return { begun: is, code: is.codeIn(pasted) ?? "" };
  });
  const companies = await progress(say("connect.testing"), async (signal) => valueOf(await begun.finish(code, signal)));
  const [first] = companies;
  if (!first) throw new ToolProblem({ id: "tool.basecamp.noCompany" }, "no account of Basecamp 3 or later");
  if (companies.length === 1) return first;
  return askInSteps(screen, { title }, (ask) =>
    ask.pick<ToolKeys>("company", { placeholder: say("tool.basecamp.company"), choices: companies.map((value): Choice<ToolKeys> => ({ label: value.company, icon: "organization", value })) }),
  );
}
