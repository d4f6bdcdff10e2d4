/** Asked now and then by long work; whoever started it may have lost interest. VS Code's token fits. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A token that nobody cancels. */
export const neverCancelled: CancellationToken = { isCancellationRequested: false };
