/** What depends on Synapse's version, each with the first release that has it. Source: Synapse's changelog. */
const since = {
  /** `POST /v1/media/unquarantine/…` and `POST /v1/media/unprotect/…`. */
  liftQuarantineAndProtection: [1, 36],
  /** Quarantine, and lifting it, reaches every file of the same hash. */
  quarantineFollowsHash: [1, 128],
  /** `GET /v1/media/quarantine_changes`. */
  quarantineChanges: [1, 152],
  /** `POST /v1/media/delete`, without the server's name in the path. */
  deleteByRuleWithoutServerName: [1, 78],
  /** Deletion by date and size leaves quarantined and protected media alone. */
  deleteByRuleSparesQuarantinedAndProtected: [1, 61],
  /** `DELETE /v1/users/{user_id}/media`. */
  deleteUserMedia: [1, 41],
  /** `GET /v1/media/{server_name}/{media_id}`. */
  findMedia: [1, 140],
  /** `/_matrix/client/v1/media/download` and `thumbnail`, which take the token. */
  authenticatedMedia: [1, 111],
  /** `admin_unsafely_bypass_quarantine` on downloads. */
  bypassQuarantine: [1, 145],
} as const;

export type Feature = keyof typeof since;

/**
 * Whether that version of Synapse has the feature. The text is read leniently, as it carries build suffixes at times;
 * what does not start with two numbers is taken for the newest version.
 */
export function supports(serverVersion: string, feature: Feature): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(serverVersion) ?? [];
  if (major === undefined || minor === undefined) return true;
  const [neededMajor, neededMinor] = since[feature];
  return Number(major) > neededMajor || (Number(major) === neededMajor && Number(minor) >= neededMinor);
}
