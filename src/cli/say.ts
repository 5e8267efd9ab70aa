import * as l10n from "@vscode/l10n";
import english from "../../l10n/bundle.l10n.json";
import { makeSay } from "../core/language/makeSay";
import type { Say } from "../core/say";

/** What the command line says of problems and reasons: in English, and loaded where there is something to say. */
export const say: Say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => l10n.t(text, values) });
