/** What a browser writes to its console, for specs that provoke it. */

/** A refused request. */
export const status = (code: number): RegExp => new RegExp(`status of ${String(code)}`);

/** An answer without CORS headers. */
export const BLOCKED: readonly RegExp[] = [/blocked by CORS policy/, /net::ERR_FAILED/];

/** Nothing listens there. */
export const REFUSED: readonly RegExp[] = [/net::ERR_CONNECTION_REFUSED/];

/** A connection cut before or within the answer. */
export const CUT: readonly RegExp[] = [
  /net::ERR_(EMPTY_RESPONSE|CONNECTION_\w+|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH)/,
];
