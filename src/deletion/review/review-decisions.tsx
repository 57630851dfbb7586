import { Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useSession, useStore } from "../../queries/use-session";
import { runs } from "../../session/current";
import type { ReviewState } from "../../session/review";
import { wishOfPlan } from "../../sweep/command-wish";
import type { KeepKind } from "../../sweep/plan";
import { freezePlan } from "../../sweep/preview";
import type { Preview } from "../../sweep/preview";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { deleteText } from "../parts/amount-text";
import { EquivalentCommand } from "../parts/equivalent-command";
import { EngineChoice } from "./engine-choice";
import { enginesFor } from "./engine-options";
import { KeepSwitches } from "./keep-switches";
import { MemberPictures } from "./member-pictures";
import { NoteList } from "./note-list";
import type { ChoiceAction, Choices } from "./review-choices";
import type { Note } from "./review-notes";
import { ReviewSummary } from "./review-summary";
import { whyNotCommand, whyNotDelete } from "./why-not-delete";

export interface ReviewDecisionsProps {
  readonly review: ReviewState;
  readonly choices: Choices;
  readonly preview: Preview;
  readonly notes: readonly Note[];
  readonly counts: Readonly<Record<KeepKind, number>>;
  readonly decide: (action: ChoiceAction) => void;
  readonly onDelete: () => void;
  readonly onLookThroughRooms: () => void;
  readonly onStopLooking: () => void;
}

/** How much would go, and everything that can be decided about it. */
export function ReviewDecisions(props: ReviewDecisionsProps) {
  const { review, choices, preview, notes, counts, decide, onDelete, onLookThroughRooms, onStopLooking } = props;
  const formatter = useFormatter();
  const { account } = useSession();
  const isRunning = useStore(runs).status === "running";
  const whyNot = whyNotDelete({ review, choices, files: preview.doomed.files, isRunning });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
      <Stack gap="lg">
        <ReviewSummary review={review} preview={preview}>
          <Group gap="sm">
            <ReasonButton color="red" size="md" whyNot={whyNot} onClick={onDelete}>
              {deleteText(formatter, preview.doomed.files)}
            </ReasonButton>
            <EquivalentCommand
              whyNot={whyNotCommand({ review, choices, files: preview.doomed.files })}
              makeWish={() => wishOfPlan(freezePlan(preview, []), account, Date.now())}
            />
          </Group>
          {whyNot === null ? null : (
            // Hidden, because to whoever does not see it the button says the same.
            <Text size="sm" maw="60ch" aria-hidden>
              {whyNot}
            </Text>
          )}
        </ReviewSummary>
        <NoteList notes={notes} />
      </Stack>
      <Paper withBorder p="lg">
        <Stack gap="lg">
          <EngineChoice
            options={enginesFor(review.source, choices, review.serverVersion)}
            engine={choices.engine}
            isSwitched={choices.isSwitched}
            onChoose={(engine) => {
              decide({ type: "choose-engine", engine });
            }}
          />
          {choices.engine === "exact-list" ? (
            <KeepSwitches
              keep={choices.keep}
              counts={counts}
              onChange={(kind, isKept) => {
                decide({ type: "keep", kind, isKept });
              }}
            />
          ) : null}
          {review.avatars === null || choices.engine === "whole-user" ? null : (
            <MemberPictures members={review.members} onLook={onLookThroughRooms} onStop={onStopLooking} />
          )}
        </Stack>
      </Paper>
    </SimpleGrid>
  );
}
