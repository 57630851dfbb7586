import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileUnknown,
  IconFileZip,
  IconLock,
  IconMusic,
  IconPhoto,
  IconVideo,
} from "@tabler/icons-react";

/** By how types begin; the first one that fits counts. */
const groups = [
  ["image/", IconPhoto],
  ["video/", IconVideo],
  ["audio/", IconMusic],
  ["text/", IconFileText],
  ["application/pdf", IconFileTypePdf],
  ["application/zip", IconFileZip],
  ["application/gzip", IconFileZip],
  // Encrypted, mostly.
  ["application/octet-stream", IconLock],
] as const;

/** What kind of file it is, by its listed type alone. */
export function TypeIcon({ type, size = 20 }: { readonly type: string | null; readonly size?: number }) {
  const Icon = type === null ? IconFileUnknown : (groups.find(([start]) => type.startsWith(start))?.[1] ?? IconFile);
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
