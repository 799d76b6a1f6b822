import { memberRoutes } from './member-routes.ts';
import type { PosRoute } from './pos-route.ts';
import { purchaseRoutes } from './purchase-routes.ts';

export const BASE_PATH = '/api/v1';
export const DOCUMENT_PATH = '/openapi.json';

/** Everything that the till's own software may ask. */
export const POS_ROUTES: readonly PosRoute[] = [...memberRoutes, ...purchaseRoutes];
