import { AppShell } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Navigate, Outlet } from "react-router";
import { ActionStatus } from "../files/act/action-status";
import { Looking } from "../files/look/looking";
import { paths } from "../lib/paths";
import { useSessionState } from "../queries/use-session";
import { InterruptedNotice } from "./interrupted-notice";
import { MainNavigation } from "./main-navigation";
import { ShellHeader } from "./shell-header";
import { SkipLink } from "./skip-link";
import { TokenDialog } from "./token-dialog";
import { useRunStatus } from "./use-run-status";
import classes from "./shell.module.css";

/** The frame around every screen behind the sign-in. */
export function Shell() {
  const state = useSessionState();
  const [isMenuOpen, menu] = useDisclosure(false);
  const hasRun = useRunStatus() !== "none";
  // However a session ends: nothing below is rendered without one.
  if (state.status === "signed-out") return <Navigate to={paths.login()} replace />;
  return (
    <AppShell
      header={{ height: { base: hasRun ? 140 : 96, sm: 64 } }}
      navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: !isMenuOpen } }}
      padding={{ base: "md", sm: "lg" }}
    >
      <SkipLink />
      <ShellHeader account={state.account} isMenuOpen={isMenuOpen} onToggleMenu={menu.toggle} />
      <MainNavigation isOpen={isMenuOpen} onNavigate={menu.close} />
      <AppShell.Main id="main" tabIndex={-1}>
        <div className={classes["content"]}>
          <InterruptedNotice />
          <Outlet />
        </div>
      </AppShell.Main>
      <ActionStatus />
      <Looking />
      {state.isTokenRefused ? <TokenDialog account={state.account} /> : null}
    </AppShell>
  );
}
