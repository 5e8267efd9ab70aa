import type { OutgoingMessage } from "../../../src/core/ports/channels";

export const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "acme-2026-11-20-a1b2",
  clientId: "c-acme",
  projectId: "j-shop",
  language: "en",
  to: ["sara@acme.example"],
  subject: "Where the shop stands",
  text: "Hi Sara, here is where the shop stands.\n\n**Live now**\n- Customers can pay with bKash.\n- Tom & Jerry's <b>page</b> \\*works\\*.\n\nhttps://staging.example/a?b=1&c=2\n\nRafi\n",
  attachments: [],
  ...more,
});
