import { type Core, domainCore } from '../../main/hub/core.ts';

/** A fault planted in the rules: a dish of this name breaks them. */
export const POISON = 'poison';

export const faultyCore: Core = {
  ...domainCore,
  decide: (state, command, ctx) => {
    if (command.type === 'ticket.put' && command.content.items.some(({ face }) => face.name === POISON)) {
      throw new Error('a planted fault');
    }
    return domainCore.decide(state, command, ctx);
  },
};
