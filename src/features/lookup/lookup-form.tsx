import { Button, Group, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { parseMediaReference } from "../../lib/media-reference";
import { mxcOf } from "../../lib/mxc";
import { paths } from "../../lib/paths";
import { useSession } from "../../queries/use-session";
import { whyNoMedia } from "./why-no-media";

interface LookupFormProps {
  /** As it stands in the link; empty where nothing was looked up. */
  readonly linked: string;
}

/** The field that takes whatever names a file. */
export function LookupForm({ linked }: LookupFormProps) {
  const navigate = useNavigate();
  const { account } = useSession();
  const [text, setText] = useState(linked);
  const [isAsked, setAsked] = useState(linked !== "");
  const reference = parseMediaReference(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reference.kind === "none") return;
    const { serverName } = account;
    const name = reference.kind === "id" ? { serverName, mediaId: reference.mediaId } : reference.name;
    void navigate(paths.lookupMedia(mxcOf(name)));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="sm" maw={760}>
        <TextInput
          flex="1 1 18rem"
          label="Media"
          description="An mxc URI, a link to a download or a thumbnail, or a media ID of this server."
          placeholder="mxc://example.org/AbCdEf"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAsked(false);
          }}
          error={isAsked && reference.kind === "none" ? whyNoMedia[reference.why] : null}
          inputWrapperOrder={["label", "description", "input", "error"]}
        />
        {/* As low as the field beside it, whatever stands below that. */}
        <Button type="submit" mt={{ base: 0, sm: "2.8rem" }} leftSection={<IconSearch size={16} aria-hidden />}>
          Look up
        </Button>
      </Group>
    </form>
  );
}
