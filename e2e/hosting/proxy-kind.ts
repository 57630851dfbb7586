/** Where a proxy is to run: its folder, its port on the loopback address, and the site it is to serve. */
export interface ProxySetting {
  readonly folder: string;
  readonly port: number;
  /** The file that admins are told to use, with paths and addresses of this machine. */
  readonly site: string;
}

/** A web server that can stand in front of Synapse. */
export interface ProxyKind {
  readonly name: string;
  readonly program: string;
  /** The file in this folder that admins are told to use. */
  readonly siteFile: string;
  /** A main configuration around the site, as small as it can be. */
  readonly configure: (setting: ProxySetting) => Promise<string> | string;
  /** How to start the program in the foreground. */
  readonly args: (folder: string, configFile: string) => readonly string[];
}
