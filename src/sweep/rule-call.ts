import type { DeleteByRule } from "../api/media";
import { supports } from "../api/synapse-version";
import type { Rule } from "./rule";

/** Which server a rule is sent to. */
export interface RuleServer {
  /** The homeserver's own name, part of the path before Synapse 1.78. */
  readonly serverName: string;
  readonly serverVersion: string;
}

/** The parameters with which that server takes this rule. */
export const ruleCall = (
  { beforeMs, largerThanBytes, keepAvatars }: Rule,
  { serverName, serverVersion }: RuleServer,
): DeleteByRule => ({
  beforeMs,
  largerThanBytes,
  keepAvatars,
  legacyServerName: supports(serverVersion, "deleteByRuleWithoutServerName") ? null : serverName,
});
