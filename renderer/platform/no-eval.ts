import { z } from 'zod';

// Import first in the window and in every worker: the schema library would otherwise probe `new Function` at its first
// decoding, which the policy forbids and reports.
z.config({ jitless: true });
