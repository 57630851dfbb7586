import { Box, Button, Code, Group, Stack } from "@mantine/core";
import { useNavigate, useRevalidator, useRouteError } from "react-router";
import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { useSessionState } from "../queries/use-session";
import { ErrorNotice } from "../ui/error-notice";
import { PageHeader } from "../ui/page-header";
import { forgetSession, stopRun } from "./end-session";
import { LostScreenError } from "./lost-screen";

/** Shown in the place of a screen that broke. It goes by itself at the next navigation. */
export function RouteError() {
  const error = useRouteError();
  const { status } = useSessionState();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const isLost = error instanceof LostScreenError;
  const retry = () => {
    // Only a new page knows where its screens are now.
    if (isLost) location.reload();
    else void revalidate();
  };
  const signOut = async () => {
    await stopRun();
    forgetSession();
    await revalidate();
  };
  return (
    <Box maw="48rem">
      <PageHeader title={isLost ? "This screen did not arrive" : "This screen broke"} />
      <ErrorNotice error={isLost ? LOST : describeError(error)}>
        <Stack gap="md" maw="100%">
          <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {causes(error).join("\n")}
          </Code>
          <Group gap="sm">
            <Button variant="default" size="xs" onClick={retry}>
              {isLost ? "Reload the page" : "Retry"}
            </Button>
            <Button variant="default" size="xs" onClick={() => void navigate(-1)}>
              Back
            </Button>
            {status === "signed-in" ? (
              <Button variant="default" size="xs" onClick={() => void signOut()}>
                Sign out
              </Button>
            ) : null}
          </Group>
        </Stack>
      </ErrorNotice>
    </Box>
  );
}

const LOST: ErrorText = {
  title: "The server of this page did not send the screen",
  advice:
    "The connection may be interrupted, or a new version of Mediasweep was installed since you opened the page. Reload the page to go on.",
  words: null,
};

/** The error and what caused it, one line each. */
function causes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [`${error.name}: ${error.message}`, ...(error.cause === undefined ? [] : causes(error.cause))];
}
