import { wrong } from '../fault.ts';
import { field, type ImportTarget, type RowOf } from '../field.ts';
import { readComingDate } from '../read-date.ts';
import { readPoints } from '../read-number.ts';
import { memberKeys, namesMember } from './member-fields.ts';

const fields = {
  phone: memberKeys.phone,
  card: memberKeys.card,
  externalId: memberKeys.externalId,
  email: memberKeys.email,
  points: field({
    required: true,
    headers: [
      '积分',
      '积分余额',
      '剩余积分',
      '可用积分',
      '期初积分',
      'points',
      'pointsbalance',
      'balance',
      'openingpoints',
    ],
    example: '1280',
    read: (text, terms) => {
      const points = readPoints(text, terms);
      return points.ok && points.value === 0 ? wrong('zero') : points;
    },
  }),
  pointsExpireOn: field({
    isDate: true,
    headers: ['积分到期日', '积分有效期', '到期日', 'pointsexpireon', 'pointsexpiry', 'expireson', 'expirydate'],
    example: '2030-12-31',
    read: readComingDate,
  }),
} as const;

export type PointsRow = RowOf<typeof fields>;

/** What points members on file bring along. An account of a source opens once. */
export const pointsTarget: ImportTarget<typeof fields> = {
  fields,
  policies: ['skip'],
  check: (row) => (namesMember(row) ? [] : [{ field: null, reason: 'member-not-named' }]),
};
