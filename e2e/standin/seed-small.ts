import { DAY_MS, KIB, MIB, type SeededFile, putFile } from "./seed-media";
import type { Store } from "./store";

type Columns = Partial<Omit<SeededFile, "media_id" | "user_id" | "created_ts">>;

const video = { media_type: "video/mp4" };
const archive = { media_type: "application/zip" };
const text = { media_type: "text/plain" };
const sealed = { media_type: "application/octet-stream" };

/** Owner, media ID, age in days, and what is not an ordinary JPEG; each file has a plain reason to be there. */
const files: readonly (readonly [owner: string, mediaId: string, daysAgo: number, columns: Columns])[] = [
  ["ann", "annOldHoliday", 700, { media_length: 3 * MIB, upload_name: "holiday.jpg" }],
  ["ann", "annOldVideo", 650, { ...video, media_length: 40 * MIB, upload_name: "party.mp4" }],
  ["ann", "annViewedYesterday", 600, { media_length: 2 * MIB, upload_name: "wedding.jpg" }],
  ["ann", "annFresh", 2, { media_length: 500 * KIB, upload_name: "today.jpg" }],
  ["ann", "annFace", 500, { media_length: 30 * KIB, upload_name: "me.jpg" }],
  ["ann", "annFormerFace", 850, { media_length: 28 * KIB, upload_name: "me-before.jpg" }],
  ["ann", "annProtected", 640, { media_length: MIB, upload_name: "evidence.jpg", safe_from_quarantine: true }],
  ["ben", "benQuarantined", 620, { media_length: MIB, upload_name: "bad.jpg", quarantined_by: "system" }],
  ["ben", "benSealed", 400, { ...sealed, media_length: 5 * MIB }],
  ["ben", "benEmpty", 400, { ...text, media_length: 0, upload_name: "empty.txt" }],
  ["ben", "benUnfinished", 300, { media_type: null }],
  ["ben", "roomFace", 450, { media_length: 20 * KIB, upload_name: "room.jpg" }],
  ["ben", "2024-01-31_benPreviewOfSite", 390, { media_length: 60 * KIB, url_cache: "https://example.org/cover.jpg" }],
  ["dora", "doraLeftThis", 720, { ...archive, media_length: 9 * MIB, upload_name: "backup.zip" }],
];

/** A handful of people and files; all IDs are words, so that specs can name them. Times in ms since 1970. */
export function seedSmall(store: Store, nowMs: number): void {
  const ann = store.addAccount("ann", { displayname: "Ann Arbor", creation_ts: nowMs - 900 * DAY_MS }).name;
  const ben = store.addAccount("ben", { displayname: "Ben Nevis", creation_ts: nowMs - 800 * DAY_MS }).name;
  store.addAccount("cleo", { displayname: "Cleo without files", creation_ts: nowMs - 700 * DAY_MS });
  store.addAccount("dora", { displayname: "Dora", deactivated: true, creation_ts: nowMs - 750 * DAY_MS });
  for (const [owner, media_id, daysAgo, columns] of files) {
    const created_ts = nowMs - daysAgo * DAY_MS;
    const last_access_ts = media_id === "annViewedYesterday" ? nowMs - DAY_MS : null;
    const ours = { media_id, user_id: store.userId(owner), created_ts, last_access_ts };
    putFile({ store, nowMs }, { media_type: "image/jpeg", ...columns, ...ours });
  }

  // Ann joined in her former picture and changed it there; the room remembers both.
  const room = store.addRoom("lobby", { creator: ben, name: "Lobby", avatar: store.mxc("roomFace"), public: true });
  const inRoom = { room_id: room.room_id, membership: "join" } as const;
  store.memberships.push({ ...inRoom, user_id: ben, avatar_url: null });
  store.memberships.push({ ...inRoom, user_id: ann, avatar_url: store.mxc("annFormerFace") });
  store.setAvatar(ann, store.mxc("annFace"));
}
