import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { useSession } from "../../queries/use-session";
import { currentDeps, runs } from "../../session/current";
import type { StartResult } from "../../session/run-manager";
import type { Plan } from "../../sweep/plan";

/** Starts the run of a confirmed plan and shows it. Throws where this tab has a run under way. */
export function useStartRun(): (plan: Plan) => Promise<StartResult> {
  const { account } = useSession();
  const navigate = useNavigate();
  return async (plan) => {
    const result = await runs.start(plan, { deps: currentDeps(), account });
    if (result === "started") void navigate(paths.run());
    return result;
  };
}
