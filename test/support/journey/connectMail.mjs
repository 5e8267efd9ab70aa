import assert from "node:assert/strict";

/**
 * Connects the mailbox of a server on this machine, as a person types it in.
 * @param {import("./window.mjs").Window} window
 * @param {{ port: number }} mailbox
 * @param {string} password as it is typed
 */
export async function connectMail(window, { port }, password) {
  await window.command("Khobor: Connect Email, Slack or Another Program…");
  await window.pick(/^Email/);
  await window.step("The address that clients get your mail from");
  await window.answer("nadia@nadia.example");
  await window.pick("Another mail server…");
  await window.step("The server that takes your mail");
  await window.answer("127.0.0.1");
  await window.pick("Not at all");
  await window.step("The port of the server");
  await window.answer(String(port));
  await window.step("Your name, as clients see it");
  await window.press("Enter");
  await window.pick(/^No/);
  await window.step("The name to sign in with");
  await window.answer("nadia");
  await window.step("The password.");
  assert.equal(await window.input.getAttribute("type"), "password");
  await window.shot("connect-password");
  await window.answer(password);
}
