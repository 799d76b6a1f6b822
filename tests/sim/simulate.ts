import { makeWorld } from './world.ts';

export interface Simulated {
  readonly operations: number;
  readonly facts: number;
  readonly held: number;
  readonly clamped: number;
  /** How often headquarters gave which answer. */
  readonly met: ReadonlyMap<string, number>;
}

/** Lives a chain of stores through `steps` random things, heals it and judges it. The same seed, the same life. Throws with what is wrong. */
export function simulate(seed: number, steps: number, stores = 3): Simulated {
  const world = makeWorld(seed, stores);
  for (let step = 0; step < steps; step += 1) world.step();
  world.heal();
  const stand = world.computers.map(({ disk }) => disk.db);
  world.oracle.judge(stand, world.hub.db);
  const counted = world.hub.db.raw
    .prepare(
      `SELECT count(*) AS facts, (SELECT count(*) FROM held_fact) AS held, count(*) FILTER (WHERE stamp <> hlc) AS clamped
       FROM fact`,
    )
    .get() as Pick<Simulated, 'facts' | 'held' | 'clamped'>;
  return { operations: steps, ...counted, met: world.met };
}
