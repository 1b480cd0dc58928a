import { z } from 'zod';

/** The address a shop's platform knows it by. */
export const shopDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    'must be a host name such as "my-shop.myshopify.com", without https://',
  );
