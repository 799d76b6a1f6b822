import { getFixedT } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import { AUDIT_ACTIONS } from '../../../shared/staff/audit-actions.ts';
import { RIGHTS } from '../../../shared/staff/rights.ts';
import { LANGUAGES, startI18n } from '../../lib/i18n.ts';
import { actionWords, fieldWords, inOrder, subjectWords } from './audit-words.ts';

beforeAll(() => startI18n('en'));

describe.each(Object.keys(LANGUAGES))('the audit log in %s', (locale) => {
  it('has words for every act, right and purpose', () => {
    const t = getFixedT(locale);
    const said = [
      ...AUDIT_ACTIONS.map((action) => actionWords(action, t)),
      ...[...RIGHTS, ...CONSENT_PURPOSES].map((field) => fieldWords(field, t)),
    ];
    expect(said.filter((text) => /audit\.|members\.|^[a-z]+(?:[.-][a-z]+)+$/.test(text))).toEqual([]);
  });

  it('shows what it has no words for as it is', () => {
    const t = getFixedT(locale);
    expect([actionWords('teleport', t), fieldWords('warp', t), subjectWords('ship', t)]).toEqual([
      'teleport',
      'warp',
      'ship',
    ]);
  });
});

it('offers the acts in the order of the list, and what it does not know last', () =>
  expect(inOrder(['teleport', 'unmask', 'void', 'sign-in'])).toEqual(['sign-in', 'unmask', 'void', 'teleport']));
