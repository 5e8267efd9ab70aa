import { applyChanges, type Book } from "../core/book/book";
import { usualContact } from "../core/book/client";
import type { Id, Language } from "../core/book/fields";
import type { MessageKind } from "../core/book/messageKind";
import { projectsOf, recordById } from "../core/book/queries";
import type { MessagePrompts } from "../core/drafting/kinds/asking";
import type { MessageView } from "../core/drafting/kinds/messageView";
import type { Renderer } from "../core/drafting/renderer";
import { exampleAnswer } from "../core/drafting/templates/exampleAnswer";
import { hasSubject } from "../core/drafting/subject";
import type { Say, Text } from "../core/say";
import type { TellFrom } from "../core/book/project";
import { later } from "../core/time/zoned";
import { composeUpdate, type ComposeUpdateDeps } from "./draftUpdate";
import type { Renderers } from "./renderers";
import { writeMessage } from "./writeMessage";

export interface PreviewDeps extends ComposeUpdateDeps {
  readonly say: Say;
}

/** What a message of a kind would be written from; `view` is safe to hand to a template. */
export type Previewed =
  | { readonly is: "view"; readonly view: MessageView; readonly subject: boolean; readonly language: Language }
  | { readonly is: "none"; readonly why: Text };

/**
 * What a message to this client would say now, for trying templates on. The same way as a real one goes, but nothing is
 * asked, kept or sent: what only a person can answer gets an example.
 */
export async function previewMessage(kind: MessageKind, clientId: Id, language: Language, deps: PreviewDeps, signal?: AbortSignal): Promise<Previewed> {
  const book = trialBook(inLanguage(deps.book.current(), clientId, language));
  const client = recordById(book.current(), "client", clientId);
  const [project] = projectsOf(book.current(), clientId);
  if (!client) return { is: "none", why: { id: "which.noClient" } };
  const seen = recorder();
  const trial = { ...deps, book, renderers: seen.renderers };
  const options = signal ? { signal } : {};
  const tellFrom: TellFrom = project?.tellFrom ?? { from: "instant", at: later(deps.clock.now(), -MONTH_MINUTES) };
  if (kind === "progress") {
    if (!project) return { is: "none", why: { id: "which.noProject" } };
    await composeUpdate(project, tellFrom, trial, options);
  } else {
    const prompts = { ...examples(deps), askTellFrom: () => Promise.resolve(tellFrom), pickProject: () => Promise.resolve(project) };
    const made = await writeMessage(
      { kind, clientId, ...(project && { projectId: project.id }) },
      {
        ...trial,
        prompts,
        drafts: { create: () => Promise.resolve("") },
        remember: book.change,
        whileReading: (_client, read) => read(signal ?? new AbortController().signal),
      },
    );
    if (made?.is === "refused") return { is: "none", why: made.reason };
  }
  const view = seen.view();
  return view === undefined ? { is: "none", why: { id: "template.nothingToShow" } } : { is: "view", view, subject: hasSubject(client.channel), language };
}

const MONTH_MINUTES = 30 * 24 * 60;

/** A book to try on: changes stay in it. */
function trialBook(book: Book) {
  let now = book;
  return {
    current: () => now,
    change: (changes: Parameters<typeof applyChanges>[1]) => {
      now = applyChanges(now, changes);
      return Promise.resolve();
    },
    onDidChange: () => ({ dispose: () => undefined }),
    setAside: () => [],
  };
}

/** The template's language counts, whatever the contact's is. */
const inLanguage = (book: Book, clientId: Id, language: Language): Book => ({
  ...book,
  client: book.client.map((client) => (client.id === clientId && usualContact(client).language !== language ? { ...client, contacts: client.contacts.map((contact) => ({ ...contact, language })) } : client)),
});

/** Renderers that keep what they are given. */
function recorder(): { readonly renderers: Renderers; readonly view: () => MessageView | undefined } {
  let seen: MessageView | undefined;
  const renderer: Renderer = {
    render: (view) => {
      seen ??= view as MessageView;
      return "";
    },
    subject: () => undefined,
    renderPartial: () => "",
  };
  return { renderers: { of: () => Promise.resolve(renderer) }, view: () => seen };
}

/** Answers everything with the likeliest, else with an example. */
const examples = ({ say, clock }: Pick<PreviewDeps, "say" | "clock">): MessagePrompts => ({
  interview: (_title, begin, questions) => {
    let state = begin;
    // More questions than any kind has: one that is asked again and again does not hold the preview up.
    for (let round = 0; round < 100; round++) {
      const [need] = questions.needs(state);
      if (!need) break;
      state = questions.take(state, need, exampleAnswer(need, { now: clock.now(), zone: clock.zone(), say }));
    }
    return Promise.resolve({ state, finished: true });
  },
  pickAbout: (_title, [first], orNew) => Promise.resolve(first ?? (orNew ? "new" : undefined)),
  pickForm: (_title, forms) => Promise.resolve(forms[0]?.value),
});
