import { ean13CheckDigit } from '../products/ean-13.ts';

/** A product of the sample shop: what a store needs to sell it, its English name, and how often it is bought. */
export interface SampleProduct {
  readonly sku: string;
  readonly name: string;
  readonly nameEnglish: string;
  readonly category: string;
  readonly categoryEnglish: string;
  readonly unit: 'piece' | 'kg';
  /** Fen for one piece or one kilogram, tax included. */
  readonly priceMinor: number;
  /** VAT in hundredths of a percent. */
  readonly taxRateBp: number;
  /** EAN-13 of the range 20–29, which GS1 leaves to shops for their own use; 21 for goods that are weighed. */
  readonly barcode: string;
  /** How often it goes into a basket, against the others of the catalogue (1 seldom, 10 daily). */
  readonly popularity: number;
}

/** Mainland VAT: 13 % standard; 9 % grain, oil, fruit, milk and other farm produce; vegetables, eggs and fresh meat exempt in retail. */
const STANDARD = 1300;
const REDUCED = 900;
const EXEMPT = 0;

/** name · English name · fen · popularity */
type Row = readonly [string, string, number, number];

interface Shelf {
  readonly code: string;
  readonly name: string;
  readonly english: string;
  readonly unit: 'piece' | 'kg';
  readonly taxRateBp: number;
  readonly rows: readonly Row[];
}

