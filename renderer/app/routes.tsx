import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { audienceSearch } from '../features/audiences/audience-search.ts';
import { campaignSearch } from '../features/campaigns/campaign-search.ts';
import { memberListSearch } from '../features/members/list-search.ts';
import { productListSearch } from '../features/products/list-search.ts';
import { offerSearch } from '../features/promotions/offer-search.ts';
import { PageCrashed } from './frame/PageCrashed.tsx';
import { PageMissing } from './frame/PageMissing.tsx';
import { Gate } from './Gate.tsx';
import { tillSearch } from './till-search.ts';

const root = createRootRoute({ component: Gate, notFoundComponent: PageMissing, errorComponent: PageCrashed });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/till' });
  },
});
const till = createRoute({
  getParentRoute: () => root,
  path: '/till',
  validateSearch: tillSearch,
  component: lazyRouteComponent(() => import('../features/purchases/TillPage.tsx'), 'TillPage'),
});
const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  component: lazyRouteComponent(() => import('../features/returns/ReturnsPage.tsx'), 'ReturnsPage'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: memberListSearch,
  component: lazyRouteComponent(() => import('../features/members/MembersPage.tsx'), 'MembersPage'),
});
const member = createRoute({
  getParentRoute: () => root,
  path: '/members/$memberId',
  component: lazyRouteComponent(() => import('../features/members/MemberPage.tsx'), 'MemberPage'),
});
const dataQuality = createRoute({
  getParentRoute: () => root,
  path: '/data-quality',
  component: lazyRouteComponent(() => import('../features/duplicates/DataQualityPage.tsx'), 'DataQualityPage'),
});
const products = createRoute({
  getParentRoute: () => root,
  path: '/products',
  validateSearch: productListSearch,
  component: lazyRouteComponent(() => import('../features/products/ProductsPage.tsx'), 'ProductsPage'),
});
const promotions = createRoute({
  getParentRoute: () => root,
  path: '/promotions',
  component: lazyRouteComponent(() => import('../features/promotions/PromotionsPage.tsx'), 'PromotionsPage'),
});
const offer = createRoute({
  getParentRoute: () => root,
  path: '/promotions/$offerId',
  validateSearch: offerSearch,
  component: lazyRouteComponent(() => import('../features/promotions/OfferPage.tsx'), 'OfferPage'),
});
const audiences = createRoute({
  getParentRoute: () => root,
  path: '/audiences',
  component: lazyRouteComponent(() => import('../features/audiences/AudiencesPage.tsx'), 'AudiencesPage'),
});
const audience = createRoute({
  getParentRoute: () => root,
  path: '/audiences/$audienceId',
  validateSearch: audienceSearch,
  component: lazyRouteComponent(() => import('../features/audiences/AudiencePage.tsx'), 'AudiencePage'),
});
const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  component: lazyRouteComponent(() => import('../features/messages/OutboxPage.tsx'), 'OutboxPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/messages/inbox',
  component: lazyRouteComponent(() => import('../features/messages/InboxPage.tsx'), 'InboxPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/messages/notices',
  component: lazyRouteComponent(() => import('../features/messages/NoticesPage.tsx'), 'NoticesPage'),
});
const messageTemplates = createRoute({
  getParentRoute: () => root,
  path: '/messages/templates',
  component: lazyRouteComponent(() => import('../features/messages/TemplatesPage.tsx'), 'TemplatesPage'),
});
const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('../features/campaigns/CampaignsPage.tsx'), 'CampaignsPage'),
});
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId',
  validateSearch: campaignSearch,
  component: lazyRouteComponent(() => import('../features/campaigns/CampaignPage.tsx'), 'CampaignPage'),
});
const automations = createRoute({
  getParentRoute: () => root,
  path: '/automations',
  component: lazyRouteComponent(() => import('../features/automations/AutomationsPage.tsx'), 'AutomationsPage'),
});
const automation = createRoute({
  getParentRoute: () => root,
  path: '/automations/$automationId',
  component: lazyRouteComponent(() => import('../features/automations/AutomationPage.tsx'), 'AutomationPage'),
});
const coupons = createRoute({
  getParentRoute: () => root,
  path: '/coupons',
  component: lazyRouteComponent(() => import('../features/coupons/CouponsPage.tsx'), 'CouponsPage'),
});
const coupon = createRoute({
  getParentRoute: () => root,
  path: '/coupons/$kindId',
  component: lazyRouteComponent(() => import('../features/coupons/CouponPage.tsx'), 'CouponPage'),
});
const value = createRoute({
  getParentRoute: () => root,
  path: '/value',
  component: lazyRouteComponent(() => import('../features/analysis/ValuePage.tsx'), 'ValuePage'),
});
const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  component: lazyRouteComponent(() => import('../features/stock/StockPage.tsx'), 'StockPage'),
});
const toOrder = createRoute({
  getParentRoute: () => root,
  path: '/stock/to-order',
  component: lazyRouteComponent(() => import('../features/stock/ToOrderPage.tsx'), 'ToOrderPage'),
});
const requests = createRoute({
  getParentRoute: () => root,
  path: '/stock/requests',
  component: lazyRouteComponent(() => import('../features/stock/RequestsPage.tsx'), 'RequestsPage'),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/stock/documents',
  component: lazyRouteComponent(() => import('../features/stock/DocumentsPage.tsx'), 'DocumentsPage'),
});
const stockDocument = createRoute({
  getParentRoute: () => root,
  path: '/stock/documents/$documentId',
  component: lazyRouteComponent(() => import('../features/stock/DocumentPage.tsx'), 'DocumentPage'),
});
const receive = createRoute({
  getParentRoute: () => root,
  path: '/stock/receive',
  component: lazyRouteComponent(() => import('../features/stock/ReceivePage.tsx'), 'ReceivePage'),
});
const count = createRoute({
  getParentRoute: () => root,
  path: '/stock/count',
  component: lazyRouteComponent(() => import('../features/stock/CountPage.tsx'), 'CountPage'),
});
const productStock = createRoute({
  getParentRoute: () => root,
  path: '/stock/products/$productId',
  component: lazyRouteComponent(() => import('../features/stock/ProductStockPage.tsx'), 'ProductStockPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/imports/ImportsPage.tsx'), 'ImportsPage'),
});
const newImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/new/$target',
  component: lazyRouteComponent(() => import('../features/imports/NewImportPage.tsx'), 'NewImportPage'),
});
const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('../features/imports/ImportPage.tsx'), 'ImportPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/AuditPage.tsx'), 'AuditPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
});
const shortcuts = createRoute({
  getParentRoute: () => root,
  path: '/settings/shortcuts',
  component: lazyRouteComponent(() => import('./shortcuts/ShortcutsPage.tsx'), 'ShortcutsPage'),
});

const backups = createRoute({
  getParentRoute: () => root,
  path: '/settings/backups',
  component: lazyRouteComponent(() => import('../features/settings/backups/BackupsPage.tsx'), 'BackupsPage'),
});

/** Every page, its address and the chunk that holds it. Hash addresses work under app:// and plain HTTP alike. */
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([
      home,
      till,
      returns,
      members,
      member,
      dataQuality,
      products,
      promotions,
      offer,
      audiences,
      audience,
      messages,
      inbox,
      notices,
      messageTemplates,
      campaigns,
      campaign,
      automations,
      automation,
      coupons,
      coupon,
      imports,
      newImport,
      oneImport,
      value,
      stock,
      toOrder,
      requests,
      documents,
      stockDocument,
      receive,
      count,
      productStock,
      audit,
      settings,
      backups,
      shortcuts,
    ]),
    history: createHashHistory(),
    defaultErrorComponent: PageCrashed,
    defaultPreload: 'intent',
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
