import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { LocalUser } from "../../api/users";
import { paths } from "../../lib/paths";
import { statisticsQueries } from "../../queries/statistics";
import { useStore } from "../../queries/use-session";
import { currentDeps } from "../../session/current";
import type { PickedUsers } from "../../session/picked-users";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { Tray } from "../../ui/tray";
import { deleteUsersSearch } from "./delete-users-search";
import { pickedText, whyNotDeleteAll, whyNotRule } from "./picked-words";

interface UsersTrayProps {
  readonly picked: PickedUsers;
  /** Null until they are read. */
  readonly accounts: readonly LocalUser[] | null;
}

/** Who is ticked, whether shown or not, and what can be done with all their files. */
export function UsersTray({ picked: store, accounts }: UsersTrayProps) {
  const navigate = useNavigate();
  const formatter = useFormatter();
  const picked = useStore(store);
  const isEmpty = picked.size === 0;
  const userIds = [...picked.keys()];
  // Whatever days the list is narrowed to: both buttons are about files of any day.
  const everything = statisticsQueries.owners(currentDeps(), { fromMs: null, untilMs: null });
  const { data: owners } = useQuery({ ...everything, enabled: !isEmpty });
  return (
    <Tray text={pickedText(formatter, picked, owners ?? null)} isEmpty={isEmpty}>
      {isEmpty ? null : (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            store.clear();
          }}
        >
          Clear selection
        </Button>
      )}
      <ReasonButton
        variant="default"
        size="xs"
        whyNot={whyNotRule(formatter, picked)}
        onClick={() => void navigate(paths.cleanupOfUsers(userIds))}
      >
        Clean up by date and size
      </ReasonButton>
      <ReasonButton
        color="red"
        size="xs"
        leftSection={<IconTrash size={16} aria-hidden />}
        whyNot={whyNotDeleteAll(formatter, picked, accounts)}
        onClick={() => void navigate(paths.deleteAllOfUsers(deleteUsersSearch.format(userIds)))}
      >
        Delete all their files
      </ReasonButton>
    </Tray>
  );
}
