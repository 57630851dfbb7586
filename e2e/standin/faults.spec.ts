import { describe, expect, test } from "vitest";

import { ConnectionDropped } from "./answer";
import { FIXED_NOW_MS, fixedClock } from "./clock";
import type { Fault } from "./faults";
import { type Standin, createStandin } from "./handle";
import { DAY_MS, putFile } from "./seed-media";
import { ADMIN_TOKEN } from "./store";

const RULE = `/_synapse/admin/v1/media/delete?before_ts=${String(FIXED_NOW_MS)}`;

function createFilled(...mediaIds: string[]): Standin {
  const standin = createStandin({ scenario: "empty", now: fixedClock(), serverName: "here" });
  for (const media_id of mediaIds) {
    const created_ts = FIXED_NOW_MS - DAY_MS;
    const file = { media_id, user_id: "@ann:here", media_length: 5, created_ts };
    putFile({ store: standin.store, nowMs: FIXED_NOW_MS }, file);
  }
  return standin;
}

const ask = (standin: Standin, method: string, path: string): Promise<Response> =>
  standin.handle(new Request(`http://standin${path}`, { method, headers: { Authorization: `Bearer ${ADMIN_TOKEN}` } }));

const deleteOne = (standin: Standin, mediaId: string): Promise<Response> =>
  ask(standin, "DELETE", `/_synapse/admin/v1/media/here/${mediaId}`);

const arm = (fault: Fault) => {
  const standin = createFilled("a", "b", "c");
  standin.faults.arm({ path: /media\/delete/, fault });
  return standin;
};

describe("armed faults", () => {
  test("hit as often as ordered, then the server answers again", async () => {
    const standin = createFilled("a");
    const armed = standin.faults.arm({ path: /media\/delete/, fault: { kind: "limited", retryAfterMs: 5 }, times: 2 });
    const statuses = [
      await ask(standin, "POST", RULE),
      await ask(standin, "POST", RULE),
      await ask(standin, "POST", RULE),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(armed.hits()).toBe(2);
  });

  test("after: the files are gone although the answer never comes", async () => {
    const lost = arm({ kind: "after", loss: "504" });
    const answer = await ask(lost, "POST", RULE);
    expect(answer.status).toBe(504);
    expect(answer.headers.has("Access-Control-Allow-Origin")).toBe(false);
    expect(lost.store.media.size).toBe(0);
    const cut = arm({ kind: "after", loss: "drop" });
    await expect(ask(cut, "POST", RULE)).rejects.toBeInstanceOf(ConnectionDropped);
    expect(cut.store.media.size).toBe(0);
  });

  test("while: the answer is lost at once and the deletion goes on", async () => {
    const standin = arm({ kind: "while", loss: "504", filesPerSecond: 50 });
    expect((await ask(standin, "POST", RULE)).status).toBe(504);
    expect(standin.store.media.size).toBeGreaterThan(0);
    await standin.settled();
    expect(standin.store.media.size).toBe(0);
  });

  test("drop and proxy pages: nothing has happened", async () => {
    const dropping = arm({ kind: "drop" });
    await expect(ask(dropping, "POST", RULE)).rejects.toBeInstanceOf(ConnectionDropped);
    const proxied = arm({ kind: "proxy-page", status: 502, cors: true });
    expect((await ask(proxied, "POST", RULE)).headers.get("Content-Type")).toBe("text/html");
    expect([dropping.store.media.size, proxied.store.media.size]).toEqual([3, 3]);
  });

  test("hang: ends with a reset", async () => {
    const standin = arm({ kind: "hang" });
    const answer = ask(standin, "POST", RULE).catch((error: unknown) => error);
    await Promise.resolve();
    standin.reset();
    expect(await answer).toBeInstanceOf(ConnectionDropped);
  });

  test("cut: the answer breaks off", async () => {
    const answer = await ask(arm({ kind: "cut" }), "POST", RULE);
    await expect(answer.json()).rejects.toBeInstanceOf(Error);
  });

  test("malformed: carried out, and the answer is no JSON", async () => {
    const standin = arm({ kind: "malformed" });
    const answer = await ask(standin, "POST", RULE);
    expect([answer.status, standin.store.media.size]).toEqual([200, 0]);
    await expect(answer.json()).rejects.toBeInstanceOf(SyntaxError);
  });
});

describe("sentinels", () => {
  test("stuck: 200 without the file, by ID as by rule", async () => {
    const standin = createFilled("stuck-a", "b");
    expect(await (await deleteOne(standin, "stuck-a")).json()).toEqual({ deleted_media: [], total: 0 });
    expect(await (await ask(standin, "POST", RULE)).json()).toEqual({ deleted_media: ["b"], total: 1 });
  });

  test("gone: listed until somebody wants to delete it", async () => {
    const standin = createFilled("gone-a", "gone-b", "c");
    expect((await deleteOne(standin, "gone-a")).status).toBe(404);
    expect(await (await ask(standin, "POST", RULE)).json()).toEqual({ deleted_media: ["c"], total: 1 });
  });

  test("limit-429: refused twice, then done", async () => {
    const standin = createFilled("limit-429-a");
    const statuses: number[] = [];
    for (let left = 3; left > 0; left -= 1) statuses.push((await deleteOne(standin, "limit-429-a")).status);
    expect(statuses).toEqual([429, 429, 200]);
  });

  test("fail and drop: the token is asked for first", async () => {
    const standin = createFilled("fail-500-a", "drop-a");
    const path = "/_synapse/admin/v1/media/here/fail-500-a";
    const anonymous = await standin.handle(new Request(`http://standin${path}`, { method: "DELETE" }));
    expect(anonymous.status).toBe(401);
    expect((await deleteOne(standin, "fail-500-a")).status).toBe(500);
    await expect(deleteOne(standin, "drop-a")).rejects.toBeInstanceOf(ConnectionDropped);
  });
});

test("requests are recorded, and forgotten by a reset", async () => {
  const standin = createFilled();
  await ask(standin, "POST", RULE);
  expect(standin.requests).toEqual([
    { method: "POST", path: "/_synapse/admin/v1/media/delete", search: `?before_ts=${String(FIXED_NOW_MS)}` },
  ]);
  standin.reset();
  expect(standin.requests).toEqual([]);
});

test("a revoked token ends the session, a new one goes on", async () => {
  const standin = createFilled();
  const admin = standin.store.userId("admin");
  standin.store.revoke(ADMIN_TOKEN);
  expect((await ask(standin, "POST", RULE)).status).toBe(401);
  standin.store.issueToken(admin, ADMIN_TOKEN);
  expect((await ask(standin, "POST", RULE)).status).toBe(200);
});
