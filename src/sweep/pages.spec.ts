import { describe, expect, test } from "vitest";
import { ListMovedError, readAll, steadyPages } from "./pages";
import type { Page } from "./pages";

const same = (id: string) => id;

/** Pages of that many rows of a list that may change before each request. */
function listOf(limit: number, stateAt: (request: number) => readonly string[], hasTotal = true) {
  let requests = 0;
  return (from: number): Promise<Page<string>> => {
    const all = stateAt(requests);
    requests += 1;
    const end = from + limit;
    return Promise.resolve({
      rows: all.slice(from, end),
      total: hasTotal ? all.length : null,
      nextFrom: end < all.length ? end : null,
    });
  };
}

async function collect(read: (from: number) => Promise<Page<string>>) {
  const pages: (readonly string[])[] = [];
  for await (const { rows } of steadyPages(read, same)) pages.push(rows);
  return pages;
}

const five = ["a", "b", "c", "d", "e"];

describe("pages of a list", () => {
  test("that stands still give every row once", async () => {
    expect(await collect(listOf(3, () => five))).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
    expect(await collect(listOf(5, () => five))).toEqual([five]);
    expect(await collect(listOf(3, () => []))).toEqual([[]]);
  });

  test("say which of them is the last", async () => {
    const lastOf = async (limit: number) => {
      const isLast: boolean[] = [];
      for await (const page of steadyPages(
        listOf(limit, () => five),
        same,
      ))
        isLast.push(page.isLast);
      return isLast;
    };
    expect(await lastOf(3)).toEqual([false, true]);
    expect(await lastOf(5)).toEqual([true]);
  });

  test("of rows that are all gone by the second do not fit together", async () => {
    const rows = five.map((id) => ({ id }));
    const read = (from: number) =>
      Promise.resolve({ rows: from === 0 ? rows : [], total: 6, nextFrom: from === 0 ? 5 : null });
    const reading = async () => {
      for await (const { isLast } of steadyPages(read, ({ id }) => id)) expect(isLast).toBe(false);
    };
    await expect(reading()).rejects.toBeInstanceOf(ListMovedError);
  });

  test.each<[string, readonly string[]]>([
    ["lost a row before the next page", ["b", "c", "d", "e"]],
    ["got one", ["0", ...five]],
    ["lost one and got another, its total the same", ["b", "c", "d", "e", "f"]],
    ["is empty by now", []],
    ["got one at its end", [...five, "f"]],
  ])("that %s do not fit together", async (_, after) => {
    const read = listOf(3, (request) => (request === 0 ? five : after));
    await expect(collect(read)).rejects.toBeInstanceOf(ListMovedError);
  });

  test("that name a row twice do not fit together", async () => {
    await expect(collect(listOf(3, () => ["a", "b", "c", "a"]))).rejects.toThrow(/a is listed twice/);
  });

  test("of which fewer come than the server counts do not fit together", async () => {
    const read = (): Promise<Page<string>> => Promise.resolve({ rows: five, total: 6, nextFrom: null });
    await expect(collect(read)).rejects.toThrow(/total/);
  });

  test("need no total", async () => {
    expect(await collect(listOf(3, () => five, false))).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
  });

  test("end where a server names an empty page's own place as the next", async () => {
    const read = (from: number): Promise<Page<string>> => Promise.resolve({ rows: [], total: 0, nextFrom: from });
    expect(await collect(read)).toEqual([[]]);
  });
});

describe("a list read whole", () => {
  test("is read again where it moved, and whoever was on any page counts", async () => {
    const read = listOf(3, (request) => (request === 0 ? five : five.slice(1)));
    expect([...(await readAll(read, same)).keys()].toSorted()).toEqual(five);
  });

  test("that never stands still is read to its end all the same", async () => {
    const arrived: string[] = [];
    const read = listOf(3, (request) => {
      arrived.unshift(String(request));
      return [...arrived, ...five];
    });
    // Twice its second page does not fit the first.
    expect([...(await readAll(read, same)).keys()]).toEqual(expect.arrayContaining(five));
  });

  test("of which fewer come than the server counts is what came", async () => {
    const read = (): Promise<Page<string>> => Promise.resolve({ rows: five, total: 6, nextFrom: null });
    expect([...(await readAll(read, same)).keys()]).toEqual(five);
  });

  test("that cannot be read throws, at once", async () => {
    let requests = 0;
    const read = () => {
      requests += 1;
      return Promise.reject(new Error("no"));
    };
    await expect(readAll(read, same)).rejects.toThrow("no");
    expect(requests).toBe(1);
  });

  test("that never stands still ends where a server names an empty page's own place as the next", async () => {
    const read = (from: number): Promise<Page<string>> =>
      Promise.resolve({ rows: from === 0 ? five : [], total: null, nextFrom: Math.max(from, 5) });
    expect([...(await readAll(read, same)).keys()]).toEqual(five);
  });
});
