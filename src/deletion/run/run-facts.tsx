import type { MediaOwner } from "../../api/statistics";
import type { Formatter } from "../../lib/formatter";
import type { Engine, Source } from "../../sweep/plan";
import { Timestamp } from "../../ui/timestamp";
import type { Fact } from "../parts/fact-list";
import { sourceTerm, sourceText } from "../parts/rule-text";
import { unlistedFacts } from "../parts/unlisted-facts";
import { engineLabels } from "../review/engine-options";

/** What is known of a run from its start on. */
export interface StartedRun {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverName: string;
  readonly serverVersion: string;
  /** MXID. */
  readonly admin: string;
  readonly startedMs: number;
  /** Owners whose files were on no list, and could go all the same. */
  readonly unlisted: readonly MediaOwner[];
}

/** Where, what, how, by whom and when. */
export const startFacts = (formatter: Formatter, run: StartedRun): readonly Fact[] => [
  { term: "Server", value: <bdi>{run.serverName}</bdi> },
  { term: "Synapse", value: <bdi>{run.serverVersion}</bdi> },
  { term: sourceTerm(run.source), value: sourceText(formatter, run.source) },
  { term: "How", value: engineLabels[run.engine] },
  ...unlistedFacts(formatter, run.unlisted),
  { term: "By", value: <bdi>{run.admin}</bdi> },
  { term: "Started", value: <Timestamp ms={run.startedMs} /> },
];
