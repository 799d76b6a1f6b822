export const form = {
  required: 'Please fill this in.',
  leaveTitle: 'Leave without saving?',
  leaveBody: 'What you typed here will be lost.',
  saveKey: 'Save',
  leaveKey: 'Back',
} as const;
