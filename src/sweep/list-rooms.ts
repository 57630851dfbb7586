import { isNotFound } from "../api/errors";
import { listRooms } from "../api/rooms";
import type { ListedRoom } from "../api/rooms";
import type { ListDeps } from "./list-owner";
import { readAll } from "./pages";
import { readPatiently } from "./patience";
import { pool } from "./pool";

export interface RoomProgress {
  readonly roomsRead: number;
  readonly roomsTotal: number;
}

/** What is read of each room, and how many at once. */
export interface RoomsRequest<Found> {
  readonly inFlight: number;
  readonly read: (room: ListedRoom) => Promise<Found>;
  readonly onProgress?: ((progress: RoomProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const PAGE_SIZE = 1000;

/**
 * Reads something of every room and yields it as it comes. Rooms deleted meanwhile are left out: they protect nothing
 * any more. Throws what the calls throw, after retries.
 */
export async function* readEveryRoom<Found>(deps: ListDeps, request: RoomsRequest<Found>): AsyncGenerator<Found> {
  const { inFlight, signal, onProgress } = request;
  const rooms = await listAllRooms(deps, signal);
  let roomsRead = 0;
  const readOrNull = async (room: ListedRoom) => {
    try {
      return { found: await readPatiently(() => request.read(room), deps.patience, signal) };
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  };
  for await (const room of pool(rooms, { inFlight, stop: signal }, readOrNull)) {
    roomsRead += 1;
    onProgress?.({ roomsRead, roomsTotal: rooms.length });
    if (room !== null) yield room.found;
  }
  signal?.throwIfAborted();
}

async function listAllRooms(deps: ListDeps, signal?: AbortSignal): Promise<readonly ListedRoom[]> {
  const readPage = async (from: number) => {
    const read = () => listRooms(deps.client, { from, limit: PAGE_SIZE, signal });
    const { rooms, total, nextFrom } = await readPatiently(read, deps.patience, signal);
    return { rows: rooms, total, nextFrom };
  };
  return [...(await readAll(readPage, ({ roomId }) => roomId)).values()];
}
