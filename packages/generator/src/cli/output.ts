/** Where a command's words go. */
export interface Output {
  /** Results, to standard output. */
  out(text: string): void;
  /** Problems, to standard error. */
  error(text: string): void;
}
