// What trackers and hosts of code put before or behind the words of a subject.

export const ticket = /^(?:(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|issue|ticket|task|story|bug)\s+)?(#\d+|(?<=(?:issue|ticket|task|story|bug|card)\s)\d+(?=\s*[:–-])|GH-\d+|[A-Z][A-Z0-9]{1,9}-\d+)(?:\s*[:\]|,–-]+\s*|\s+(?=\S))/i;
/** What trackers call their entries, before a number: "Bug 5530: …", "User Story 12 - …", "[Bug 7] …". */
export const workItem = /^(?:user story|product backlog item|pbi|bug|task|feature|issue|epic|defect)?\s*#?\d{1,7}$/i;
export const workItemFirst = /^(user story|product backlog item|pbi|defect|feature)\s+#?(\d{1,7})\s*(?:[:|,]|\s?[-–])\s*(?=\S)/i;
/** GitLab's title for what settles an issue: `Resolve "Search finds nothing"`. */
export const settles = /^(?:draft: )?resolve ["“](.+)["”]$/i;
/** "Issue #3391300 by rafi, sara: Add …", as Drupal has it. */
export const issueBy = /^issue #(\d+) by [^:]{1,200}:\s+(?=\S)/i;
/** What a host appends when it squashes: "(#12)", "(!12)". */
export const numbered = /(?:\s*\([#!]\d+\))+$/;

/** Things that look like tickets and are words: "UTF-8", "SHA-256". */
const notTickets = /^(?:utf|sha|iso|rfc|md|ipv|http|tls|covid|wcag|es|aes|rsa|cve|cwe|mp|h|php|web|gpt|usb|a|b|c|d|e|f|x|v|top|step|phase|part|day|week|sprint)-\d+$/i;
export const isTicket = (text: string): boolean => !notTickets.test(text);
