import { Button, Group, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageLanguage } from '../../../shared/messages/message.ts';
import { PLACEHOLDER_NAMES, type Placeholder, TEMPLATE_PLACEHOLDERS } from '../../../shared/messages/placeholders.ts';

interface PlaceholderButtonsProps {
  readonly language: MessageLanguage;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Those that the text may name. */
  readonly offered?: readonly Placeholder[];
  /** Which text it is for, where there are several. */
  readonly label?: string;
}

/** Puts a placeholder where the cursor stands in the text, and goes on behind it. */
export function PlaceholderButtons({
  language,
  input,
  text,
  onText,
  label,
  offered = TEMPLATE_PLACEHOLDERS,
}: PlaceholderButtonsProps) {
  const { t } = useTranslation();
  const insert = (placeholder: Placeholder) => {
    const field = input.current;
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    const put = `{${PLACEHOLDER_NAMES[language][placeholder]}}`;
    onText(text.slice(0, from) + put + text.slice(to));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + put.length, from + put.length);
    });
  };
  return (
    <Group gap={4} role="group" aria-label={[label, t('messages.template.placeholders')].filter(Boolean).join(' · ')}>
      <Text span size="sm" c="dimmed">
        {t('messages.template.placeholders')}
      </Text>
      {offered.map((placeholder) => (
        <Button key={placeholder} variant="default" size="compact-xs" onClick={() => insert(placeholder)}>
          {t(`messages.template.placeholder.${placeholder}`)}
        </Button>
      ))}
    </Group>
  );
}
