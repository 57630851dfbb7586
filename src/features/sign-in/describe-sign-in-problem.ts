import { describeError } from "../../api/describe-error";
import type { ErrorText } from "../../api/describe-error";
import type { Silence } from "../../api/errors";
import type { UrlProblem } from "../../lib/homeserver-url";
import type { SignInProblem } from "../../session/sign-in";

/** A failed sign-in in words, and the field they belong beside; null where it is none of the fields' fault. */
export interface SignInNotice extends ErrorText {
  readonly field: "homeserver" | "accessToken" | null;
}

const EXAMPLE = "for example https://matrix.example.org";

const urls: Record<UrlProblem, Pick<ErrorText, "title" | "advice">> = {
  empty: {
    title: "Enter the URL of your homeserver",
    advice: `Enter its address, ${EXAMPLE}, or its server name alone.`,
  },
  relative: {
    title: "This is only a part of a URL",
    advice: `Enter the whole address, ${EXAMPLE}.`,
  },
  scheme: {
    title: "The URL has to start with https:// or http://",
    advice: `A homeserver cannot be reached by any other kind of address. Enter one that starts with https://, ${EXAMPLE}.`,
  },
  credentials: {
    title: "The URL holds a user name or a password",
    advice: "Remove what stands before the @ sign. The access token below is all that is needed to sign in.",
  },
  "not-a-url": {
    title: "This is not the URL of a homeserver",
    advice: `Check it for blanks and stray signs. It should look like an address in a browser, ${EXAMPLE}.`,
  },
  "mixed-content": {
    title: "The browser does not let this page use http://",
    advice:
      "This page was loaded over https, and browsers block plain http from there. Enter the https:// address of your homeserver.",
  },
};

const silences: Record<Silence, (url: string) => Pick<ErrorText, "title" | "advice">> = {
  "nothing-answers": (url) => ({
    title: `Nothing answers at ${url}`,
    advice:
      "Check the address, that Synapse and its reverse proxy are running, and that this device is online. A certificate that the browser does not trust looks the same: open the address in a tab of its own to see.",
  }),
  hidden: (url) => ({
    title: `Something answers at ${url}, but the browser may not read it`,
    advice:
      "The answer has no CORS headers, so it is not Synapse's own, or the connection was cut. Usually the reverse proxy sent an error page, or it does not pass /_matrix and /_synapse/admin on to Synapse. Look at the proxy's log.",
  }),
  timeout: (url) => ({
    title: `${url} did not answer in time`,
    advice: "It may be busy, or a firewall may swallow the requests. Check the address, wait a moment, then try again.",
  }),
};

/** Why nobody was signed in, and what to do about it. Has words of its own for each kind. */
export function describeSignInProblem(problem: SignInProblem): SignInNotice {
  if (problem.kind === "bad-url") return { field: "homeserver", words: null, ...urls[problem.why] };
  if (problem.kind === "unreachable") {
    return { field: "homeserver", words: null, ...silences[problem.error.silence](problem.url) };
  }
  if (problem.kind === "not-matrix") {
    return {
      field: "homeserver",
      title: `${problem.url} is not a Matrix homeserver`,
      advice: `Something answers there, but not as a homeserver does. Enter the address at which Matrix apps reach it, ${EXAMPLE}.`,
      words: null,
    };
  }
  if (problem.kind === "no-admin-api") {
    return {
      field: "homeserver",
      title: `The admin API is not reachable at ${problem.url}`,
      advice:
        "A homeserver answers there, but not below /_synapse/admin. Let the reverse proxy pass that path on to Synapse, or enter an address that reaches Synapse directly, for example http://localhost:8008 through a tunnel. Homeservers other than Synapse have no such API.",
      words: null,
    };
  }
  return describeTokenProblem(problem);
}

type TokenProblem = Exclude<
  SignInProblem,
  { readonly kind: "bad-url" | "unreachable" | "not-matrix" | "no-admin-api" }
>;

function describeTokenProblem(problem: TokenProblem): SignInNotice {
  const field = "accessToken";
  if (problem.kind === "no-token") {
    return {
      field,
      title: "Enter an access token",
      advice: "A token has only plain letters, digits and signs such as _ and -. Copy it whole.",
      words: null,
    };
  }
  if (problem.kind === "token-unknown") {
    return {
      field,
      title: "The homeserver does not accept this access token",
      advice: "It may have expired, or its device was signed out. Copy it again, whole, or get a new one.",
      words: problem.words,
    };
  }
  if (problem.kind === "not-admin") {
    return {
      field,
      title: `${problem.userId} is not a server admin`,
      advice:
        "Enter the token of an account that is one, or make this account an admin on the server. Where the Matrix Authentication Service signs people in, the token itself has to be issued with admin rights.",
      words: problem.words,
    };
  }
  if (problem.kind === "other-account") {
    return {
      field,
      title: `This token belongs to ${problem.userId}`,
      advice: `Enter one of ${problem.expected}, or sign out to go on with another account.`,
      words: null,
    };
  }
  return { field: null, ...describeError(problem.error) };
}
