/** Every value for every parameter, for a quarter of the operations: right, or refused before anything is changed. */
import { useBench } from './bench';
import { share, tryEveryValue } from './everyValue';

useBench();

it.each(share(2, 4))(
  '%s',
  async (_, place) => {
    const { wrong } = await tryEveryValue(place);
    expect(wrong).toEqual([]);
  },
  120_000,
);
