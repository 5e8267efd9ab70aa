import * as vscode from "vscode";
import type { Language } from "../../../core/book/fields";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import { TEMPLATE_LANGUAGE } from "./templateIds";

/** A template of the user's own, as it is open in an editor. */
export interface TemplateFile {
  readonly name: string;
  readonly language: Language;
  readonly kind: MessageKind;
}

const inFolder = /\/(en|bn)\/([a-z][a-z-]*)\.hbs$/;

export function templateFile({ uri, languageId }: Pick<vscode.TextDocument, "uri" | "languageId">): TemplateFile | undefined {
  const [, language, word] = (languageId === TEMPLATE_LANGUAGE && inFolder.exec(uri.path)) || [];
  const kind = messageKinds.find((each) => each === word);
  return language === undefined || kind === undefined ? undefined : { name: `${language}/${kind}`, language: language as Language, kind };
}

/** The template that a command is about: the one that is being edited. */
export function activeTemplate(): (TemplateFile & { readonly document: vscode.TextDocument }) | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const file = document && templateFile(document);
  return file && { ...file, document };
}
