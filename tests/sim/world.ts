import { beginLog } from '../../db/changes/changes.queries.ts';
import { raiseFloor, versions } from '../../db/hub/hub.queries.ts';
import { noteBackup } from '../../db/hub/lines.queries.ts';
import { transaction } from '../../db/kernel/connection.ts';
import { answerRequest } from '../../electron/features/hub/answer-request.ts';
import { enrolStore, makeHub, noteHubRestored, settleStore } from '../../electron/features/hub/begin-hub.ts';
import { mergeDeferred } from '../../electron/features/hub/merge-deferred.ts';
import { type Conversation, converse } from '../../electron/features/sync/converse.ts';
import { open } from '../../electron/features/sync/frame.ts';
import { type Id, type IdSource, makeIdSource } from '../../shared/kernel/id.ts';
import { makeRandom, type Random } from '../../shared/sample/random.ts';
import { CHAIN_START } from '../../shared/sync/chain.ts';
import { KINDS } from '../../shared/sync/kinds.ts';
import { actAtRandom, openShop, poison } from './acts.ts';
import { type Disk, DiskFailed, diskOf, EMPTY_HUB, EMPTY_STORE } from './disk.ts';
import { makeOracle, type Oracle } from './oracle.ts';

/** A computer with a store's disk: the store itself, or a copy of it. */
export interface Computer {
  readonly storeId: Id<'store'>;
  readonly ids: IdSource;
  disk: Disk;
  conversation: Conversation;
  /** How far its clock is from the true time. */
  skewMs: number;
  /** The schema of the facts that its program writes and understands. */
  schema: number;
  backup: Buffer | null;
  /** How often it still waits for an answer before it asks again. */
  patience: number;
}

type Message =
  | { readonly to: 'hub'; readonly from: Computer; readonly of: Conversation; readonly bytes: Uint8Array }
  | { readonly to: Computer; readonly of: Conversation; readonly bytes: Uint8Array };

export interface World {
  readonly random: Random;
  readonly oracle: Oracle;
  readonly computers: Computer[];
  hub: Disk;
  /** How often headquarters gave which answer. */
  readonly met: Map<string, number>;
  /** One thing happens: a till acts, a message is sent or arrives, a clock jumps, a disk fails, is restored or copied. */
  step(): void;
  /** No more faults: every disk says what it knows, one disk a store goes on, and all become quiet. */
  heal(): void;
}

const MINUTE_MS = 60_000;
const YEARS_MS = 10 * 365 * 86_400_000;
/** Of the programs that live here together: each understands its own schema and those before. */
const LAST_SCHEMA = 4;
const CHANGING = ['member', 'audit-entry', 'consent-event'] as const;

/** Does something as a program of this schema: the next ones will be other programs. */
function asProgram<T>(schema: number, work: () => T): T {
  const terms: { schemaVersion: number }[] = CHANGING.map((kind) => KINDS[kind]);
  for (const each of terms) each.schemaVersion = schema;
  try {
    return work();
  } finally {
    for (const each of terms) each.schemaVersion = 1;
  }
}

/** More than any conversation needs to come to its end. */
const PATIENCE = 5_000;

