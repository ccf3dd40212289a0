/**
 * Tests start servers and wait for real retries, beside each other on two cores: five seconds are too few for
 * some of them.
 */
jest.setTimeout(30_000);
