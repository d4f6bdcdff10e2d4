/** The commands, as the manifest declares them. */
export const commands = {
  openCalculator: 'lossary.openCalculator',
  openCalculatorToSide: 'lossary.openCalculatorToSide',
  evaluateSelection: 'lossary.evaluateSelection',
  evaluateMention: 'lossary.evaluateMention',
  openMention: 'lossary.openMention',
  insertResult: 'lossary.insertResult',
  showLog: 'lossary.showLog',
} as const;

/** A link that runs a command with one argument. */
export function commandUri(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
