import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../decision/grant.loader.js';
import { Volunteer } from '../people/volunteer/volunteer.type.js';
import { AddPushDeviceInput } from './push-device.input.js';
import { addDevice, listDevices, mostDevices, removeDevice, type PushDeviceRow } from './push-device.service.js';
import { AddPushDeviceResult, PushDevice } from './push-device.type.js';

@Resolver(() => Volunteer)
export class PushDeviceResolver {
  @FieldResolver(() => [PushDevice], {
    nullable: true,
    description: `The devices on which the person wants to be told, the last one first, at most ${mostDevices}; null for anyone but the person.`,
  })
  pushDevices(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<PushDeviceRow[] | null> {
    return listDevices(context, person);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => AddPushDeviceResult, {
    description: `Adds a device on which the viewer wants to be told, at most ${mostDevices}; messages go there by \`setMessagePreferences\`.`,
  })
  addPushDevice(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddPushDeviceInput, { description: 'The device.' }) input: AddPushDeviceInput,
  ): Promise<PushDeviceRow | Problem> {
    return asResult(() => addDevice(context, input.token));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Takes away a device of the viewer’s own, and says whether there was one; null while the service is down.',
  })
  removePushDevice(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The device.' }) id: string,
  ): Promise<boolean> {
    return removeDevice(context, id);
  }
}
