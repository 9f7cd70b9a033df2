/** A stretch of text: UTF-16 code unit offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text: `[start, end)` becomes `text`. */
export interface TextEdit extends TextRange {
  readonly text: string;
}
