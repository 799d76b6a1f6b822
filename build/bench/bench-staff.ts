/** Who works in the bench store. */
export const BENCH_CLERK = { name: 'Bench clerk', pin: '2580' } as const;
