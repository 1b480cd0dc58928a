// The ceiling: reads, verifies, parses and answers 200, nothing else. Nobody who uses Express can be faster.
import { serveWebhooks, takeOrder } from './take-order.js';

serveWebhooks((request, response) => {
  if (takeOrder(request)) response.json({ outcome: 'counted' });
  else response.status(401).json({ outcome: 'bad-signature' });
});
