import type { ConsentPurpose } from '../../members/profile.ts';
import type { CustomName } from '../../members/profile-values.ts';
import { field, type ImportTarget, type RowOf } from '../field.ts';
import { readBirthday, readComingDate, readPastDate } from '../read-date.ts';
import { readPoints } from '../read-number.ts';
import { readFlag, readGender, readTier, readWords } from '../read-text.ts';
import { memberKeys, namesMember } from './member-fields.ts';

const fields = {
  phone: memberKeys.phone,
  name: field({
    headers: ['姓名', '会员姓名', '名字', '客户姓名', '会员名称', 'name', 'fullname', 'membername', 'customername'],
    example: '林小雨',
    read: readWords(60),
  }),
  card: memberKeys.card,
  externalId: memberKeys.externalId,
  points: field({
    headers: ['积分', '积分余额', '剩余积分', '可用积分', '当前积分', 'points', 'pointsbalance', 'balance'],
    example: '1280',
    read: readPoints,
  }),
  pointsExpireOn: field({
    isDate: true,
    headers: ['积分到期日', '积分有效期', '到期日', 'pointsexpireon', 'pointsexpiry', 'expireson', 'expirydate'],
    example: '2030-12-31',
    read: readComingDate,
  }),
  tier: field({
    headers: ['等级', '会员等级', '级别', '会员级别', 'tier', 'level', 'memberlevel'],
    example: '金卡',
    read: readTier,
  }),
  birthday: field({
    isDate: true,
    headers: ['生日', '出生日期', '会员生日', 'birthday', 'dateofbirth', 'dob', 'birthdate'],
    example: '1990-03-15',
    read: readBirthday,
  }),
  gender: field({ headers: ['性别', 'gender', 'sex'], example: '女', read: readGender }),
  email: memberKeys.email,
  enrolledOn: field({
    isDate: true,
    headers: [
      '入会日期',
      '注册日期',
      '办卡日期',
      '开卡日期',
      '注册时间',
      '入会时间',
      'enrolledon',
      'joined',
      'joindate',
      'registeredon',
      'createdat',
    ],
    example: '2021-06-18',
    read: readPastDate,
  }),
  address: field({
    headers: ['地址', '联系地址', '住址', 'address'],
    example: '杭州市西湖区文三路 1 号',
    read: readWords(200),
  }),
  wechatId: field({ headers: ['微信', '微信号', 'wechat', 'wechatid'], example: 'lin-xiaoyu', read: readWords(64) }),
  marketingSms: field({
    headers: [
      '接收短信优惠',
      'offersbytextmessage',
      '短信营销',
      '接收短信',
      '同意短信',
      '短信订阅',
      '营销短信',
      'smsmarketing',
      'smsconsent',
      'smsoptin',
      'acceptssms',
    ],
    example: '是',
    read: readFlag,
  }),
  marketingEmail: field({
    headers: [
      '接收邮件优惠',
      'offersbyemail',
      '邮件营销',
      '接收邮件',
      '同意邮件',
      '邮件订阅',
      '营销邮件',
      'emailmarketing',
      'emailconsent',
      'emailoptin',
      'acceptsemail',
    ],
    example: '否',
    read: readFlag,
  }),
  serviceMessages: field({
    headers: [
      '接收本人积分和消费的通知',
      'messagesaboutownpointsandpurchases',
      '服务通知',
      '接收通知',
      '服务消息',
      'servicemessages',
    ],
    example: '是',
    read: readFlag,
  }),
  profiling: field({
    headers: ['按消费记录推荐优惠', 'offerschosenbywhatwasbought', '个性化推荐', '个性化', '用户画像', 'profiling'],
    example: '',
    read: readFlag,
  }),
  note: field({ headers: ['备注', '说明', 'note', 'notes', 'remark', 'comment'], example: '', read: readWords(500) }),
} as const;

/** Which consent a field of a row speaks of. */
export const CONSENT_OF = {
  marketingSms: 'marketing-sms',
  marketingEmail: 'marketing-email',
  serviceMessages: 'service-messages',
  profiling: 'profiling',
} as const satisfies Partial<Readonly<Record<keyof typeof fields, ConsentPurpose>>>;

/** The store's own fields stand in it by `custom.<id>`, each as it is kept. */
export type MemberRow = RowOf<typeof fields> & { readonly [own: CustomName]: string | null };

/** Members with their cards and what points they bring along. */
export const membersTarget: ImportTarget<typeof fields> = {
  fields,
  policies: ['skip', 'fill', 'update', 'create'],
  check: (row) => (namesMember(row) || row.name !== null ? [] : [{ field: null, reason: 'nothing-given' }]),
};
