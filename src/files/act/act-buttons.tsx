import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** One thing to do, as a button or as a line of a menu. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly onChoose: () => void;
}

interface ActButtonsProps {
  readonly choices: readonly Choice[];
  /** No room for a button each. */
  readonly isNarrow: boolean;
}

/** Things to do, side by side or in a menu. */
export function ActButtons({ choices, isNarrow }: ActButtonsProps) {
  if (!isNarrow) {
    return choices.map(({ key, label, icon, onChoose }) => (
      <Button key={key} variant="default" leftSection={icon} onClick={onChoose}>
        {label}
      </Button>
    ));
  }
  return (
    <Menu position="top-end" transitionProps={{ duration: 0 }} withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
          More actions
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ key, label, icon, onChoose }) => (
          <Menu.Item key={key} leftSection={icon} onClick={onChoose}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
