import type { Connect, Plugin } from "vite";

import { type StandinOptions, createStandin } from "./handle";
import { serve } from "./host-node";
import { ADMIN_TOKEN } from "./store";

const OURS = /^\/(_matrix|_synapse|\.well-known\/matrix)\//;

/**
 * Makes Vite's development and preview servers a homeserver as well, for `npm run demo`: everything below `/_matrix/`,
 * `/_synapse/` and `/.well-known/matrix/` reaches a stand-in, which begins anew when the server does.
 */
export function standinPlugin(options: StandinOptions = {}): Plugin {
  const install = (server: DemoServer): void => {
    const standin = createStandin(options);
    server.middlewares.use((request, response, next) => {
      if (OURS.test(request.url ?? "")) void serve((asked) => standin.handle(asked), request, response);
      else next();
    });
    server.config.logger.info(`\n  Stand-in homeserver at this address; admin token: ${ADMIN_TOKEN}\n`);
  };
  return { name: "mediasweep:standin", configureServer: install, configurePreviewServer: install };
}

/** What both kinds of Vite's servers have. */
interface DemoServer {
  readonly middlewares: Connect.Server;
  readonly config: { readonly logger: { info(message: string): void } };
}
