import { completeTransitions } from '../state/transitions'
import type { House } from './house'

/** Runs what is due or scheduled in a house to its end; changes of state that take time on the clock are over then as well. */
export async function settle(house: House): Promise<void> {
  const { clock, contracts, settings, world } = house
  await clock.settle()
  if (settings.functionStates === 'staged')
    for (let rest = restOf(house); rest > 0; rest = restOf(house)) {
      await clock.advance(rest)
      for (const region of world.all()) completeTransitions(region, clock.now())
      // What waited for a change, such as the messages of a mapping.
      await clock.settle()
    }
  await contracts.settled()
}

/** Milliseconds until the last change of state that is under way is over. */
function restOf({ clock, world }: House): number {
  const ends = [...world.all()].flatMap(({ transitions }) => transitions.map(({ at }) => at))
  return Math.max(0, ...ends) - clock.now()
}
