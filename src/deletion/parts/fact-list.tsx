import type { ReactNode } from "react";
import classes from "./fact-list.module.css";

export interface Fact {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts under each other, each with its name. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes["facts"]}>
      {facts.map(({ term, value }) => (
        <div key={term} className={classes["fact"]}>
          <dt className={classes["term"]}>{term}</dt>
          <dd className={classes["value"]}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
