import { Button, Group, Paper, Stack, Switch, Text } from "@mantine/core";
import { useRef } from "react";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { ruleText } from "../../deletion/parts/rule-text";
import { paths } from "../../lib/paths";
import type { Rule } from "../../sweep/rule";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { searchOfRule } from "./cleanup-search";
import { SizeField } from "./size-field";
import { useRuleDraft } from "./use-rule-draft";
import { WhenFields } from "./when-fields";

/** Step 1: which files a clean-up is about. */
export function Component() {
  const navigate = useNavigate();
  const formElement = useRef<HTMLFormElement>(null);
  const form = useRuleDraft();
  const { draft, change, leave, errorOf } = form;

  const preview = async () => {
    const rule = form.ask();
    if (rule === null) {
      // Once the errors are on the screen.
      requestAnimationFrame(() => formElement.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus());
      return;
    }
    const search = searchOfRule(rule);
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
      <PageHeader
        title="Clean up"
        description="Finds files that nobody has used for a while. You see every one of them before anything is deleted."
      />
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
          <WhenFields form={form} />
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
          <RuleSentence rule={form.rule} />
          <Group>
            <Button type="submit" size="md">
              Preview
            </Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

function RuleSentence({ rule }: { readonly rule: Rule | null }) {
  const formatter = useFormatter();
  return (
    <output>
      {rule === null ? (
        <Text c="dimmed">Choose a date: the rule is then written out here.</Text>
      ) : (
        <Text fw={600}>{ruleText(formatter, rule)}</Text>
      )}
    </output>
  );
}
