import type { Homeserver } from "../target/homeserver";

/** A homeserver as the app and a bare loop reach it. */
export interface ServerUnderTest extends Pick<Homeserver, "baseUrl" | "serverName" | "admin"> {
  stop(): Promise<void>;
}
