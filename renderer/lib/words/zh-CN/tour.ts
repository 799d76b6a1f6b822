import type { tour as english } from '../en/tour.ts';
import type { SameKeys } from '../same-keys.ts';

export const tour: SameKeys<typeof english> = {
  title: '新手引导',
  start: '新手引导',
  decline: '不用引导',
  number: '第 {{number}} 步，共 {{of}} 步',
  next: '下一步',
  skip: '跳过',
  back: '上一步',
  end: '结束引导',
  finish: '完成',
  step: {
    product: {
      title: '录入商品',
      text: '扫条码，或输入货号、品名、拼音后按 Enter。示例店里可以试试 SE-001。',
    },
    quantity: {
      title: '修改数量',
      text: '商品栏为空时，+ 和 − 增减选中的一行，Delete 删除。输入 3*SE-001 可一次录入三件。',
    },
    member: {
      title: '谁在买？',
      text: '按 F4，输入手机号、后四位、姓名或拼音，用 ↓ 选中、Enter 确认。示例店里可以试试 wang。会员卡随时可以扫。',
    },
    pay: {
      title: '收款',
      text: '按 F12 打开收款。Enter 按应收金额收现金，其他支付方式按对应的数字键。',
    },
    next: {
      title: '小票',
      text: '找零、积分和小票都在这里。Ctrl+P 打印，Enter 开始下一单。',
    },
    hold: {
      title: '顾客忘了拿东西？',
      text: 'F10 挂单，先接待下一位；购物篮为空时按 F10 取单。Alt+S 换人，购物篮不变。',
    },
    returns: {
      title: '退货',
      text: '按 F8 进入退货：找到小票，选择要退的商品，钱和积分原路退回。',
    },
    members: {
      title: '会员列表',
      text: '可以搜索、排序、筛选。按 Enter 打开一位会员，继续下一步。',
    },
    onemember: {
      title: '一位会员的全部情况',
      text: '按批次的积分和到期日、消费、授权，以及汇总所有记录的时间线。需要时才显示完整手机号，并留下记录。',
    },
    products: {
      title: '商品',
      text: '价格、税率和条码。F6 新增商品。',
    },
    staff: {
      title: '人员与规则',
      text: '店员和 PIN、积分怎么得、何时过期，以及打印机和收银台。',
    },
    audit: {
      title: '谁做了什么',
      text: '重要的操作都记录在这里。Alt+V 可以验证记录没有被改动或删除。',
    },
    help: {
      title: '遇到问题时',
      text: 'F1 说明当前页面，? 列出快捷键，Ctrl+K 查找任何页面、会员或操作。',
    },
  },
};
