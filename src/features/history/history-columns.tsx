import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../../lib/paths";
import type { Column } from "../../ui/column";
import { Timestamp } from "../../ui/timestamp";
import type { HistoryRow } from "./history-rows";
import classes from "./history.module.css";

/** The columns of the history. Where there is no room for the result it stands below what was done. */
export const historyColumns = (isNarrow: boolean): readonly Column<HistoryRow>[] => [
  {
    key: "started",
    header: "Started",
    width: isNarrow ? "7.5rem" : "11rem",
    render: ({ id, startedMs }) => (
      <Anchor component={Link} to={paths.historyEntry(id)} inherit className={classes["started"] ?? ""}>
        <Timestamp ms={startedMs} />
      </Anchor>
    ),
  },
  {
    key: "what",
    header: "What",
    render: (row) => (
      <>
        <bdi className={classes["what"]} title={row.what}>
          {row.what}
        </bdi>
        {isNarrow ? <Result row={row} /> : null}
      </>
    ),
  },
  ...(isNarrow ? [] : [RESULT]),
];

const RESULT: Column<HistoryRow> = {
  key: "result",
  header: "Result",
  width: "36%",
  render: (row) => <Result row={row} />,
};

function Result({ row: { result, remarks } }: { readonly row: HistoryRow }) {
  return (
    <>
      <span className={classes["result"]}>{result}</span>
      {remarks === "" ? null : (
        <span className={classes["remarks"]} title={remarks}>
          {remarks}
        </span>
      )}
    </>
  );
}
