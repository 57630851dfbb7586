import type { ProxyKind } from "./proxy-kind";

/** Caddy, without certificates and without its administration port. */
export const caddy: ProxyKind = {
  name: "Caddy",
  program: "caddy",
  siteFile: "mediasweep.Caddyfile",
  configure: ({ folder, port, site }) => `
{
	admin off
	auto_https off
	storage file_system ${folder}/storage
}
http://127.0.0.1:${String(port)} {
${site}
}
`,
  args: (_folder, configFile) => ["run", "--config", configFile, "--adapter", "caddyfile"],
};
