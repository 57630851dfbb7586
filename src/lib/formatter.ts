export interface FormatterOptions {
  readonly locale: string;
  /** IANA name, for instance "Europe/Berlin". */
  readonly timeZone: string;
}

/** A text for each plural form the locale has; `{count}` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Every way in which a number, a size or a moment becomes text. */
export interface Formatter {
  readonly locale: string;
  /** "1,204" */
  readonly count: (value: number) => string;
  /** "1,204 files", from the forms of a whole phrase. */
  readonly plural: (value: number, forms: PluralForms) => string;
  /** "4.2%" of a share between 0 and 1, in two digits that say something; "<0.01%" below that. */
  readonly percent: (share: number) => string;
  /** "3.1 GB": decimal units, one digit after the point where it says something. */
  readonly bytes: (value: number) => string;
  /** "3,100,000,000 bytes" */
  readonly exactBytes: (value: number) => string;
  /** "14 Mar 2025, 09:30", in the formatter's zone. */
  readonly dateTime: (ms: number) => string;
  /** "14 Mar 2025" */
  readonly date: (ms: number) => string;
  /** "March 2025" */
  readonly month: (ms: number) => string;
  /** "2025-03-14 09:30:12.345 UTC" */
  readonly utc: (ms: number) => string;
  /** "0.4 s", "2 min 5 s" */
  readonly duration: (ms: number) => string;
  /** The zone of all dates, for instance "Europe/Berlin". */
  readonly zone: string;
}

const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"] as const;

/** Writes numbers, sizes (bytes), dates and durations (ms) in one language and zone. Throws RangeError for an unknown zone. */
export function createFormatter({ locale, timeZone }: FormatterOptions): Formatter {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
  const rules = new Intl.PluralRules(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  const plural = (value: number, forms: PluralForms) =>
    (forms[rules.select(value)] ?? forms.other).replace("{count}", whole.format(value));
  return {
    locale,
    zone: timeZone,
    count: (value) => whole.format(value),
    plural,
    percent: (share) => (share > 0 && share < 0.0001 ? `<${percent.format(0.0001)}` : percent.format(share)),
    bytes: (value) => {
      const { shown, unit } = scaledBytes(value);
      return `${(shown < 100 ? tenths : whole).format(shown)} ${unit}`;
    },
    exactBytes: (value) => plural(value, { one: "{count} byte", other: "{count} bytes" }),
    dateTime: (ms) => (isDate(ms) ? dateTime.format(ms) : whole.format(ms)),
    date: (ms) => (isDate(ms) ? date.format(ms) : whole.format(ms)),
    month: (ms) => (isDate(ms) ? month.format(ms) : whole.format(ms)),
    utc: (ms) => (isDate(ms) ? new Date(ms).toISOString().replace("T", " ").replace("Z", " UTC") : whole.format(ms)),
    duration: (ms) => {
      const seconds = ms / 1000;
      if (seconds < 60) return `${tenths.format(seconds)} s`;
      return `${whole.format(Math.floor(seconds / 60))} min ${whole.format(Math.floor(seconds % 60))} s`;
    },
  };
}

/** Bytes in the largest unit of which there is one at least. */
function scaledBytes(value: number): { readonly shown: number; readonly unit: string } {
  const step = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), UNITS.length - 1);
  const scaled = value / 1000 ** step;
  // 999,960 bytes would read "1,000 kB".
  const isRoundedUp = step > 0 && step < UNITS.length - 1 && scaled >= 999.5;
  return { shown: isRoundedUp ? scaled / 1000 : scaled, unit: UNITS[isRoundedUp ? step + 1 : step] ?? "" };
}

/** Times come from a database and may be anything; beyond this a date cannot be written. */
const isDate = (ms: number): boolean => Math.abs(ms) <= 8.64e15;
