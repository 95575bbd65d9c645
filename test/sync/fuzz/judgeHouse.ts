import { readLogFile } from '../../../main/store/readLogFile.ts';
import { type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { judgeAccount, judgeLog } from '../../support/judgeLog.ts';
import { judgePresses } from '../../support/judgePresses.ts';
import type { FuzzBench, FuzzScreen } from './fuzzBench.ts';

const textOf = (state: State) => canonicalJson(stateToDocument(state));

/** What must hold at every moment. */
export function judgeMoment({ hub, station, screens, windows, problems }: FuzzBench): string[] {
  const wrong: string[] = hub.decidedAgain.map((id) => `${id} was decided again`);
  wrong.push(...problems);
  if (hub.isDead) return wrong;
  const epoch = epochText(hub.port.epoch);
  const { seq } = hub.port.state();
  const followers = [
    ...screens.map(({ name, client }) => ({ name, epoch: client.epoch(), seq: client.confirmed().seq })),
  ];
  followers.push({ name: 'station', epoch: station.epoch, seq: station.state().seq });
  for (const { name, client } of windows)
    followers.push({ name, epoch: client.epoch(), seq: client.confirmed().seq });
  for (const one of followers) {
    const isAhead = one.epoch !== null && epochText(one.epoch) === epoch && one.seq > seq;
    if (isAhead) wrong.push(`${one.name} is at ${one.seq}, ahead of the hub at ${seq}`);
  }
  return wrong;
}

/** What must hold when everybody has healed: all replicas equal the hub, and every promise is kept. */
export function judgeEnd(bench: FuzzBench): string[] {
  const { hub, pos, readers, station, everybody } = bench;
  const truth = textOf(hub.port.state());
  const events = [...readLogFile(hub.file)];
  const wrong = [...judgeMoment(bench), ...judgeLog(events), ...pos.surprises];
  if (!pos.isDone) wrong.push('the POS was not acknowledged');
  wrong.push(...judgeAccount(pos.promised(), hub.port.state()));
  const kept = everybody.map((one) => ({
    ...one,
    presses: one.presses.filter(({ id }) => !hub.lost.has(id)),
  }));
  wrong.push(...judgePresses(kept, events, hub.file));
  wrong.push(...everybody.flatMap((one) => judgeScreen(one, truth)));
  if (textOf(station.state()) !== truth) wrong.push('the station shows something else than the hub');
  if (bench.waitingAtStation() > 0)
    wrong.push(`${bench.waitingAtStation()} presses wait at the station for ever`);
  const order = events.map(({ cmd }) => cmd);
  wrong.push(...kept.flatMap((one) => judgeOrder(one, order)));
  const due = events.flatMap((event) => outsideMessage(event, '') ?? []);
  for (const [n, { messages, surprises }] of readers.entries()) {
    wrong.push(...surprises.map((what) => `reader ${n}: ${what}`));
    for (const { epoch: _, ...fact } of due) {
      if (messages.get(fact.id) !== canonicalJson(fact))
        wrong.push(`reader ${n} never heard ${fact.id} ${fact.type}`);
    }
  }
  return wrong;
}

/** After that: what the next processes read from their files is the same. */
export function judgeReopened(bench: FuzzBench): string[] {
  const truth = textOf(bench.hub.port.state());
  bench.restartStation();
  const wrong = textOf(bench.station.state()) === truth ? [] : ['the station begins with something else'];
  bench.hubBegins(() => bench.hub.killAndBegin(true));
  if (textOf(bench.hub.port.state()) !== truth)
    wrong.push('the log leads to something else than the hub had');
  return wrong;
}

function judgeScreen({ name, client, line }: FuzzScreen, truth: string): string[] {
  const wrong: string[] = [];
  if (client.status().phase !== 'live' || !line.isConnected)
    wrong.push(`${name} is ${client.status().phase}`);
  if (client.link().state !== 'live') wrong.push(`the link of ${name} is ${client.link().state}`);
  if (client.pendingCount() > 0) wrong.push(`${name} has ${client.pendingCount()} presses pending`);
  if (client.view() !== client.confirmed()) wrong.push(`${name} shows more than the hub said`);
  if (textOf(client.confirmed()) !== truth) wrong.push(`${name} shows something else than the hub`);
  return wrong;
}

/** Presses of one screen come about in the order of its fingers. */
function judgeOrder({ name, presses }: FuzzScreen, order: readonly string[]): string[] {
  const places = presses.map(({ id }) => order.indexOf(id)).filter((place) => place !== -1);
  return places.every((place, n) => n === 0 || place > (places[n - 1] ?? 0))
    ? []
    : [`presses of ${name} changed their order`];
}
