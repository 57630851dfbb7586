import { cronScriptOf, curlOf } from "../../src/sweep/command";
import { test, wishOf } from "../fixtures/cron";
import { expect } from "../fixtures/test";

test.use({ standinOptions: { version: "1.77.0" } });

test("a server before 1.78 takes the commands by the path with its name", async ({
  people,
  homeserver,
  cron,
  standin,
}) => {
  for (const commandOf of [curlOf, cronScriptOf]) {
    await people.withRows([{}]);
    expect(await cron.run(commandOf(wishOf(homeserver)))).toMatchObject({ code: 0, stderr: "" });
    expect(standin.store.media.size).toBe(0);
  }
});
