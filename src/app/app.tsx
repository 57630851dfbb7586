import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router/dom";
import { queryClient, registerQueryEvents } from "../queries/current-query-client";
import { queryEvents } from "./events";
import { createRouter } from "./router";
import { cssVariables, theme } from "./theme";
import { watchHistory } from "./watch-history";
import { watchRuns } from "./watch-runs";
import { watchSignOut } from "./watch-sign-out";

const router = createRouter();
registerQueryEvents(queryEvents);
watchRuns(queryClient);
watchSignOut();
watchHistory(queryClient);

/** Everything that surrounds the screens. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" />
        {/* A transition would wait until nothing else changes, and a run changes something all the time. */}
        <RouterProvider router={router} useTransitions={false} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
