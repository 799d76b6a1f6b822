import { describe, expect, it } from 'vitest';
import { PAGES } from '../frame/pages.ts';
import { helpTopicOf } from './help-topic.ts';

describe('help', () => {
  it.each(PAGES.map(({ to }) => to))('explains %s', (to) => {
    expect(helpTopicOf(to)).not.toBeNull();
  });

  it('tells one member from the list of all', () => {
    expect(helpTopicOf('/members/018f')).toBe('member');
    expect(helpTopicOf('/members')).toBe('members');
  });

  it('explains no page that does not exist', () => {
    expect(helpTopicOf('/nowhere')).toBeNull();
  });
});
