import { List, Stack, Text } from "@mantine/core";
import { Section } from "../../deletion/parts/section";
import { PageHeader } from "../../ui/page-header";
import { PurgePanel } from "./purge-panel";

/** The screen "Remote media": the cache of other servers' files, purged by date. */
export function Component() {
  return (
    <>
      <PageHeader
        title="Remote media"
        description="Synapse keeps copies of other servers' files that somebody here has opened. They can be purged by the date of their last use."
      />
      <Stack gap="xl">
        <Section title="Before you purge">
          <List size="sm" spacing="xs" maw="75ch">
            {TRUTHS.map(([title, text]) => (
              <List.Item key={title}>
                <Text span inherit fw={600}>
                  {title}
                </Text>{" "}
                {text}
              </List.Item>
            ))}
          </List>
        </Section>
        <PurgePanel />
      </Stack>
    </>
  );
}

const TRUTHS = [
  [
    "There is no preview.",
    "Synapse lists no cached files, neither their number nor their size. Afterwards it names a count, and nothing else.",
  ],
  ["There is one condition, the date.", "Copies cannot be chosen by server, size or type."],
  ["Quarantined copies stay,", "and so do those whose last use Synapse does not know."],
  [
    "It is fetched again on demand,",
    "as long as its own server still has it. If that server is gone or has deleted the file, it is lost here too.",
  ],
  [
    "It takes as long as it takes.",
    "A proxy may cut the line meanwhile. Synapse goes on all the same, and then even the count stays unknown.",
  ],
  ["The earliest date is 14 December 1970.", "Synapse takes none before."],
] as const;
