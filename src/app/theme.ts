import { createTheme } from "@mantine/core";
import type { CSSVariablesResolver } from "@mantine/core";
import { palette } from "./palette";

/** What the buttons of every calendar are called. */
const calendar = {
  ariaLabels: {
    monthLevelControl: "Choose a month",
    yearLevelControl: "Choose a year",
    nextMonth: "Next month",
    previousMonth: "Previous month",
    nextYear: "Next year",
    previousYear: "Previous year",
    nextDecade: "Next decade",
    previousDecade: "Previous decade",
  },
  // Days of other months are dimmed to half, far below what can be read.
  hideOutsideDates: true,
  // Red weekends read 3.9:1 on white, and weekends are other days elsewhere.
  weekendDays: [],
};

export const theme = createTheme({
  colors: palette,
  primaryColor: "lagoon",
  primaryShade: { light: 7, dark: 6 },
  // Black or white on a filled control, whichever reads better: both are 4.6:1 at this luminance.
  autoContrast: true,
  luminanceThreshold: 0.179,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  headings: {
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.625rem" }, h2: { fontSize: "1.25rem" }, h3: { fontSize: "1.0625rem" } },
  },
  // By name rather than by component: the calendar is no part of what is loaded at the sign-in.
  components: {
    DateInput: { defaultProps: calendar },
    DatePicker: { defaultProps: calendar },
    Modal: {
      styles: { title: { fontSize: "1.125rem", fontWeight: 650 } },
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5, blur: 2 } },
    },
    // A <header> would be a second banner beside the page's own.
    ModalHeader: { defaultProps: { component: "div" } },
    ModalCloseButton: { defaultProps: { "aria-label": "Close" } },
    Notification: {
      styles: { description: { color: "var(--mantine-color-dimmed)" } },
      defaultProps: { withBorder: true, closeButtonProps: { "aria-label": "Close" } },
    },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Contrasts are against the page, and in brackets against the least favourable surface that text stands on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "#1b2328", // 15.9:1
    "--mantine-color-dimmed": "#57626b", // 6.2:1 (hovered row: 5.3:1)
    "--mantine-color-placeholder": "#57626b", // 6.2:1
    "--mantine-color-disabled-color": "#57626b", // on its own grey 5.3:1: what is disabled here tells why
    "--mantine-color-error": "#bd2b28", // 5.9:1 (on a red notice: 4.9:1)
    "--mantine-color-anchor": "#106a7a", // 6.2:1 (hovered row: 5.3:1)
    "--mantine-color-default-border": "#dee2e6", // between things that also differ otherwise
    "--app-field-border": "#7c8791", // 3.7:1: it alone shows where a field is
    "--app-focus": "#106a7a", // 6.2:1
    "--app-chrome": "#f4f7f8", // header and navigation; dimmed text on it: 5.8:1
    // Text of light badges and notices on its own tint; Mantine's are at 2.4 to 4.4:1.
    "--mantine-color-yellow-light-color": "#7a4f00", // 6.4:1
    "--mantine-color-orange-light-color": "#8f3d05", // 6.2:1
    "--mantine-color-green-light-color": "#1f6b2d", // 5.7:1
    "--mantine-color-teal-light-color": "#056349", // 6.3:1
    "--mantine-color-cyan-light-color": "#0b5d6b", // 6.4:1
  },
  dark: {
    "--mantine-color-placeholder": "#a7b1b9", // in a field: 5.9:1
    "--mantine-color-disabled-color": "#a7b1b9", // on its own grey: 5.9:1
    "--mantine-color-error": "#fb8079", // 6.2:1 (in a panel: 5.2:1)
    "--mantine-color-anchor": "#75bdc8", // 7.2:1 (in a panel: 6.0:1)
    "--app-field-border": "#7f8b94", // 4.4:1 (in a panel: 3.7:1)
    "--app-focus": "#75bdc8", // 7.2:1
    "--app-chrome": "#181e22", // dimmed text on it: 7.7:1
  },
});
