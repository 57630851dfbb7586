import { useState } from "react";
import { logout } from "../api/auth";
import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { SessionEndedError } from "../api/errors";
import type { Client } from "../api/http";
import { forgetSession, stopRun } from "./end-session";

/** What becomes of the token: forgotten in this browser only, or made invalid on the server as well. */
export type Reach = "here" | "server";

/** How far signing out has come. */
export type SignOutProgress =
  { readonly step: "asking" | "stopping" | "revoking" } | { readonly step: "failed"; readonly problem: ErrorText };

/** Signs out in order: a run is stopped and waited for, then the token made invalid where asked, then all forgotten. */
export function useSignOut(client: Client) {
  const [progress, setProgress] = useState<SignOutProgress>({ step: "asking" });
  const signOut = async (reach: Reach) => {
    setProgress({ step: "stopping" });
    await stopRun();
    if (reach === "server") {
      setProgress({ step: "revoking" });
      const problem = await revoke(client);
      if (problem !== null) {
        setProgress({ step: "failed", problem });
        return;
      }
    }
    forgetSession();
  };
  const reset = () => {
    setProgress({ step: "asking" });
  };
  return { progress, signOut, reset };
}

/** Why the token could not be made invalid; null where it is invalid now. */
async function revoke(client: Client): Promise<ErrorText | null> {
  try {
    await logout(client);
    return null;
  } catch (error) {
    // A token that is not accepted any more is what was wanted.
    if (error instanceof SessionEndedError) return null;
    const { title, advice, words } = describeError(error);
    return {
      title: "The server did not sign that device out",
      advice: `${title}. ${advice} Or choose “Only forget it here”.`,
      words,
    };
  }
}
