import { AppShell, NavLink } from "@mantine/core";
import { IconCloudDown, IconHistory, IconMessages, IconSearch, IconTrash, IconUsers } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { paths } from "../lib/paths";
import classes from "./shell.module.css";

const LINKS = [
  { label: "Users", to: paths.users(), Icon: IconUsers },
  { label: "Clean up", to: paths.cleanup(), Icon: IconTrash },
  { label: "Look up", to: paths.lookup(), Icon: IconSearch },
  { label: "Rooms", to: paths.rooms(), Icon: IconMessages },
  { label: "Remote media", to: paths.remote(), Icon: IconCloudDown },
  { label: "History", to: paths.history(), Icon: IconHistory },
];

interface MainNavigationProps {
  /** Shown on narrow screens; on wider ones it always is. */
  readonly isOpen: boolean;
  readonly onNavigate: () => void;
}

/** The screens one can start from. */
export function MainNavigation({ isOpen, onNavigate }: MainNavigationProps) {
  const { pathname } = useLocation();
  return (
    <AppShell.Navbar aria-label="Main" p="sm" className={classes["navigation"] ?? ""} mod={{ open: isOpen }}>
      {LINKS.map(({ label, to, Icon }) => {
        const isHere = pathname === to || pathname.startsWith(`${to}/`);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            leftSection={<Icon size={18} aria-hidden />}
            active={isHere}
            aria-current={isHere ? "page" : undefined}
            onClick={onNavigate}
          />
        );
      })}
    </AppShell.Navbar>
  );
}
