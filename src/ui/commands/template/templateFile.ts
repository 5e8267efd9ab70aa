import * as vscode from "vscode";
import type { Language } from "../../../core/book/fields";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import type { Text } from "../../../core/say";
import { TEMPLATE_LANGUAGE } from "./templateIds";

/** What a template of the user's own is for: a kind of message, or a partial that several messages share. */
export type TemplateOf = MessageKind | { readonly partial: string };

/** A template of the user's own, as it is open in an editor. */
export interface TemplateFile {
  readonly name: string;
  readonly language: Language;
  readonly of: TemplateOf;
}

const inFolder = /\/(en|bn)\/(?:([a-z][a-z-]*)|partials\/([a-z][A-Za-z0-9-]*))\.hbs$/;

export function templateFile({ uri, languageId }: Pick<vscode.TextDocument, "uri" | "languageId">): TemplateFile | undefined {
  const [, language, word, partial] = (languageId === TEMPLATE_LANGUAGE && inFolder.exec(uri.path)) || [];
  const of = partial === undefined ? messageKinds.find((each) => each === word) : { partial };
  return language === undefined || of === undefined ? undefined : { name: nameOf(of, language as Language), language: language as Language, of };
}

/** As templates are stored: "en/progress", "en/partials/signature". */
export const nameOf = (of: TemplateOf, language: Language): string => `${language}/${typeof of === "string" ? of : `partials/${of.partial}`}`;

/** The template that a command is about: the one that is being edited. */
export function activeTemplate(): (TemplateFile & { readonly document: vscode.TextDocument }) | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const file = document && templateFile(document);
  return file && { ...file, document };
}

/** What it goes by on screen. */
export const titleOf = (of: TemplateOf): Text | string => (typeof of === "string" ? { id: `messageKind.${of}` } : of.partial);
