import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { useSession } from "../../queries/use-session";
import { currentDeps, runs } from "../../session/current";
import type { Plan } from "../../sweep/plan";

/** Starts the run of a confirmed plan and shows it. Throws where another run is under way. */
export function useStartRun(): (plan: Plan) => void {
  const { account } = useSession();
  const navigate = useNavigate();
  return (plan) => {
    runs.start(plan, { deps: currentDeps(), account });
    void navigate(paths.run());
  };
}
