import { field } from '../field.ts';
import { readCard, readEmail, readExternalId, readPhone } from '../read-text.ts';

/** By what a file names a member: each of them finds one. */
export const memberKeys = {
  phone: field({
    identifies: true,
    headers: [
      '手机',
      '手机号',
      '手机号码',
      '电话',
      '联系电话',
      '会员手机',
      'phone',
      'mobile',
      'phonenumber',
      'tel',
      'cell',
    ],
    example: '13800138000',
    read: readPhone,
  }),
  card: field({
    identifies: true,
    headers: ['卡号', '会员卡号', '会员卡', '实体卡号', 'card', 'cardnumber', 'cardno', 'loyaltycard'],
    example: '600100001',
    read: readCard,
  }),
  email: field({
    identifies: true,
    headers: ['邮箱', '电子邮箱', '邮件', '电子邮件', 'email', 'mail', 'emailaddress'],
    example: 'lin@example.com',
    read: readEmail,
  }),
  externalId: field({
    identifies: true,
    headers: [
      '会员编号',
      '会员号',
      '原会员号',
      '客户编号',
      '会员id',
      'memberid',
      'memberno',
      'customerid',
      'customerno',
      'externalid',
    ],
    example: 'A-10086',
    read: readExternalId,
  }),
} as const;

export interface MemberKeys {
  readonly phone: string | null;
  readonly card: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
}

export const namesMember = ({ phone, card, email, externalId }: MemberKeys): boolean =>
  phone !== null || card !== null || email !== null || externalId !== null;
