import { dirname, join } from "node:path";

import { runCommand } from "../target/run-command";
import type { ProxyKind } from "./proxy-kind";

/** nginx; as root as well as under an ordinary account. */
export const nginx: ProxyKind = {
  name: "nginx",
  program: "nginx",
  siteFile: "mediasweep.nginx.conf",
  configure: async ({ folder, port, site }) => `
    ${process.getuid?.() === 0 ? "user root;" : "" /* Its workers would be nobody, who may not read this folder. */}
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    error_log stderr;
    events {}
    http {
      include ${await mimeTypesFile()};
      access_log off;
      ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((use) => `${use}_temp_path ${folder}/${use};`).join("\n")}
      server {
        listen 127.0.0.1:${String(port)};
        ${site}
      }
    }`,
  args: (folder, configFile) => ["-p", folder, "-c", configFile],
};

/** Every nginx brings one along, beside its main configuration. */
async function mimeTypesFile(): Promise<string> {
  const { stderr } = await runCommand("nginx", ["-V"]).catch(() => runCommand("/usr/sbin/nginx", ["-V"]));
  const mainFile = /--conf-path=(\S+)/.exec(stderr)?.[1] ?? "/usr/local/nginx/conf/nginx.conf";
  return join(dirname(mainFile), "mime.types");
}
