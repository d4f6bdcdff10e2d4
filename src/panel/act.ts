import type { PanelRequests } from '../protocol/messages';

/** How the panel's parts ask the host for something. */
export interface Act {
  /** Asks and shows a failure in the status line. */
  do<K extends keyof PanelRequests>(name: K, body: PanelRequests[K]['ask']): void;
  /** Asks for an answer. */
  ask<K extends keyof PanelRequests>(
    name: K,
    body: PanelRequests[K]['ask'],
  ): Promise<PanelRequests[K]['answer']>;
}
