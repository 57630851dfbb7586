import { notifications } from "@mantine/notifications";
import { describeError } from "../api/describe-error";
import type { QueryEvents } from "../queries/query-client";
import { session } from "../session/current";

/** What failing queries do on screen. */
export const queryEvents: QueryEvents = {
  sessionEnded: () => {
    session.refuse();
  },
  refreshFailed: (error) => {
    const { title, advice, words } = describeError(error);
    const quote = words === null ? "" : ` Synapse says: ${words}`;
    notifications.show({
      // One notification, however many lists fail at once.
      id: "refresh-failed",
      color: "red",
      title: "What is shown could not be refreshed",
      message: `${title}. ${advice}${quote}`,
      autoClose: 15_000,
    });
  },
};
