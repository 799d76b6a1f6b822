import { expect, it } from 'vitest';
import { USUAL_CHANNELS } from '../../../../shared/messages/channel-settings.ts';
import { channelsDraft, channelsWanted, wholeOf } from './channels-draft.ts';

it('saves what it was made of, and no secret that was not typed', () =>
  expect(channelsWanted(channelsDraft(USUAL_CHANNELS))).toEqual({ settings: USUAL_CHANNELS, secrets: {} }));

it('saves a secret as it was typed', () =>
  expect(channelsWanted({ ...channelsDraft(USUAL_CHANNELS), key: ' k ' }).secrets).toEqual({ sms: ' k ' }));

it.each([
  ['1', 1],
  [' 100 ', 100],
  ['101', null],
  ['0', null],
  ['-1', null],
  ['', null],
  ['1.5', null],
] as const)('reads %j as %s', (typed, whole) => expect(wholeOf(typed, 100)).toBe(whole));
