import { afterEach } from "mocha";

/** What a test opens and starts: it is closed and stopped when the test is over. */
export function openedInTest() {
  const opened: { close(): void }[] = [];
  const servers: { stop(): Promise<unknown> }[] = [];
  afterEach(async () => {
    opened.splice(0).forEach((one) => one.close());
    await Promise.all(servers.splice(0).map((one) => one.stop()));
  });
  return { opened, servers };
}
