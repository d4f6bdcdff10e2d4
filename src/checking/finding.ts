export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Replaces [start, end) by newText. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Something wrong in a document. Code: an id of the pitfalls where one fits. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  readonly source: 'Lossary';
}
