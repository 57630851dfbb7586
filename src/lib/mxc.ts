/** A media ID with the server it was uploaded to. */
export interface MediaName {
  readonly serverName: string;
  readonly mediaId: string;
}

/** `mxc://server/id`, the form in which events and profiles name media. Compared by Synapse as exact text. */
export const mxcOf = ({ serverName, mediaId }: MediaName): string => `mxc://${serverName}/${mediaId}`;

/** Takes an mxc URI apart; null where the text is none. */
export function parseMxc(uri: string): MediaName | null {
  const match = /^mxc:\/\/([^/?#]+)\/([^/?#]+)$/.exec(uri);
  const [, serverName, mediaId] = match ?? [];
  return serverName === undefined || mediaId === undefined ? null : { serverName, mediaId };
}
