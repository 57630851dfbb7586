import type { Page } from "@playwright/test";

/** Every place of the browser that a page can write to and read back. */
export type Place =
  "address" | "history" | "title" | "session storage" | "local storage" | "cookies" | "IndexedDB" | "caches" | "name";

/** In which places of that page's browser the text stands, for instance a token. */
export async function placesHolding(page: Page, text: string): Promise<readonly Place[]> {
  const kept = await page.evaluate(readPlaces);
  const cookies = JSON.stringify(await page.context().cookies());
  const { origins } = await page.context().storageState({ indexedDB: true });
  const places: Readonly<Record<Place, string>> = {
    ...kept,
    cookies: kept.cookies + cookies,
    IndexedDB: JSON.stringify(origins.map(({ localStorage: _told, ...rest }) => rest)),
  };
  const held: Place[] = [];
  for (const place of PLACES) if (places[place].includes(text)) held.push(place);
  return held;
}

const PLACES: readonly Place[] = [
  "address",
  "history",
  "title",
  "session storage",
  "local storage",
  "cookies",
  "IndexedDB",
  "caches",
  "name",
];

/** Runs in the page. */
async function readPlaces() {
  const names = await caches.keys();
  const addresses: string[] = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) addresses.push(request.url, JSON.stringify([...request.headers]));
  }
  return {
    address: decodeURIComponent(location.href),
    history: JSON.stringify(history.state),
    title: document.title,
    "session storage": JSON.stringify(sessionStorage),
    "local storage": JSON.stringify(localStorage),
    cookies: document.cookie,
    caches: JSON.stringify([names, addresses]),
    name: window.name,
  };
}
