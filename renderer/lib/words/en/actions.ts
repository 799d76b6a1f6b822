/** What buttons say, wherever they stand. */
export const actions = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  retry: 'Try again',
  continue: 'Continue',
  edit: 'Edit',
  remove: 'Remove',
  clear: 'Clear',
  copy: 'Copy',
  undo: 'Undo',
  copied: 'Copied',
  copyFailed: 'This could not be copied. Select it and press Ctrl+C.',
  leave: 'Leave',
  stay: 'Keep editing',
} as const;
