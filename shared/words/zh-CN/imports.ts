import type { FaultReason } from '../../imports/fault.ts';
import type { FieldWords, Target } from '../../imports/targets.ts';

const phone = { name: '手机号', help: '带不带国家码都可以，空格和横线会忽略。' };
const card = { name: '会员卡号', help: '4 到 32 位数字、字母或横线。' };
const email = { name: '邮箱', help: '例如 lin@example.com。' };
const externalId = { name: '会员编号', help: '会员在原系统里的编号。' };
const pointsExpireOn = { name: '积分到期日', help: '最后可用的一天；不填则按积分规则。' };

const importFields: FieldWords = {
  members: {
    phone,
    name: { name: '姓名', help: '最多 60 个字。' },
    card,
    externalId,
    points: { name: '积分', help: '会员带过来的积分，整数。' },
    pointsExpireOn,
    tier: { name: '会员等级', help: '普通会员、银卡、金卡、白金。' },
    birthday: { name: '生日', help: '完整日期或只写月日；农历写“农历8月15”。' },
    gender: { name: '性别', help: '女、男、其他。' },
    email,
    enrolledOn: { name: '入会日期', help: '不填则为今天。' },
    address: { name: '地址', help: '最多 200 个字。' },
    wechatId: { name: '微信号', help: '最多 64 个字。' },
    marketingSms: { name: '接收短信优惠', help: '是或否；会员在本店拒绝过的，文件里写“是”也不会改。' },
    marketingEmail: { name: '接收邮件优惠', help: '是或否；会员在本店拒绝过的，文件里写“是”也不会改。' },
    serviceMessages: { name: '接收本人积分和消费的通知', help: '是或否。' },
    profiling: { name: '按消费记录推荐优惠', help: '是或否。' },
    note: { name: '备注', help: '最多 500 个字。' },
  },
  products: {
    sku: { name: '货号', help: '字母、数字、点、横线或下划线，最多 32 位。' },
    name: { name: '商品名称', help: '最多 120 个字。' },
    price: { name: '售价', help: '含税价。' },
    barcode: { name: '条码', help: 'EAN-8、UPC-A、EAN-13 会核对末位校验码。' },
    category: { name: '分类', help: '没有的分类会自动新建。' },
    unit: { name: '单位', help: '件或公斤；不填则为件。' },
    taxRate: { name: '税率', help: '13%、13 或 0.13；不填则为 0。' },
    cost: { name: '进价', help: '门店的进货价。' },
    status: { name: '状态', help: '在售或停售；不填则为在售。' },
  },
  purchases: {
    receipt: { name: '小票号', help: '同一小票号的各行合为一笔。' },
    soldAt: { name: '销售时间', help: '日期，可带时间，按门店当地时间。' },
    phone,
    card,
    externalId,
    sku: { name: '货号', help: '商品须已建档。' },
    barcode: { name: '条码', help: '可代替货号。' },
    quantity: { name: '数量', help: '最多三位小数；退货写负数。' },
    price: { name: '单价', help: '含税价；单价和金额至少填一个。' },
    amount: { name: '金额', help: '这一行实付多少。' },
    taxRate: { name: '税率', help: '不填则按商品的税率。' },
    tender: { name: '支付方式', help: '现金、银行卡、微信、支付宝、礼品卡、其他。' },
  },
  points: {
    phone,
    card,
    externalId,
    email,
    points: { name: '积分', help: '大于 0 的整数。' },
    pointsExpireOn,
  },
  cards: {
    phone,
    email,
    externalId,
    card,
  },
};

const importTargets: Readonly<Record<Target, string>> = {
  members: '会员',
  products: '商品',
  purchases: '历史消费',
  points: '期初积分',
  cards: '会员卡',
};

const importFaults: Readonly<Record<FaultReason, string>> = {
  required: '必填，这里是空的。',
  'too-long': '太长：有 {{length}} 个字，最多 {{most}} 个。',
  'control-characters': '含有无法显示的字符，请重新输入。',
  'wrong-encoding': '无法识别，请在“读取方式”里换一种编码，再检查一次。',
  formula: '这是公式，不是数值。请粘贴为数值后再导入。',
  'quotes-broken': '引号没有成对。单元格里的引号要写两遍。',
  'too-many-cells': '单元格比表头的 {{columns}} 列还多，请检查单元格里是否混入了分隔符。',
  'shortened-number': '表格软件把这个号码缩写成了 {{value}}。请把该列设为文本格式后重新保存。',
  'phone-invalid': '不是有效的电话号码，请核对位数；境外号码以 + 和国家码开头。',
  'email-invalid': '不是有效的邮箱地址。',
  'card-invalid': '卡号应为 4 到 32 位数字、字母或横线。',
  'external-id-invalid': '太长，最多 {{most}} 个字符。',
  'date-invalid': '不是有效的日期，请写成 2024-03-05。',
  'date-ambiguous': '分不清 {{first}} 是日还是月。请在“读取方式”里说明，或写成 2024-03-05。',
  'date-future': '这一天还没到。',
  'date-past': '这一天已经过去。',
  'birthday-invalid': '不是有效的生日，请写成 1990-03-15 或 3-15。',
  'not-a-number': '不是数字。',
  'too-many-decimals': '小数位太多，最多 {{most}} 位。',
  negative: '不能是负数。',
  zero: '不能是 0。',
  'not-whole': '必须是整数。',
  'too-large': '数值太大。',
  'tax-rate-invalid': '不是有效的税率，请写成 13% 或 0.13，在 0 到 100% 之间。',
  'sku-invalid': '货号应为最多 32 位的字母、数字、点、横线或下划线。',
  'barcode-invalid': '条码应为 3 到 32 位数字、字母或横线。',
  'barcode-check-digit': '末位校验码不对，应为 {{expected}}，请核对条码。',
  'choice-unknown': '无法识别，请写其中之一：{{allowed}}。',
  'nothing-given': '姓名、手机号、会员卡、邮箱、会员编号至少填一项。',
  'member-not-named': '没有说明是哪位会员。',
  'product-not-named': '没有说明是哪件商品，请填货号或条码。',
  'price-not-given': '请填单价或金额。',
  'twice-in-file': '与第 {{row}} 行重复，请只留一行。',
  'member-unknown': '没有这位会员。请先导入会员，或更正这一项。',
  'member-unclear': '符合的会员不止一位。请更正这一行，或先合并会员。',
  'member-closed': '这位会员已注销。',
  'product-unknown': '没有这件商品。请先导入商品，或更正这一项。',
  'product-unclear': '货号和条码指向两件商品，条码属于 {{sku}}。',
  'card-in-use': '这张卡属于另一位会员。',
  'barcode-in-use': '条码已用于商品 {{sku}}。',
  'not-the-owner': '这件商品由总部维护，只能在总部修改。',
  'receipt-differs': '与同一小票的第 {{row}} 行不一致。',
  'receipt-broken': '同一小票的第 {{row}} 行有错，整张小票不导入。',
  'receipt-too-long': '这张小票超过 {{most}} 行。',
};

const importFaultColumn = '错误说明';

/** The words of imports. */
export const imports = { importFields, importTargets, importFaults, importFaultColumn };
