/** Values of parameters that name a thing, as n8n stores them. */
import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';

/** The thing with this name, of the kind of names that `mode` says. */
export const locator = (
	mode: string,
	value: INodeParameterResourceLocator['value'],
): INodeParameterResourceLocator => ({ __rl: true, mode, value });

/** The same as the value of a parameter: `named('user', 'username', 'zoe')`. */
export const named = (
	parameter: string,
	mode: string,
	value: INodeParameterResourceLocator['value'],
): INodeParameters => ({ [parameter]: locator(mode, value) });
