import { afterEach, describe, expect, test, vi } from "vitest";
import { whoami } from "../api/auth";
import { createSession } from "./session";
import type { SessionManager } from "./session";
import type { Account } from "./sign-in";

const ann: Account = { homeserver: "https://hs.example", userId: "@ann:example.org", serverName: "example.org" };
const bob: Account = { ...ann, userId: "@bob:example.org" };

/** A browser's storage, in memory. */
class MemoryStorage implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  clear() {
    this.#items.clear();
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.#items.delete(key);
  }
  setItem(key: string, value: string) {
    this.#items.set(key, value);
  }
}

/** Private modes and strict settings: every use throws. */
class RefusingStorage extends MemoryStorage {
  override getItem(): never {
    throw new DOMException("refused", "SecurityError");
  }
  override setItem(): never {
    throw new DOMException("full", "QuotaExceededError");
  }
  override removeItem(): never {
    throw new DOMException("refused", "SecurityError");
  }
}

const textIn = (storage: MemoryStorage): string =>
  Array.from({ length: storage.length }, (_, index) => storage.getItem(storage.key(index) ?? "")).join("\n");

/** The token that goes out with a request. */
async function tokenSent(session: SessionManager): Promise<string | null> {
  const state = session.get();
  if (state.status !== "signed-in") return null;
  const sent = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ user_id: state.account.userId })));
  vi.stubGlobal("fetch", sent);
  await whoami(state.client);
  return new Headers(sent.mock.calls[0]?.[1]?.headers).get("Authorization");
}

const inBrowser = () => {
  const storages = { tab: new MemoryStorage(), device: new MemoryStorage() };
  return { ...storages, session: createSession(storages) };
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("where the token is kept", () => {
  test("in the tab unless the admin says otherwise", () => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    expect(textIn(tab)).toContain("secret");
    expect(textIn(device)).not.toContain("secret");
  });

  test("on the device where the admin asked for it, and not in the tab as well", () => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: true });
    expect(textIn(device)).toContain("secret");
    expect(textIn(tab)).not.toContain("secret");
  });

  test("nowhere after the end", () => {
    for (const isRemembered of [false, true]) {
      const { tab, device, session } = inBrowser();
      session.begin(ann, "secret", { isRemembered });
      session.end();
      expect(textIn(tab) + textIn(device)).toBe("");
      expect(session.get()).toEqual({ status: "signed-out" });
    }
  });

  test("a token that was remembered is forgotten by the next sign-in", () => {
    const { device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: true });
    session.begin(ann, "another", { isRemembered: false });
    expect(textIn(device)).toBe("");
  });
});

describe("forgotten by another tab", () => {
  test("is a session of the device that is not there any more", () => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: true });
    const second = createSession({ tab: new MemoryStorage(), device });
    expect([session.isForgotten(), second.isForgotten()]).toEqual([false, false]);
    second.end();
    expect([session.isForgotten(), second.isForgotten()]).toEqual([true, false]);
    session.begin(ann, "secret", { isRemembered: false });
    expect([session.isForgotten(), createSession({ tab, device }).isForgotten()]).toEqual([false, false]);
  });
});

describe("after a reload", () => {
  test.each([true, false])("the session goes on (remembered: %s)", async (isRemembered) => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered });
    const reloaded = createSession({ tab, device });
    expect(reloaded.get()).toMatchObject({ status: "signed-in", account: ann, isTokenRefused: false });
    expect(await tokenSent(reloaded)).toBe("Bearer secret");
  });

  test("another program's text under the same key signs nobody in", () => {
    for (const text of ["", "null", "{", "[]", `{"homeserver": "https://hs.example"}`, `{"userId": 7}`]) {
      const { tab, device, session } = inBrowser();
      session.begin(ann, "secret", { isRemembered: false });
      tab.setItem(tab.key(0) ?? "", text);
      expect(createSession({ tab, device }).get()).toEqual({ status: "signed-out" });
    }
  });
});

describe("where the browser refuses storage", () => {
  test.each([
    ["there is none", { tab: null, device: null }],
    ["every use throws", { tab: new RefusingStorage(), device: new RefusingStorage() }],
  ])("a session lives in the page: %s", async (_how, storages) => {
    const session = createSession(storages);
    expect(session.get().status).toBe("signed-out");
    session.begin(ann, "secret", { isRemembered: true });
    expect(await tokenSent(session)).toBe("Bearer secret");
    session.renew("fresh");
    expect(await tokenSent(session)).toBe("Bearer fresh");
    session.end();
    expect(session.get().status).toBe("signed-out");
  });
});

describe("a refused token", () => {
  test("keeps the account and the client, and is told once", () => {
    const { session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    const before = session.get();
    const heard = vi.fn<() => void>();
    session.subscribe(heard);
    session.refuse();
    session.refuse();
    expect(session.get()).toEqual({ ...before, isTokenRefused: true });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("says nothing where nobody is signed in", () => {
    const { session } = inBrowser();
    session.refuse();
    session.renew("fresh");
    expect(session.get()).toEqual({ status: "signed-out" });
  });

  test("gives way to a new one, which the same client sends", async () => {
    const { session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    const before = session.get();
    session.refuse();
    session.renew("fresh");
    expect(session.get()).toEqual(before);
    expect(await tokenSent(session)).toBe("Bearer fresh");
  });

  test.each([true, false])("the new one is kept where the old one was (remembered: %s)", (isRemembered) => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered });
    session.renew("fresh");
    expect(textIn(isRemembered ? device : tab)).toContain("fresh");
    expect(textIn(isRemembered ? tab : device)).toBe("");
  });

  test("the new one stays in the tab although another tab's session is remembered", () => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    createSession({ tab: new MemoryStorage(), device }).begin(bob, "of-bob", { isRemembered: true });
    session.renew("fresh");
    expect(textIn(tab)).toContain("fresh");
    expect(textIn(device)).toContain("of-bob");
    expect(textIn(device)).not.toContain("fresh");
  });

  test("the new one is kept where the old one was, also after a reload", () => {
    const { tab, device, session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: true });
    createSession({ tab, device }).renew("fresh");
    expect(textIn(device)).toContain("fresh");
    expect(textIn(tab)).toBe("");
  });
});

describe("waiting for a new token", () => {
  const refused = () => {
    const { session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    session.refuse();
    return session;
  };

  test("ends at once where the token is accepted", async () => {
    const { session } = inBrowser();
    session.begin(ann, "secret", { isRemembered: false });
    await expect(session.untilRenewed()).resolves.toBeUndefined();
  });

  test("ends with the new token", async () => {
    const session = refused();
    const waiting = session.untilRenewed();
    session.renew("fresh");
    await expect(waiting).resolves.toBeUndefined();
  });

  test("is given up when the session ends", async () => {
    const session = refused();
    const waiting = session.untilRenewed();
    session.end();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  test("is given up when its signal aborts, before or meanwhile", async () => {
    const session = refused();
    const stopping = new AbortController();
    const waiting = session.untilRenewed(stopping.signal);
    stopping.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    await expect(session.untilRenewed(stopping.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});
