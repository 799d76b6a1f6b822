import type { ProblemReason, RequestProblem } from '../../contract/pos-problems.ts';
import type { FieldProblem } from '../en/problems.ts';

const problemTitles: Readonly<Record<ProblemReason, string>> = {
  'invalid-request': '请求内容有误',
  'invalid-json': '请求正文不是 JSON',
  'idempotency-key-missing': '缺少 Idempotency-Key',
  'api-key-missing': '缺少 API 密钥',
  'api-key-wrong': 'API 密钥无效',
  'address-wrong': '请求的地址不对',
  'route-unknown': '没有这个路径',
  'method-not-allowed': '这个路径不支持该方法',
  'body-too-large': '请求正文过大',
  'content-type-unsupported': '请求正文不是 application/json',
  'idempotency-key-reused': 'Idempotency-Key 已用过',
  'too-many-wrong-keys': '无效密钥次数过多',
  internal: '门店程序出错',
  'no-store-open': '门店未打开',
  'nothing-given': '没有开卡资料',
  'phone-invalid': '手机号无效',
  duplicate: '可能已是会员',
  'card-in-use': '会员卡已被使用',
  'referrer-unknown': '找不到推荐人',
  'member-unknown': '找不到会员',
  'product-unknown': '找不到商品',
  'amount-too-large': '金额超出上限',
  'member-blocked': '会员已停用',
  'price-changed': '价格不一致',
  'insufficient-points': '积分不足',
  'redeem-step': '积分不是整数倍',
  'redeem-exceeds-basket': '积分超出这笔可用上限',
  'no-member-to-redeem': '使用积分但没有会员',
  'tender-short': '收款不足',
  'tender-over': '收款过多',
  'purchase-unknown': '找不到这笔交易',
  'receipt-number-in-use': '小票号已被使用',
  'receipt-number-reserved': '小票号格式已保留',
  'not-returnable': '不能退货',
  'line-unknown': '没有这一行',
  'more-than-sold': '超过售出数量',
  'refund-differs': '退款金额不一致',
  'not-the-last-sale': '不是最后一笔',
  'already-voided': '已经作废',
  'has-returns': '已有退货',
};

const requestProblems: Readonly<Record<RequestProblem, string>> = {
  'invalid-request': '没有执行任何操作。errors 中列出了每个有误的字段和原因。',
  'invalid-json': '没有执行任何操作。请发送一份 UTF-8 编码的 JSON（RFC 8259）。',
  'idempotency-key-missing':
    '没有执行任何操作。请在 Idempotency-Key 中发送 8 到 128 个可见 ASCII 字符：每个新操作用新的，重试用同一个。',
  'api-key-missing': '请用门店设置中生成的密钥：Authorization: Bearer regulars_…',
  'api-key-wrong': '这个密钥在本店无效，请查看门店设置。',
  'address-wrong': '请用 127.0.0.1 或 localhost 加端口访问，不要从浏览器页面访问。',
  'route-unknown': '所有路径见 /api/v1/openapi.json。',
  'method-not-allowed': '这个路径支持的方法见 Allow。',
  'body-too-large': '没有执行任何操作。正文最多 {{most}} 字节。',
  'content-type-unsupported': '没有执行任何操作。请以 UTF-8 编码的 application/json 发送。',
  'idempotency-key-reused': '没有执行任何操作。这个 Idempotency-Key 已用于其他内容，每个新操作请用新的。',
  'too-many-wrong-keys': '请等待 Retry-After 中的秒数。有效的密钥不受影响。',
  internal: '不确定操作是否完成，请用同一个 Idempotency-Key 重试。',
  'no-store-open': '没有执行任何操作。请在门店打开后重试。',
};

const fieldProblems: Readonly<Record<FieldProblem, string>> = {
  'not an id': '必须是 ID（小写 UUID）',
  'control-characters': '不能含控制字符',
  'no-such-day': '没有这一天',
  'leap-month-is-lunar': '只有农历生日才有闰月',
  'name-it-once': '请用 productId、barcode、sku 中的一个指明商品',
};

export const problems = { problemTitles, requestProblems, fieldProblems };
