import type { Id } from '../kernel/id.ts';

interface Asked {
  readonly requestId: Id<'product-request'>;
  readonly productId: Id<'product'> | null;
  readonly text: string;
  readonly quantityThousandths: number | null;
  readonly atMs: number;
  /** A member who wants to be told. */
  readonly waits: boolean;
}

export interface RequestGroup<Request extends Asked> {
  readonly key: string;
  readonly productId: Id<'product'> | null;
  /** As it was asked for last. */
  readonly text: string;
  readonly askedThousandths: number;
  readonly lastAskedAtMs: number;
  readonly waiting: number;
  /** Newest first. */
  readonly requests: readonly Request[];
}

/** What makes two askings the same: the product, or the words whatever their width, case and spaces. */
export const requestKey = ({ productId, text }: Pick<Asked, 'productId' | 'text'>): string =>
  productId ?? text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Requests by what was asked for: most often asked first, then latest. One without a quantity asked for one. */
export function groupRequests<Request extends Asked>(requests: readonly Request[]): RequestGroup<Request>[] {
  const groups = Map.groupBy(
    requests.toSorted((a, b) => b.atMs - a.atMs),
    requestKey,
  );
  return [...groups]
    .flatMap(([key, asked]) => {
      const [latest] = asked;
      return latest
        ? [
            {
              key,
              productId: latest.productId,
              text: latest.text,
              askedThousandths: asked.reduce((sum, { quantityThousandths }) => sum + (quantityThousandths ?? 1000), 0),
              lastAskedAtMs: latest.atMs,
              waiting: asked.filter(({ waits }) => waits).length,
              requests: asked,
            },
          ]
        : [];
    })
    .toSorted((a, b) => b.requests.length - a.requests.length || b.lastAskedAtMs - a.lastAskedAtMs);
}
