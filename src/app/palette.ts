import type { MantineColorsTuple } from "@mantine/core";

/**
 * The colours that are ours; the others are Mantine's. Filled controls take shade 7 in light and 6 in dark, links shade
 * 7 and 3.
 */
export const palette: Readonly<Record<"lagoon" | "red" | "dark", MantineColorsTuple>> = {
  /** White on 7: 6.2:1, on 6: 4.7:1. Shade 7 on white: 6.2:1; 3 on the dark page: 7.2:1. */
  lagoon: [
    "#eaf6f7",
    "#d2eaed",
    "#a5d4db",
    "#75bdc8",
    "#4ca8b6",
    "#2f95a5",
    "#1b7f90",
    "#106a7a",
    "#0a5664",
    "#064450",
  ],
  /** White on 7: 5.9:1, on 6: 4.8:1; Mantine's own red is at 3.8:1 and 3.3:1. Shade 9 on 1: 8.4:1. */
  red: ["#fff2f1", "#ffe3e1", "#ffc9c5", "#ffa39d", "#fb8079", "#ec5f58", "#d23b36", "#bd2b28", "#a12020", "#821616"],
  /** Text 0 on the page (7): 10.9:1; dimmed text 2 on page, panels (6) and what is hovered (5): 7.0, 5.9, 4.8:1. */
  dark: ["#d5dade", "#bbc3c9", "#a7b1b9", "#7f8b94", "#465058", "#384148", "#2b3339", "#1f262b", "#181e22", "#10151a"],
};
