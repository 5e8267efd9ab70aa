import { readFileSync } from "node:fs";

/** Made for these tests and good for nothing else: "localhost", signed by itself. */
export const certificate = readFileSync("test/support/servers/localhost.crt", "utf8");
export const certificateKey = readFileSync("test/support/servers/localhost.key", "utf8");