export function makeWorld(seed: number, stores: number): World {
  const random = makeRandom(seed);
  const draw = (bytes: number) => Uint8Array.from({ length: bytes }, () => random.uint32() & 0xff);
  let nowMs = Date.UTC(2026, 2, 15);
  let hubSkewMs = 0;
  let hubSchema = 1;
  const idsAt = (now: () => number) => makeIdSource(now, draw);
  const hubIds = idsAt(() => nowMs);
  const post: Message[] = [];
  const oracle = makeOracle();
  let hubBackup: Buffer | null = null;

  const work = ({ disk, storeId, skewMs, ids }: Computer) => ({
    db: disk.db,
    storeId,
    nowMs: Math.max(0, nowMs + skewMs),
    ids,
    random,
    draw,
  });
  const begin = (disk: Disk) => converse(disk.db, random.uint32());

  function aStore(number: number): Computer {
    const disk = diskOf(EMPTY_STORE);
    const storeId = hubIds<'store'>();
    transaction(disk.db, (tx) => void beginLog.run(tx, { storeId, epoch: hubIds(), chainHead: CHAIN_START }));
    enrolStore(world.hub.db, storeId);
    const computer: Computer = {
      storeId,
      ids: idsAt(() => nowMs),
      disk,
      conversation: begin(disk),
      skewMs: 0,
      schema: 1,
      backup: null,
      patience: 0,
    };
    openShop(work(computer), `S${number}`);
    oracle.noteWritten(disk.db);
    return computer;
  }

  const reboot = (computer: Computer, disk = computer.disk) => {
    disk.fuse = null;
    computer.patience = 0;
    computer.disk = disk;
    computer.conversation = begin(disk);
  };

  /** What a failing disk breaks off, is broken off: the computer begins again with what is on the disk. */
  function withDisk(computer: Computer, what: () => void): void {
    try {
      what();
    } catch (error) {
      if (!(error instanceof DiskFailed)) throw error;
      reboot(computer);
    }
  }

  function send(computer: Computer): void {
    if (computer.patience > 0) {
      computer.patience -= 1;
      return;
    }
    computer.patience = 8;
    withDisk(computer, () => {
      const bytes = computer.conversation.next();
      if (bytes) post.push({ to: 'hub', from: computer, of: computer.conversation, bytes });
      else computer.conversation.wake();
    });
  }

  function answer(bytes: Uint8Array, storeId: string): Uint8Array | null {
    try {
      const answered = asProgram(hubSchema, () =>
        answerRequest(world.hub.db, bytes, Math.max(0, nowMs + hubSkewMs), hubIds),
      );
      oracle.noteAnswer(bytes, answered, storeId, world.hub.db);
      count(answered);
      return answered;
    } catch (error) {
      if (!(error instanceof DiskFailed)) throw error;
      world.hub.fuse = null;
      return null;
    }
  }

  function take(computer: Computer, bytes: Uint8Array): void {
    withDisk(computer, () => {
      computer.patience = 0;
      asProgram(computer.schema, () => computer.conversation.take(bytes));
      oracle.noteTaken(bytes, computer.disk.db);
    });
  }

  /** What headquarters said, so that a run tells what it has met. */
  function count(answered: Uint8Array): void {
    const head = open(answered)?.head as Record<string, string> | undefined;
    const said = head?.verdict ?? head?.reason ?? head?.is ?? '';
    world.met.set(said, (world.met.get(said) ?? 0) + 1);
  }

  /** One message of those on their way arrives, lost, doubled, late, cut or changed. */
  function deliver(): void {
    const at = random.integer(0, Math.min(post.length, 6) - 1);
    const message = post[at];
    if (!message) return;
    const fate = random.integer(1, 100);
    if (fate > 5) post.splice(at, 1);
    if (fate > 90) return;
    const bytes = fate > 86 ? spoilt(message.bytes) : message.bytes;
    // A disk fails most often while it is written to, and most is written when something arrives.
    if (random.chance(0.01)) (message.to === 'hub' ? world.hub : message.to.disk).fuse = random.integer(0, 30);
    if (message.to === 'hub') {
      const answered = answer(bytes, message.from.storeId);
      if (answered) post.push({ to: message.from, of: message.of, bytes: answered });
    } else if (message.of === message.to.conversation) take(message.to, bytes);
  }

  function spoilt(bytes: Uint8Array): Uint8Array {
    const copy = Uint8Array.from(bytes);
    const at = random.integer(0, copy.length - 1);
    if (random.chance(0.5)) return copy.subarray(0, at);
    copy[at] = (copy[at] as number) ^ (1 << random.integer(0, 7));
    return copy;
  }

  const faults: Readonly<Record<string, () => void>> = {
    'a clock jumps': () => {
      const most = random.pick([60 * MINUTE_MS, YEARS_MS]);
      random.pick(world.computers).skewMs = random.chance(0.5) ? 0 : random.integer(-most, most);
    },
    'the clock of headquarters jumps': () => {
      hubSkewMs = random.chance(0.5) ? 0 : random.integer(-60 * MINUTE_MS, 60 * MINUTE_MS);
    },
    'a disk is about to fail': () => {
      random.pick([...world.computers.map(({ disk }) => disk), world.hub]).fuse = random.integer(0, 40);
    },
    'a store is backed up': () => {
      const computer = random.pick(world.computers);
      computer.backup = computer.disk.image();
    },
    'a store is restored': () => {
      const computer = random.pick(world.computers);
      if (!computer.backup) return;
      oracle.noteDiskChanged(computer.storeId);
      reboot(computer, diskOf(computer.backup));
    },
    'a disk is copied, and both run': () => {
      if (world.computers.length >= stores + 2) return;
      const original = random.pick(world.computers);
      oracle.noteDiskChanged(original.storeId);
      const copy = { ...original, disk: diskOf(original.disk.image()), ids: idsAt(() => nowMs) };
      reboot(copy);
      world.computers.push(copy);
    },
    'headquarters is backed up': () => {
      hubBackup = world.hub.image();
      transaction(world.hub.db, (tx) => void noteBackup.run(tx, {}));
    },
    'headquarters is restored': () => {
      if (!hubBackup) return;
      oracle.noteHubRestored(world.hub.db);
      world.hub = diskOf(hubBackup);
      if (random.chance(0.7)) noteHubRestored(world.hub.db, hubIds);
      // Another machine, another clock.
      hubSkewMs = random.integer(-60 * MINUTE_MS, 60 * MINUTE_MS);
      startHub();
    },
    'a program is replaced by a later one': () => {
      const computer = random.pick(world.computers);
      computer.schema = Math.min(LAST_SCHEMA, computer.schema + random.pick([1, 3]));
      reboot(computer);
    },
    'headquarters’ program is replaced by a later one': () => {
      hubSchema = Math.min(LAST_SCHEMA, hubSchema + random.pick([1, 3]));
      startHub();
    },
    'old publications are dropped': () => {
      const lastVersion = versions.get(world.hub.db, {})?.lastVersion ?? 0;
      transaction(world.hub.db, (tx) => void raiseFloor.run(tx, { floorVersion: random.integer(0, lastVersion) }));
    },
    'somebody settles a store': () => settleStore(world.hub.db, random.pick(world.computers).storeId, nowMs),
  };

  const startHub = () => asProgram(hubSchema, () => mergeDeferred(world.hub.db));

  /** A fault of the world itself, with every disk as it should be. */
  function strike(): void {
    const [, fault] = random.pick(Object.entries(faults));
    for (const computer of world.computers) if (computer.disk.fuse !== null) reboot(computer);
    world.hub.fuse = null;
    fault();
  }

  function actSomewhere(): void {
    const computer = random.pick(world.computers);
    withDisk(computer, () => {
      asProgram(computer.schema, () => {
        if (random.chance(0.01)) oracle.notePoison(computer.disk.db, () => poison(work(computer)));
        else actAtRandom(work(computer));
      });
      oracle.noteWritten(computer.disk.db);
    });
  }

  function settle(computer: Computer): void {
    computer.conversation.wake();
    for (let message = 0; message < PATIENCE; message += 1) {
      const bytes = computer.conversation.next();
      if (!bytes) return;
      const answered = answer(bytes, computer.storeId);
      if (answered) take(computer, answered);
    }
    throw new Error(`store ${computer.storeId} never came to rest`);
  }

  const world: World = {
    random,
    oracle,
    computers: [],
    met: new Map(),
    hub: diskOf(EMPTY_HUB),
    step() {
      nowMs += random.integer(0, 2_000);
      const dice = random.integer(1, 1000);
      if (dice <= 300) actSomewhere();
      else if (dice <= 640) send(random.pick(world.computers));
      else if (dice <= 965) deliver();
      else if (dice <= 975) reboot(random.pick(world.computers));
      else strike();
      if (post.length > 60) post.length = 0;
    },
    heal() {
      post.length = 0;
      world.hub.fuse = null;
      hubSkewMs = 0;
      hubSchema = LAST_SCHEMA;
      startHub();
      for (const computer of world.computers) {
        computer.schema = LAST_SCHEMA;
        reboot(computer);
      }
      oracle.noteSurviving(
        world.computers.map(({ disk }) => disk.db),
        world.hub.db,
      );
      for (const computer of world.computers) settle(computer);
      for (const { storeId } of world.computers) {
        const copies = world.computers.filter((other) => other.storeId === storeId);
        if (copies.length < 2) continue;
        for (const copy of copies) settle(copy);
        oracle.judgeCopies(storeId, world.hub.db);
        for (const copy of copies.slice(1)) world.computers.splice(world.computers.indexOf(copy), 1);
      }
      for (const computer of world.computers) {
        settle(computer);
        settleStore(world.hub.db, computer.storeId, nowMs);
        reboot(computer);
      }
      for (let round = 0; round < 3; round += 1) for (const computer of world.computers) settle(computer);
    },
  };
  makeHub(world.hub.db, hubIds);
  for (let number = 1; number <= stores; number += 1) world.computers.push(aStore(number));
  return world;
}
