import * as l10n from "@vscode/l10n";
import start from "../../l10n/bundle.l10n.json?start";
import type { Language } from "../core/book/fields";
import { createEmitter } from "../core/emitter";
import { makeSay } from "../core/language/makeSay";
import type { Digits } from "../core/language/writing";
import type { Disposable, Event } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import type { Say } from "../core/say";

export interface InterfaceLanguage extends Disposable {
  /** Speaks the language of the interface as it is at each call; in English until another one's texts are loaded. */
  readonly say: Say;
  current(): Language;
  /** Fires once the texts have changed; what is on screen is to be said anew. */
  readonly onDidChange: Event<Language>;
  /** Resolves when the texts of the language that is wanted now are loaded, as far as they are said without a command. Never rejects. */
  ready(): Promise<void>;
  /** Loads the texts that only commands say. Never rejects. */
  whole(): Promise<void>;
}

export interface InterfaceLanguageDeps {
  /** The setting `khobor.interfaceLanguage` as it is now. */
  readonly setting: () => unknown;
  /** Fires when the setting or the digits of the user may have changed. */
  readonly onDidChangeWishes: Event<unknown>;
  /** VS Code's own language: "en", "bn", "bn-BD". */
  readonly editorLanguage: string;
  readonly digits: () => Digits | undefined;
  readonly log: Log;
}

/** The language that a setting (`auto`, `en`, `bn`) asks for. `auto` follows VS Code; anything unknown counts as `auto`. */
export function wantedLanguage(setting: unknown, editorLanguage: string): Language {
  if (setting === "en" || setting === "bn") return setting;
  return /^bn\b/i.test(editorLanguage) ? "bn" : "en";
}

type Texts = Readonly<Record<string, string>>;

/** Only English is there from the start, and of it what is said without a command: most windows never need more. */
async function texts(language: Language): Promise<Texts> {
  if (language === "en") return start;
  const { default: bangla } = await import("../../l10n/bundle.l10n.bn.json");
  return { ...start, ...bangla };
}
const laterTexts = async (): Promise<Texts> => (await import("../../l10n/bundle.l10n.json?later")).default;

export function createInterfaceLanguage(deps: InterfaceLanguageDeps): InterfaceLanguage {
  const changed = createEmitter<Language>((error) => deps.log.error("a listener to the interface language failed", error));
  const format = (template: string, values: Record<string, string>) => l10n.t(template, values);
  // English has its digits whatever was chosen, so that nobody is asked before the first switch.
  const sayIn = (language: Language, bundle: Texts): Say =>
    makeSay({ bundle, language, digits: language === "bn" ? (deps.digits() ?? "bangla") : "latin", format });

  let language: Language = "en";
  let bundle: Texts = start;
  let later: Texts = {};
  let loadingLater: Promise<void> | undefined;
  let say = sayIn(language, bundle);
  let loading = Promise.resolve();

  async function follow(tell: boolean): Promise<void> {
    const wanted = wantedLanguage(deps.setting(), deps.editorLanguage);
    try {
      bundle = await texts(wanted);
      language = wanted;
    } catch (error) {
      deps.log.error(`the texts of "${wanted}" could not be loaded`, error);
    }
    say = sayIn(language, { ...later, ...bundle });
    if (tell || language !== "en") changed.fire(language);
  }
  // One after the other, so that of two quick changes the later one wins.
  const enqueue = (tell: boolean) => (loading = loading.then(() => follow(tell)));

  void enqueue(false);
  const wishes = deps.onDidChangeWishes(() => void enqueue(true));

  return {
    say: (text, values) => say(text, values),
    current: () => language,
    onDidChange: changed.event,
    ready: () => loading,
    async whole() {
      loadingLater ??= laterTexts().then(
        (texts) => {
          later = texts;
          say = sayIn(language, { ...later, ...bundle });
        },
        (error: unknown) => {
          loadingLater = undefined;
          deps.log.error("the texts of commands could not be loaded", error);
        },
      );
      await Promise.all([loading, loadingLater]);
    },
    dispose() {
      wishes.dispose();
      changed.dispose();
    },
  };
}
