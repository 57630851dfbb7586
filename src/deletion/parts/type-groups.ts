/** What the form offers of what `typeGroupOf` tells apart. */
export const typeGroups = [
  { value: "image", label: "Images" },
  { value: "video", label: "Videos" },
  { value: "audio", label: "Audio" },
  { value: "application", label: "Documents and archives (application)" },
  { value: "text", label: "Text" },
  { value: "unknown", label: "Unknown" },
] as const;

/** That group in words; a group that the form does not offer by its own name, such as "font". */
export const typeGroupText = (group: string): string => typeGroups.find(({ value }) => value === group)?.label ?? group;

/** One of them; null where it is none. */
export const typeGroupIn = (text: string): string | null =>
  typeGroups.find(({ value }) => value === text)?.value ?? null;
