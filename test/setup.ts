import * as fc from 'fast-check';

// Properties are tried on the same inputs every time, so that a red run says something of the change and not of the dice.
// `FUZZ_SEED=$RANDOM npm run test:unit` looks further.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? 20260101) });
