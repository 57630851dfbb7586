import type { Clock } from "./clock";
import type { NullOrder } from "./order";
import type { Store } from "./store";
import { type Version, isSince } from "./version";

/** The homeserver that the handlers speak for. */
export interface Server {
  readonly name: string;
  /** As it reports itself, for instance "1.163.2". */
  readonly version: string;
  readonly nulls: NullOrder;
  readonly now: Clock;
  /** What `.well-known/matrix/client` announces; null for a 404. */
  readonly publicBaseUrl: string | null;
  /** How often each sentinel has been met, by method and ID. */
  readonly met: Map<string, number>;
  /** Replaced when the stand-in is reset, so that deletions still under way end in the old one. */
  readonly store: Store;
}

/** Keys that an answer has from that release on. */
export const keysSince = <Keys extends object>(server: Server, version: Version, keys: Keys): Partial<Keys> =>
  has(server, version) ? keys : {};

/** Whether this server is that release or a later one. */
export const has = (server: Server, version: Version): boolean => isSince(server.version, version);
