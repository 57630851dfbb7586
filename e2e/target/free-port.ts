import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Finds a free port of the loopback address, or makes sure that the wanted one is: a server that holds it would answer
 * in place of ours. Rejects where it is taken.
 */
export async function findFreePort(wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system names no port.");
  return address.port;
}
