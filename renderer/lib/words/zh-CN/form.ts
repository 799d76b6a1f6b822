import type { form as english } from '../en/form.ts';
import type { SameKeys } from '../same-keys.ts';

export const form: SameKeys<typeof english> = {
  required: '请填写这一项。',
  leaveTitle: '不保存就离开？',
  leaveBody: '刚才填写的内容会丢失。',
  saveKey: '保存',
  leaveKey: '返回',
};
