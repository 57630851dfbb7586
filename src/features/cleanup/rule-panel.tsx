import { Button, Group, Paper, Stack, Switch } from "@mantine/core";
import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { WhenFields } from "../../deletion/parts/when-fields";
import { paths } from "../../lib/paths";
import { focusFirstError } from "../../ui/focus-first-error";
import { searchOf } from "./cleanup-search";
import { countConditions, hasErrors } from "./filter-draft";
import { LinkNotice } from "./link-notice";
import { MoreConditions } from "./more-conditions";
import { RuleSentence } from "./rule-sentence";
import { SizeField } from "./size-field";
import { useRuleDraft } from "./use-rule-draft";

/** The form of the rule, filled with what the address holds when it appears. */
export function RulePanel() {
  const navigate = useNavigate();
  const formElement = useRef<HTMLFormElement>(null);
  const form = useRuleDraft();
  const { draft, change, leave, errorOf } = form;
  const [isMoreOpen, setIsMoreOpen] = useState(() => countConditions(draft) > 0);

  const preview = async () => {
    const { source, errors } = form.ask();
    if (source === null) {
      if (hasErrors(errors)) setIsMoreOpen(true);
      focusFirstError(formElement.current);
      return;
    }
    const search = searchOf(source);
    // The entry that Back leads to holds the form as it is now.
    await navigate(paths.cleanup(search), { replace: true });
    await navigate(paths.cleanupReview(search));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void preview();
  };

  return (
    <>
      <LinkNotice unreadable={form.unreadable} />
      <Paper
        component="form"
        ref={formElement}
        onSubmit={submit}
        noValidate
        withBorder
        p={{ base: "md", sm: "xl" }}
        maw={760}
      >
        <Stack gap="xl">
          <WhenFields form={form} note="A file that was never opened counts from its upload." />
          <SizeField
            text={draft.size}
            onChange={(size) => {
              change({ size });
            }}
            onBlur={() => {
              leave("size");
            }}
            error={errorOf("size")}
          />
          <Switch
            label="Keep profile pictures and room avatars"
            description="Covers pictures that a profile or a room shows, not stickers, custom emoji or attachments of messages."
            checked={draft.keepAvatars}
            onChange={(event) => {
              change({ keepAvatars: event.currentTarget.checked });
            }}
          />
          <MoreConditions
            form={form}
            isOpen={isMoreOpen}
            onToggle={() => {
              setIsMoreOpen(!isMoreOpen);
            }}
          />
          <RuleSentence form={form} />
          <Group>
            <PreviewButton />
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

const PreviewButton = () => (
  <Button
    type="submit"
    size="md"
    onMouseDown={(event) => {
      // Leaving a field may tell it off, and the words would push the button from under the pointer.
      event.preventDefault();
    }}
  >
    Preview
  </Button>
);
