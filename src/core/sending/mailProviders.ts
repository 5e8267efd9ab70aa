import type { MailAccount } from "../ports/channels";

/** A mail provider whose server is known, and the page where a password for programs is made. */
export interface MailProvider {
  readonly id: "gmail" | "microsoft365" | "yahoo" | "icloud" | "zoho" | "zohoPro";
  readonly name: string;
  readonly server: Pick<MailAccount, "host" | "port" | "security">;
  /** Addresses that are surely of this provider. */
  readonly domains: readonly string[];
  readonly passwordPage: `https://${string}`;
  /** Where the provider says so. */
  readonly source: `https://${string}`;
}

export const mailProviders: readonly MailProvider[] = [
  {
    id: "gmail",
    name: "Gmail, Google Workspace",
    server: { host: "smtp.gmail.com", port: 465, security: "tls" },
    domains: ["gmail.com", "googlemail.com"],
    passwordPage: "https://myaccount.google.com/apppasswords",
    source: "https://support.google.com/mail/answer/185833",
  },
  {
    // Outlook.com and Hotmail take no passwords from programs any more; an organisation's mailbox does where its administrator
    // lets it: off by default from the end of December 2026.
    id: "microsoft365",
    name: "Office 365 (Outlook)",
    server: { host: "smtp.office365.com", port: 587, security: "starttls" },
    domains: [],
    passwordPage: "https://mysignins.microsoft.com/security-info",
    source: "https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission",
  },
  {
    id: "yahoo",
    name: "Yahoo Mail",
    server: { host: "smtp.mail.yahoo.com", port: 465, security: "tls" },
    domains: ["yahoo.com", "ymail.com", "rocketmail.com"],
    passwordPage: "https://login.yahoo.com/account/security",
    source: "https://help.yahoo.com/kb/SLN4075.html",
  },
  {
    id: "icloud",
    name: "iCloud Mail",
    server: { host: "smtp.mail.me.com", port: 587, security: "starttls" },
    domains: ["icloud.com", "me.com", "mac.com"],
    passwordPage: "https://account.apple.com/account/manage",
    source: "https://support.apple.com/en-us/102525",
  },
  {
    id: "zoho",
    name: "Zoho Mail",
    server: { host: "smtp.zoho.com", port: 465, security: "tls" },
    domains: ["zoho.com", "zohomail.com"],
    passwordPage: "https://accounts.zoho.com/home#security/app_password",
    source: "https://www.zoho.com/mail/help/zoho-smtp.html",
  },
  {
    id: "zohoPro",
    name: "Zoho Mail, own domain",
    server: { host: "smtppro.zoho.com", port: 465, security: "tls" },
    domains: [],
    passwordPage: "https://accounts.zoho.com/home#security/app_password",
    source: "https://www.zoho.com/mail/help/zoho-smtp.html",
  },
];

const takesNoPassword = ["outlook.com", "hotmail.com", "live.com", "msn.com"];
const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).trim().toLowerCase();

export const providerOf = (address: string): MailProvider | undefined => mailProviders.find(({ domains }) => domains.includes(domainOf(address)));

/** Microsoft's personal mailboxes: https://support.microsoft.com/en-us/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d */
export const takesPasswords = (address: string): boolean => !takesNoPassword.includes(domainOf(address));
