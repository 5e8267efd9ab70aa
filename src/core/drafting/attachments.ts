import type { ChannelName } from "../book/client";
import type { Language } from "../book/fields";
import type { Attachment } from "../book/sentRecord";
import { safeAddress } from "./address";
import { escapeMarkdown, plainLine } from "./escape";

/** Files go along with a message there. Elsewhere they have to be put beside it by hand, so that the text names them. */
const carriesFiles = (channel: ChannelName): boolean => channel === "email" || channel === "slack";

const labels: Readonly<Record<Language, string>> = { en: "Attached:", bn: "সংযুক্ত:" };

/** What the text says of an attachment; undefined where it need not say anything. Addresses stand in a line of their own. */
function mention(attachment: Attachment, channel: ChannelName, language: Language): string | undefined {
  const { name, url } = attachment;
  if (url === undefined) return carriesFiles(channel) ? undefined : `${labels[language]} ${escapeMarkdown(name)}`;
  const address = safeAddress(url);
  return address === undefined || name === url ? address : `${escapeMarkdown(name)}:\n${address}`;
}

/** The text with a mention of what was attached, above the signature. */
export function withMention(text: string, attachment: Attachment, channel: ChannelName, language: Language): string {
  const said = mention(attachment, channel, language);
  if (said === undefined || text.includes(said)) return text;
  const body = text.trimEnd();
  const signature = body.lastIndexOf("\n\n");
  if (signature < 0) return `${body}\n\n${said}\n`;
  return `${body.slice(0, signature)}\n\n${said}${body.slice(signature)}\n`;
}

/** The same without it, where it still stands as it was put there. */
export function withoutMention(text: string, attachment: Attachment, channel: ChannelName, language: Language): string {
  const said = mention(attachment, channel, language);
  return said === undefined ? text : text.replace(`\n\n${said}\n`, () => "\n");
}

/** A draft that was written anew names what the one before named. */
export const withSameMentions = (before: string, text: string, attachments: readonly Attachment[], channel: ChannelName, language: Language): string =>
  attachments.reduce((now, attachment) => {
    const said = mention(attachment, channel, language);
    return said !== undefined && before.includes(said) ? withMention(now, attachment, channel, language) : now;
  }, text);

/** Windows keeps these for itself, whatever follows the point. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What else lies in a draft's folder. */
const ours = /^(?:message\.md|provenance.*\.json)$/i;
const longest = 100;

/**
 * A name that is one on every disk and in every mail: no folders, no marks that disks or shells know, nothing hidden, not too
 * long, and unlike the others of the same draft, whatever their case.
 */
export function safeName(name: string, others: readonly string[]): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = plainLine(last).replace(/[:*?"<>|%$`']/g, "-").replace(/^[.\s-]+|[.\s]+$/g, "");
  const [, stem = "", ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(plain) ?? [];
  const short = cut(stem, longest - ending.length) || "file";
  const wanted = `${reserved.test(short) || ours.test(short + ending) ? "_" : ""}${short}`;
  const taken = new Set(others.map((other) => other.normalize("NFC").toLowerCase()));
  for (let turn = 1; ; turn++) {
    const candidate = `${wanted}${turn === 1 ? "" : ` (${turn})`}${ending}`;
    if (!taken.has(candidate.normalize("NFC").toLowerCase())) return candidate;
  }
}

const encoder = new TextEncoder();
const letters = new Intl.Segmenter();

/** So many bytes at most, and no letter cut in two. */
function cut(text: string, most: number): string {
  if (encoder.encode(text).length <= most) return text.trim();
  let bytes = 0;
  let kept = "";
  for (const { segment } of letters.segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > most) break;
    kept += segment;
  }
  return kept.trim();
}

const types: Readonly<Record<string, string>> = {
  ...{ png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", svg: "image/svg+xml", avif: "image/avif", heic: "image/heic" },
  ...{ pdf: "application/pdf", txt: "text/plain", md: "text/markdown", csv: "text/csv", html: "text/html", htm: "text/html", ics: "text/calendar", json: "application/json", zip: "application/zip" },
  ...{ mp4: "video/mp4", mov: "video/quicktime", webm: "video/webm", mp3: "audio/mpeg", doc: "application/msword", xls: "application/vnd.ms-excel" },
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};
export const typeOf = (name: string): string => types[/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";
