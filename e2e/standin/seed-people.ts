import { type Random, createRandom } from "./random";
import { DAY_MS, type Scene } from "./seed-media";
import type { Account, Store } from "./store";

/** Given and family names that can be put together, and how they are. */
interface Naming {
  readonly given: readonly [string, ...string[]];
  readonly family: readonly [string, ...string[]];
  readonly weight: number;
  readonly familyFirst?: boolean;
  readonly join?: string;
}

const namings: readonly [Naming, ...Naming[]] = [
  {
    weight: 34,
    given: ["Amélie", "Björn", "Chiara", "Dagmar", "Emma", "Frank", "Gwen", "Håkon", "Ines", "Joao", "Łucja", "Zoë"],
    family: ["Bauer", "O’Brien", "Müller", "García", "Nowak", "Rossi", "Dubois", "Jensen", "Smith", "Öztürk", "Nguyễn"],
  },
  {
    weight: 12,
    given: ["Анна", "Борис", "Дмитро", "Елена", "Ольга", "Сергій", "Милош"],
    family: ["Иванова", "Коваленко", "Петров", "Шевченко", "Јовановић", "Соколова"],
  },
  { weight: 6, given: ["Ελένη", "Γιώργος", "Μαρία", "Νίκος"], family: ["Παπαδόπουλος", "Βασιλείου", "Αντωνίου"] },
  { weight: 9, given: ["ليلى", "محمد", "سارة", "يوسف", "نور"], family: ["الخطيب", "حداد", "منصور", "العلي"] },
  { weight: 6, given: ["נועה", "יוסף", "תמר", "אבי"], family: ["כהן", "לוי", "מזרחי"] },
  { weight: 7, given: ["आरती", "राहुल", "प्रिया", "विजय"], family: ["शर्मा", "पटेल", "सिंह"] },
  { weight: 8, given: ["伟", "秀英", "小明", "丽"], family: ["王", "李", "张", "陈"], familyFirst: true, join: "" },
  { weight: 8, given: ["さくら", "太郎", "美咲", "翔"], family: ["佐藤", "鈴木", "高橋"], familyFirst: true },
  { weight: 5, given: ["민준", "서연", "지우"], family: ["김", "이", "박"], familyFirst: true, join: "" },
  { weight: 5, given: ["สมชาย", "มาลี", "กนก"], family: ["ใจดี", "ศรีสุข", "ทองคำ"] },
];

const handles = [
  "alex", "bee", "chris", "dana", "eli", "fox", "gray", "hex", "iris", "jo", "kim", "lou", "max", "nik", "oz", "pat",
  "quinn", "rae", "sam", "tao", "uma", "vik", "wren", "xan", "yael", "zed", "m0th", "nyx", "orbit", "pixel",
] as const; // prettier-ignore

/** Accounts of the demo: mostly people, some of them gone, and the puppets of a bridge. */
export interface People {
  /** Those who upload, the busiest first. */
  readonly uploaders: readonly [Account, ...Account[]];
  /** Everybody who still has a profile and could be in a room. */
  readonly present: readonly Account[];
}

const ACCOUNTS = 200;
const PUPPETS = 24;
const GUESTS = 3;

/** Adds 200 accounts in all, the admin included, over about six years. Times in ms since 1970. */
export function seedPeople(store: Store, nowMs: number): People {
  const random = createRandom("people");
  const scene = { store, nowMs, random };
  const busiest = addPerson(scene, "archivist");
  store.profiles.set(busiest.name, { displayname: "The Archivist 📚", avatar_url: null });
  const people: Account[] = [];
  const taken = new Set<string>();
  while (store.accounts.size < ACCOUNTS - PUPPETS - GUESTS) {
    const localpart = newLocalpart(random, taken);
    people.push(addPerson(scene, localpart));
  }
  const puppets = Array.from({ length: PUPPETS }, (_, index) => addPuppet(scene, index));
  for (let left = GUESTS; left > 0; left -= 1) {
    store.addAccount(String(1000 + left), { is_guest: true, creation_ts: nowMs - left * 40 * DAY_MS });
  }
  const present = [busiest, ...people, ...puppets].filter(({ deactivated }) => !deactivated);
  return { uploaders: [busiest, ...people, ...puppets], present };
}

function newLocalpart(random: Random, taken: Set<string>): string {
  for (;;) {
    const end = random.pick([
      "",
      "",
      `-${random.letters(2).toLowerCase()}`,
      String(random.between(1, 99)),
      `.${random.pick(handles)}`,
    ]);
    const localpart = random.pick(handles) + end;
    if (!taken.has(localpart)) {
      taken.add(localpart);
      return localpart;
    }
  }
}

function addPerson({ store, nowMs, random }: Scene, localpart: string): Account {
  const createdMs = nowMs - random.between(30, 2200) * DAY_MS;
  const hasLeft = random.chance(0.09);
  const account = store.addAccount(localpart, {
    displayname: random.chance(0.93) ? nameOf(random) : null,
    creation_ts: createdMs,
    deactivated: hasLeft,
    erased: hasLeft && random.chance(0.4),
    locked: !hasLeft && random.chance(0.015),
    shadow_banned: random.chance(0.01),
    user_type: random.chance(0.02) ? "bot" : null,
    last_seen_ts: random.chance(0.9) ? Math.floor(nowMs - (nowMs - createdMs) * random.next() ** 3) : null,
  });
  return account;
}

/** A person on another network, as an appservice shows them here. */
function addPuppet({ store, nowMs, random }: Scene, index: number): Account {
  const number = `4917${String(6_000_000 + index * 7919)}`;
  return store.addAccount(`whatsapp_${number}`, {
    displayname: `${nameOf(random)} (WA)`,
    creation_ts: nowMs - random.between(20, 900) * DAY_MS,
    appservice_id: "whatsapp",
  });
}

function nameOf(random: Random): string {
  const { given, family, familyFirst = false, join = " " } = pickNaming(random);
  const parts = [random.pick(given), random.pick(family)];
  return (familyFirst ? parts.toReversed() : parts).join(join);
}

function pickNaming(random: Random): Naming {
  let left = random.between(
    1,
    namings.reduce((sum, { weight }) => sum + weight, 0),
  );
  return namings.find(({ weight }) => (left -= weight) <= 0) ?? namings[0];
}
