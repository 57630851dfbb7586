import type { Clock } from "./clock";
import type { NullOrder } from "./order";
import { seedAwkward } from "./seed-awkward";
import { seedDemo } from "./seed-demo";
import { seedLarge, seedMillion, seedOwners } from "./seed-large";
import { DAY_MS } from "./seed-media";
import { seedSmall } from "./seed-small";
import { ADMIN_TOKEN, Store, USER_TOKEN } from "./store";

/** What a scenario is laid out for. */
export interface SeedTarget {
  readonly name: string;
  readonly nulls: NullOrder;
  readonly now: Clock;
}

/** Fills a store that has an admin already; `nowMs` is the moment the scenario ends at, in ms since 1970. */
export type Seeder = (store: Store, nowMs: number) => void;

export const scenarioNames = ["empty", "small", "demo", "awkward", "large", "owners", "million"] as const;
/** "empty" holds the admin only, "million" a million files; the README beside this says what the others hold. */
export type Scenario = (typeof scenarioNames)[number];

const seeders: Readonly<Record<Scenario, Seeder>> = {
  empty: () => undefined,
  small: seedSmall,
  demo: seedDemo,
  awkward: seedAwkward,
  large: seedLarge,
  owners: seedOwners,
  million: seedMillion,
};

export const isScenario = (text: string): text is Scenario => scenarioNames.some((name) => name === text);

/** A store in that scenario, with `@admin` and, where there are other people, one of them who has USER_TOKEN. */
export function seed(scenario: Scenario, { name, nulls, now }: SeedTarget): Store {
  const store = new Store(name, nulls);
  const nowMs = now();
  const admin = store.addAccount("admin", { admin: true, displayname: "Admin", creation_ts: nowMs - 2200 * DAY_MS });
  store.issueToken(admin.name, ADMIN_TOKEN);
  seeders[scenario](store, nowMs);
  const user = [...store.accounts.values()].find(
    (account) => !account.admin && !account.deactivated && !account.locked,
  );
  if (user !== undefined) store.issueToken(user.name, USER_TOKEN);
  return store;
}