const SHELVES: readonly Shelf[] = [
  {
    code: 'LT',
    name: '散茶',
    english: 'Loose tea',
    unit: 'kg',
    taxRateBp: STANDARD,
    rows: [
      ['西湖龙井（一级）', 'West Lake Longjing, first grade', 96_000, 2],
      ['碧螺春', 'Biluochun', 72_000, 1],
      ['黄山毛峰', 'Huangshan Maofeng', 56_000, 2],
      ['信阳毛尖', 'Xinyang Maojian', 48_000, 2],
      ['安溪铁观音', 'Anxi Tieguanyin', 39_600, 4],
      ['武夷大红袍', 'Wuyi Dahongpao', 68_000, 2],
      ['正山小种', 'Lapsang Souchong', 46_000, 3],
      ['滇红金芽', 'Dianhong Golden Bud', 36_000, 2],
      ['白毫银针', 'Silver Needle white tea', 118_000, 1],
      ['茉莉花茶', 'Jasmine tea', 19_800, 6],
      ['杭白菊', 'Chrysanthemum flowers', 16_800, 3],
    ],
  },
  {
    code: 'PT',
    name: '包装茶',
    english: 'Packed tea',
    unit: 'piece',
    taxRateBp: STANDARD,
    rows: [
      ['普洱熟茶饼 357克', 'Ripe pu’er cake 357 g', 16_800, 2],
      ['普洱生茶饼 357克', 'Raw pu’er cake 357 g', 19_800, 1],
      ['福鼎白茶饼 300克', 'Fuding white tea cake 300 g', 23_800, 1],
      ['龙井礼盒 250克', 'Longjing gift box 250 g', 29_800, 1],
      ['小青柑 8粒', 'Pu’er in green mandarin, 8 pieces', 5_800, 3],
      ['乌龙茶包 25袋', 'Oolong tea bags, 25', 2_290, 4],
      ['红茶包 25袋', 'Black tea bags, 25', 1_990, 4],
      ['桂花乌龙 100克', 'Osmanthus oolong 100 g', 4_580, 3],
    ],
  },
  {
    code: 'DR',
    name: '茶饮',
    english: 'Tea to go',
    unit: 'piece',
    taxRateBp: STANDARD,
    rows: [
      ['现泡茉莉绿茶', 'Jasmine green tea, brewed', 900, 9],
      ['桂花乌龙奶茶', 'Osmanthus oolong milk tea', 1_600, 10],
      ['珍珠奶茶', 'Bubble milk tea', 1_500, 9],
      ['柠檬红茶', 'Lemon black tea', 1_200, 8],
      ['杨枝甘露', 'Mango pomelo sago', 2_200, 6],
      ['冷泡白桃乌龙', 'Cold-brew white peach oolong', 1_400, 6],
      ['姜枣茶', 'Ginger and jujube tea', 1_300, 3],
      ['酸梅汤', 'Sour plum drink', 800, 5],
    ],
  },
  {
    code: 'SN',
    name: '茶点零食',
    english: 'Pastries and snacks',
    unit: 'piece',
    taxRateBp: STANDARD,
    rows: [
      ['绿豆糕 6块', 'Mung bean cakes, 6', 1_880, 6],
      ['桂花糕 6块', 'Osmanthus cakes, 6', 1_980, 5],
      ['凤梨酥 8枚', 'Pineapple cakes, 8', 3_280, 4],
      ['蛋黄酥 6枚', 'Salted yolk pastries, 6', 3_600, 5],
      ['鲜花饼 6枚', 'Rose pastries, 6', 2_680, 4],
      ['沙琪玛 200克', 'Sachima 200 g', 1_290, 4],
      ['抹茶曲奇 150克', 'Matcha cookies 150 g', 2_480, 4],
      ['芝麻酥糖 180克', 'Sesame brittle 180 g', 1_580, 3],
      ['海苔卷 60克', 'Seaweed rolls 60 g', 1_190, 4],
      ['五香豆干 100克', 'Spiced dried tofu 100 g', 690, 6],
    ],
  },
  {
    code: 'NU',
    name: '坚果干货',
    english: 'Nuts and dried goods',
    unit: 'kg',
    taxRateBp: STANDARD,
    rows: [
      ['五香瓜子', 'Spiced sunflower seeds', 2_980, 6],
      ['蒜香花生', 'Garlic peanuts', 3_180, 5],
      ['盐焗腰果', 'Salted cashews', 11_800, 3],
      ['奶香巴旦木', 'Roasted almonds', 9_800, 3],
      ['开心果', 'Pistachios', 13_600, 2],
      ['话梅', 'Preserved plums', 7_600, 3],
    ],
  },
  {
    code: 'GR',
    name: '粮油',
    english: 'Grain and oil',
    unit: 'piece',
    taxRateBp: REDUCED,
    rows: [
      ['东北大米 5千克', 'Northeast rice 5 kg', 3_990, 5],
      ['小麦粉 2.5千克', 'Wheat flour 2.5 kg', 1_690, 4],
      ['小米 1千克', 'Millet 1 kg', 1_590, 4],
      ['挂面 900克', 'Dried noodles 900 g', 990, 7],
      ['花生油 1.8升', 'Peanut oil 1.8 l', 5_690, 3],
      ['菜籽油 5升', 'Rapeseed oil 5 l', 7_990, 2],
      ['芝麻油 400毫升', 'Sesame oil 400 ml', 2_890, 3],
      ['加碘食盐 400克', 'Iodised salt 400 g', 250, 5],
    ],
  },
  {
    code: 'SE',
    name: '调味品',
    english: 'Condiments',
    unit: 'piece',
    taxRateBp: STANDARD,
    rows: [
      ['生抽 500毫升', 'Light soy sauce 500 ml', 1_090, 6],
      ['老抽 500毫升', 'Dark soy sauce 500 ml', 990, 4],
      ['香醋 550毫升', 'Zhenjiang vinegar 550 ml', 890, 5],
      ['料酒 500毫升', 'Cooking wine 500 ml', 790, 4],
      ['郫县豆瓣 500克', 'Pixian bean paste 500 g', 1_280, 4],
      ['花椒 50克', 'Sichuan pepper 50 g', 1_180, 3],
      ['红糖 350克', 'Brown sugar 350 g', 990, 4],
    ],
  },
  {
    code: 'DA',
    name: '乳品',
    english: 'Dairy',
    unit: 'piece',
    taxRateBp: REDUCED,
    rows: [
      ['鲜牛奶 950毫升', 'Fresh milk 950 ml', 1_690, 9],
      ['纯牛奶 250毫升×12', 'Long-life milk 250 ml × 12', 4_990, 4],
      ['有机鲜奶 500毫升', 'Organic fresh milk 500 ml', 1_490, 4],
    ],
  },
  {
    code: 'VE',
    name: '蔬菜蛋品',
    english: 'Vegetables and eggs',
    unit: 'kg',
    taxRateBp: EXEMPT,
    rows: [
      ['鲜鸡蛋', 'Fresh eggs', 1_180, 9],
      ['小青菜', 'Baby bok choy', 690, 8],
      ['西红柿', 'Tomatoes', 880, 8],
      ['黄瓜', 'Cucumbers', 760, 7],
      ['土豆', 'Potatoes', 480, 6],
      ['生姜', 'Ginger', 1_580, 5],
      ['干香菇', 'Dried shiitake', 9_800, 2],
      ['黑木耳', 'Dried wood ear', 11_600, 2],
    ],
  },
  {
    code: 'FR',
    name: '水果',
    english: 'Fruit',
    unit: 'kg',
    taxRateBp: REDUCED,
    rows: [
      ['红富士苹果', 'Fuji apples', 1_180, 7],
      ['香蕉', 'Bananas', 780, 8],
      ['砂糖橘', 'Sugar mandarins', 1_280, 6],
      ['巨峰葡萄', 'Kyoho grapes', 1_980, 4],
      ['红心火龙果', 'Red dragon fruit', 1_680, 4],
    ],
  },
  {
    code: 'TW',
    name: '茶具',
    english: 'Teaware',
    unit: 'piece',
    taxRateBp: STANDARD,
    rows: [
      ['白瓷盖碗', 'White porcelain gaiwan', 5_800, 1],
      ['紫砂壶 200毫升', 'Yixing teapot 200 ml', 26_800, 1],
      ['玻璃公道杯', 'Glass fairness pitcher', 3_200, 1],
      ['品茗杯 四只装', 'Tasting cups, set of 4', 4_600, 1],
      ['不锈钢茶漏', 'Steel tea strainer', 1_500, 2],
      ['便携保温杯 350毫升', 'Travel flask 350 ml', 8_900, 1],
    ],
  },
];

/** The catalogue of 老街茶铺, a made-up neighbourhood tea shop and grocery, in shelf order. The same on every call. */
export const SAMPLE_CATALOGUE: readonly SampleProduct[] = SHELVES.flatMap((shelf, shelfIndex) =>
  shelf.rows.map(([name, nameEnglish, priceMinor, popularity], index) => ({
    sku: `${shelf.code}-${String(index + 1).padStart(3, '0')}`,
    name,
    nameEnglish,
    category: shelf.name,
    categoryEnglish: shelf.english,
    unit: shelf.unit,
    priceMinor,
    taxRateBp: shelf.taxRateBp,
    barcode: ownBarcode(shelf.unit === 'kg' ? '21' : '20', shelfIndex + 1, index + 1),
    popularity,
  })),
);

function ownBarcode(prefix: '20' | '21', shelf: number, item: number): string {
  const twelve = `${prefix}${String(shelf).padStart(5, '0')}${String(item).padStart(5, '0')}`;
  return `${twelve}${ean13CheckDigit(twelve)}`;
}
