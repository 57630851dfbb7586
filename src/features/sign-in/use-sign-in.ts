import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { session } from "../../session/current";
import { signIn } from "../../session/sign-in";
import { describeSignInProblem } from "./describe-sign-in-problem";
import type { SignInNotice } from "./describe-sign-in-problem";

/** What the form holds. */
export interface SignInValues {
  readonly homeserver: string;
  readonly accessToken: string;
  readonly isRemembered: boolean;
}

type SignInState = { readonly step: "idle" | "checking" } | { readonly step: "failed"; readonly notice: SignInNotice };

/** Signs in, one attempt at a time. Once it worked, the route's guard leads on to where one wanted to go. */
export function useSignIn() {
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<SignInState>({ step: "idle" });
  const attempt = useRef<AbortController | null>(null);

  /** Resolves with what went wrong, or null. */
  const start = async ({ homeserver, accessToken, isRemembered }: SignInValues): Promise<SignInNotice | null> => {
    if (attempt.current !== null) return null;
    const mine = new AbortController();
    attempt.current = mine;
    setState({ step: "checking" });
    const { signal } = mine;
    const result = await signIn({ homeserver, accessToken, pageProtocol: location.protocol, signal });
    if (signal.aborted) return null;
    attempt.current = null;
    if ("problem" in result) {
      const notice = describeSignInProblem(result.problem);
      setState({ step: "failed", notice });
      return notice;
    }
    session.begin(result.account, result.accessToken, { isRemembered });
    await revalidate();
    return null;
  };

  /** Ends the attempt under way: nothing more is sent for it. */
  const cancel = () => {
    attempt.current?.abort();
    attempt.current = null;
    setState({ step: "idle" });
  };

  return { state, signIn: start, cancel };
}
