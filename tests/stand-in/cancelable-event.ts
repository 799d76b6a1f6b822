/** The `event` argument of Electron's events that a listener can prevent. */
export class CancelableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
