// Written by `npm run client` from the description of the API; do not edit. After a merge: run it again.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlay/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the overlay's secret address; the old one stops at once
         * @description For whoever knows the secret in the address.
         */
        post: operations["revokeOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlay/{key}/test-gift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows a gift in the open overlays of a session, marked as a test; it is never counted
         * @description For whoever knows the secret in the address.
         */
        post: operations["showTestGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders can be counted (503 if not) */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when, from where, before and after; newest first
         * @description For owners of an organisation, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["listAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions, shops or regions, ranked by what they have given in one currency */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists charities, newest first
         * @description For members of an organisation, API keys of one with the scope `projects:read`, and operators.
         */
        get: operations["listCharities"];
        put?: never;
        /**
         * Adds a charity
         * @description For operators.
         */
        post: operations["createCharity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs every check of the books now
         * @description For operators.
         */
        get: operations["getChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries that could not be processed and wait for a person, newest first
         * @description For operators.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Processes a kept delivery again
         * @description For operators.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists merchants, newest first
         * @description For operators.
         */
        get: operations["listMerchants"];
        put?: never;
        /**
         * Adds a merchant
         * @description For operators.
         */
        post: operations["createMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{shopId}/{storeOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an order gave
         * @description For members of a merchant, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists projects, newest first
         * @description For members of an organisation, API keys of one with the scope `projects:read`, and operators.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Adds a project of a charity
         * @description For editors and owners of a charity, API keys of one with the scope `projects:write`, and operators.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a project is and which charity it belongs to */
        get: operations["getProjectAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest gifts of a project */
        get: operations["getProjectGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a project had been given over time */
        get: operations["getProjectHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a project has given so far */
        get: operations["getProjectTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists sessions, newest first
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Schedules a live session
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One session
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a session is and whether it is live */
        get: operations["getSessionAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The session is over
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest gifts of a session */
        get: operations["getSessionGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a session had been given over time */
        get: operations["getSessionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/overlay-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the secret address of a session's overlay; the old one stops at once
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["replaceOverlayKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The session goes live
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["startSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a session has given so far */
        get: operations["getSessionTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists shops, newest first
         * @description For members of a merchant, API keys of one with the scope `shops:read`, and operators.
         */
        get: operations["listShops"];
        put?: never;
        /**
         * Connects a shop of a merchant
         * @description For editors and owners of a merchant, API keys of one with the scope `shops:write`, and operators.
         */
        post: operations["createShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest gifts of a shop */
        get: operations["getShopGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a shop has given so far */
        get: operations["getShopTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists all rule versions of a shop's charity items, newest first
         * @description For members of a merchant, API keys of one with the scope `items:read`, and operators.
         */
        get: operations["listShopItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Makes a product a charity item, or gives it a new rule version
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        put: operations["setShopItem"];
        post?: never;
        /**
         * From now on the product is no longer a charity item; what it gave stands
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        delete: operations["removeShopItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items/{productId}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The giving rule in force for a product, with its words for buyers */
        get: operations["getShopItemRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/orders/{storeOrderId}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an order gave, for whoever knows its buyer's key (Shopify: the checkout's token)
         * @description For whoever knows the secret in the address.
         */
        get: operations["getShopOrderThanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says which storefront addresses beside the shop's own domain may open the feed; within seconds
         * @description For editors and owners of a merchant, API keys of one with the scope `shops:write`, and operators.
         */
        put: operations["setShopOrigins"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the same event once more, under the same id, however it went before
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists webhook endpoints, newest first
         * @description For members of an organisation, API keys of one with the scope `webhooks:read`, and operators.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Adds an address that hears of events; its secret is shown in this answer only
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook endpoint
         * @description For members of an organisation, API keys of one with the scope `webhooks:read`, and operators.
         */
        get: operations["getWebhookEndpoint"];
        /**
         * Changes an endpoint, or switches it off or on again
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        put: operations["setWebhookEndpoint"];
        post?: never;
        /**
         * Removes an endpoint with its log
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to an endpoint, newest first, and how it went
         * @description For members of an organisation, API keys of one with the scope `webhooks:read`, and operators.
         */
        get: operations["listWebhookEndpointDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret; for 24 hours the one before signs too
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        post: operations["createWebhookEndpointRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the endpoint an event of the type webhook.test, to see whether it arrives
         * @description For editors and owners of an organisation, API keys of one with the scope `webhooks:write`, and operators.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/shopify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a signed webhook of a shop; answers 200 when it is on disk, 503 with Retry-After to send it again
         * @description For whoever signed the body with the secret of the shop.
         */
        post: operations["receiveShopifyWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        History: {
            /** @description In time, at most 301; the last is the total now. Falls are among them. */
            points: {
                /** @description When this became the total. */
                at: string;
                totals: {
                    currency: string;
                    /** @example 12.34 */
                    given: string;
                    orders: number;
                }[];
            }[];
            topic: string;
        };
        /**
         * @example {
         *       "amount": "12.34",
         *       "currency": "CNY"
         *     }
         */
        Money: {
            amount: string;
            /** @example CNY */
            currency: string;
        };
        NewestGifts: {
            gifts: {
                amount: components["schemas"]["Money"] & unknown;
                at: string;
                /** @enum {string} */
                change: "pledged" | "reversed";
                item: string;
                projectId: string;
                reason?: string;
            }[];
            /** @description That of the totals they belong to. */
            seq: number;
            topic: string;
        };
        Problem: {
            /** @description Which fields were wrong, and how to put each right. */
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description Names the request in the log of the operator. */
            instance?: string;
            status: number;
            /** @description A sentence for people. */
            title: string;
            /** @example urn:kindcast:problem:invalid-input */
            type: string;
        };
        Share: {
            /** @enum {string} */
            kind: "percent";
            value: string;
        } | {
            amount: string;
            /** @enum {string} */
            kind: "perUnit";
        } | {
            amount: string;
            /** @enum {string} */
            kind: "perOrder";
        };
        Snapshot: {
            at: string;
            goal?: components["schemas"]["Money"];
            projects: {
                currency: string;
                /** @example 12.34 */
                given: string;
                goal?: components["schemas"]["Money"];
                projectId: string;
                title: string;
            }[];
            /** @description Grows with every change of the topic; an older one can be thrown away. */
            seq: number;
            status?: string;
            topic: string;
            totals: {
                /** @example 12.34 */
                confirmed: string;
                currency: string;
                /**
                 * @description pledged + confirmed + paid: what stands after reversals
                 * @example 12.34
                 */
                given: string;
                /** @example 12.34 */
                matched: string;
                orders: number;
                /** @example 12.34 */
                paid: string;
                /** @example 12.34 */
                pledged: string;
                units: number;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type History = components['schemas']['History'];
export type Money = components['schemas']['Money'];
export type NewestGifts = components['schemas']['NewestGifts'];
export type Problem = components['schemas']['Problem'];
export type Share = components['schemas']['Share'];
export type Snapshot = components['schemas']['Snapshot'];
export type $defs = Record<string, never>;
export interface operations {
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "alive";
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The new addresses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        overlayUrl: string;
                        studioUrl: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTestGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description On its way to every open overlay of the session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not ready";
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditTrail: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            action: "created" | "changed" | "removed";
                            /** @description who; "system" where neither a person nor a key asked for it */
                            actor: {
                                agent?: string;
                                id?: string;
                                ip?: string;
                                kind: string;
                                name: string;
                                requestId?: string;
                            };
                            after?: {
                                [key: string]: unknown;
                            };
                            at: string;
                            before?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            organisationId?: string;
                            subject: {
                                id: string;
                                table: string;
                            };
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoard: {
        parameters: {
            query: {
                by: "session" | "shop" | "region";
                /** @description default: the one most orders gave in */
                currency?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The board as it stood at most a few seconds ago */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When it stood so; after a 304 it still does. */
                        at: string;
                        /** @enum {string} */
                        by: "session" | "shop" | "region";
                        entries: {
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            id: string;
                            orders: number;
                            /** @description of a session */
                            status?: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCharities: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            country?: string;
                            createdAt: string;
                            id: string;
                            name: string;
                            registrationNumber?: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCharity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "乡村午餐基金会 Rural Lunch Foundation",
                 *       "country": "CN"
                 *     }
                 */
                "application/json": {
                    country?: string;
                    name: string;
                    registrationNumber?: string;
                };
            };
        };
        responses: {
            /** @description The charity */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each check with the rows that break it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            name: string;
                            offending: unknown[];
                            ok: boolean;
                            says: string;
                        }[];
                        ok: boolean;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            id: string;
                            reason: string;
                            receivedAt: string;
                            replayedAt?: string;
                            shopId: string;
                            topic: string;
                            webhookId: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What became of it: counted, nothing-to-give, or still failing with the reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        id: string;
                        /** @enum {string} */
                        outcome: "counted" | "duplicate" | "nothing-to-give" | "failed";
                        reason: string;
                        receivedAt: string;
                        replayedAt?: string;
                        shopId: string;
                        topic: string;
                        webhookId: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerchants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            country?: string;
                            createdAt: string;
                            id: string;
                            name: string;
                            registrationNumber?: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMerchant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "山里的蜂蜜 Mountain Honey",
                 *       "country": "CN"
                 *     }
                 */
                "application/json": {
                    country?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description The merchant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
                storeOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order as last known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ignoredTokens?: {
                            evidence: string;
                            /** @enum {string} */
                            reason: "forged" | "foreign";
                        }[];
                        lines: {
                            gifts: {
                                amount: components["schemas"]["Money"];
                                projectId: string;
                                ruleVersion: number;
                                /** @enum {string} */
                                state: "pledged" | "reversed";
                            }[];
                            lineId: string;
                            net: components["schemas"]["Money"];
                            productId: string | null;
                            units: number;
                        }[];
                        processedAt: string;
                        session?: {
                            evidence: string;
                            id: string;
                        };
                        shopId: string;
                        /** @enum {string} */
                        standing: "open" | "paid" | "refunded" | "cancelled" | "test";
                        storeOrderId: string;
                        updatedAt: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            charityId: string;
                            createdAt: string;
                            currency: string;
                            goal?: components["schemas"]["Money"];
                            id: string;
                            impact?: {
                                cost: components["schemas"]["Money"];
                                unit: string;
                            };
                            title: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "charityId": "7g3k9m2p4x8q",
                 *       "title": "一顿热午餐 A warm lunch",
                 *       "currency": "CNY",
                 *       "goal": {
                 *         "amount": "50000.00",
                 *         "currency": "CNY"
                 *       },
                 *       "impact": {
                 *         "unit": "lunch",
                 *         "cost": {
                 *           "amount": "4.00",
                 *           "currency": "CNY"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example 7g3k9m2p4x8q */
                    charityId: string;
                    /** @example CNY */
                    currency: string;
                    goal?: components["schemas"]["Money"];
                    impact?: {
                        cost: components["schemas"]["Money"];
                        unit: string;
                    };
                    title: string;
                };
            };
        };
        responses: {
            /** @description The project */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charityId: string;
                        createdAt: string;
                        currency: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        impact?: {
                            cost: components["schemas"]["Money"];
                            unit: string;
                        };
                        title: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectAbout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charity: {
                            country?: string;
                            id: string;
                            name: string;
                            registrationNumber?: string;
                        };
                        currency: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        impact?: {
                            cost: components["schemas"]["Money"];
                            unit: string;
                        };
                        /** @description the public page of the project */
                        pageUrl: string;
                        title: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectGifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestGifts"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The past up to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectTotals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The totals now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            channel?: string;
                            createdAt: string;
                            endedAt?: string;
                            goal?: components["schemas"]["Money"];
                            id: string;
                            /** @description the streamer's secret address for OBS */
                            overlayUrl: string;
                            /** @description the public page of the session */
                            pageUrl: string;
                            provider?: string;
                            shopIds: string[];
                            startedAt?: string;
                            /** @enum {string} */
                            status: "scheduled" | "live" | "ended";
                            streamer: string;
                            /** @description where the streamer sets the overlay up; as secret as the overlay's */
                            studioUrl: string;
                            title: string;
                            /** @description goes into the cart as the attribute _kindcast_session */
                            token: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "周五晚上的善播 Friday evening",
                 *       "streamer": "小林",
                 *       "shopIds": [
                 *         "7g3k9m2p4x8q"
                 *       ],
                 *       "goal": {
                 *         "amount": "2000.00",
                 *         "currency": "CNY"
                 *       }
                 *     }
                 */
                "application/json": {
                    channel?: string;
                    goal?: components["schemas"]["Money"];
                    provider?: string;
                    shopIds: string[];
                    streamer: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description The session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionAbout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        title: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionGifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestGifts"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The past up to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceOverlayKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The session with its new addresses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionTotals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The totals now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShops: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            currency: string;
                            domain: string;
                            hasWebhookSecret: boolean;
                            id: string;
                            merchantId: string;
                            origins: string[];
                            platform: string;
                            region?: string;
                            returnWindowDays: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createShop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "merchantId": "7g3k9m2p4x8q",
                 *       "platform": "shopify",
                 *       "domain": "mountain-honey.myshopify.com",
                 *       "currency": "CNY",
                 *       "returnWindowDays": 14
                 *     }
                 */
                "application/json": {
                    /** @example CNY */
                    currency: string;
                    domain: string;
                    /** @example 7g3k9m2p4x8q */
                    merchantId: string;
                    origins?: string[];
                    /** @enum {string} */
                    platform: "shopify";
                    region?: string;
                    returnWindowDays?: number;
                    webhookSecret?: string;
                };
            };
        };
        responses: {
            /** @description The shop */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        currency: string;
                        domain: string;
                        hasWebhookSecret: boolean;
                        id: string;
                        merchantId: string;
                        origins: string[];
                        platform: string;
                        region?: string;
                        returnWindowDays: number;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopGifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestGifts"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopTotals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The totals now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShopItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            base: "asPriced" | "exTax";
                            cap?: components["schemas"]["Money"];
                            from: string;
                            productId: string;
                            projects: {
                                projectId: string;
                                weight: number;
                            }[];
                            ruleId: string;
                            share?: components["schemas"]["Share"];
                            shopId: string;
                            title?: string;
                            until?: string;
                            version: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setShopItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "山花蜜 500 g",
                 *       "share": {
                 *         "kind": "percent",
                 *         "value": "5"
                 *       },
                 *       "projects": [
                 *         {
                 *           "projectId": "7g3k9m2p4x8q",
                 *           "weight": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    base?: "asPriced" | "exTax";
                    cap?: components["schemas"]["Money"];
                    /** Format: date-time */
                    from?: string;
                    projects: {
                        /** @example 7g3k9m2p4x8q */
                        projectId: string;
                        weight: number;
                    }[];
                    share: components["schemas"]["Share"];
                    title?: string;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description The new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        base: "asPriced" | "exTax";
                        cap?: components["schemas"]["Money"];
                        from: string;
                        productId: string;
                        projects: {
                            projectId: string;
                            weight: number;
                        }[];
                        ruleId: string;
                        share?: components["schemas"]["Share"];
                        shopId: string;
                        title?: string;
                        until?: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeShopItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopItemRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule, or that there is none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether a rule is in force for the product now */
                        charityItem: boolean;
                        productId: string;
                        rule?: {
                            /** @enum {string} */
                            base: "asPriced" | "exTax";
                            cap?: components["schemas"]["Money"];
                            /** @description Present with a cap: whether it is used up */
                            capReached?: boolean;
                            /** Format: date-time */
                            from: string;
                            projects: {
                                charity: {
                                    id: string;
                                    name: string;
                                };
                                projectId: string;
                                title: string;
                                weight: number;
                            }[];
                            share: components["schemas"]["Share"];
                            /** Format: date-time */
                            until?: string;
                            version: number;
                        };
                        shopId: string;
                        title?: string;
                        /** @description The rule as one sentence for buyers; plain text */
                        words?: {
                            en: string;
                            "zh-CN": string;
                        };
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopOrderThanks: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                shopId: string;
                storeOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order's gifts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        gifts: {
                            amount: components["schemas"]["Money"] & unknown;
                            charity: {
                                id: string;
                                name: string;
                            };
                            projectId: string;
                            /** @description Why it was reversed, as in the feed */
                            reason?: string;
                            /** @enum {string} */
                            state: "pledged" | "confirmed" | "paid" | "reversed";
                            title: string;
                        }[];
                        /** @description The page that shows this; as secret as the key */
                        pageUrl: string;
                        session?: {
                            id: string;
                            title: string;
                        };
                        shop: {
                            id: string;
                            title: string;
                        };
                        /**
                         * @description How the order itself stands; only a paid one gives
                         * @enum {string}
                         */
                        standing: "open" | "paid" | "refunded" | "cancelled" | "test";
                        /** @description What the order gives now, per currency */
                        totals: components["schemas"]["Money"][];
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setShopOrigins: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "origins": [
                 *         "https://honey.example.com"
                 *       ]
                 *     }
                 */
                "application/json": {
                    origins: string[];
                };
            };
        };
        responses: {
            /** @description The shop */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        currency: string;
                        domain: string;
                        hasWebhookSecret: boolean;
                        id: string;
                        merchantId: string;
                        origins: string[];
                        platform: string;
                        region?: string;
                        returnWindowDays: number;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The delivery, on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the newest, oldest first */
                        attempts: {
                            at: string;
                            /** @description what went wrong, in a sentence */
                            error?: string;
                            ms: number;
                            /** @description how the answer began */
                            response?: string;
                            status?: number;
                            /** @enum {string} */
                            trouble?: "status" | "redirect" | "slow" | "address" | "certificate" | "unreachable";
                        }[];
                        createdAt: string;
                        deliveredAt?: string;
                        endpointId: string;
                        /** @description the webhook-id: the same over all attempts */
                        eventId: string;
                        id: string;
                        nextAttemptAt?: string;
                        payload: {
                            data?: unknown;
                            timestamp: string;
                            type: string;
                        };
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "failed";
                        /** @enum {string} */
                        type: "gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent" | "webhook.test";
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            description?: string;
                            /**
                             * @description by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it
                             * @enum {string}
                             */
                            disabledReason?: "by-hand" | "gone" | "failed" | "overfull";
                            enabled: boolean;
                            events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                            id: string;
                            lastSuccessAt?: string;
                            organisationId: string;
                            /** @description until then the secret before signs too */
                            previousSecretUntil?: string;
                            url: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                    /**
                     * @description whose it is; may be left out by callers who act for one organisation
                     * @example 7g3k9m2p4x8q
                     */
                    organisationId?: string;
                    /** @example https://example.org/kindcast */
                    url: string;
                };
            };
        };
        responses: {
            /** @description The endpoint, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        description?: string;
                        /**
                         * @description by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it
                         * @enum {string}
                         */
                        disabledReason?: "by-hand" | "gone" | "failed" | "overfull";
                        enabled: boolean;
                        events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                        id: string;
                        lastSuccessAt?: string;
                        organisationId: string;
                        /** @description until then the secret before signs too */
                        previousSecretUntil?: string;
                        /**
                         * @description signs what is sent; shown this once
                         * @example whsec_…
                         */
                        secret: string;
                        url: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        description?: string;
                        /**
                         * @description by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it
                         * @enum {string}
                         */
                        disabledReason?: "by-hand" | "gone" | "failed" | "overfull";
                        enabled: boolean;
                        events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                        id: string;
                        lastSuccessAt?: string;
                        organisationId: string;
                        /** @description until then the secret before signs too */
                        previousSecretUntil?: string;
                        url: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    /** @default true */
                    enabled?: boolean;
                    events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                    /** @example https://example.org/kindcast */
                    url: string;
                };
            };
        };
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        description?: string;
                        /**
                         * @description by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it
                         * @enum {string}
                         */
                        disabledReason?: "by-hand" | "gone" | "failed" | "overfull";
                        enabled: boolean;
                        events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                        id: string;
                        lastSuccessAt?: string;
                        organisationId: string;
                        /** @description until then the secret before signs too */
                        previousSecretUntil?: string;
                        url: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is sent there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpointDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description the newest, oldest first */
                            attempts: {
                                at: string;
                                /** @description what went wrong, in a sentence */
                                error?: string;
                                ms: number;
                                /** @description how the answer began */
                                response?: string;
                                status?: number;
                                /** @enum {string} */
                                trouble?: "status" | "redirect" | "slow" | "address" | "certificate" | "unreachable";
                            }[];
                            createdAt: string;
                            deliveredAt?: string;
                            endpointId: string;
                            /** @description the webhook-id: the same over all attempts */
                            eventId: string;
                            id: string;
                            nextAttemptAt?: string;
                            payload: {
                                data?: unknown;
                                timestamp: string;
                                type: string;
                            };
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "failed";
                            /** @enum {string} */
                            type: "gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent" | "webhook.test";
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpointRotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The endpoint, with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        description?: string;
                        /**
                         * @description by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it
                         * @enum {string}
                         */
                        disabledReason?: "by-hand" | "gone" | "failed" | "overfull";
                        enabled: boolean;
                        events: ("gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent")[];
                        id: string;
                        lastSuccessAt?: string;
                        organisationId: string;
                        /** @description until then the secret before signs too */
                        previousSecretUntil?: string;
                        /**
                         * @description signs what is sent; shown this once
                         * @example whsec_…
                         */
                        secret: string;
                        url: string;
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The delivery, on its way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the newest, oldest first */
                        attempts: {
                            at: string;
                            /** @description what went wrong, in a sentence */
                            error?: string;
                            ms: number;
                            /** @description how the answer began */
                            response?: string;
                            status?: number;
                            /** @enum {string} */
                            trouble?: "status" | "redirect" | "slow" | "address" | "certificate" | "unreachable";
                        }[];
                        createdAt: string;
                        deliveredAt?: string;
                        endpointId: string;
                        /** @description the webhook-id: the same over all attempts */
                        eventId: string;
                        id: string;
                        nextAttemptAt?: string;
                        payload: {
                            data?: unknown;
                            timestamp: string;
                            type: string;
                        };
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "failed";
                        /** @enum {string} */
                        type: "gift.pledged" | "gift.reversed" | "gift.confirmed" | "session.started" | "session.ended" | "milestone.reached" | "payout.sent" | "webhook.test";
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveShopifyWebhook: {
        parameters: {
            query?: never;
            header: {
                "X-Shopify-Hmac-Sha256": string;
                "X-Shopify-Shop-Domain": string;
                "X-Shopify-Topic": string;
                "X-Shopify-Webhook-Id": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "counted" | "duplicate" | "dead-letter" | "nothing-to-give";
                    };
                };
            };
            /** @description What went wrong, as RFC 9457 problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
