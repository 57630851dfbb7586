import { parseArgs } from "node:util";

import { type StandinOptions, createStandin } from "./handle";
import { startNodeHost } from "./host-node";
import { isScenario, scenarioNames } from "./seed";
import { ADMIN_TOKEN, USER_TOKEN } from "./store";

const USAGE = `tsx e2e/standin/main.ts [--scenario ${scenarioNames.join("|")}] [--port 0] [--version 1.163.2]
  [--server-name standin.example] [--null-order sqlite|postgres] [--files-per-second 400] [--chaos 0.1]`;

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "demo" },
    port: { type: "string", default: "0" },
    version: { type: "string" },
    "server-name": { type: "string" },
    "null-order": { type: "string", default: "sqlite" },
    "files-per-second": { type: "string" },
    chaos: { type: "string", default: "0" },
  },
});

function optionsOf(): StandinOptions {
  const { scenario, version, "server-name": serverName, "null-order": nulls, "files-per-second": pace } = values;
  if (!isScenario(scenario)) throw new Error(`There is no scenario "${scenario}".\n${USAGE}`);
  return {
    scenario,
    nullOrder: nulls === "postgres" ? "postgres" : "sqlite",
    chaos: Number(values.chaos),
    ...(version === undefined ? {} : { version }),
    ...(serverName === undefined ? {} : { serverName }),
    ...(pace === undefined ? {} : { filesPerSecond: Number(pace) }),
  };
}

const standin = createStandin(optionsOf());
const host = await startNodeHost((request) => standin.handle(request), Number(values.port));
console.log(`Stand-in homeserver ${standin.serverName} (Synapse ${standin.version}) at ${host.url}`);
console.log(`admin token: ${ADMIN_TOKEN}`);
console.log(`user token:  ${USER_TOKEN}`);
