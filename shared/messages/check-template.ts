import type { TemplateContent } from './message.facts.ts';
import { unknownPlaceholders } from './placeholders.ts';

export type TemplateFault =
  | { readonly reason: 'template-subject-missing' }
  | { readonly reason: 'template-placeholder-unknown'; readonly names: readonly string[] };

/** Why a template may not stand, or null. */
export function templateFault({ channel, subject, text }: TemplateContent): TemplateFault | null {
  if (channel === 'email' && !subject) return { reason: 'template-subject-missing' };
  const names = unknownPlaceholders(`${subject ?? ''}\n${text}`);
  return names.length > 0 ? { reason: 'template-placeholder-unknown', names } : null;
}
