/** The value of the control that an event comes from. */
export function chosen(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** Whether the control that an event comes from is ticked. */
export function ticked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}
