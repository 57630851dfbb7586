import { Alert, Button, Checkbox, Group, Loader, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ErrorNotice } from "../../ui/error-notice";
import { SecretField } from "../../ui/secret-field";
import { useSignIn } from "./use-sign-in";
import type { SignInNotice } from "./describe-sign-in-problem";

/** In the demo alone: the token of the stand-in that answers at this very address. */
const demoToken = import.meta.env.VITE_DEMO_TOKEN;

const initialValues = {
  homeserver: demoToken === null ? "" : location.origin,
  accessToken: demoToken ?? "",
  isRemembered: false,
};

/** Keeps what was typed through every failure, and tells each one beside its field as well. */
export function SignInForm() {
  const form = useForm({ initialValues });
  const { state, signIn, cancel } = useSignIn();
  const isChecking = state.step === "checking";

  const showProblem = ({ field, title }: SignInNotice) => {
    if (field === null) return;
    form.setFieldError(field, title);
    form.getInputNode(field)?.focus();
  };
  const submit = form.onSubmit((values) => {
    void signIn(values).then((notice) => notice !== null && showProblem(notice));
  });

  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {demoToken === null ? null : (
          <Alert role="note" color="lagoon" title="This is the demo">
            Its homeserver is made up, and both fields are filled in already. Nothing you delete here is real.
          </Alert>
        )}
        <TextInput
          label="Homeserver URL"
          description="The address of Synapse, or your server name."
          placeholder="https://matrix.example.org"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={isChecking}
          {...form.getInputProps("homeserver")}
        />
        <SecretField
          label="Access token"
          description="Of a server admin. It stays in this tab unless you tick the box below."
          readOnly={isChecking}
          {...form.getInputProps("accessToken")}
        />
        <Checkbox
          label="Stay signed in on this device"
          description="Keeps the token in this browser until you sign out."
          {...form.getInputProps("isRemembered", { type: "checkbox" })}
        />
        {state.step === "failed" ? <ErrorNotice error={state.notice} /> : null}
        <Group grow preventGrowOverflow={false}>
          {/* Never disabled: it would lose the focus. A second press is ignored meanwhile. */}
          <Button
            type="submit"
            aria-busy={isChecking}
            leftSection={isChecking ? <Loader size={16} color="white" aria-hidden /> : null}
          >
            Sign in
          </Button>
          {isChecking ? (
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
