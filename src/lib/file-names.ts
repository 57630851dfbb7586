/** No longer than this many UTF-16 units: file systems take 255 bytes, and a number may be added. */
const LONGEST = 80;

/** What Windows, macOS or a shell takes for something else, and what turns the direction of a text around. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** Names of devices, with whatever ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name of a file as any system takes it, made of what anybody may have typed: no path, no sign that means something
 * to a system, no hidden file. Empty where nothing is left.
 */
export function safeFileName(text: string): string {
  const cleaned = text
    .normalize("NFC")
    .replaceAll(UNSAFE, "_")
    .replace(/^[\s.]+/u, "");
  const { stem, ending } = parted(cleaned.replace(/[\s.]+$/u, ""));
  const name = `${cut(stem, LONGEST - ending.length).replace(/[\s.]+$/u, "")}${ending}`;
  return DEVICE.test(name) ? `_${name}` : name;
}

/**
 * As safe, and each another one, also where letters are told apart by neither case nor accents' way of writing:
 * "cat.png", "cat (2).png". `fallbacks` name what has no name of its own; `taken` are names that are given already.
 */
export function uniqueFileNames(
  texts: readonly (string | null)[],
  fallbacks: readonly string[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.map(folded));
  const tried = new Map<string, number>();
  return texts.map((text, index) => {
    const own = safeFileName(text ?? "");
    const name = own === "" ? safeFileName(fallbacks[index] ?? "") || "file" : own;
    const { stem, ending } = parted(name);
    const first = tried.get(folded(name)) ?? 1;
    for (let number = first; ; number += 1) {
      const numbered = number === 1 ? name : `${stem} (${String(number)})${ending}`;
      if (used.has(folded(numbered))) continue;
      used.add(folded(numbered));
      tried.set(folded(name), number + 1);
      return numbered;
    }
  });
}

const folded = (name: string): string => name.normalize("NFKC").toLowerCase();

/** A short ending behind the last point, with the point; empty where there is none. */
function parted(name: string): { readonly stem: string; readonly ending: string } {
  const [ending = ""] = /\.[^.\s]{1,12}$/u.exec(name) ?? [];
  const stem = name.slice(0, name.length - ending.length);
  return stem === "" ? { stem: name, ending: "" } : { stem, ending };
}

/** Never in the middle of a pair. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, "");
