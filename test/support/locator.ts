/** Values of parameters that name a thing, as n8n stores them. */
import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';

type Value = INodeParameterResourceLocator['value'];

/** The thing that is called this; `mode` says what kind of name it is, e.g. `id`. */
export const locator = <V extends Value>(
	mode: string,
	value: V,
): INodeParameterResourceLocator & { value: V } => ({ __rl: true, mode, value });

/** The same as the value of a parameter: `named('user', 'username', 'zoe')`. */
export const named = (parameter: string, mode: string, value: Value): INodeParameters => ({
	[parameter]: locator(mode, value),
});
