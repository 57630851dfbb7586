import { useSearchParams } from "react-router";
import { PageHeader } from "../../ui/page-header";
import { RulePanel } from "./rule-panel";

/** Step 1: which files a clean-up is about. */
export function Component() {
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Clean up"
        description="Finds files that nobody has used for a while. You see every one of them before anything is deleted."
      />
      {/* Another link opened on this screen fills the form anew. */}
      <RulePanel key={search.toString()} />
    </>
  );
}
