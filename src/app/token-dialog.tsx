import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { describeSignInProblem } from "../features/sign-in/describe-sign-in-problem";
import { session } from "../session/current";
import { renewalOf } from "../session/sign-in";
import type { Account } from "../session/sign-in";
import { ErrorNotice } from "../ui/error-notice";
import type { NoticeText } from "../ui/error-notice";
import { SecretField } from "../ui/secret-field";
import { UserText } from "../ui/user-text";
import { forgetSession, stopRun } from "./end-session";
import { useRunStatus } from "./use-run-status";
import { queryClient } from "../queries/current-query-client";

/** Asks for a new token over the screen as it stands, so that nothing typed or ticked is lost. */
export function TokenDialog({ account }: { readonly account: Account }) {
  const form = useForm({ initialValues: { accessToken: "" } });
  const [step, setStep] = useState<"asking" | "checking" | "signing-out">("asking");
  const [problem, setProblem] = useState<NoticeText | null>(null);

  const renew = async (accessToken: string) => {
    setStep("checking");
    setProblem(null);
    const result = await renewalOf(account, accessToken);
    setStep("asking");
    if ("problem" in result) {
      const notice = describeSignInProblem(result.problem);
      setProblem(notice);
      if (notice.field === "accessToken") form.setFieldError("accessToken", notice.title);
      return;
    }
    session.renew(result.accessToken);
    void readAgain();
  };

  const signOut = async () => {
    setStep("signing-out");
    await stopRun();
    forgetSession();
  };

  return (
    <Modal
      opened
      onClose={ignore}
      title="Your access token is no longer accepted"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ accessToken }) => {
          if (step === "asking") void renew(accessToken);
        })}
      >
        <Stack>
          <Text size="sm">
            It expired, or its device was signed out. Enter a new token of <UserText text={account.userId} /> to go on
            where you are.
          </Text>
          <WaitingRun />
          <SecretField
            label="Access token"
            description="Checked with your homeserver before it is used."
            data-autofocus
            {...form.getInputProps("accessToken")}
          />
          {problem === null ? null : <ErrorNotice error={problem} />}
          <Group justify="space-between">
            <Button
              variant="default"
              onClick={() => void signOut()}
              loading={step === "signing-out"}
              disabled={step === "checking"}
            >
              Sign out
            </Button>
            <Button type="submit" loading={step === "checking"} disabled={step === "signing-out"}>
              Use this token
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The dialog closes by a new token or by signing out. */
const ignore = () => undefined;

function WaitingRun() {
  const status = useRunStatus();
  return status === "running" ? (
    <Text size="sm">The deletion under way waits for the new token, then goes on. Signing out ends it.</Text>
  ) : null;
}

/** What failed for want of a token, and what grew old meanwhile. */
const readAgain = (): Promise<void> =>
  queryClient.refetchQueries({
    type: "active",
    predicate: (query) => query.state.status === "error" || query.isStale(),
  });
