// Made of /openapi.json by openapi-typescript: `npm run client`.
export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["isAlive"];
        put?: never;
        post?: never;
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
        /** Requests may come here: the engines answer, and the consumer groups of this process have caught up */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of this process, in the text format of Prometheus. Also for the token in `TRIBUTARY_METRICS_TOKEN`, which opens nothing else */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event log as it is now, while the platform goes on: an SQLite file that holds everything acknowledged before the request. `x-tributary-head` is its last position, `x-tributary-head-mark` what `head.json` beside it is to hold. `tributary backup` uses this */
        get: operations["getBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish one CloudEvent, or an array of them; answered once each is recorded: accepted, duplicate, or quarantined with a reason. In binary mode attributes are ce- headers and the body is the data, as application/json or a type that ends in +json */
        post: operations["publishEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unknown-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Locations and SKUs that messages named and nobody has defined yet, first used first; a page may be shorter than asked for */
        get: operations["listUnknownNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that need a person, newest first, of a state, a code, a source or a type; `open` counts up to 200, without what was released or dismissed */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of these messages, whole; of one that was `too-large` its first 2 kB, its size and its digest */
        get: operations["getInboxMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{messageId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in a quarantined or dismissed message, corrected (send it) or as it is; hand a parked one to its service again. With ?dryRun nothing is recorded */
        post: operations["releaseMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{messageId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a quarantined message aside, with the reason. It is kept, and may be released later; the same message sent again stays dismissed. A parked message cannot be dismissed: it was accepted */
        post: operations["dismissMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put quarantined messages of one kind aside, with the reason: those of a code, a source, a type, or of several of these. At most 1000 at once; `more` says whether to ask again */
        post: operations["dismissMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release up to 200 messages as they are, or dismiss them, each by itself, with a result for each */
        post: operations["commandMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an id, e-mail, phone or loyalty number is the same person as a customer, and why; the overview follows a moment later */
        post: operations["linkCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/links/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an id, e-mail, phone or loyalty number is another person than a customer, and why: a link of the two is taken apart, and all is as it was before */
        post: operations["unlinkCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/stock/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put chosen rows right: each is recorded as a count of its moment, with who, when and why; what moved after it stays on top. Stock follows a moment later, and orders that lose their goods are sourced anew */
        post: operations["repairStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connectors/cloudevents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a file of CloudEvents, one in a line. As they say anything of anybody, it is for those who publish. The body is octet-stream; its text is UTF-8, or what a byte-order mark or the `charset` of the content type says. A file that is not of this format is refused as a whole, before anything of it is recorded; else the answer is progress as NDJSON from the first messages on, the last line being the report, or the problem that ended it (401 where its key was revoked meanwhile; what was recorded stays, and sending the file again is safe) */
        post: operations["importEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connectors/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a file of a named format whose rows have one meaning. The body is octet-stream; its text is UTF-8, or what a byte-order mark or the `charset` of the content type says. A file that is not of this format is refused as a whole, before anything of it is recorded; else the answer is progress as NDJSON from the first messages on, the last line being the report, or the problem that ended it (401 where its key was revoked meanwhile; what was recorded stays, and sending the file again is safe) */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who this key is */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom API keys were issued to, to say who did what: also of keys that were revoked; an id that is not known is left out */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys in the order they were issued, without their secrets */
        get: operations["listKeys"];
        put?: never;
        /** Issue an API key; it is shown only now. Bound to `sources`, messages of others that are handed in under it go to quarantine as `foreign-source` */
        post: operations["issueKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once; live streams, downloads and imports that it has open end within a second */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every consumer group: how far it is, how far behind, what it parked */
        get: operations["listConsumerGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and until when */
        get: operations["getSession"];
        put?: never;
        /** Sign a browser in with an API key, for 12 hours: the answer sets the cookie `tributary-session` (`HttpOnly`, `SameSite=Strict`, `Secure` under HTTPS). For pages of this platform; programs send the key */
        post: operations["beginSession"];
        /** Sign a browser out: it forgets its session, also one that is over already */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a message, or of any event: by the `messageId` that it was answered with, or by its own id and its source */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened, and what happens, as NDJSON or, where `text/event-stream` is accepted, as server-sent events: each event whole, with the cursor to go on after it. Lines of NDJSON without `type` say how far it was looked through */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What led to an event and all that followed, over all systems, from its first cause down: by its id here, or by its own id and its source */
        get: operations["traceEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What led to all that happened to an order, over all systems */
        get: operations["traceOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told what happens, and where; there are a hundred at most */
        get: operations["listWebhooks"];
        put?: never;
        /** Have what happens sent to an address, each event as a message that is signed by Standard Webhooks; its secret is shown only now. What is about one order comes in its order, at least once */
        post: operations["subscribeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Send it nothing any more */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Send it elsewhere, ask for other things, pause it or go on where it stopped */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret, shown only now; the one before signs, too, for a day */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lately came of its messages, and which are being tried again; a second old */
        get: operations["getWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/given-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that were tried for three days while others were taken, and given up */
        get: operations["listGivenUpMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one event once more, now, whatever became of it before */
        post: operations["redeliverMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock positions by SKU and location, as they are now or as they were at a moment; `notSold` says why nothing is sold from one now */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be sold of up to 50 SKUs, in all or as a channel is told, at each active location of the network, and what does not count and why; not by parts, since the sum is of all of them */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}/{location}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stock figure as it is now, or as it was at a moment: as it was true then, or known then, or both */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}/{location}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events that sum to a stock figure, oldest first, each with what stood after it */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare what another system believes of stock with the ledgers: what differs, by how much, and which entries explain it. The body is JSON, or a file of up to 50,000 rows: CSV with a header, or NDJSON, of which rows that cannot be read are listed beside. Nothing is changed */
        post: operations["reconcileStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/stock/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stock would become if chosen rows were put right now, and which orders would lose their goods; nothing is recorded */
        post: operations["previewStockRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What channels are told of stock */
        get: operations["getAvailabilityPolicy"];
        /** Set what channels are told of stock from now on; orders are sourced from all of it */
        put: operations["setAvailabilityPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability-policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What channels were told of stock, from the newest to the first, and who set it */
        get: operations["listAvailabilityPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first unless told, by channel, status, queue, location, customer, SKU and date, or by what is typed as `q` */
        get: operations["listOrders"];
        put?: never;
        /** Place an order; with ?wait=sourced answered when its stock is reserved or refused */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an order, or some lines, as far as nothing has left; a location that has picked it is asked first */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a location put back what it had picked and nobody wants any more */
        post: operations["answerPutBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/pickup-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what becomes of goods missing at a pickup: wait for stock there, ship them, collect them elsewhere, or cancel */
        post: operations["decidePickup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release, hold or cancel up to 200 orders, each decided by itself, with a result for each */
        post: operations["commandOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What changes would do to an order, its money line by line, and what cannot be changed any more */
        post: operations["previewChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an order: lines, quantities, prices, methods, address, contact, charges; all of it or nothing */
        post: operations["changeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approval-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far roles go by themselves in prices and discounts; above that a supervisor decides */
        get: operations["getApprovalLimits"];
        /** Set how far roles go by themselves in prices and discounts */
        put: operations["setApprovalLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approval-limits/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the limits of roles were, from the newest to the first, and who set them */
        get: operations["listApprovalLimitsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a change that waits for approval, on the order as it is by now */
        post: operations["approveChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/proposals/{proposalId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a change that waits for approval */
        post: operations["refuseChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold an order: it is not sourced until it is released; what is reserved for it stays so */
        post: operations["holdOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release an order from one of its holds; without the last it is sourced */
        post: operations["releaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hold-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What orders are held for when they are placed */
        get: operations["getHoldRules"];
        /** Set what orders are held for that are placed from now on */
        put: operations["setHoldRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hold-rules/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the hold rules were, from the newest to the first, and who set them */
        get: operations["listHoldRulesVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attributes that orders and their lines may carry */
        get: operations["getAttributes"];
        /** Declare the attributes that orders and their lines may carry from now on */
        put: operations["declareAttributes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attributes/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the attributes were, from the newest to the first, and who declared them */
        get: operations["listAttributesVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Into which segments customers fall, and by which numbers they are scored */
        get: operations["getSegments"];
        /** Define into which segments customers fall from now on, and by which numbers they are scored */
        put: operations["setSegments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the segments were, from the newest to the first, and who defined them */
        get: operations["listSegmentsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the timelines of orders leave out, by which rules */
        get: operations["getTimelinePolicy"];
        /** Set what the timelines of orders leave out from now on, also of what was told before; nothing is lost by it */
        put: operations["setTimelinePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline-policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What timelines left out, from the newest rules to the first, and who set them */
        get: operations["listTimelinePolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists of orders that were saved under a name: those for everybody and one’s own, of whatever role; an admin sees all */
        get: operations["listOrderViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save how a list of orders is asked for under a name, or change what is saved: one’s own; one for everybody also by ops */
        put: operations["saveOrderView"];
        post?: never;
        /** Remove a view that was saved: one’s own; one for everybody also by ops */
        delete: operations["removeOrderView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/return-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For how long, for what and at what cost goods come back */
        get: operations["getReturnPolicy"];
        /** Set for how long, for what and at what cost goods come back from now on */
        put: operations["setReturnPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/return-policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the return policy was, from the newest to the first, and who set it */
        get: operations["listReturnPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that goods may come back (RMA), by the return policy, and what is given back for them */
        post: operations["authoriseReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/returns/{returnId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take goods back over a counter, authorised or not: stock moves, and what they are worth is due no longer */
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/returns/{returnId}/call-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Expect goods back no longer */
        post: operations["callOffReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw from the contract as its consumer, from all of it or a part: what has not left is cancelled, the rest may come back; the answer is the receipt */
        post: operations["withdrawFromOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/withdrawals/{withdrawalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a withdrawal, as it was answered when it was declared */
        get: operations["getWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns that belong to no known order, newest first */
        get: operations["listUnmatchedReturns"];
        put?: never;
        /** Take goods back over a counter without their order: stock moves, and the return is kept as one that belongs to no order */
        post: operations["receiveBlindReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/returns/{returnId}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have other goods go out for goods that were taken back, carried out or ordered: what is owed for those pays for these */
        post: operations["exchangeReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How what is owed for an order adds up: every fact that moved its money, with the balance after it */
        get: operations["explainMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for money to be given back, as it came or by one payment; it moved once `tributary.refund.issued.v1` is told of each part */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Locations of the network by id, as they are now or as they were at a moment */
        get: operations["listLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations/{locationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Define or change a location */
        put: operations["defineLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rulesets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule set in force now, or at a moment, the only one of the list */
        get: operations["listRuleSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sourcing/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where goods would come from if they were ordered now, and what would wait; nothing is reserved */
        post: operations["previewSourcing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every sourcing decision of an order, with the candidates that matter, why each lost, and how many others lost for which reason */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders by number, customer, e-mail, phone, SKU, product, serial number, tracking or payment reference, with where on them it stands; where none has the words as typed, those that are one slip of the hand away */
        get: operations["searchOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changed orders as server-sent events, until the key is revoked; of a key a process holds 20 streams at once */
        get: operations["followOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order as it is now, or as it was at a moment: as it was true then, or known then, or both */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an order between two moments, and the facts that made the difference */
        get: operations["compareOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an order, oldest first, less what the timeline policy leaves out; `all=true` tells that too. An answer looks at 1,000 facts at most, so that it may have fewer entries than were asked for, or none, and a `next` */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many orders need a person, for what, and since when the first of them was placed */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview/orders-per-minute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders placed in each of the last minutes, by channel */
        get: operations["ordersPerMinute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that came before what they need, longest waiting first, with what they wait for and since when */
        get: operations["listWaitingMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products of the catalogue by words of their name, or by SKU */
        get: operations["searchProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by name, e-mail, phone or id, those among them whom only an order tells of */
        get: operations["searchCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product as it was told last */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer as told last; `orders` is the address of the list of their orders */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer over all channels and stores: what they order, what it is worth, what comes back, what is open; now, or with their orders as they were at a moment */
        get: operations["getCustomerOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/bought-with": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on orders with a product more often than on orders in general, and how often */
        get: operations["listBoughtWith"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/may-like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods that a customer has not ordered and others ordered with what they have, and with which */
        get: operations["listMayLike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which segments a customer is, and why; what they miss by for the others; and their scores with what they come from */
        get: operations["getCustomerSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{segmentId}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a segment, of the customer file alone, by id: guests are not listed. An answer looks at as many customers as it may have entries, so that it may have fewer, or none, and a `next` */
        get: operations["listSegmentCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who of the 100 customers who ordered last would be in segments, and by which numbers to score them; nothing is set */
        post: operations["previewSegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline-policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a policy would leave out of the timelines of the 200 orders that were placed last; nothing is set */
        post: operations["previewTimelinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare what another system believes of orders with what they are: what differs, and the facts that it does not have. The body is JSON, or a file of up to 50,000 rows: CSV with a header, or NDJSON, of which rows that cannot be read are listed beside. Nothing is changed */
        post: operations["reconcileOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/trading-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trade by business date, by channel or by store: as each date was known when it was closed, as it is known now, and what differs */
        get: operations["reportTradingDays"];
        put?: never;
        post?: never;
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
        EventAttributes: {
            /**
             * @description Version of CloudEvents.
             * @example 1.0
             * @constant
             */
            specversion: "1.0";
            /**
             * @description Names the event among all of its source, for ever: the same again is a repeat.
             * @example order-100045
             */
            id: string;
            /**
             * @description The system that tells it, a URI reference: `urn:shop:web`.
             * @example urn:shop:web
             */
            source: string;
            /**
             * @description When it happened; when it was received where it is left out.
             * @example 2026-03-02T09:14:05.000Z
             */
            time?: string | null;
            /**
             * @description What it is about, in the words of its source.
             * @example web.100045
             */
            subject?: string | null;
            /**
             * @description Media type of `data`: JSON, `application/json` where it is left out.
             * @example application/json
             */
            datacontenttype?: string | null;
            /**
             * @description A schema that `data` follows, a URI; kept, not read.
             * @example https://shop.example/schemas/order.json
             */
            dataschema?: string | null;
            /**
             * @description The trading day at the location, `2026-11-23`.
             * @example 2026-03-02
             */
            businessdate?: string | null;
            /**
             * @description IANA time zone of the location, `Europe/London`.
             * @example Europe/London
             */
            zone?: string | null;
            /**
             * @description Ties together all that belongs to one business process; goes on to what follows from it.
             * @example basket-5512
             */
            correlationid?: string | null;
            /**
             * @description Id of the event that this one follows from.
             * @example checkout-5512
             */
            causationid?: string | null;
            /**
             * @description Who did it, by the word of the source; shown beside the key that handed it in.
             * @example clerk:17
             */
            actor?: string | null;
            /**
             * @description W3C Trace Context of its source, version 00.
             * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
             */
            traceparent?: string | null;
            /**
             * @description True marks history being loaded: facts are recorded, nothing is reserved and nobody is notified.
             * @example false
             */
            imported?: boolean | null;
        };
        OrderCaptured: {
            /**
             * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
             * @example web
             */
            channel: string;
            /**
             * @description What the channel calls the order; unique within the channel.
             * @example 100045
             */
            number: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Who bought. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
            };
            /** @description Where lines are sent that are shipped. */
            shipTo?: {
                /**
                 * @description Of the person or the firm there.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 12 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            };
            /** @description What was ordered. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description What the customer saw the good called.
                 * @example Blue mug
                 */
                name?: string;
                /**
                 * @description Units, a whole number.
                 * @example 2
                 */
                quantity: number;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 9.90
                 */
                unitPrice: string;
                /**
                 * @description Minor units: quantity × unit price, however it is rounded. Left out, it is computed, rounded half-even.
                 * @example 1980
                 */
                amount?: number;
                /**
                 * @description True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line.
                 * @example true
                 */
                amountOverride?: boolean;
                /**
                 * @description How the line reaches the customer; sent where it is left out.
                 * @example ship
                 * @enum {string}
                 */
                method?: "ship" | "pickup";
                /**
                 * @description The location where a `pickup` line is collected.
                 * @example york
                 */
                pickupAt?: string;
                /**
                 * Format: date-time
                 * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                 * @example 2026-03-05T16:00:00.000Z
                 */
                promisedBy?: string;
                /** @description What the retailer says of the line beside. */
                attributes?: {
                    [key: string]: string | number | boolean;
                };
            }[];
            /** @description Charges and discounts of the whole order. */
            charges?: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example shipping
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Standard delivery
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 490
                 */
                amount: number;
            }[];
            /** @description How it is paid, as far as that is known. */
            payments?: {
                /**
                 * @description Names the payment within its order.
                 * @example P-1
                 */
                paymentId: string;
                /**
                 * @description How it is paid: `card`, `paypal`, `cash`.
                 * @example card
                 */
                method: string;
                /**
                 * @description Minor units that were set aside, or taken.
                 * @example 4670
                 */
                amount: number;
                /**
                 * @description Set aside, or taken.
                 * @example authorised
                 * @enum {string}
                 */
                status: "authorised" | "captured";
            }[];
            /**
             * @description Minor units: the total as the channel knows it; when given it must equal lines + charges.
             * @example 4670
             */
            total?: number;
            /**
             * @description What to do when stock is short: keep the missing lines waiting (where left out), or refuse the whole order.
             * @example backorder
             * @enum {string}
             */
            whenShort?: "backorder" | "reject";
            /**
             * @description `elsewhere`: another system decides from where it is served; nothing is reserved, its facts are taken as told.
             * @example elsewhere
             * @enum {string}
             */
            sourcing?: "here" | "elsewhere";
            /** @description What it is held for from the start: it is sourced when all of it is released. */
            holds?: {
                /**
                 * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                 * @example fraud
                 */
                reason: string;
                /**
                 * @description What whoever looks into it should know.
                 * @example A new customer, and a large order.
                 */
                note?: string;
                /**
                 * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                 * @example paid
                 * @enum {string}
                 */
                until?: "paid" | "addressed";
            }[];
            /**
             * Format: date-time
             * @description By when all lines are to have left, or to be ready, that say nothing else themselves.
             * @example 2026-03-05T16:00:00.000Z
             */
            promisedBy?: string;
            /** @description What the retailer says of the order beside. */
            attributes?: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date-time
             * @description Only on imported history: when the order was complete.
             * @example 2026-01-15T16:30:00Z
             */
            completedAt?: string;
            /**
             * @description What the customer wrote with the order.
             * @example Please wrap the mugs.
             */
            note?: string;
        };
        OrderChangeRequested: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /** @description What is to be different. */
            change: {
                /**
                 * @description It is to be sent to another address.
                 * @example deliver-to
                 * @constant
                 */
                kind: "deliver-to";
                /** @description Where it is sent now. */
                shipTo: {
                    /**
                     * @description Of the person or the firm there.
                     * @example Medora Leigh
                     */
                    name?: string;
                    /**
                     * @description Street and house number.
                     * @example 3 Park Row
                     */
                    street?: string;
                    /**
                     * @description Town or city.
                     * @example Leeds
                     */
                    city?: string;
                    /**
                     * @description State, county or province.
                     * @example West Yorkshire
                     */
                    region?: string;
                    /**
                     * @description Postal code, as it is written there.
                     * @example LS1 5HD
                     */
                    postalCode?: string;
                    /**
                     * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                     * @example GB
                     */
                    country?: string;
                    /** @description Where that is: distances are measured from there. */
                    coordinates?: {
                        /**
                         * @description Degrees north of the equator, WGS 84.
                         * @example 53.798
                         */
                        latitude: number;
                        /**
                         * @description Degrees east of Greenwich, WGS 84.
                         * @example -1.547
                         */
                        longitude: number;
                    };
                };
            };
            /**
             * @description Why, in words for people.
             * @example They are a present for her sister.
             */
            reason?: string;
        };
        OrderCancelRequested: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /** @description What is cancelled; left out, everything not yet handed over or shipped. */
            lines?: {
                /**
                 * @description The line of the order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
            }[];
            /**
             * @description Why, in words for people.
             * @example One mug is enough.
             */
            reason?: string;
        };
        OrderHoldRequested: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
             * @example payment
             */
            reason: string;
            /**
             * @description What whoever looks into it should know.
             * @example The card was refused; she pays by transfer.
             */
            note?: string;
            /**
             * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
             * @example paid
             * @enum {string}
             */
            until?: "paid" | "addressed";
        };
        OrderReleaseRequested: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
             * @example fraud
             */
            reason: string;
            /**
             * @description What was found.
             * @example Known from the store in Leeds.
             */
            note?: string;
        };
        SaleRecorded: {
            /**
             * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
             * @example pos
             */
            channel: string;
            /**
             * @description Number of the receipt; unique within the channel.
             * @example L1-20260302-0017
             */
            number: string;
            /**
             * @description The store whose till it was.
             * @example leeds
             */
            location: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Who bought, where that is known. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
            };
            /** @description What was sold, and with a quantity below zero what came back. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description What the customer saw the good called.
                 * @example Blue mug
                 */
                name?: string;
                /**
                 * @description Units that were sold, a whole number; below zero, units that came back.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 9.90
                 */
                unitPrice: string;
                /**
                 * @description Minor units: quantity × unit price, however it is rounded, so below zero for what came back. Left out, it is computed, rounded half-even.
                 * @example 890
                 */
                amount?: number;
                /**
                 * @description True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line.
                 * @example true
                 */
                amountOverride?: boolean;
                /** @description Of goods that came back, what they are of, where that is known; else it is a blind return. */
                returnOf?: {
                    /**
                     * @description The earlier order or receipt that the goods were of.
                     * @example web.100045
                     */
                    orderId: string;
                    /**
                     * @description Its line; left out, it is found by its SKU.
                     * @example 1
                     */
                    lineId?: string;
                };
                /**
                 * @description What becomes of goods that came back; only `restock` makes them stock again.
                 * @example restock
                 * @enum {string}
                 */
                disposition?: "restock" | "damaged" | "refurbish" | "dispose";
                /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                serials?: string[];
            }[];
            /** @description Charges and discounts of the whole receipt. */
            charges?: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example gift-wrap
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Gift wrap
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 200
                 */
                amount: number;
            }[];
            /** @description How it is paid, as far as that is known. What was paid out is below zero. */
            payments?: {
                /**
                 * @description Names the payment within its order.
                 * @example P-1
                 */
                paymentId: string;
                /**
                 * @description How it is paid: `card`, `paypal`, `cash`.
                 * @example cash
                 */
                method: string;
                /**
                 * @description Minor units that were set aside, or taken; below zero, what was paid out at the till.
                 * @example 1090
                 */
                amount: number;
                /**
                 * @description Set aside, or taken.
                 * @example captured
                 * @enum {string}
                 */
                status: "authorised" | "captured";
            }[];
            /**
             * @description Minor units: the total as the till knows it, below zero where it gave more than it took; when given it must equal lines + charges.
             * @example 1090
             */
            total?: number;
        };
        PaymentAuthorised: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the payment within its order.
             * @example P-1
             */
            paymentId: string;
            /**
             * @description How it is paid: `card`, `paypal`, `cash`.
             * @example card
             */
            method?: string;
            /**
             * @description Minor units that are set aside in all for this payment.
             * @example 4670
             */
            amount: number;
        };
        PaymentCaptured: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the payment within its order.
             * @example P-1
             */
            paymentId: string;
            /**
             * @description How it is paid: `card`, `paypal`, `cash`.
             * @example card
             */
            method?: string;
            /**
             * @description Tells one capture of the payment from another.
             * @example CAP-1
             */
            captureId?: string;
            /**
             * @description Minor units that were taken by this capture.
             * @example 2470
             */
            amount: number;
        };
        PaymentFailed: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the payment within its order.
             * @example P-2
             */
            paymentId: string;
            /**
             * @description How it is paid: `card`, `paypal`, `cash`.
             * @example paypal
             */
            method?: string;
            /**
             * @description Why, in words for people.
             * @example The account has no cover.
             */
            reason?: string;
        };
        PaymentVoided: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the payment within its order.
             * @example P-3
             */
            paymentId: string;
            /**
             * @description Why, in words for people.
             * @example The customer pays by card instead.
             */
            reason?: string;
        };
        PaymentExpired: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the payment within its order.
             * @example P-4
             */
            paymentId: string;
            /**
             * @description Why, in words for people.
             * @example Seven days went by.
             */
            reason?: string;
        };
        RefundIssued: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Names the refund within its order.
             * @example RF-1
             */
            refundId: string;
            /**
             * @description The payment that it was given back by; left out where that is not known.
             * @example P-1
             */
            paymentId?: string;
            /**
             * @description Minor units that were given back.
             * @example 990
             */
            amount: number;
            /**
             * @description Why, in words for people.
             * @example One mug came back.
             */
            reason?: string;
        };
        RefundFailed: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.
             * @example EUR
             */
            currency?: string;
            /**
             * @description The refund, as it was named where it was asked for.
             * @example RR-14-1
             */
            refundId: string;
            /**
             * @description Why, in words for people.
             * @example The card has expired.
             */
            reason?: string;
        };
        StockCounted: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units that were there.
             * @example 24
             */
            quantity: number;
            /**
             * Format: date-time
             * @description When they were; the time of the event where left out.
             * @example 2026-03-01T07:30:00Z
             */
            countedAt?: string;
            /**
             * @description Why it was counted, in words for people: `reconciliation`.
             * @example reconciliation
             */
            reason?: string;
        };
        StockAdjusted: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units more (positive) or less (negative) than before.
             * @example -1
             */
            delta: number;
            /**
             * @description Why: `damaged`, `found`, `theft`.
             * @example damaged
             */
            reason: string;
        };
        StockReceived: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units, a whole number.
             * @example 48
             */
            quantity: number;
            /**
             * @description The purchase order it came against; left out for an unexpected receipt.
             * @example PO-8812
             */
            purchaseOrder?: string;
        };
        StockMoved: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example TEAPOT-WHITE
             */
            sku: string;
            /**
             * @description The location that they left.
             * @example leeds
             */
            from: string;
            /**
             * @description The location where they are now.
             * @example york
             */
            to: string;
            /**
             * @description Units, a whole number.
             * @example 3
             */
            quantity: number;
            /**
             * @description Why, in words for people.
             * @example For the shop window.
             */
            reason?: string;
        };
        SupplyExpected: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description The purchase order.
             * @example PO-8812
             */
            purchaseOrder: string;
            /**
             * @description Units, a whole number.
             * @example 48
             */
            quantity: number;
            /**
             * Format: date-time
             * @description When they are to come.
             * @example 2026-03-12T08:00:00Z
             */
            expectedAt: string;
        };
        FulfilmentAccepted: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example S1-leeds
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example leeds
             */
            location?: string;
        };
        FulfilmentPicked: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example S1-leeds
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example leeds
             */
            location?: string;
            /** @description What it is about; left out, everything of the fulfilment that is still to go. */
            lines?: {
                /**
                 * @description The line of the order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Units, a whole number.
                 * @example 2
                 */
                quantity: number;
            }[];
        };
        FulfilmentShorted: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example P1-york
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example york
             */
            location?: string;
            /** @description What could not be picked. */
            lines: {
                /**
                 * @description The line of the order.
                 * @example 2
                 */
                lineId: string;
                /**
                 * @description Units that could not be picked.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Why they could not.
                 * @example damaged
                 * @enum {string}
                 */
                reason: "not-found" | "damaged" | "reserved-in-shop";
            }[];
        };
        FulfilmentPacked: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example S1-leeds
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example leeds
             */
            location?: string;
        };
        ShipmentDispatched: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example S1-leeds
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example leeds
             */
            location?: string;
            /**
             * @description Names the shipment within its order.
             * @example SH-7001
             */
            shipmentId: string;
            /**
             * @description Who carries it.
             * @example Parcel North
             */
            carrier?: string;
            /**
             * @description The number under which the carrier tracks it.
             * @example PN480015163GB
             */
            tracking?: string;
            /** @description What is in it; left out, everything of the fulfilment that is still to go; of one decided elsewhere, of the order. */
            lines?: {
                /**
                 * @description The line of the order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Units, a whole number.
                 * @example 2
                 */
                quantity: number;
                /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                serials?: string[];
            }[];
        };
        ShipmentTracked: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Names the shipment within its order.
             * @example SH-7001
             */
            shipmentId: string;
            /**
             * @description What the carrier says of it: `in-transit`, `out-for-delivery`.
             * @example out-for-delivery
             */
            status: string;
            /**
             * @description Where it was scanned.
             * @example Depot Leeds South
             */
            place?: string;
        };
        ShipmentDelivered: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Names the shipment within its order.
             * @example SH-7001
             */
            shipmentId: string;
            /**
             * @description Who took it.
             * @example A. Lovelace
             */
            signedBy?: string;
        };
        PickupReady: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example P1-york
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example york
             */
            location?: string;
            /**
             * Format: date-time
             * @description Until when it is kept for the customer.
             * @example 2026-03-09T18:00:00Z
             */
            until?: string;
        };
        PickupHandedOver: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The location’s part of the order, by the id it was given here or elsewhere.
             * @example P1-york
             */
            fulfilmentId: string;
            /**
             * @description Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.
             * @example york
             */
            location?: string;
            /** @description What was handed over; left out, everything of the fulfilment that is still to go. */
            lines?: {
                /**
                 * @description The line of the order.
                 * @example 2
                 */
                lineId: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                serials?: string[];
            }[];
            /**
             * @description Who collected it.
             * @example Ada Lovelace
             */
            collectedBy?: string;
        };
        ReturnReceived: {
            /**
             * @description Names the return.
             * @example R-310
             */
            returnId: string;
            /**
             * @description The order that the goods were of; left out for a blind return.
             * @example web.100045
             */
            orderId?: string;
            /**
             * @description Where the goods came back; left out, no stock moves.
             * @example leeds
             */
            location?: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Who brought them back. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
            };
            /** @description What came back. */
            lines: {
                /**
                 * @description The order of this line, where one return is of several; else it is the return’s own.
                 * @example web.100045
                 */
                orderId?: string;
                /**
                 * @description The line of the order; left out, it is found by its SKU.
                 * @example 1
                 */
                lineId?: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description What the good is called.
                 * @example Blue mug
                 */
                name?: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 9.90
                 */
                unitPrice?: string;
                /**
                 * @description Minor units that were given back for the line.
                 * @example 990
                 */
                refund?: number;
                /**
                 * @description What becomes of goods that came back; only `restock` makes them stock again.
                 * @example restock
                 * @enum {string}
                 */
                disposition?: "restock" | "damaged" | "refurbish" | "dispose";
                /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                serials?: string[];
            }[];
            /** @description What the customer was charged with the return (positive: a restocking fee) and what was given back of earlier charges (negative: the postage), as on an order. Both make the refund: Σ `refund` − Σ `charges`. */
            charges?: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example restocking
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Restocking fee
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 100
                 */
                amount: number;
            }[];
            /**
             * @description Why, in words for people.
             * @example One mug is enough.
             */
            reason?: string;
        };
        ProductUpdated: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description What people call it.
             * @example Blue mug
             */
            name: string;
            /** @description Free labels, e.g. `{ "category": "Lighting" }`. */
            attributes?: {
                [key: string]: string;
            };
            /**
             * @description Grams.
             * @example 340
             */
            weight?: number;
            /** @description What it is sold for, a price for each currency: what customer service offers it for. */
            prices?: {
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 9.90
                 */
                unitPrice: string;
            }[];
        };
        LocationUpdated: {
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            locationId: string;
            /**
             * @description What people call it.
             * @example Leeds, Briggate
             */
            name: string;
            /**
             * @description What kind of location it is.
             * @example store
             * @enum {string}
             */
            kind: "store" | "warehouse" | "drop-shipper";
            /** @description Where it is. */
            address: {
                /**
                 * @description Of the person or the firm there.
                 * @example Tributary Leeds
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 40 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            };
            /**
             * @description IANA time zone, `Europe/London`.
             * @example Europe/London
             */
            zone?: string;
            /** @description What it can do for an order: send goods, hand over goods that are collected. */
            capabilities: ("ship" | "pickup")[];
            /**
             * @description False where nothing is sold from it for now.
             * @example true
             */
            active?: boolean;
        };
        PostalAreasUpdated: {
            /**
             * @description ISO 3166-1 alpha-2, such as GB.
             * @example GB
             */
            country: string;
            /** @description Postal areas, each with its middle. */
            areas: {
                /**
                 * @description Its postal code, in any writing, or the beginning that its addresses share, such as LS1 in GB.
                 * @example LS1
                 */
                postalCode: string;
                /**
                 * @description Degrees north of the equator, WGS 84.
                 * @example 53.7976
                 */
                latitude: number;
                /**
                 * @description Degrees east of Greenwich, WGS 84.
                 * @example -1.5459
                 */
                longitude: number;
            }[];
        };
        CustomerUpdated: {
            /**
             * @description What the customer file calls the customer.
             * @example C-2041
             */
            id: string;
            /**
             * @description Full name.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Phone number, as it was told.
             * @example +44 113 496 0000
             */
            phone?: string;
            /** @description Where the customer may be delivered to. */
            addresses?: {
                /**
                 * @description Of the person or the firm there.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 12 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            }[];
        };
        CustomerLinked: {
            /**
             * @description Id of the customer that it is about.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
             * @example id
             * @enum {string}
             */
            by: "id" | "email" | "phone" | "loyalty";
            /**
             * @description The id, the e-mail, the phone number or the loyalty number itself.
             * @example C-877
             */
            value: string;
            /**
             * @description Why it is the same person, in words for people.
             * @example She says she had an account before she moved.
             */
            why: string;
            /** @description What shows it: receipts, orders, papers that were seen. */
            evidence?: string[];
        };
        CustomerUnlinked: {
            /**
             * @description Id of the customer that it is about.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
             * @example id
             * @enum {string}
             */
            by: "id" | "email" | "phone" | "loyalty";
            /**
             * @description The id, the e-mail, the phone number or the loyalty number itself.
             * @example C-877
             */
            value: string;
            /**
             * @description Why it is not the same person, in words for people.
             * @example C-877 is her sister.
             */
            why: string;
        };
        /** @description A channel took an order. */
        OrderCapturedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.order.captured.v1
             * @constant
             */
            type: "tributary.order.captured.v1";
            data: components["schemas"]["OrderCaptured"];
        };
        /** @description A change to an order is asked for. */
        OrderChangeRequestedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.order.change-requested.v1
             * @constant
             */
            type: "tributary.order.change-requested.v1";
            data: components["schemas"]["OrderChangeRequested"];
        };
        /** @description A cancellation is asked for. */
        OrderCancelRequestedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.order.cancel-requested.v1
             * @constant
             */
            type: "tributary.order.cancel-requested.v1";
            data: components["schemas"]["OrderCancelRequested"];
        };
        /** @description An order is to be held. */
        OrderHoldRequestedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.order.hold-requested.v1
             * @constant
             */
            type: "tributary.order.hold-requested.v1";
            data: components["schemas"]["OrderHoldRequested"];
        };
        /** @description A hold of an order is to end. */
        OrderReleaseRequestedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.order.release-requested.v1
             * @constant
             */
            type: "tributary.order.release-requested.v1";
            data: components["schemas"]["OrderReleaseRequested"];
        };
        /** @description A till rang up a receipt: goods sold, goods that came back, or both. */
        SaleRecordedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.sale.recorded.v1
             * @constant
             */
            type: "tributary.sale.recorded.v1";
            data: components["schemas"]["SaleRecorded"];
        };
        /** @description Money was set aside. */
        PaymentAuthorisedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.payment.authorised.v1
             * @constant
             */
            type: "tributary.payment.authorised.v1";
            data: components["schemas"]["PaymentAuthorised"];
        };
        /** @description Money was taken. */
        PaymentCapturedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.payment.captured.v1
             * @constant
             */
            type: "tributary.payment.captured.v1";
            data: components["schemas"]["PaymentCaptured"];
        };
        /** @description A payment failed. */
        PaymentFailedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.payment.failed.v1
             * @constant
             */
            type: "tributary.payment.failed.v1";
            data: components["schemas"]["PaymentFailed"];
        };
        /** @description What is set aside and not taken was given up. */
        PaymentVoidedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.payment.voided.v1
             * @constant
             */
            type: "tributary.payment.voided.v1";
            data: components["schemas"]["PaymentVoided"];
        };
        /** @description What is set aside and not taken ran out. */
        PaymentExpiredEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.payment.expired.v1
             * @constant
             */
            type: "tributary.payment.expired.v1";
            data: components["schemas"]["PaymentExpired"];
        };
        /** @description Money was given back. */
        RefundIssuedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.refund.issued.v1
             * @constant
             */
            type: "tributary.refund.issued.v1";
            data: components["schemas"]["RefundIssued"];
        };
        /** @description A refund that was asked for did not come about. */
        RefundFailedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.refund.failed.v1
             * @constant
             */
            type: "tributary.refund.failed.v1";
            data: components["schemas"]["RefundFailed"];
        };
        /** @description Stock was counted. */
        StockCountedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.stock.counted.v1
             * @constant
             */
            type: "tributary.stock.counted.v1";
            data: components["schemas"]["StockCounted"];
        };
        /** @description Stock was corrected by a difference. */
        StockAdjustedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.stock.adjusted.v1
             * @constant
             */
            type: "tributary.stock.adjusted.v1";
            data: components["schemas"]["StockAdjusted"];
        };
        /** @description Goods came in. */
        StockReceivedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.stock.received.v1
             * @constant
             */
            type: "tributary.stock.received.v1";
            data: components["schemas"]["StockReceived"];
        };
        /** @description Stock moved between locations. */
        StockMovedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.stock.moved.v1
             * @constant
             */
            type: "tributary.stock.moved.v1";
            data: components["schemas"]["StockMoved"];
        };
        /** @description Goods are on order. */
        SupplyExpectedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.supply.expected.v1
             * @constant
             */
            type: "tributary.supply.expected.v1";
            data: components["schemas"]["SupplyExpected"];
        };
        /** @description A location took on its part of an order. */
        FulfilmentAcceptedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.fulfilment.accepted.v1
             * @constant
             */
            type: "tributary.fulfilment.accepted.v1";
            data: components["schemas"]["FulfilmentAccepted"];
        };
        /** @description Lines were picked. */
        FulfilmentPickedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.fulfilment.picked.v1
             * @constant
             */
            type: "tributary.fulfilment.picked.v1";
            data: components["schemas"]["FulfilmentPicked"];
        };
        /** @description Lines could not be picked. */
        FulfilmentShortedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.fulfilment.shorted.v1
             * @constant
             */
            type: "tributary.fulfilment.shorted.v1";
            data: components["schemas"]["FulfilmentShorted"];
        };
        /** @description A fulfilment was packed. */
        FulfilmentPackedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.fulfilment.packed.v1
             * @constant
             */
            type: "tributary.fulfilment.packed.v1";
            data: components["schemas"]["FulfilmentPacked"];
        };
        /** @description A shipment left. */
        ShipmentDispatchedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.shipment.dispatched.v1
             * @constant
             */
            type: "tributary.shipment.dispatched.v1";
            data: components["schemas"]["ShipmentDispatched"];
        };
        /** @description A carrier scanned a shipment. */
        ShipmentTrackedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.shipment.tracked.v1
             * @constant
             */
            type: "tributary.shipment.tracked.v1";
            data: components["schemas"]["ShipmentTracked"];
        };
        /** @description A shipment arrived. */
        ShipmentDeliveredEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.shipment.delivered.v1
             * @constant
             */
            type: "tributary.shipment.delivered.v1";
            data: components["schemas"]["ShipmentDelivered"];
        };
        /** @description A pickup can be collected. */
        PickupReadyEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.pickup.ready.v1
             * @constant
             */
            type: "tributary.pickup.ready.v1";
            data: components["schemas"]["PickupReady"];
        };
        /** @description A pickup was collected. */
        PickupHandedOverEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.pickup.handed-over.v1
             * @constant
             */
            type: "tributary.pickup.handed-over.v1";
            data: components["schemas"]["PickupHandedOver"];
        };
        /** @description Goods came back. */
        ReturnReceivedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.return.received.v1
             * @constant
             */
            type: "tributary.return.received.v1";
            data: components["schemas"]["ReturnReceived"];
        };
        /** @description A product changed. */
        ProductUpdatedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.product.updated.v1
             * @constant
             */
            type: "tributary.product.updated.v1";
            data: components["schemas"]["ProductUpdated"];
        };
        /** @description A location changed. */
        LocationUpdatedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.location.updated.v1
             * @constant
             */
            type: "tributary.location.updated.v1";
            data: components["schemas"]["LocationUpdated"];
        };
        /** @description Where postal areas of a country lie. */
        PostalAreasUpdatedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.postal-areas.updated.v1
             * @constant
             */
            type: "tributary.postal-areas.updated.v1";
            data: components["schemas"]["PostalAreasUpdated"];
        };
        /** @description A customer changed. */
        CustomerUpdatedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.customer.updated.v1
             * @constant
             */
            type: "tributary.customer.updated.v1";
            data: components["schemas"]["CustomerUpdated"];
        };
        /** @description An id, e-mail, phone or loyalty number is the same person as a customer. */
        CustomerLinkedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.customer.linked.v1
             * @constant
             */
            type: "tributary.customer.linked.v1";
            data: components["schemas"]["CustomerLinked"];
        };
        /** @description An id, e-mail, phone or loyalty number is another person than a customer. */
        CustomerUnlinkedEvent: components["schemas"]["EventAttributes"] & {
            /**
             * @description What happened.
             * @example tributary.customer.unlinked.v1
             * @constant
             */
            type: "tributary.customer.unlinked.v1";
            data: components["schemas"]["CustomerUnlinked"];
        };
        InboundEvent: components["schemas"]["OrderCapturedEvent"] | components["schemas"]["OrderChangeRequestedEvent"] | components["schemas"]["OrderCancelRequestedEvent"] | components["schemas"]["OrderHoldRequestedEvent"] | components["schemas"]["OrderReleaseRequestedEvent"] | components["schemas"]["SaleRecordedEvent"] | components["schemas"]["PaymentAuthorisedEvent"] | components["schemas"]["PaymentCapturedEvent"] | components["schemas"]["PaymentFailedEvent"] | components["schemas"]["PaymentVoidedEvent"] | components["schemas"]["PaymentExpiredEvent"] | components["schemas"]["RefundIssuedEvent"] | components["schemas"]["RefundFailedEvent"] | components["schemas"]["StockCountedEvent"] | components["schemas"]["StockAdjustedEvent"] | components["schemas"]["StockReceivedEvent"] | components["schemas"]["StockMovedEvent"] | components["schemas"]["SupplyExpectedEvent"] | components["schemas"]["FulfilmentAcceptedEvent"] | components["schemas"]["FulfilmentPickedEvent"] | components["schemas"]["FulfilmentShortedEvent"] | components["schemas"]["FulfilmentPackedEvent"] | components["schemas"]["ShipmentDispatchedEvent"] | components["schemas"]["ShipmentTrackedEvent"] | components["schemas"]["ShipmentDeliveredEvent"] | components["schemas"]["PickupReadyEvent"] | components["schemas"]["PickupHandedOverEvent"] | components["schemas"]["ReturnReceivedEvent"] | components["schemas"]["ProductUpdatedEvent"] | components["schemas"]["LocationUpdatedEvent"] | components["schemas"]["PostalAreasUpdatedEvent"] | components["schemas"]["CustomerUpdatedEvent"] | components["schemas"]["CustomerLinkedEvent"] | components["schemas"]["CustomerUnlinkedEvent"];
        ApiKey: {
            /**
             * @description Names the key; not the key itself.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Who holds it.
             * @example web shop
             */
            name: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
            /** @description CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; left out for a key that may of all. */
            sources?: string[];
            /**
             * @description Whether it opens nothing any more.
             * @example false
             */
            revoked: boolean;
        };
        ApiKeyList: {
            /** @description Keys, in the order they were issued. */
            items: components["schemas"]["ApiKey"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        IssuedKey: {
            /**
             * @description Names the key; not the key itself.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Who holds it.
             * @example web shop
             */
            name: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
            /** @description CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; left out for a key that may of all. */
            sources?: string[];
            /**
             * @description The key itself: it is shown only now.
             * @example trb_0123456789-an-example-that-opens-no-door-01234
             */
            key: string;
        };
        Me: {
            /**
             * @description Names the key; not the key itself.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Who holds it.
             * @example web shop
             */
            name: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
            /** @description CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; left out for a key that may of all. */
            sources?: string[];
        };
        People: {
            /** @description Those of the keys that are known, in the order they were asked for. */
            items: components["schemas"]["Person"][];
        };
        Person: {
            /**
             * @description Names the key; not the key itself.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Who holds it.
             * @example Ann Baker
             */
            name: string;
            /**
             * @description What its holder may do.
             * @example csr
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
        };
        Session: {
            /**
             * @description Names the key; not the key itself.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Who holds it.
             * @example web shop
             */
            name: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
            /** @description CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; left out for a key that may of all. */
            sources?: string[];
            /**
             * Format: date-time
             * @description When the session ends (UTC); left out where an API key is shown, which has no end.
             * @example 2026-11-27T21:00:00.000Z
             */
            until?: string;
        };
        BoughtWith: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description Orders with it that were looked at: the newest, at most 200.
             * @example 40
             */
            orders: number;
            /**
             * @description Orders in general that it was compared with: the newest, at most 200.
             * @example 200
             */
            comparedWith: number;
            /** @description What is bought with it, the surest first. */
            items: {
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description As the catalogue has it; left out where it does not.
                 * @example Teapot, 1.2 l
                 */
                name?: string;
                /**
                 * @description Orders of those that were looked at on which it stands, too.
                 * @example 9
                 */
                together: number;
                /**
                 * @description Orders that were looked at.
                 * @example 40
                 */
                of: number;
                /**
                 * @description How many times as often it stands on them as on orders in general.
                 * @example 6.4
                 */
                timesAsOften: number;
            }[];
        };
        MayLike: {
            /** @description Goods that they have not ordered, the surest first. */
            items: {
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description As the catalogue has it; left out where it does not.
                 * @example Teapot, 1.2 l
                 */
                name?: string;
                /**
                 * @description Orders of those that were looked at on which it stands, too.
                 * @example 9
                 */
                together: number;
                /**
                 * @description Orders that were looked at.
                 * @example 40
                 */
                of: number;
                /**
                 * @description How many times as often it stands on them as on orders in general.
                 * @example 6.4
                 */
                timesAsOften: number;
                /** @description What they have ordered, with which it is bought. */
                with: {
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description What an order named it last.
                     * @example Mug, blue
                     */
                    name?: string;
                };
            }[];
        };
        OrderResult: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description It is recorded.
             * @example done
             * @constant
             */
            outcome: "done";
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 15
             */
            rev: number;
            /**
             * @description How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.
             * @example placed
             * @enum {string}
             */
            status: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
        } | {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100046
             */
            orderId: string;
            /**
             * @description The order was as it is wanted before; it cannot be done; or it is not known whether it was recorded, and is found out by sending it again under the same `Idempotency-Key`.
             * @example nothing-to-do
             * @enum {string}
             */
            outcome: "nothing-to-do" | "refused" | "unknown";
            /**
             * @description Why, for programs, as the command about this order alone is refused: `not-held`, `not-found` …
             * @example not-held
             */
            code: string;
            /**
             * @description Why, in words for people.
             * @example It is not held for fraud.
             */
            detail: string;
        };
        OrderResults: {
            /** @description One for each order, in the order in which they were named. */
            results: components["schemas"]["OrderResult"][];
        };
        CustomerLink: {
            /**
             * @description Id of the customer that it is about.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description Why it is the same person, in words for people.
             * @example She says she had an account before she moved.
             */
            why: string;
            /** @description What shows it: receipts, orders, papers that were seen. */
            evidence?: string[];
            /**
             * @description Who said so: `role:keyId` of a key, or whom the message names.
             * @example csr:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            linkedBy: string;
            /**
             * @description When it was said, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            linkedAt: string;
        };
        CustomerLinkAnswer: {
            /**
             * @description Id of the customer that it is about.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
             * @example id
             * @enum {string}
             */
            by: "id" | "email" | "phone" | "loyalty";
            /**
             * @description The id, the e-mail, the phone number or the loyalty number itself.
             * @example C-877
             */
            value: string;
            /**
             * @description Why it is the same person, in words for people.
             * @example She says she had an account before she moved.
             */
            why: string;
            /** @description What shows it: receipts, orders, papers that were seen. */
            evidence?: string[];
            /**
             * @description Whether they are the same person.
             * @example true
             */
            linked: boolean;
            /**
             * @description When it was said, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            at: string;
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
        };
        CustomerOverview: {
            /** @description As the customer file tells; left out for somebody whom only orders tell of. */
            customer?: {
                /**
                 * @description What the customer file calls the customer.
                 * @example C-2041
                 */
                id: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
                /** @description Where the customer may be delivered to. */
                addresses?: {
                    /**
                     * @description Of the person or the firm there.
                     * @example Ada Lovelace
                     */
                    name?: string;
                    /**
                     * @description Street and house number.
                     * @example 12 Briggate
                     */
                    street?: string;
                    /**
                     * @description Town or city.
                     * @example Leeds
                     */
                    city?: string;
                    /**
                     * @description State, county or province.
                     * @example West Yorkshire
                     */
                    region?: string;
                    /**
                     * @description Postal code, as it is written there.
                     * @example LS1 6HD
                     */
                    postalCode?: string;
                    /**
                     * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                     * @example GB
                     */
                    country?: string;
                    /** @description Where that is: distances are measured from there. */
                    coordinates?: {
                        /**
                         * @description Degrees north of the equator, WGS 84.
                         * @example 53.797
                         */
                        latitude: number;
                        /**
                         * @description Degrees east of Greenwich, WGS 84.
                         * @example -1.542
                         */
                        longitude: number;
                    };
                }[];
                /**
                 * @description When it was so, by who told it, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                updatedAt: string;
            };
            /** @description What was asked for, where that is linked into this customer. */
            askedAs?: {
                /**
                 * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                 * @example id
                 * @enum {string}
                 */
                by: "id" | "email" | "phone" | "loyalty";
                /**
                 * @description The id, the e-mail, the phone number or the loyalty number itself.
                 * @example C-877
                 */
                value: string;
            };
            /** @description By what the orders below are taken to be theirs. */
            foundBy: {
                /**
                 * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                 * @example id
                 * @enum {string}
                 */
                by: "id" | "email" | "phone" | "loyalty";
                /**
                 * @description The id, the e-mail, the phone number or the loyalty number itself.
                 * @example C-2041
                 */
                value: string;
                /**
                 * @description Orders that were found by it alone.
                 * @example 5
                 */
                orders: number;
                /**
                 * @description Why it is theirs: it is who this is; the customer file has it, of orders that name nobody else’s id; somebody linked it.
                 * @example itself
                 * @enum {string}
                 */
                why: "itself" | "on-file" | "linked";
                /** @description Who linked it with which customer, the newest first; left out where nobody did. */
                links?: components["schemas"]["CustomerLink"][];
            }[];
            /**
             * @description Links lead on to others that nothing here counts: at most 20 are followed.
             * @example true
             * @constant
             */
            moreIdentities?: true;
            /** @description Who may be the same person and is not linked, at most 10: nothing here counts them. Looked for by at most 10 e-mails and phone numbers of the customer file, of links and of orders, in the customer file and on the newest orders that name them: 400 of an e-mail, 200 of a phone number. */
            mayAlsoBe: {
                /**
                 * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                 * @example id
                 * @enum {string}
                 */
                by: "id" | "email" | "phone" | "loyalty";
                /**
                 * @description The id, the e-mail, the phone number or the loyalty number itself.
                 * @example C-3310
                 */
                value: string;
                /**
                 * @description What an order or the customer file calls them.
                 * @example A. Lovelace
                 */
                name?: string;
                /**
                 * @description Orders that name a shared e-mail or phone number and are theirs.
                 * @example 2
                 */
                orders: number;
                /** @description E-mails and phone numbers of this customer that they share. */
                shared: {
                    /**
                     * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                     * @example phone
                     * @enum {string}
                     */
                    by: "id" | "email" | "phone" | "loyalty";
                    /**
                     * @description The id, the e-mail, the phone number or the loyalty number itself.
                     * @example +44 113 496 0000
                     */
                    value: string;
                    /**
                     * @description Of these orders, those that name it.
                     * @example 2
                     */
                    orders: number;
                    /**
                     * @description Whether the customer file names it.
                     * @example true
                     */
                    onFile: boolean;
                }[];
            }[];
            /** @description How much they ordered, and how often. */
            orders: {
                /**
                 * @description All that were counted.
                 * @example 7
                 */
                count: number;
                /**
                 * @description Of these, those of which something is still to leave.
                 * @example 1
                 */
                open: number;
                /**
                 * @description Of these, those that were cancelled whole or refused.
                 * @example 1
                 */
                cancelled: number;
                /**
                 * @description When the first was placed, UTC.
                 * @example 2025-06-14T10:02:00.000Z
                 */
                first?: string;
                /**
                 * @description When the last was placed, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                last?: string;
                /**
                 * @description Days between one and the next, on average; left out for fewer than two.
                 * @example 43.5
                 */
                everyDays?: number;
                /**
                 * @description There are older ones that nothing here counts.
                 * @example true
                 * @constant
                 */
                more?: true;
            };
            /** @description What they are worth, by currency. */
            value: {
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description What came due of orders that stand, in minor units of the currency.
                 * @example 31240
                 */
                ordered: number;
                /**
                 * @description What was taken, in minor units of the currency.
                 * @example 28770
                 */
                paid: number;
                /**
                 * @description What was given back, in minor units of the currency.
                 * @example 990
                 */
                refunded: number;
                /**
                 * @description What came due for an order that stands, on average, in minor units of the currency.
                 * @example 5207
                 */
                average: number;
            }[];
            /** @description Where they order, most often first. */
            channels: {
                /**
                 * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                 * @example web
                 */
                channel: string;
                /**
                 * @description Orders over it.
                 * @example 5
                 */
                orders: number;
            }[];
            /** @description Stores that they buy or collect at, most often first. */
            stores: {
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description Orders bought or collected there.
                 * @example 2
                 */
                orders: number;
            }[];
            /** @description What they order most, at most 20. */
            goods: {
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description What an order named it last.
                 * @example Blue mug
                 */
                name?: string;
                /**
                 * @description Units that were ordered and not cancelled.
                 * @example 9
                 */
                units: number;
                /**
                 * @description Of these, units that came back.
                 * @example 1
                 */
                returned: number;
                /**
                 * @description Orders that it is on.
                 * @example 4
                 */
                orders: number;
                /**
                 * @description When it was ordered last, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                last: string;
            }[];
            /** @description What comes back. */
            returns: {
                /**
                 * @description Orders of which something came back.
                 * @example 1
                 */
                orders: number;
                /**
                 * @description Units that came back.
                 * @example 1
                 */
                units: number;
                /**
                 * @description Units that had left.
                 * @example 12
                 */
                ofUnits: number;
            };
            /** @description The newest open orders, at most 10. */
            open: components["schemas"]["OrderRow"][];
            /** @description The newest orders, at most 10. */
            newest: components["schemas"]["OrderRow"][];
        };
        FeedEvent: {
            /**
             * @description Version of CloudEvents.
             * @example 1.0
             * @constant
             */
            specversion: "1.0";
            /**
             * @description Names the event, for ever: told again, it is the same.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            id: string;
            /**
             * @description Who tells it: a service of ours, or the system that sent the message.
             * @example tributary/order
             */
            source: string;
            /**
             * @description What happened; /asyncapi.json has the schema of `data` for each.
             * @example tributary.order.allocated.v1
             */
            type: string;
            /**
             * @description Its stream, such as `order-web.100045`.
             * @example order-web.100045
             */
            subject: string;
            /**
             * @description When it happened, UTC.
             * @example 2026-03-02T09:14:06.180Z
             */
            time: string;
            /**
             * @description Media type of `data`.
             * @example application/json
             * @constant
             */
            datacontenttype: "application/json";
            /**
             * @description Its place in its stream, from 1 without a gap: a number that is left out was not told.
             * @example 2
             */
            sequence: string;
            /**
             * @description When it was recorded, UTC: after `time` where it was told late.
             * @example 2026-03-02T09:14:06.184Z
             */
            recordedtime: string;
            /**
             * @description The service that recorded it; streams are named within it.
             * @example order
             * @enum {string}
             */
            service: "gateway" | "inventory" | "order" | "sourcing" | "repository";
            /**
             * @description What it is about, such as an order: events of one key and stream come in their order.
             * @example web.100045
             */
            partitionkey: string;
            /**
             * @description Ties together all that belongs to one business process; goes on to what follows from it.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            correlationid?: string;
            /**
             * @description Id of the event that this one follows from.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            causationid?: string;
            /**
             * @description Source of the message that it records, where it records one.
             * @example urn:shop:web
             */
            origin?: string;
            /**
             * @description Who did it, by the word of the source; shown beside the key that handed it in.
             * @example ann@shop.example
             */
            actor?: string;
            /**
             * @description Role and id of the key that handed it in, `<role>:<keyId>`.
             * @example integrator:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            submittedby?: string;
            /**
             * @description W3C Trace Context of its source, version 00.
             * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
             */
            traceparent?: string;
            /**
             * @description The trading day at the location, `2026-11-23`.
             * @example 2026-03-02
             */
            businessdate?: string;
            /**
             * @description IANA time zone of the location, `Europe/London`.
             * @example Europe/London
             */
            zone?: string;
            /**
             * @description Set on history that was loaded.
             * @example true
             * @constant
             */
            imported?: true;
            /** @description What happened, by its `type`: /asyncapi.json has the schema of each. */
            data: unknown;
            /**
             * @description Where the feed goes on after this, for `after`; it says nothing by itself, keep it as it is.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            cursor: string;
        };
        FeedLine: components["schemas"]["FeedEvent"] | components["schemas"]["FeedMark"];
        FeedMark: {
            /**
             * @description Where the feed goes on after this, for `after`; it says nothing by itself, keep it as it is.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            cursor: string;
        };
        WhatBecame: {
            /** @description The event itself. */
            event: {
                /**
                 * @description Version of CloudEvents.
                 * @example 1.0
                 * @constant
                 */
                specversion: "1.0";
                /**
                 * @description Names the event, for ever: told again, it is the same.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                id: string;
                /**
                 * @description Who tells it: a service of ours, or the system that sent the message.
                 * @example tributary/order
                 */
                source: string;
                /**
                 * @description What happened; /asyncapi.json has the schema of `data` for each.
                 * @example tributary.order.allocated.v1
                 */
                type: string;
                /**
                 * @description Its stream, such as `order-web.100045`.
                 * @example order-web.100045
                 */
                subject: string;
                /**
                 * @description When it happened, UTC.
                 * @example 2026-03-02T09:14:06.180Z
                 */
                time: string;
                /**
                 * @description Media type of `data`.
                 * @example application/json
                 * @constant
                 */
                datacontenttype: "application/json";
                /**
                 * @description Its place in its stream, from 1 without a gap: a number that is left out was not told.
                 * @example 2
                 */
                sequence: string;
                /**
                 * @description When it was recorded, UTC: after `time` where it was told late.
                 * @example 2026-03-02T09:14:06.184Z
                 */
                recordedtime: string;
                /**
                 * @description The service that recorded it; streams are named within it.
                 * @example order
                 * @enum {string}
                 */
                service: "gateway" | "inventory" | "order" | "sourcing" | "repository";
                /**
                 * @description What it is about, such as an order: events of one key and stream come in their order.
                 * @example web.100045
                 */
                partitionkey: string;
                /**
                 * @description Ties together all that belongs to one business process; goes on to what follows from it.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                correlationid?: string;
                /**
                 * @description Id of the event that this one follows from.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                causationid?: string;
                /**
                 * @description Source of the message that it records, where it records one.
                 * @example urn:shop:web
                 */
                origin?: string;
                /**
                 * @description Who did it, by the word of the source; shown beside the key that handed it in.
                 * @example ann@shop.example
                 */
                actor?: string;
                /**
                 * @description Role and id of the key that handed it in, `<role>:<keyId>`.
                 * @example integrator:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
                 */
                submittedby?: string;
                /**
                 * @description W3C Trace Context of its source, version 00.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
                /**
                 * @description The trading day at the location, `2026-11-23`.
                 * @example 2026-03-02
                 */
                businessdate?: string;
                /**
                 * @description IANA time zone of the location, `Europe/London`.
                 * @example Europe/London
                 */
                zone?: string;
                /**
                 * @description Set on history that was loaded.
                 * @example true
                 * @constant
                 */
                imported?: true;
                /** @description What happened, by its `type`: /asyncapi.json has the schema of each. */
                data: unknown;
            };
            /**
             * @description What became of it. Taken in, and nothing follows from it yet; facts follow from it; it changed nothing any more; it waits for something that was not told yet; a service could not apply it; or, of a message that was not taken in: it waits for somebody, was released, or put aside.
             * @example applied
             * @enum {string}
             */
            outcome: "accepted" | "applied" | "ignored" | "waiting" | "parked" | "quarantined" | "released" | "dismissed";
            /** @description What follows from it, and from that, in the order in which it was recorded; `causationid` names the cause of each. */
            consequences: {
                /**
                 * @description Version of CloudEvents.
                 * @example 1.0
                 * @constant
                 */
                specversion: "1.0";
                /**
                 * @description Names the event, for ever: told again, it is the same.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                id: string;
                /**
                 * @description Who tells it: a service of ours, or the system that sent the message.
                 * @example tributary/order
                 */
                source: string;
                /**
                 * @description What happened; /asyncapi.json has the schema of `data` for each.
                 * @example tributary.order.allocated.v1
                 */
                type: string;
                /**
                 * @description Its stream, such as `order-web.100045`.
                 * @example order-web.100045
                 */
                subject: string;
                /**
                 * @description When it happened, UTC.
                 * @example 2026-03-02T09:14:06.180Z
                 */
                time: string;
                /**
                 * @description Media type of `data`.
                 * @example application/json
                 * @constant
                 */
                datacontenttype: "application/json";
                /**
                 * @description Its place in its stream, from 1 without a gap: a number that is left out was not told.
                 * @example 2
                 */
                sequence: string;
                /**
                 * @description When it was recorded, UTC: after `time` where it was told late.
                 * @example 2026-03-02T09:14:06.184Z
                 */
                recordedtime: string;
                /**
                 * @description The service that recorded it; streams are named within it.
                 * @example order
                 * @enum {string}
                 */
                service: "gateway" | "inventory" | "order" | "sourcing" | "repository";
                /**
                 * @description What it is about, such as an order: events of one key and stream come in their order.
                 * @example web.100045
                 */
                partitionkey: string;
                /**
                 * @description Ties together all that belongs to one business process; goes on to what follows from it.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                correlationid?: string;
                /**
                 * @description Id of the event that this one follows from.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                causationid?: string;
                /**
                 * @description Source of the message that it records, where it records one.
                 * @example urn:shop:web
                 */
                origin?: string;
                /**
                 * @description Who did it, by the word of the source; shown beside the key that handed it in.
                 * @example ann@shop.example
                 */
                actor?: string;
                /**
                 * @description Role and id of the key that handed it in, `<role>:<keyId>`.
                 * @example integrator:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
                 */
                submittedby?: string;
                /**
                 * @description W3C Trace Context of its source, version 00.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
                /**
                 * @description The trading day at the location, `2026-11-23`.
                 * @example 2026-03-02
                 */
                businessdate?: string;
                /**
                 * @description IANA time zone of the location, `Europe/London`.
                 * @example Europe/London
                 */
                zone?: string;
                /**
                 * @description Set on history that was loaded.
                 * @example true
                 * @constant
                 */
                imported?: true;
                /** @description What happened, by its `type`: /asyncapi.json has the schema of each. */
                data: unknown;
            }[];
            /**
             * @description Set where more than ten thousand events came after it, of which the first were looked through.
             * @example true
             * @constant
             */
            isPartial?: true;
        };
        DismissedMessage: {
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description It is put aside.
             * @example dismissed
             * @constant
             */
            state: "dismissed";
        };
        DismissedMessages: {
            /**
             * @description How many were put aside now.
             * @example 1000
             */
            dismissed: number;
            /**
             * @description Whether there are more than were put aside at once: ask again.
             * @example true
             */
            more: boolean;
        };
        ImportLine: {
            /**
             * @description It goes on.
             * @example progress
             * @constant
             */
            kind: "progress";
            /** @description How far it is. */
            counts: {
                /**
                 * @description Rows or lines read so far.
                 * @example 1000
                 */
                rows: number;
                /**
                 * @description Messages that were taken in.
                 * @example 941
                 */
                accepted: number;
                /**
                 * @description Messages that were taken in before.
                 * @example 12
                 */
                duplicates: number;
                /**
                 * @description Messages that were kept and not applied.
                 * @example 3
                 */
                quarantined: number;
            };
        } | {
            /**
             * @description It is read to its end.
             * @example done
             * @constant
             */
            kind: "done";
            /** @description What became of it. */
            counts: {
                /**
                 * @description Rows or lines read so far.
                 * @example 1000
                 */
                rows: number;
                /**
                 * @description Messages that were taken in.
                 * @example 941
                 */
                accepted: number;
                /**
                 * @description Messages that were taken in before.
                 * @example 12
                 */
                duplicates: number;
                /**
                 * @description Messages that were kept and not applied.
                 * @example 3
                 */
                quarantined: number;
            };
            /** @description Rows read, applied and skipped, with reasons, and its money reconciled, as its format has them. */
            report: {
                [key: string]: unknown;
            };
        } | {
            /**
             * @description It ended before; sent again, what was taken in counts once.
             * @example failed
             * @constant
             */
            kind: "failed";
            /** @description Why. */
            problem: components["schemas"]["ProblemDocument"];
        };
        InboxMessage: {
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description It could not be taken in, or is money in another currency than its order’s; it was taken in, and a service cannot apply it; somebody put it aside; or it went on its way.
             * @example quarantined
             * @enum {string}
             */
            state: "quarantined" | "parked" | "dismissed" | "released";
            /**
             * @description Why it is here, for programs.
             * @example invalid-data
             */
            code: string;
            /**
             * @description Why it is here, in words for people.
             * @example /data/lines/0/quantity: This has to be more than 0.
             */
            reason: string;
            /** @description What is wrong with it, place by place. */
            faults: {
                /**
                 * @description Where it is: a JSON pointer (RFC 6901).
                 * @example /data/lines/0/quantity
                 */
                pointer: string;
                /**
                 * @description What is wrong there, and what to do about it.
                 * @example This has to be more than 0.
                 */
                message: string;
                /** @description What may stand there, where it is one of a few texts. */
                allowed?: string[];
                /**
                 * @description The kind of JSON value that stands there, where it is one of these.
                 * @example number
                 * @enum {string}
                 */
                expected?: "string" | "number" | "boolean";
            }[];
            /**
             * @description The system that sent it, where it says so.
             * @example urn:shop:web
             */
            source?: string;
            /**
             * @description What it calls itself, where it says so.
             * @example tributary.order.captured.v1
             */
            type?: string;
            /**
             * @description When it came here, UTC.
             * @example 2026-03-02T09:14:06.120Z
             */
            receivedAt: string;
            /**
             * @description The message as it came, or how it begins; under an id of its own where it was taken in before (`other-currency`); left out for a parked one, which stays in the log.
             * @example {"specversion":"1.0","id":"order-100046","source":"urn:shop:web","type":"tributary.order.captured.v1","data":{
             */
            raw?: string;
            /**
             * @description In a list, where it is longer than `raw` shows: its length in UTF-16 code units.
             * @example 2310
             */
            rawLength?: number;
            /** @description What it was, where it was too large to be kept. */
            whole?: {
                /**
                 * @description Its length in UTF-8.
                 * @example 1204331
                 */
                bytes: number;
                /**
                 * @description SHA-256 of these bytes, hexadecimal.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: string;
            };
            /** @description Who put it aside, when and why; kept when it is released later. */
            dismissed?: {
                /**
                 * @description Who did, `<role>:<keyId>`.
                 * @example ops:3f1b8c52-7a7e-4f1d-9c55-0a4be5d2f7aa
                 */
                by: string;
                /**
                 * @description When, UTC.
                 * @example 2026-03-02T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description Why, in words for people.
                 * @example A test of the shop.
                 */
                reason: string;
            };
            /** @description Who sent it on its way, when, and what they corrected. */
            released?: {
                /**
                 * @description Who did, `<role>:<keyId>`; left out for a parked one, which its service applied.
                 * @example ops:3f1b8c52-7a7e-4f1d-9c55-0a4be5d2f7aa
                 */
                by?: string;
                /**
                 * @description When, UTC.
                 * @example 2026-03-02T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description The event that it was taken in as: `GET /v1/events/{eventId}` follows it.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                eventId: string;
                /**
                 * @description Why, in words for people, where that was said.
                 * @example The shop sent it by an old version.
                 */
                reason?: string;
                /** @description What was corrected, the first 50 places; left out where it was taken in as it came. */
                corrections?: {
                    /**
                     * @description Where it is: a JSON pointer (RFC 6901); empty for the message as a whole.
                     * @example /data/lines/0/quantity
                     */
                    pointer: string;
                    /**
                     * @description What stood there, as JSON; left out where nothing did. A long value ends in `…`.
                     * @example 0
                     */
                    before?: string;
                    /**
                     * @description What stands there now, as JSON; left out where nothing does. A long value ends in `…`.
                     * @example 2
                     */
                    after?: string;
                }[];
            };
            /** @description Where a parked message lies. */
            parked?: {
                /**
                 * @description The consumer group that could not handle it.
                 * @example repository-orders
                 */
                group: string;
                /**
                 * @description Of the bus; left out where the log is the bus.
                 * @example tributary.order.v1:4:3f9c2a1e
                 */
                partition?: string;
                /**
                 * @description Of the message in that partition.
                 * @example 9120
                 */
                position: number;
                /**
                 * @description Id of the event.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                eventId: string;
            };
        };
        InboxMessages: {
            /** @description Messages, newest first. */
            items: components["schemas"]["InboxMessage"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
            /**
             * @description How many wait for a person, counted up to 200.
             * @example 1
             */
            open: number;
        };
        IntakeWarning: {
            /**
             * @description What is unusual, for programs.
             * @example unknown-location
             * @enum {string}
             */
            code: "unknown-location" | "unknown-sku";
            /**
             * @description Where in the message: a JSON pointer (RFC 6901).
             * @example /data/lines/1/pickupAt
             */
            pointer: string;
            /**
             * @description What it means, and what to do about it.
             * @example No location york is defined: nothing there can be sold. Define it by tributary.location.updated.v1, or PUT /v1/locations/{id}.
             */
            message: string;
        };
        MessageResult: {
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description It is recorded.
             * @example done
             * @constant
             */
            outcome: "done";
        } | {
            /**
             * @description Names the message here.
             * @example 5d3b6f0a-2c1e-5b8d-8e7f-60718293a4b5
             */
            messageId: string;
            /**
             * @description It was as it is wanted before; it cannot be done; or it is not known whether it was recorded: ask again.
             * @example refused
             * @enum {string}
             */
            outcome: "nothing-to-do" | "refused" | "unknown";
            /**
             * @description Why, for programs, as for this message alone: `invalid-data`, `not-found` …
             * @example invalid-data
             */
            code: string;
            /**
             * @description Why, in words for people.
             * @example The data does not fit tributary.order.captured.v1.
             */
            detail: string;
            /** @description What is still wrong with it, place by place. */
            errors?: {
                /**
                 * @description Where it is: a JSON pointer (RFC 6901).
                 * @example /data/lines/0/quantity
                 */
                pointer: string;
                /**
                 * @description What is wrong there, and what to do about it.
                 * @example This has to be more than 0.
                 */
                message: string;
                /** @description What may stand there, where it is one of a few texts. */
                allowed?: string[];
                /**
                 * @description The kind of JSON value that stands there, where it is one of these.
                 * @example number
                 * @enum {string}
                 */
                expected?: "string" | "number" | "boolean";
            }[];
        };
        MessageResults: {
            /** @description One for each message, in the order in which they were named. */
            results: components["schemas"]["MessageResult"][];
        };
        ReleasedMessage: {
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description `released`; with `dryRun`, the state it is still in.
             * @example released
             * @enum {string}
             */
            state: "quarantined" | "parked" | "dismissed" | "released";
            /** @description The event as it is taken in; left out for a parked one. */
            event?: {
                /**
                 * @description The `id` that its sender gave it.
                 * @example order-100046
                 */
                id: string;
                /**
                 * @description The system that sent it.
                 * @example urn:shop:web
                 */
                source: string;
                /**
                 * @description What happened.
                 * @example tributary.shipment.delivered.v1
                 */
                type: string;
                /**
                 * @description When it happened, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                time: string;
                /** @description Its data by its `type`. */
                data: unknown;
                /**
                 * @description Messages with the same key are handled in the order they came.
                 * @example web.100045
                 */
                key: string;
                /** @description What else it says of itself, as CloudEvents attributes. */
                attributes: {
                    [key: string]: unknown;
                };
            };
        };
        TakenMessage: {
            /**
             * @description It is recorded; or it was before, and counts once.
             * @example accepted
             * @enum {string}
             */
            status: "accepted" | "duplicate";
            /**
             * @description Names the message here.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            messageId: string;
            /**
             * @description The `id` that its sender gave it.
             * @example order-100045
             */
            id: string;
            /** @description What its sender should look at; left out when there is nothing. */
            warnings?: components["schemas"]["IntakeWarning"][];
        } | {
            /**
             * @description It is kept, and not applied: somebody corrects it, or dismisses it.
             * @example quarantined
             * @constant
             */
            status: "quarantined";
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description The `id` that its sender gave it, where it could be read.
             * @example order-100046
             */
            id?: string;
            /**
             * @description Why, for programs: `unknown-type`, `invalid-data`, `id-reused` …
             * @example invalid-data
             */
            code: string;
            /**
             * @description Why, in words for people.
             * @example /data/lines/0/quantity: This has to be more than 0.
             */
            reason: string;
            /** @description What is wrong with it, place by place. */
            errors: {
                /**
                 * @description Where it is: a JSON pointer (RFC 6901).
                 * @example /data/lines/0/quantity
                 */
                pointer: string;
                /**
                 * @description What is wrong there, and what to do about it.
                 * @example This has to be more than 0.
                 */
                message: string;
                /** @description What may stand there, where it is one of a few texts. */
                allowed?: string[];
                /**
                 * @description The kind of JSON value that stands there, where it is one of these.
                 * @example number
                 * @enum {string}
                 */
                expected?: "string" | "number" | "boolean";
            }[];
        };
        TakenMessages: {
            /** @description One for each message, in their order. */
            results: components["schemas"]["TakenMessage"][];
        };
        UnknownName: {
            /**
             * @description What it names.
             * @example location
             * @enum {string}
             */
            kind: "location" | "sku";
            /**
             * @description The name.
             * @example york
             */
            name: string;
            /**
             * @description Where in the message that used it first: a JSON pointer.
             * @example /data/lines/1/pickupAt
             */
            pointer: string;
            /**
             * @description The message that used it first.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description Type of that message.
             * @example tributary.order.captured.v1
             */
            messageType: string;
            /**
             * @description The system that sent it.
             * @example urn:shop:web
             */
            source: string;
            /**
             * @description When it was used first, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            since: string;
        };
        UnknownNames: {
            /** @description Names, first used first; a page may be shorter than asked for. */
            items: components["schemas"]["UnknownName"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        ExplainedMoney: {
            /** @description What moved its money, in the order that it was recorded. */
            items: components["schemas"]["MoneyStep"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Version of the order that this explains.
             * @example 14
             */
            rev: number;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description All of it together. */
            sums: {
                /**
                 * @description What is due for what stands of the order, less what was given back for returned goods, in minor units of the currency.
                 * @example 3780
                 */
                due: number;
                /**
                 * @description What was taken, in minor units of the currency.
                 * @example 4670
                 */
                captured: number;
                /**
                 * @description What was given back, in minor units of the currency.
                 * @example 890
                 */
                refunded: number;
                /**
                 * @description Of that, what was more than was owed: nobody owes it, in minor units of the currency.
                 * @example 0
                 */
                goodwill: number;
                /**
                 * @description What is owed: `due − captured + refunded − goodwill`, still to be paid; below zero, owed to the customer, in minor units of the currency.
                 * @example 0
                 */
                owed: number;
            };
        };
        MoneyStep: {
            /**
             * @description Id of the event.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId: string;
            /**
             * @description What happened, e.g. `tributary.order.payment-captured.v1`.
             * @example tributary.order.placed.v2
             */
            type: string;
            /**
             * @description When it happened, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            at: string;
            /**
             * @description What happened, in a sentence for people.
             * @example Placed
             */
            what: string;
            /**
             * @description What it made due more; below zero, less, in minor units of the currency.
             * @example 4670
             */
            due: number;
            /**
             * @description What it took, in minor units of the currency.
             * @example 0
             */
            captured: number;
            /**
             * @description What it gave back, in minor units of the currency.
             * @example 0
             */
            refunded: number;
            /**
             * @description By how much more was then given back than was owed; below zero, where it made something of that owed after all, in minor units of the currency.
             * @example 0
             */
            goodwill: number;
            /**
             * @description What is owed after it; below zero, owed to the customer, in minor units of the currency.
             * @example 4670
             */
            owed: number;
        };
        NetworkLocation: {
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            locationId: string;
            /**
             * @description What people call it.
             * @example Leeds, Briggate
             */
            name: string;
            /**
             * @description What kind of location it is.
             * @example store
             * @enum {string}
             */
            kind: "store" | "warehouse" | "drop-shipper";
            /** @description Where it is. */
            address: {
                /**
                 * @description Of the person or the firm there.
                 * @example Tributary Leeds
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 40 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            };
            /**
             * @description IANA time zone, `Europe/London`.
             * @example Europe/London
             */
            zone?: string;
            /** @description What it can do for an order: send goods, hand over goods that are collected. */
            capabilities: ("ship" | "pickup")[];
            /**
             * @description False where nothing is sold from it for now.
             * @example true
             */
            active?: boolean;
        };
        NetworkLocations: {
            /** @description Locations by id. */
            items: components["schemas"]["NetworkLocation"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        RuleSets: {
            /** @description The rule set in force. */
            items: {
                /**
                 * @description Names the rule set.
                 * @example default
                 */
                ruleSetId: string;
                /**
                 * @description The how-manieth text of it, from 1.
                 * @example 3
                 */
                version: number;
                /**
                 * @description What people call it.
                 * @example Nearest first
                 */
                name: string;
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /** @description What a plan has to keep to. */
                constraints: {
                    /** @description Units of each SKU that a location keeps back from orders that are sent, by its kind. */
                    keepBack: {
                        /**
                         * @description At stores.
                         * @example 1
                         */
                        store: number;
                        /**
                         * @description At warehouses.
                         * @example 0
                         */
                        warehouse: number;
                        /**
                         * @description At drop-shippers.
                         * @example 0
                         */
                        "drop-shipper": number;
                    };
                    /**
                     * @description Kilometres; no location further away serves.
                     * @example 800
                     */
                    maxDistanceKm?: number;
                    /** @description Locations that serve no order. */
                    excludedLocations: string[];
                    /**
                     * @description Locations that may share one order.
                     * @example 3
                     */
                    maxFulfilments: number;
                };
                /** @description What a plan costs: the cheapest wins. */
                costs: {
                    /**
                     * @description Minor units a package.
                     * @example 350
                     */
                    package: number;
                    /** @description Minor units for handling a unit, by kind of location. */
                    perUnit: {
                        /**
                         * @description At stores.
                         * @example 60
                         */
                        store: number;
                        /**
                         * @description At warehouses.
                         * @example 35
                         */
                        warehouse: number;
                        /**
                         * @description At drop-shippers.
                         * @example 90
                         */
                        "drop-shipper": number;
                    };
                    /**
                     * @description Per package and kilometre, in hundredths of a minor unit.
                     * @example 120
                     */
                    perKilometre: number;
                    /**
                     * @description Kilometres that are assumed when a distance is not known.
                     * @example 300
                     */
                    unknownDistanceKm: number;
                };
            }[];
        };
        SourcingDecision: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /** @description What was to be sourced. */
            request: {
                /**
                 * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                 * @example web
                 */
                channel: string;
                /**
                 * Format: date-time
                 * @description When it was ordered: who was promised first is served first; not in events from before orders queued for stock.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                placedAt?: string;
                /**
                 * @description When stock is short: the missing lines wait, or the whole order is refused.
                 * @example backorder
                 * @enum {string}
                 */
                whenShort: "backorder" | "reject";
                /** @description Where it is to be sent, as far as that matters. */
                shipTo?: {
                    /**
                     * @description ISO 3166-1 alpha-2, as far as it was told so.
                     * @example GB
                     */
                    country?: string;
                    /**
                     * @description Postal code, as it is written there.
                     * @example LS1 6HD
                     */
                    postalCode?: string;
                    /** @description Where that is. */
                    coordinates?: {
                        /**
                         * @description Degrees north of the equator, WGS 84.
                         * @example 53.797
                         */
                        latitude: number;
                        /**
                         * @description Degrees east of Greenwich, WGS 84.
                         * @example -1.542
                         */
                        longitude: number;
                    };
                    /**
                     * @description The coordinates are the middle of the postal area: the address told none.
                     * @constant
                     */
                    locatedBy?: "postal-code";
                };
                /** @description What is to be served. */
                lines: {
                    /**
                     * @description The line of the order.
                     * @example 1
                     */
                    lineId: string;
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description Units that are to be served.
                     * @example 2
                     */
                    quantity: number;
                    /**
                     * @description How it reaches the customer: sent, collected at a location, or taken along at once.
                     * @example ship
                     * @enum {string}
                     */
                    method: "ship" | "pickup" | "carry-out";
                    /**
                     * @description The location where a `pickup` line is collected.
                     * @example york
                     */
                    pickupAt?: string;
                }[];
            };
            /**
             * @description Names the decision, `<orderId>/<attempt>`.
             * @example web.100045/1
             */
            decisionId: string;
            /**
             * @description The how-manieth decision for the order it is, from 1.
             * @example 1
             */
            attempt: number;
            /**
             * @description What made it necessary.
             * @example placed
             * @enum {string}
             */
            cause: "placed" | "refused" | "allocation-lost" | "short-pick" | "backorder" | "pickup-decided" | "released" | "changed";
            /**
             * @description The refused decision that this one takes the place of; not in events from before it was named.
             * @example web.100045/1
             */
            answers?: string;
            /** @description The rules it was taken by. */
            ruleSet: {
                /**
                 * @description Names the rule set.
                 * @example default
                 */
                ruleSetId: string;
                /**
                 * @description The text of it that was in force.
                 * @example 3
                 */
                version: number;
            };
            /**
             * @description All lines are served, some of them, or none; or it is decided later, the order being held.
             * @example planned
             * @enum {string}
             */
            outcome: "planned" | "partly-planned" | "unsourceable" | "deferred";
            /** @description Who serves what. */
            fulfilments: {
                /**
                 * @description One location’s part of the order.
                 * @example S1-leeds
                 */
                fulfilmentId: string;
                /**
                 * @description The location that serves it.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description How it reaches the customer: sent, collected at a location, or taken along at once.
                 * @example ship
                 * @enum {string}
                 */
                method: "ship" | "pickup" | "carry-out";
                /** @description What it serves. */
                lines: {
                    /**
                     * @description The line of the order.
                     * @example 1
                     */
                    lineId: string;
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description Units, a whole number.
                     * @example 2
                     */
                    quantity: number;
                }[];
            }[];
            /** @description What nobody serves. */
            unsourced: {
                /**
                 * @description The line of the order.
                 * @example 2
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Why, in words for people.
                 * @example not enough stock in the network
                 */
                reason: string;
            }[];
            /** @description What the plan costs by the rules. */
            cost: {
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Minor units in all.
                 * @example 471
                 */
                total: number;
                /**
                 * @description Of these, for packages.
                 * @example 350
                 */
                packages: number;
                /**
                 * @description Of these, for handling units.
                 * @example 120
                 */
                units: number;
                /**
                 * @description Of these, for the road.
                 * @example 1
                 */
                distance: number;
            };
            /** @description The locations that serve, those that came closest, and the nearest that may not serve. */
            candidates: {
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description It serves; it could alone, at the same cost or at a higher one; it has not all of what is asked for, and the plan needs none of it; or it may not. Incomplete and tied ones are called costlier in events from before they were told apart.
                 * @example chosen
                 * @enum {string}
                 */
                verdict: "chosen" | "tied" | "costlier" | "incomplete" | "excluded";
                /**
                 * @description Why a location lost.
                 * @example would cost 5.57 EUR alone
                 */
                reason?: string;
                /**
                 * @description Kilometres to the customer, where that is known.
                 * @example 0.4
                 */
                distanceKm?: number;
                /**
                 * @description What it would cost if this location served everything alone, in minor units of the currency of the rules; of one that is costlier or tied.
                 * @example 557
                 */
                planCost?: number;
                /** @description Units it could sell of each asked line at that moment; a line left out is one of a long order that it had nothing of. */
                stock: {
                    [key: string]: number;
                };
            }[];
            /** @description How many others lost for which reason; not in events from before they were counted, nor where all are candidates. */
            others?: {
                /**
                 * @description What is said of each of them; as of a candidate.
                 * @example costlier
                 * @enum {string}
                 */
                verdict: "tied" | "costlier" | "incomplete" | "excluded";
                /**
                 * @description Why they lost.
                 * @example would cost more
                 */
                reason: string;
                /**
                 * @description How many they are.
                 * @example 7
                 */
                locations: number;
            }[];
            /** @description Locations that were not asked: they refused or failed before. */
            excluded: string[];
            /**
             * @description When it was taken, UTC.
             * @example 2026-03-02T09:14:06.020Z
             */
            decidedAt: string;
        };
        SourcingDecisions: {
            /** @description Decisions, in the order they were taken. */
            items: components["schemas"]["SourcingDecision"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        SourcingOutlook: {
            /** @description The rules it was taken by. */
            ruleSet: {
                /**
                 * @description Names the rule set.
                 * @example default
                 */
                ruleSetId: string;
                /**
                 * @description The text of it that was in force.
                 * @example 3
                 */
                version: number;
            };
            /** @description What nobody serves. */
            unsourced: {
                /**
                 * @description The line of the order.
                 * @example 2
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Why, in words for people.
                 * @example not enough stock in the network
                 */
                reason: string;
            }[];
            /** @description What the plan costs by the rules. */
            cost: {
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Minor units in all.
                 * @example 471
                 */
                total: number;
                /**
                 * @description Of these, for packages.
                 * @example 350
                 */
                packages: number;
                /**
                 * @description Of these, for handling units.
                 * @example 120
                 */
                units: number;
                /**
                 * @description Of these, for the road.
                 * @example 1
                 */
                distance: number;
            };
            /** @description The locations that serve, those that came closest, and the nearest that may not serve. */
            candidates: {
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description It serves; it could alone, at the same cost or at a higher one; it has not all of what is asked for, and the plan needs none of it; or it may not. Incomplete and tied ones are called costlier in events from before they were told apart.
                 * @example chosen
                 * @enum {string}
                 */
                verdict: "chosen" | "tied" | "costlier" | "incomplete" | "excluded";
                /**
                 * @description Why a location lost.
                 * @example would cost 5.57 EUR alone
                 */
                reason?: string;
                /**
                 * @description Kilometres to the customer, where that is known.
                 * @example 0.4
                 */
                distanceKm?: number;
                /**
                 * @description What it would cost if this location served everything alone, in minor units of the currency of the rules; of one that is costlier or tied.
                 * @example 557
                 */
                planCost?: number;
                /** @description Units it could sell of each asked line at that moment; a line left out is one of a long order that it had nothing of. */
                stock: {
                    [key: string]: number;
                };
            }[];
            /** @description How many others lost for which reason; not in events from before they were counted, nor where all are candidates. */
            others?: {
                /**
                 * @description What is said of each of them; as of a candidate.
                 * @example costlier
                 * @enum {string}
                 */
                verdict: "tied" | "costlier" | "incomplete" | "excluded";
                /**
                 * @description Why they lost.
                 * @example would cost more
                 */
                reason: string;
                /**
                 * @description How many they are.
                 * @example 7
                 */
                locations: number;
            }[];
            /**
             * @description All of it could be served now, some of it, or nothing.
             * @example planned
             * @enum {string}
             */
            outcome: "planned" | "partly-planned" | "unsourceable";
            /** @description Which location would serve what. */
            serves: {
                /**
                 * @description The location that serves it.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description How it reaches the customer: sent, collected at a location, or taken along at once.
                 * @example ship
                 * @enum {string}
                 */
                method: "ship" | "pickup" | "carry-out";
                /** @description What it serves. */
                lines: {
                    /**
                     * @description The line of the order.
                     * @example 1
                     */
                    lineId: string;
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description Units, a whole number.
                     * @example 2
                     */
                    quantity: number;
                }[];
            }[];
        };
        ApprovalLimitsAnswer: {
            /** @description Customer service. */
            csr?: {
                /**
                 * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                 * @example 30
                 */
                price: number;
                /**
                 * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                 * @example 20
                 */
                discount: number;
            };
            /** @description Systems that change orders. */
            integrator?: {
                /**
                 * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                 * @example 100
                 */
                price: number;
                /**
                 * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                 * @example 100
                 */
                discount: number;
            };
            /** @description Supervisors of customer service: what is above goes to ops. */
            supervisor?: {
                /**
                 * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                 * @example 60
                 */
                price: number;
                /**
                 * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                 * @example 50
                 */
                discount: number;
            };
        };
        AskedRefund: {
            /**
             * @description Names the refund within its order.
             * @example RR-14-1
             */
            refundId: string;
            /**
             * @description The payment that is to give it back, or did.
             * @example P-1
             */
            paymentId: string;
            /**
             * @description What is to be given back; once it is issued, what was, in minor units of the currency.
             * @example 300
             */
            amount: number;
            /**
             * @description How far it is: money moved only where it is issued; one that failed may be asked for again.
             * @example requested
             * @enum {string}
             */
            status: "requested" | "issued" | "failed";
            /**
             * @description Why it was asked for, in words for people.
             * @example One mug was chipped.
             */
            reason: string;
            /**
             * @description It is a gift: more than was owed to the customer.
             * @example true
             * @constant
             */
            goodwill?: true;
        };
        ChangePreview: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 14
             */
            rev: number;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Changes that cannot be made; while there are any, none is. */
            blocked: {
                /**
                 * @description JSON pointer to the change; empty where it is about the order.
                 * @example /changes/0
                 */
                pointer: string;
                /**
                 * @description Why it cannot be made, for programs.
                 * @example already-gone
                 */
                code: string;
                /**
                 * @description Why it cannot be made, in words for people.
                 * @example Of line 1 0 can be taken out; the others have left.
                 */
                reason: string;
            }[];
            /** @description Lines that would be different. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /** @description Units that are wanted. */
                quantity: {
                    /**
                     * @description Units that are wanted now; 0 for a line that joins.
                     * @example 2
                     */
                    before: number;
                    /**
                     * @description Units that would be wanted.
                     * @example 3
                     */
                    after: number;
                };
                /**
                 * @description Price of one unit in major units of the currency.
                 * @example 9.90
                 */
                unitPrice: string;
                /** @description Its money. */
                due: {
                    /**
                     * @description What is due for it, as it is, in minor units of the currency.
                     * @example 1980
                     */
                    before: number;
                    /**
                     * @description What is due for it, as it would be, in minor units of the currency.
                     * @example 2970
                     */
                    after: number;
                };
            }[];
            /** @description All its money. */
            due: {
                /**
                 * @description What is due for the order, before returns, as it is, in minor units of the currency.
                 * @example 4670
                 */
                before: number;
                /**
                 * @description What is due for the order, before returns, as it would be, in minor units of the currency.
                 * @example 5660
                 */
                after: number;
            };
            /**
             * @description What would be due more; below zero, less, in minor units of the currency.
             * @example 990
             */
            difference: number;
            /** @description Units that would be sourced; `POST /v1/sourcing/outlook` says from where they would come. */
            toSource: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description How it reaches the customer: sent, collected at a location, or taken along at once.
                 * @example ship
                 * @enum {string}
                 */
                method: "ship" | "pickup" | "carry-out";
                /**
                 * @description Where a `pickup` line would be collected.
                 * @example york
                 */
                pickupAt?: string;
            }[];
            /** @description Lines that would be promised for another moment. */
            promises: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * Format: date-time
                 * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                 * @example 2026-03-05T16:00:00.000Z
                 */
                promisedBy: string;
            }[];
            /** @description Units that locations would not hold any more. */
            release: {
                /**
                 * @description Names the line within its order.
                 * @example 2
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Where they are held.
                 * @example york
                 */
                location: string;
            }[];
        };
        ChangeProposal: {
            /**
             * @description Names the proposal, one of its order.
             * @example CP-1
             */
            proposalId: string;
            /** @description What is to be different. */
            asked: {
                /** @description What is to be different. */
                changes: ({
                    /**
                     * @description A good more.
                     * @example add-line
                     * @constant
                     */
                    kind: "add-line";
                    /** @description The line that joins, under an id that the order does not have. */
                    line: {
                        /**
                         * @description Names the line within its order.
                         * @example 3
                         */
                        lineId: string;
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example MUG-BLUE
                         */
                        sku: string;
                        /**
                         * @description What the customer saw the good called.
                         * @example Blue mug
                         */
                        name?: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 9.90
                         */
                        unitPrice: string;
                        /**
                         * @description How the line reaches the customer; sent where it is left out.
                         * @example ship
                         * @enum {string}
                         */
                        method?: "ship" | "pickup";
                        /**
                         * @description The location where a `pickup` line is collected.
                         * @example york
                         */
                        pickupAt?: string;
                        /**
                         * Format: date-time
                         * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                         * @example 2026-03-05T16:00:00.000Z
                         */
                        promisedBy?: string;
                        /** @description What the retailer says of the line beside. */
                        attributes?: {
                            [key: string]: string | number | boolean;
                        };
                    };
                } | {
                    /**
                     * @description Other units of a line; 0 takes it out.
                     * @example set-quantity
                     * @constant
                     */
                    kind: "set-quantity";
                    /**
                     * @description The line of the order.
                     * @example 1
                     */
                    lineId: string;
                    /**
                     * @description Units that are wanted from now on, those that left among them, cancelled ones not.
                     * @example 3
                     */
                    quantity: number;
                } | {
                    /**
                     * @description Another price, for all units of a line.
                     * @example set-price
                     * @constant
                     */
                    kind: "set-price";
                    /**
                     * @description The line of the order.
                     * @example 1
                     */
                    lineId: string;
                    /**
                     * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                     * @example 8.90
                     */
                    unitPrice: string;
                    /**
                     * @description Why it costs more or less, in words for people.
                     * @example The price of the catalogue.
                     */
                    reason: string;
                } | {
                    /**
                     * @description What is still open of a line is sent, or is collected.
                     * @example set-method
                     * @constant
                     */
                    kind: "set-method";
                    /**
                     * @description The line of the order.
                     * @example 2
                     */
                    lineId: string;
                    /**
                     * @description How it reaches the customer from now on.
                     * @example ship
                     * @enum {string}
                     */
                    method: "ship" | "pickup";
                    /**
                     * @description The location where it is collected.
                     * @example york
                     */
                    pickupAt?: string;
                } | {
                    /**
                     * @description The customer was promised another moment.
                     * @example set-promise
                     * @constant
                     */
                    kind: "set-promise";
                    /**
                     * @description The line of the order; left out, every line that has open units.
                     * @example 3
                     */
                    lineId?: string;
                    /**
                     * Format: date-time
                     * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                     * @example 2026-03-05T16:00:00.000Z
                     */
                    promisedBy: string;
                } | {
                    /**
                     * @description Attributes of the order, or of a line.
                     * @example set-attributes
                     * @constant
                     */
                    kind: "set-attributes";
                    /**
                     * @description The line of the order; left out for the order itself.
                     * @example 3
                     */
                    lineId?: string;
                    /** @description Attributes as they are now, by name; null where there is none any more. */
                    attributes: {
                        [key: string]: (string | number | boolean) | null;
                    };
                } | {
                    /**
                     * @description It is sent to another address.
                     * @example deliver-to
                     * @constant
                     */
                    kind: "deliver-to";
                    /** @description Where it is sent now. */
                    shipTo: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Medora Leigh
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 3 Park Row
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 5HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.798
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.547
                             */
                            longitude: number;
                        };
                    };
                } | {
                    /**
                     * @description Who bought, and how they are reached.
                     * @example contact
                     * @constant
                     */
                    kind: "contact";
                    /** @description In the place of what was known. */
                    customer: {
                        /**
                         * @description What the customer file calls the customer; left out for a guest.
                         * @example C-2041
                         */
                        id?: string;
                        /**
                         * @description Full name.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                         * @example ada@example.com
                         */
                        email?: string;
                        /**
                         * @description Phone number, as it was told.
                         * @example +44 113 496 0000
                         */
                        phone?: string;
                    };
                } | {
                    /**
                     * @description A charge, or a discount, of the whole order.
                     * @example add-charge
                     * @constant
                     */
                    kind: "add-charge";
                    /** @description What joins: positive is charged, negative is given. */
                    charge: {
                        /**
                         * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                         * @example voucher
                         */
                        code: string;
                        /**
                         * @description What the customer saw it called.
                         * @example For the delay
                         */
                        name?: string;
                        /**
                         * @description Minor units: positive is charged, negative is given back.
                         * @example -200
                         */
                        amount: number;
                    };
                } | {
                    /**
                     * @description Another note.
                     * @example note
                     * @constant
                     */
                    kind: "note";
                    /**
                     * @description In the place of what was written with the order.
                     * @example Please wrap all of it.
                     */
                    note: string;
                })[];
                /**
                 * @description Why, in words for people.
                 * @example She called.
                 */
                reason?: string;
            };
            /** @description What is above the limits, in words for people. */
            because: string[];
            /**
             * @description What would be due more; below zero, less, in minor units of the currency.
             * @example -450
             */
            difference: number;
            /**
             * @description When it was proposed, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            at: string;
        };
        DeclaredAttributesAnswer: {
            /** @description Attributes of orders and of lines. */
            attributes: {
                /**
                 * @description What the attribute is called: `gift-wrap`, `engraving`.
                 * @example gift-wrap
                 */
                name: string;
                /**
                 * @description Whether orders have it, or lines.
                 * @example order
                 * @enum {string}
                 */
                on: "order" | "line";
                /**
                 * @description What its values are; a `choice` is one of its `values`.
                 * @example choice
                 * @enum {string}
                 */
                type: "text" | "integer" | "boolean" | "date" | "choice";
                /** @description What there is to choose; of a `choice`, and of nothing else. */
                values?: string[];
                /**
                 * @description What people call it; its name where left out.
                 * @example Gift wrap
                 */
                label?: string;
            }[];
        };
        FoundOrder: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
             * @example web
             */
            channel: string;
            /**
             * @description What the channel calls the order; unique within the channel.
             * @example 100045
             */
            number: string;
            /**
             * @description An order of a channel, or a sale at a till.
             * @example order
             * @enum {string}
             */
            kind: "order" | "sale";
            /**
             * @description How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.
             * @example needs-decision
             * @enum {string}
             */
            status: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
            /**
             * @description When the customer ordered, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            placedAt: string;
            /**
             * @description When something last happened to it, UTC.
             * @example 2026-03-10T15:20:00.000Z
             */
            updatedAt: string;
            /** @description Who bought. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
            };
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /**
             * @description Lines and charges, without what was cancelled, in minor units of the currency.
             * @example 4670
             */
            total: number;
            /**
             * @description How many lines it has.
             * @example 2
             */
            lines: number;
            /**
             * @description How many units were ordered.
             * @example 3
             */
            units: number;
            /** @description Locations that serve it, sold it or took goods of it back. */
            locations: string[];
            /** @description What was ordered. */
            skus: string[];
            /**
             * @description The first moment that open units are promised for, UTC: it is late once that has passed. Left out where nothing open was promised.
             * @example 2026-03-05T16:00:00.000Z
             */
            dueAt?: string;
            /** @description What it and its lines carry beside, each as `name:value`; left out where that is nothing. */
            attributes?: string[];
            /** @description How it is paid: the methods of payments that set money aside or took it; left out while there is none. */
            paidBy?: string[];
            /** @description Who carries its shipments; left out while nobody is known to. */
            carriers?: string[];
            /**
             * @description What was taken beyond what is due and is to be given back; left out while there is none, in minor units of the currency.
             * @example 990
             */
            refundDue?: number;
            /**
             * @description Units that came back; left out while none did.
             * @example 1
             */
            returned?: number;
            /**
             * @description It was loaded as history.
             * @example true
             * @constant
             */
            imported?: true;
            /** @description The queues it stands in, for it needs a person: `held` it is not sourced until somebody releases it, `short` units wait for stock or for a decision, `unpaid` the customer owes more than payments have set aside, `expired` so while goods are still to leave, because what was set aside ran out or was given up, `refund` more was taken than is due and is to be given back, `proposals` a change waits for a supervisor, `waiting` messages about it came before what they need. Left out where it stands in none. */
            queues?: ("held" | "short" | "unpaid" | "expired" | "refund" | "proposals" | "waiting")[];
            /**
             * @description What the customer owes and no payment has set aside; left out while there is none, in minor units of the currency.
             * @example 2200
             */
            uncovered?: number;
            /** @description Units that cannot be served now; left out while there are none. */
            short?: {
                /**
                 * @description Units that wait for stock.
                 * @example 0
                 */
                backordered: number;
                /**
                 * @description Units that went missing where the customer was to collect them: somebody says what becomes of them.
                 * @example 1
                 */
                undecided: number;
            };
            /** @description What it is held for; left out where it is not held. */
            heldFor?: string[];
            /**
             * @description How many changes of it wait for a supervisor; left out while none does.
             * @example 1
             */
            proposals?: number;
            /** @description Messages about it that came before what they need. */
            waiting?: {
                /**
                 * @description How many they are.
                 * @example 1
                 */
                messages: number;
                /** @description What has to be told first. */
                waitsFor: string[];
                /**
                 * @description Since when the first of them waits, UTC.
                 * @example 2026-03-04T11:05:02.340Z
                 */
                since: string;
            };
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 14
             */
            rev: number;
            /** @description Where the words stand, at most four places. */
            found?: {
                /**
                 * @description What of the order it is.
                 * @example email
                 * @enum {string}
                 */
                in: "order" | "number" | "customer" | "email" | "phone" | "recipient" | "postalCode" | "sku" | "product" | "serial" | "attribute" | "payment" | "shipment" | "tracking" | "return";
                /**
                 * @description As it stands on the order.
                 * @example ada@example.com
                 */
                text: string;
                /** @description Where the words stand in it, in UTF-16 code units. */
                at: {
                    /**
                     * @description Where a word, or the part of it that was asked for, begins.
                     * @example 0
                     */
                    from: number;
                    /**
                     * @description Before where it ends.
                     * @example 3
                     */
                    to: number;
                }[];
            }[];
        };
        FoundOrders: {
            /** @description Orders, those written last first. */
            items: components["schemas"]["FoundOrder"][];
            /**
             * @description No order has the words as they were typed: these have words that are one letter more, less or other, or two letters swapped.
             * @example close
             * @constant
             */
            spelling?: "close";
        };
        HoldRulesAnswer: {
            /** @description Rules, in the order they are looked at. */
            rules: {
                /**
                 * @description What people call the rule.
                 * @example Unpaid
                 */
                name: string;
                /** @description Which orders it holds. */
                when: {
                    /** @description It came by one of these channels. */
                    channels?: string[];
                    /** @description Its total is this or more, in this currency. */
                    totalFrom?: {
                        /**
                         * @description Minor units.
                         * @example 50000
                         */
                        amount: number;
                        /**
                         * @description ISO 4217 code of the currency of all amounts beside it.
                         * @example EUR
                         */
                        currency: string;
                    };
                    /**
                     * @description It has this many units or more.
                     * @example 5
                     */
                    unitsFrom?: number;
                    /** @description One of these is among its goods. */
                    skus?: string[];
                    /**
                     * @description Its payments set aside or took less than its total.
                     * @example true
                     * @constant
                     */
                    isUnpaid?: true;
                    /**
                     * @description Goods of it are to be sent, and its address has no country, or neither city nor postal code.
                     * @example true
                     * @constant
                     */
                    isUnaddressed?: true;
                    /**
                     * @description Its customer has no id.
                     * @example true
                     * @constant
                     */
                    isGuest?: true;
                };
                /**
                 * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                 * @example payment
                 */
                reason: string;
                /**
                 * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                 * @example paid
                 * @enum {string}
                 */
                until?: "paid" | "addressed";
                /**
                 * @description What whoever looks into it should know.
                 * @example Call before it is released.
                 */
                note?: string;
            }[];
        };
        LineSerial: {
            /**
             * @description As it was told.
             * @example MB-26-00417
             */
            serial: string;
            /**
             * @description It came back.
             * @example true
             * @constant
             */
            returned?: true;
            /**
             * @description It came back, and nothing tells that it went out on this order.
             * @example true
             * @constant
             */
            neverSent?: true;
        };
        OrderAnswer: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 14
             */
            rev: number;
            /**
             * @description How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.
             * @example needs-decision
             * @enum {string}
             */
            status: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
            /** @description What it is held for: it is not sourced until all of it is released. Left out where it is not held. */
            holds?: components["schemas"]["OrderHold"][];
            /** @description Names of changes that wait for a supervisor; left out while there are none. */
            proposals?: string[];
            /** @description Its lines. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /** @description How much of it is where. */
                quantities: {
                    /**
                     * @description Units that were ordered.
                     * @example 2
                     */
                    ordered: number;
                    /**
                     * @description Of these, units that were cancelled.
                     * @example 0
                     */
                    cancelled: number;
                    /**
                     * @description Reserved at a location and not yet shipped or handed over.
                     * @example 2
                     */
                    allocated: number;
                    /**
                     * @description Waiting for stock.
                     * @example 0
                     */
                    backordered: number;
                    /**
                     * @description Left the location: shipped or handed over.
                     * @example 0
                     */
                    fulfilled: number;
                    /**
                     * @description Of the open units that nothing holds, those that went missing where the customer was to collect them. Left out while there is none.
                     * @example 1
                     */
                    undecided?: number;
                };
            }[];
            /** @description Locations’ parts of it. */
            fulfilments: {
                /**
                 * @description One location’s part of the order.
                 * @example S1-leeds
                 */
                fulfilmentId: string;
                /**
                 * @description Where it is served from; left out for goods that are not of our stock.
                 * @example leeds
                 */
                location?: string;
                /**
                 * @description How it reaches the customer: sent, collected at a location, or taken along at once.
                 * @example ship
                 * @enum {string}
                 */
                method: "ship" | "pickup" | "carry-out";
                /** @description What it holds or served. */
                lines: components["schemas"]["LineQuantity"][];
                /**
                 * @description How far it is.
                 * @example offered
                 * @enum {string}
                 */
                stage: "offered" | "accepted" | "picked" | "packed" | "ready" | "fulfilled";
            }[];
            /** @description What locations that have picked it are asked to put back; left out while nothing is. */
            askedToPutBack?: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description The location’s part of the order.
                 * @example S1-leeds
                 */
                fulfilmentId: string;
                /**
                 * @description Who is asked.
                 * @example leeds
                 */
                location: string;
            }[];
            /** @description Refunds that are asked for and not issued yet; left out while there are none. */
            refunds?: {
                /**
                 * @description Names the refund within its order.
                 * @example RR-14-1
                 */
                refundId: string;
                /**
                 * @description The payment that is to give it back, or did.
                 * @example P-1
                 */
                paymentId: string;
                /**
                 * @description What is to be given back; once it is issued, what was, in minor units of the currency.
                 * @example 300
                 */
                amount: number;
            }[];
        };
        OrderDifference: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The one moment, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            from: string;
            /**
             * @description The other, UTC; left out where it is now.
             * @example 2026-03-04T11:05:00.000Z
             */
            to?: string;
            /**
             * @description Whether facts count from when they happened, or from when they were recorded.
             * @example happened
             * @enum {string}
             */
            by: "happened" | "recorded";
            /** @description Where its page differs. */
            changes: {
                /**
                 * @description JSON pointer into the order’s page.
                 * @example /status
                 */
                pointer: string;
                /**
                 * @description What stood there; left out where nothing did.
                 * @example allocated
                 */
                before?: unknown;
                /**
                 * @description What stands there; left out where nothing does.
                 * @example delivered
                 */
                after?: unknown;
            }[];
            /** @description The facts that made the difference, in the order they were recorded; at most 200. */
            facts: components["schemas"]["TimelineEntry"][];
            /**
             * @description How many facts there are beside; left out where all are listed.
             * @example 3
             */
            more?: number;
        };
        OrderFulfilment: {
            /**
             * @description One location’s part of the order.
             * @example S1-leeds
             */
            fulfilmentId: string;
            /**
             * @description Where it is served from; left out for goods that are not of our stock.
             * @example leeds
             */
            location?: string;
            /**
             * @description How it reaches the customer: sent, collected at a location, or taken along at once.
             * @example ship
             * @enum {string}
             */
            method: "ship" | "pickup" | "carry-out";
            /**
             * @description Another system decided it.
             * @example true
             * @constant
             */
            elsewhere?: true;
            /**
             * @description How far it is.
             * @example delivered
             * @enum {string}
             */
            status: "offered" | "accepted" | "picked" | "short" | "packed" | "ready" | "shipped" | "delivered" | "handed-over" | "cancelled" | "lost";
            /** @description What it holds or served. */
            lines: components["schemas"]["LineQuantity"][];
            /** @description Its shipments, in the order they were told. */
            shipments: components["schemas"]["OrderShipment"][];
            /**
             * @description How many of its shipments are not listed.
             * @example 4
             */
            moreShipments?: number;
            /**
             * @description When something last happened to it, UTC.
             * @example 2026-03-04T11:05:00.000Z
             */
            updatedAt: string;
        };
        OrderHold: {
            /**
             * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
             * @example payment
             */
            reason: string;
            /**
             * @description What whoever looks into it should know.
             * @example The card was refused; she pays by transfer.
             */
            note?: string;
            /**
             * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
             * @example paid
             * @enum {string}
             */
            until?: "paid" | "addressed";
            /**
             * @description Since when, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            since: string;
            /**
             * @description The rule that holds it; left out where somebody told of it.
             * @example Unpaid
             */
            rule?: string;
        };
        OrderMoney: {
            /**
             * @description All lines, in minor units of the currency.
             * @example 4180
             */
            lines: number;
            /**
             * @description Charges and discounts, in minor units of the currency.
             * @example 490
             */
            charges: number;
            /**
             * @description Lines and charges, as they were ordered, in minor units of the currency.
             * @example 4670
             */
            total: number;
            /**
             * @description Of the total, what is not due for goods that were cancelled; left out while there is none, in minor units of the currency.
             * @example 2200
             */
            cancelled?: number;
            /**
             * @description What is due: the total, less what was cancelled, and less what was given back or credited for returned goods, in minor units of the currency.
             * @example 3780
             */
            due: number;
            /**
             * @description Over all payments what was set aside for each, or what it took when that is more (of payments that are not listed each fact counts by itself), in minor units of the currency.
             * @example 4670
             */
            authorised: number;
            /**
             * @description What was taken, in minor units of the currency.
             * @example 2470
             */
            captured: number;
            /**
             * @description What was given back, in minor units of the currency.
             * @example 890
             */
            refunded: number;
            /**
             * @description Of the refunds, those given for returned goods, in minor units of the currency.
             * @example 890
             */
            refundedForReturns: number;
            /**
             * @description What is not due any more for goods that were taken back at a desk; left out while there is none, in minor units of the currency.
             * @example 891
             */
            credited?: number;
            /**
             * @description What was given back beyond what was owed to the customer: nobody owes it; left out while there is none, in minor units of the currency.
             * @example 110
             */
            goodwill?: number;
            /**
             * @description `due − captured + refunded − goodwill`: what is still to be paid, negative when more was taken than is due and not yet given back, in minor units of the currency.
             * @example 2200
             */
            owed: number;
            /**
             * @description What the customer owes and no payment has set aside; left out while there is none, in minor units of the currency.
             * @example 2200
             */
            uncovered?: number;
        };
        OrderPage: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
             * @example web
             */
            channel: string;
            /**
             * @description What the channel calls the order; unique within the channel.
             * @example 100045
             */
            number: string;
            /**
             * @description An order of a channel, or a sale at a till.
             * @example order
             * @enum {string}
             */
            kind: "order" | "sale";
            /**
             * @description How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.
             * @example needs-decision
             * @enum {string}
             */
            status: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
            /**
             * @description When the customer ordered, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            placedAt: string;
            /**
             * @description When something last happened to it, UTC.
             * @example 2026-03-10T15:20:00.000Z
             */
            updatedAt: string;
            /**
             * @description The trading day at the location, `2026-11-23`.
             * @example 2026-03-02
             */
            businessDate?: string;
            /**
             * @description The store whose till it was.
             * @example leeds
             */
            location?: string;
            /**
             * @description It was loaded as history.
             * @example true
             * @constant
             */
            imported?: true;
            /** @description Who bought. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
            };
            /** @description Where lines are sent that are shipped. */
            shipTo?: {
                /**
                 * @description Of the person or the firm there.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 12 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            };
            /**
             * @description What the customer wrote with it, or somebody since.
             * @example Please wrap the mugs.
             */
            note?: string;
            /** @description What the retailer says of the order beside. */
            attributes?: {
                [key: string]: string | number | boolean;
            };
            /** @description Attributes that were told and are declared otherwise, or not at all; left out where none was. */
            unfit?: {
                /**
                 * @description The line of the order; left out for the order itself.
                 * @example 1
                 */
                lineId?: string;
                /**
                 * @description What the attribute is called: `gift-wrap`, `engraving`.
                 * @example colour
                 */
                name: string;
                /**
                 * @description As it was told, as text.
                 * @example blue
                 */
                value: string;
                /**
                 * @description Why it does not fit, in words for people.
                 * @example colour is not declared for lines.
                 */
                reason: string;
            }[];
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Its money, all payments and returns together. */
            money: components["schemas"]["OrderMoney"];
            /** @description What was ordered. */
            lines: components["schemas"]["OrderPageLine"][];
            /** @description Charges and discounts of the whole order. */
            charges: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example shipping
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Standard delivery
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 490
                 */
                amount: number;
            }[];
            /** @description Payments, the first 1,000. */
            payments: components["schemas"]["OrderPayment"][];
            /** @description Locations’ parts of the order, the first 1,000. */
            fulfilments: components["schemas"]["OrderFulfilment"][];
            /** @description Returns, the first 1,000. */
            returns: components["schemas"]["OrderReturn"][];
            /** @description Returns that are authorised and did not come back yet; left out while there are none. */
            expectedReturns?: components["schemas"]["ExpectedReturn"][];
            /** @description Withdrawals of the consumer, in the order of their ids; left out while there are none. */
            withdrawals?: components["schemas"]["OrderWithdrawal"][];
            /** @description Refunds that somebody asked for, the first 1,000. Left out while there are none. */
            refunds?: components["schemas"]["AskedRefund"][];
            /** @description Messages about it that came before what they need, the first 1,000. */
            waiting: {
                /**
                 * @description Names the message here.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                messageId: string;
                /**
                 * @description Type of the message.
                 * @example tributary.shipment.delivered.v1
                 */
                messageType: string;
                /**
                 * @description What has to be told first.
                 * @example shipment
                 */
                waitsFor: string;
                /**
                 * @description When what it tells of happened, UTC.
                 * @example 2026-03-04T11:05:00.000Z
                 */
                at: string;
                /**
                 * @description Since when it waits, UTC.
                 * @example 2026-03-04T11:05:02.340Z
                 */
                since: string;
            }[];
            /**
             * @description It was refused for want of stock.
             * @example true
             * @constant
             */
            rejected?: true;
            /** @description The queues it stands in, for it needs a person: `held` it is not sourced until somebody releases it, `short` units wait for stock or for a decision, `unpaid` the customer owes more than payments have set aside, `expired` so while goods are still to leave, because what was set aside ran out or was given up, `refund` more was taken than is due and is to be given back, `proposals` a change waits for a supervisor, `waiting` messages about it came before what they need. Left out where it stands in none. */
            queues?: ("held" | "short" | "unpaid" | "expired" | "refund" | "proposals" | "waiting")[];
            /** @description What it is held for: it is not sourced until all of it is released. Left out where it is not held. */
            holds?: components["schemas"]["OrderHold"][];
            /** @description Changes that wait for a supervisor; left out while there are none. */
            proposals?: components["schemas"]["ChangeProposal"][];
            /** @description What locations that have picked it are asked to put back; left out while nothing is. */
            askedToPutBack?: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description The location’s part of the order.
                 * @example S1-leeds
                 */
                fulfilmentId: string;
                /**
                 * @description Who is asked.
                 * @example leeds
                 */
                location: string;
            }[];
            /** @description What is known of the order beyond what is listed; quantities, money and status count all. */
            more?: {
                /**
                 * @description Facts about payments that are not listed.
                 * @example 40
                 */
                payments?: number;
                /**
                 * @description Fulfilments that are not listed.
                 * @example 12
                 */
                fulfilments?: number;
                /**
                 * @description Returns that are not listed.
                 * @example 3
                 */
                returns?: number;
                /**
                 * @description Refunds that were asked for and are not listed.
                 * @example 2
                 */
                refunds?: number;
                /**
                 * @description Serial numbers that were told and are not listed.
                 * @example 7
                 */
                serials?: number;
                /** @description Messages that wait and are not listed. */
                waiting?: {
                    /**
                     * @description How many they are.
                     * @example 2
                     */
                    messages: number;
                    /**
                     * @description Since when the first of them waits, UTC.
                     * @example 2026-03-04T11:05:02.340Z
                     */
                    since: string;
                };
            };
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 14
             */
            rev: number;
        };
        OrderPageLine: {
            /**
             * @description Names the line within its order.
             * @example 2
             */
            lineId: string;
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example TEAPOT-WHITE
             */
            sku: string;
            /**
             * @description What the order named it; else what the catalogue calls it now, if it knows it.
             * @example White teapot
             */
            name?: string;
            /**
             * @description Units that were ordered.
             * @example 1
             */
            quantity: number;
            /**
             * @description Price of one unit in major units of the currency, as it was told.
             * @example 24.90
             */
            unitPrice: string;
            /**
             * @description All units of the line, in minor units of the currency.
             * @example 2200
             */
            amount: number;
            /**
             * @description How it reaches the customer: sent, collected at a location, or taken along at once.
             * @example pickup
             * @enum {string}
             */
            method: "ship" | "pickup" | "carry-out";
            /**
             * @description The location where it is collected.
             * @example york
             */
            pickupAt?: string;
            /**
             * Format: date-time
             * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
             * @example 2026-03-05T16:00:00.000Z
             */
            promisedBy?: string;
            /** @description What the retailer says of the line beside. */
            attributes?: {
                [key: string]: string | number | boolean;
            };
            /** @description Serial numbers of its units, in their order, the first 1,000 of the order; left out where none was told. */
            serials?: components["schemas"]["LineSerial"][];
            /** @description How much of it is where. */
            quantities: components["schemas"]["OrderQuantities"];
        };
        OrderPayment: {
            /**
             * @description Names the payment within its order.
             * @example P-1
             */
            paymentId: string;
            /**
             * @description How it is paid: `card`, `paypal`, `cash`; `exchange` with what came back on the receipt of a sale.
             * @example card
             */
            method?: string;
            /**
             * @description All that was captured, or what is set aside until something is; zero when it failed, was given up or ran out, below zero what a till gave as change, in minor units of the currency.
             * @example 2470
             */
            amount: number;
            /**
             * @description How far it is.
             * @example captured
             * @enum {string}
             */
            status: "authorised" | "captured" | "failed" | "voided" | "expired";
            /**
             * @description What was set aside for a captured payment, where that is more than was captured, in minor units of the currency.
             * @example 4670
             */
            authorised?: number;
            /**
             * @description Of a payment that took money: what was set aside beyond that was given up, or ran out.
             * @example expired
             * @enum {string}
             */
            ended?: "voided" | "expired";
            /**
             * @description When it first took money, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            capturedAt?: string;
            /**
             * @description What it gave back: refunds that name it and, of those that name no payment, what falls to it, as the payments that took money first give back first. Of an order that does not list all its payments, those that name it alone, in minor units of the currency.
             * @example 890
             */
            refunded?: number;
            /**
             * @description Of what it gave back, refunds that name it, in minor units of the currency.
             * @example 890
             */
            refundedByName?: number;
        };
        OrderQuantities: {
            /**
             * @description Units that were ordered.
             * @example 2
             */
            ordered: number;
            /**
             * @description Of these, units that were cancelled.
             * @example 0
             */
            cancelled: number;
            /**
             * @description Reserved at a location and not yet shipped or handed over.
             * @example 0
             */
            allocated: number;
            /**
             * @description Waiting for stock.
             * @example 0
             */
            backordered: number;
            /**
             * @description Left the location: shipped or handed over.
             * @example 2
             */
            fulfilled: number;
            /**
             * @description In the customer’s hands.
             * @example 2
             */
            delivered: number;
            /**
             * @description Came back of those that left.
             * @example 1
             */
            returned: number;
            /**
             * @description Of the open units that nothing holds, those that went missing where the customer was to collect them. Left out while there is none.
             * @example 1
             */
            undecided?: number;
            /**
             * @description Of the fulfilled units, those that left although they were cancelled: to be refunded or called back. Left out while there is none.
             * @example 1
             */
            leftThoughCancelled?: number;
            /**
             * @description Left beyond what was ordered; not among the fulfilled units. Left out while there is none.
             * @example 1
             */
            surplus?: number;
            /**
             * @description Came back beyond the fulfilled units; not among the returned ones. Left out while there is none.
             * @example 1
             */
            returnedBeyond?: number;
        };
        OrderRow: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
             * @example web
             */
            channel: string;
            /**
             * @description What the channel calls the order; unique within the channel.
             * @example 100045
             */
            number: string;
            /**
             * @description An order of a channel, or a sale at a till.
             * @example order
             * @enum {string}
             */
            kind: "order" | "sale";
            /**
             * @description How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.
             * @example needs-decision
             * @enum {string}
             */
            status: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
            /**
             * @description When the customer ordered, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            placedAt: string;
            /**
             * @description When something last happened to it, UTC.
             * @example 2026-03-10T15:20:00.000Z
             */
            updatedAt: string;
            /** @description Who bought. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
            };
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /**
             * @description Lines and charges, without what was cancelled, in minor units of the currency.
             * @example 4670
             */
            total: number;
            /**
             * @description How many lines it has.
             * @example 2
             */
            lines: number;
            /**
             * @description How many units were ordered.
             * @example 3
             */
            units: number;
            /** @description Locations that serve it, sold it or took goods of it back. */
            locations: string[];
            /** @description What was ordered. */
            skus: string[];
            /**
             * @description The first moment that open units are promised for, UTC: it is late once that has passed. Left out where nothing open was promised.
             * @example 2026-03-05T16:00:00.000Z
             */
            dueAt?: string;
            /** @description What it and its lines carry beside, each as `name:value`; left out where that is nothing. */
            attributes?: string[];
            /** @description How it is paid: the methods of payments that set money aside or took it; left out while there is none. */
            paidBy?: string[];
            /** @description Who carries its shipments; left out while nobody is known to. */
            carriers?: string[];
            /**
             * @description What was taken beyond what is due and is to be given back; left out while there is none, in minor units of the currency.
             * @example 990
             */
            refundDue?: number;
            /**
             * @description Units that came back; left out while none did.
             * @example 1
             */
            returned?: number;
            /**
             * @description It was loaded as history.
             * @example true
             * @constant
             */
            imported?: true;
            /** @description The queues it stands in, for it needs a person: `held` it is not sourced until somebody releases it, `short` units wait for stock or for a decision, `unpaid` the customer owes more than payments have set aside, `expired` so while goods are still to leave, because what was set aside ran out or was given up, `refund` more was taken than is due and is to be given back, `proposals` a change waits for a supervisor, `waiting` messages about it came before what they need. Left out where it stands in none. */
            queues?: ("held" | "short" | "unpaid" | "expired" | "refund" | "proposals" | "waiting")[];
            /**
             * @description What the customer owes and no payment has set aside; left out while there is none, in minor units of the currency.
             * @example 2200
             */
            uncovered?: number;
            /** @description Units that cannot be served now; left out while there are none. */
            short?: {
                /**
                 * @description Units that wait for stock.
                 * @example 0
                 */
                backordered: number;
                /**
                 * @description Units that went missing where the customer was to collect them: somebody says what becomes of them.
                 * @example 1
                 */
                undecided: number;
            };
            /** @description What it is held for; left out where it is not held. */
            heldFor?: string[];
            /**
             * @description How many changes of it wait for a supervisor; left out while none does.
             * @example 1
             */
            proposals?: number;
            /** @description Messages about it that came before what they need. */
            waiting?: {
                /**
                 * @description How many they are.
                 * @example 1
                 */
                messages: number;
                /** @description What has to be told first. */
                waitsFor: string[];
                /**
                 * @description Since when the first of them waits, UTC.
                 * @example 2026-03-04T11:05:02.340Z
                 */
                since: string;
            };
            /**
             * @description Version of the order that this shows; it grows with every fact.
             * @example 14
             */
            rev: number;
        };
        OrderRows: {
            /** @description Orders. */
            items: components["schemas"]["OrderRow"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
            /**
             * @description No order has the words as they were typed: these have words that are one letter more, less or other, or two letters swapped.
             * @example close
             * @constant
             */
            spelling?: "close";
            /**
             * @description There may be others on which the words of `q` stand: ask for more, or more narrowly.
             * @example true
             * @constant
             */
            more?: true;
        };
        OrderShipment: {
            /**
             * @description The shipment, as its carrier or its warehouse names it.
             * @example SH-7001
             */
            shipmentId: string;
            /**
             * @description Who carries it.
             * @example Parcel North
             */
            carrier?: string;
            /**
             * @description The number under which the carrier tracks it.
             * @example PN480015163GB
             */
            tracking?: string;
            /**
             * @description `shipped`, `delivered`, or what the carrier said last.
             * @example delivered
             */
            status: string;
            /**
             * @description When that was so, UTC.
             * @example 2026-03-04T11:05:00.000Z
             */
            at: string;
        };
        Timeline: {
            /** @description What happened, oldest first. */
            items: components["schemas"]["TimelineEntry"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
            /**
             * @description How many facts of this part the timeline policy leaves out; where all is asked for they stand among the entries.
             * @example 3
             */
            leftOut: number;
        };
        TimelineEntry: {
            /**
             * @description Id of the event.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId: string;
            /**
             * @description What happened, e.g. `tributary.order.shipped.v1`.
             * @example tributary.order.shipped.v1
             */
            type: string;
            /**
             * @description When it happened, UTC.
             * @example 2026-03-02T13:40:00.000Z
             */
            at: string;
            /**
             * @description When it was recorded, UTC.
             * @example 2026-03-02T13:40:01.204Z
             */
            recordedAt: string;
            /**
             * @description The system that told it, or the service that decided it.
             * @example urn:shop:web
             */
            source: string;
            /**
             * @description Role and id of the key that did it; where `submittedBy` is set, whom its message names.
             * @example clerk:17
             */
            actor?: string;
            /**
             * @description Role and id of the key that handed the message in, where it names somebody else as its actor.
             * @example integrator:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            submittedBy?: string;
            /**
             * @description What happened, in a sentence for people.
             * @example Shipped from leeds: 2 × MUG-BLUE, tracking PN480015163GB
             */
            summary: string;
            /** @description The fact’s data by its `type`, less what stands on the order’s page anyway. */
            data: unknown;
            /**
             * @description Its place in the order’s stream, or in that of its sourcing, from 1.
             * @example 6
             */
            version: number;
            /**
             * @description The rule of the timeline policy that leaves it out, where all is asked for.
             * @example parcels-under-way
             */
            leftOutBy?: string;
        };
        WaitingMessage: {
            /**
             * @description Names the message here.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            messageId: string;
            /**
             * @description Type of the message.
             * @example tributary.shipment.delivered.v1
             */
            messageType: string;
            /**
             * @description What has to be told first.
             * @example shipment
             * @enum {string}
             */
            waitsFor: "capture" | "allocation" | "shipment" | "fulfilment" | "payment";
            /**
             * @description When what it tells of happened, UTC.
             * @example 2026-03-04T11:05:00.000Z
             */
            at: string;
            /**
             * @description Since when it waits, UTC.
             * @example 2026-03-04T11:05:02.340Z
             */
            since: string;
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
        };
        WaitingMessages: {
            /** @description Messages that wait, longest waiting first. */
            items: components["schemas"]["WaitingMessage"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        OrderView: {
            /**
             * @description What people call it.
             * @example Late, and not from the tills
             */
            name: string;
            /**
             * @description What holds of its orders, as `q` of `GET /v1/orders`; empty where all are shown.
             * @example late:yes -channel:pos
             */
            q: string;
            /**
             * @description Where days of `q` begin: an IANA time zone. Left out where days are those of whoever looks.
             * @example Europe/London
             */
            zone?: string;
            /**
             * @description Which of them come first; as of the list where left out.
             * @example oldest
             * @enum {string}
             */
            sort?: "newest" | "oldest";
            /**
             * @description Whether everybody sees it who may ask for orders; else it is of who saved it alone.
             * @example true
             */
            shared: boolean;
            /**
             * @description Names the view, for ever: whoever saves it chooses it.
             * @example late-to-london
             */
            viewId: string;
            /**
             * @description Whose it is: the id of the key under which it was saved first.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description Whether it is of whoever asks.
             * @example false
             */
            isMine: boolean;
        };
        OrderViews: {
            /** @description Views by name; there are 500 at most. */
            items: components["schemas"]["OrderView"][];
        };
        ConsumerGroup: {
            /**
             * @description Names the group.
             * @example repository-orders
             */
            group: string;
            /**
             * @description Messages on the bus that it has not handled yet: an upper bound, as of a moment ago.
             * @example 0
             */
            lag: number;
            /**
             * @description Grows with what it has handled; comparable only with itself.
             * @example 48213
             */
            position: number;
            /**
             * @description Messages that it could not handle after its retries.
             * @example 1
             */
            parked: number;
            /**
             * @description It has caught up with what was on the bus when it started.
             * @example true
             */
            following: boolean;
        };
        ConsumerGroupList: {
            /** @description Every consumer group. */
            items: components["schemas"]["ConsumerGroup"][];
            /** @description Services that did not answer; what is said leaves their groups out. */
            unreachable?: string[];
        };
        CustomerOnFile: {
            /**
             * @description What the customer file calls the customer.
             * @example C-2041
             */
            id: string;
            /**
             * @description Full name.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Phone number, as it was told.
             * @example +44 113 496 0000
             */
            phone?: string;
            /** @description Where the customer may be delivered to. */
            addresses?: {
                /**
                 * @description Of the person or the firm there.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 12 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            }[];
            /**
             * @description When it was so, by who told it, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            updatedAt: string;
            /**
             * @description Address of the list of their orders.
             * @example /v1/orders?customer=C-2041
             */
            orders: string;
        };
        FoundCustomer: {
            /**
             * @description What the customer file calls the customer; left out for a guest.
             * @example C-2041
             */
            customerId?: string;
            /**
             * @description Full name.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Phone number, as it was told.
             * @example +44 113 496 0000
             */
            phone?: string;
            /** @description Where goods were sent last, then where the customer file says they may be. */
            addresses: {
                /**
                 * @description Of the person or the firm there.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Street and house number.
                 * @example 12 Briggate
                 */
                street?: string;
                /**
                 * @description Town or city.
                 * @example Leeds
                 */
                city?: string;
                /**
                 * @description State, county or province.
                 * @example West Yorkshire
                 */
                region?: string;
                /**
                 * @description Postal code, as it is written there.
                 * @example LS1 6HD
                 */
                postalCode?: string;
                /**
                 * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                 * @example GB
                 */
                country?: string;
                /** @description Where that is: distances are measured from there. */
                coordinates?: {
                    /**
                     * @description Degrees north of the equator, WGS 84.
                     * @example 53.797
                     */
                    latitude: number;
                    /**
                     * @description Degrees east of Greenwich, WGS 84.
                     * @example -1.542
                     */
                    longitude: number;
                };
            }[];
            /** @description The newest order that is known of them. */
            lastOrder?: {
                /**
                 * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
                 * @example web.100045
                 */
                orderId: string;
                /**
                 * @description When it was placed, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                placedAt: string;
            };
        };
        FoundCustomers: {
            /** @description Those in the customer file, then those whom only orders tell of, who ordered last first. */
            items: components["schemas"]["FoundCustomer"][];
        };
        FoundProducts: {
            /** @description Products, those told last first. */
            items: components["schemas"]["ProductOnFile"][];
        };
        OrdersInMinute: {
            /**
             * @description Start of the minute, UTC.
             * @example 2026-03-02T09:14:00.000Z
             */
            minute: string;
            /** @description Orders that were placed, by channel. */
            channels: {
                [key: string]: number;
            };
        };
        OrdersPerMinute: {
            /** @description Minutes in which orders were placed, oldest first. */
            minutes: components["schemas"]["OrdersInMinute"][];
        };
        ProductOnFile: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description What people call it.
             * @example Blue mug
             */
            name: string;
            /** @description Free labels, e.g. `{ "category": "Lighting" }`. */
            attributes?: {
                [key: string]: string;
            };
            /**
             * @description Grams.
             * @example 340
             */
            weight?: number;
            /** @description What it is sold for, a price for each currency: what customer service offers it for. */
            prices?: {
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 9.90
                 */
                unitPrice: string;
            }[];
            /**
             * @description When it was so, by who told it, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            updatedAt: string;
        };
        UnmatchedReturn: {
            /**
             * @description Names the return; one that a receipt told of has the id of the receipt’s order.
             * @example R-311
             */
            returnId: string;
            /**
             * @description Where the goods came back; left out, no stock moves.
             * @example leeds
             */
            location?: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description Who brought them back. */
            customer?: {
                /**
                 * @description What the customer file calls the customer; left out for a guest.
                 * @example C-2041
                 */
                id?: string;
                /**
                 * @description Full name.
                 * @example Ada Lovelace
                 */
                name?: string;
                /**
                 * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description Phone number, as it was told.
                 * @example +44 113 496 0000
                 */
                phone?: string;
            };
            /** @description What came back. */
            lines: {
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example TEAPOT-WHITE
                 */
                sku: string;
                /**
                 * @description What the good is called.
                 * @example White teapot
                 */
                name?: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                 * @example 24.90
                 */
                unitPrice?: string;
                /**
                 * @description Minor units that were given back for the line.
                 * @example 2490
                 */
                refund?: number;
                /**
                 * @description What becomes of goods that came back; only `restock` makes them stock again.
                 * @example refurbish
                 * @enum {string}
                 */
                disposition: "restock" | "damaged" | "refurbish" | "dispose";
                /**
                 * @description Why goods come back, a reason of the return policy.
                 * @example changed-mind
                 */
                reason?: string;
                /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                serials?: string[];
            }[];
            /** @description Positive was charged with the return, negative was given back. Part of `refund`. */
            charges: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example restocking
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Restocking fee
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 100
                 */
                amount: number;
            }[];
            /**
             * @description Minor units that were given back in all: for the lines, less charges.
             * @example 2390
             */
            refund: number;
            /**
             * @description How the refund was given, where that is known: `cash`, `store-credit`.
             * @example store-credit
             */
            givenAs?: string;
            /**
             * @description Why, in words for people.
             * @example The lid does not fit.
             */
            reason?: string;
            /**
             * @description When they came back, UTC.
             * @example 2026-03-10T15:20:00.000Z
             */
            at: string;
        };
        UnmatchedReturns: {
            /** @description Returns, newest first. */
            items: components["schemas"]["UnmatchedReturn"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        ProblemDocument: {
            /**
             * @description `urn:tributary:problem:<code>`.
             * @example urn:tributary:problem:invalid-data
             */
            type: string;
            /**
             * @description What the status means.
             * @example Cannot be processed
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description What went wrong, for programs: it stays what it is.
             * @example invalid-data
             */
            code: string;
            /**
             * @description What went wrong and what to do about it, in words for people.
             * @example /data/lines/0/quantity: This has to be more than 0. The message is kept in quarantine as 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d.
             */
            detail: string;
            /**
             * @description Whether the same request may succeed later.
             * @example false
             */
            retryable: boolean;
            /** @description What is wrong with the request, place by place. */
            errors?: {
                /**
                 * @description Where it is: a JSON pointer (RFC 6901).
                 * @example /data/lines/0/quantity
                 */
                pointer: string;
                /**
                 * @description What is wrong there, and what to do about it.
                 * @example This has to be more than 0.
                 */
                message: string;
                /** @description What may stand there, where it is one of a few texts. */
                allowed?: string[];
                /**
                 * @description The kind of JSON value that stands there, where it is one of these.
                 * @example number
                 * @enum {string}
                 */
                expected?: "string" | "number" | "boolean";
            }[];
            /**
             * @description The name its request goes by in our logs, as in `x-request-id`.
             * @example 7f3c1d2e-6b5a-4f49-8a3e-0c9d8e7f6a5b
             */
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        OrderQueueCount: {
            /**
             * @description What they need a person for.
             * @example short
             * @enum {string}
             */
            queue: "held" | "late" | "short" | "unpaid" | "expired" | "refund" | "proposals" | "waiting";
            /**
             * @description How many stand in it, at most 99.
             * @example 3
             */
            orders: number;
            /**
             * @description There are more than are counted; left out where all are.
             * @example true
             * @constant
             */
            isMore?: true;
            /**
             * @description When the one at its head was placed, UTC: the one that was placed first, of `late` the one that is late for longest. Left out where none is.
             * @example 2026-03-02T09:14:05.000Z
             */
            oldest?: string;
        };
        OrderQueues: {
            /** @description Every queue. */
            items: components["schemas"]["OrderQueueCount"][];
        };
        DifferingOrder: {
            /**
             * @description Its place in what was sent, from 1; left out for an order that was not named.
             * @example 1
             */
            row?: number;
            /**
             * @description Something differs; no such order was placed here, by that moment; there is an order that was not named; the row cannot be read.
             * @example different
             * @enum {string}
             */
            verdict: "different" | "unknown" | "missing" | "unreadable";
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId?: string;
            /**
             * @description The moment that is compared, UTC; left out where it is now.
             * @example 2026-03-02T18:00:00.000Z
             */
            asOf?: string;
            /** @description What they believe, as far as they say. */
            theirs?: {
                /**
                 * @description Where it stands.
                 * @example allocated
                 */
                status?: string;
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description What it comes to, in minor units of the currency.
                 * @example 5960
                 */
                total?: number;
                /**
                 * @description What was taken for it, in minor units of the currency.
                 * @example 5960
                 */
                paid?: number;
                /**
                 * @description Units that are wanted: ordered and not cancelled.
                 * @example 3
                 */
                units?: number;
                /**
                 * @description Units that have left.
                 * @example 0
                 */
                fulfilled?: number;
                /**
                 * @description Units that came back.
                 * @example 0
                 */
                returned?: number;
            };
            /** @description What its page says. */
            ours?: {
                /**
                 * @description Where it stands.
                 * @example fulfilled
                 */
                status: string;
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description What it comes to, in minor units of the currency.
                 * @example 5960
                 */
                total: number;
                /**
                 * @description What was taken for it, in minor units of the currency.
                 * @example 5960
                 */
                paid: number;
                /**
                 * @description Units that are wanted: ordered and not cancelled.
                 * @example 3
                 */
                units: number;
                /**
                 * @description Units that have left.
                 * @example 3
                 */
                fulfilled: number;
                /**
                 * @description Units that came back.
                 * @example 0
                 */
                returned: number;
            };
            /** @description What of it differs. */
            differs?: ("status" | "currency" | "total" | "paid" | "units" | "fulfilled" | "returned")[];
            /**
             * @description What comes to what they believe: the order as it was known at their moment; the order before its last facts; nothing of these.
             * @example not-known-yet
             * @enum {string}
             */
            why?: "told-later" | "not-known-yet" | "unexplained";
            /** @description The facts that they do not have, oldest first, the newest 20; of what nothing explains the newest 3. */
            facts?: components["schemas"]["TimelineEntry"][];
            /**
             * @description How many more there are; left out where these are all.
             * @example 1
             */
            moreFacts?: number;
            /**
             * @description Why the row cannot be read, in words for people.
             * @example /total: expected number
             */
            fault?: string;
        };
        DifferingOrders: {
            /** @description Rows that are not as the orders are, in the order they came. */
            items: components["schemas"]["DifferingOrder"][];
            /**
             * @description When it was compared, UTC: the moment of what is compared with now.
             * @example 2026-03-02T18:04:11.000Z
             */
            comparedAt: string;
            /**
             * @description Rows that were sent.
             * @example 1200
             */
            rows: number;
            /**
             * @description Rows of which all that is said is so.
             * @example 1198
             */
            equal: number;
            /**
             * @description Rows of which something is not so.
             * @example 1
             */
            different: number;
            /**
             * @description Rows of orders that are not here.
             * @example 0
             */
            unknown: number;
            /**
             * @description Orders of the whole channel that no row named.
             * @example 1
             */
            missing: number;
            /**
             * @description Rows that cannot be read.
             * @example 1
             */
            unreadable: number;
        };
        ExplainingEntry: {
            /**
             * @description Id of the event.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId: string;
            /**
             * @description What happened, e.g. `tributary.inventory.sold.v1`.
             * @example tributary.inventory.issued.v1
             */
            type: string;
            /**
             * @description Its place in the ledger, from 1.
             * @example 5
             */
            version: number;
            /**
             * @description When it happened, UTC.
             * @example 2026-03-02T13:40:00.000Z
             */
            at: string;
            /**
             * @description When it was recorded, UTC.
             * @example 2026-03-02T13:40:00.000Z
             */
            recordedAt: string;
            /**
             * @description It was told after a count that had seen it.
             * @example false
             */
            late: boolean;
            /**
             * @description The system that told it, or the service that decided it.
             * @example tributary/inventory
             */
            source: string;
            /**
             * @description The order that it is about, where it is about one.
             * @example web.100045
             */
            orderId?: string;
            /**
             * @description Units by which it moved what is there.
             * @example -2
             */
            onHand: number;
            /**
             * @description Units by which it moved what is promised.
             * @example -2
             */
            reserved: number;
        };
        RepairedStock: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /** @description What stands by the ledger now, in units. */
            now: {
                /**
                 * @description Units that are there; below zero where more left than was known of.
                 * @example 3
                 */
                onHand: number;
                /**
                 * @description Units of these that are promised to orders.
                 * @example 2
                 */
                reserved: number;
                /**
                 * @description Units that may still be promised.
                 * @example 1
                 */
                available: number;
            };
            /** @description What would stand, in units. */
            then: {
                /**
                 * @description Units that are there; below zero where more left than was known of.
                 * @example 1
                 */
                onHand: number;
                /**
                 * @description Units of these that are promised to orders.
                 * @example 1
                 */
                reserved: number;
                /**
                 * @description Units that may still be promised.
                 * @example 0
                 */
                available: number;
            };
            /** @description Promises that would be broken, since there would be less than is promised. */
            breaks: {
                /**
                 * @description The order that would lose its goods.
                 * @example web.100045
                 */
                orderId: string;
                /**
                 * @description One location’s part of the order.
                 * @example S1-leeds
                 */
                fulfilmentId: string;
                /**
                 * @description The line of the order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Units that it would lose; they are sourced anew.
                 * @example 1
                 */
                quantity: number;
            }[];
        };
        StockDifference: {
            /**
             * @description Its place in what was sent, from 1; left out for stock that was not named.
             * @example 1
             */
            row?: number;
            /**
             * @description The figures differ; nothing was ever told here of the SKU at the location; there is stock that was not named; the row cannot be read.
             * @example different
             * @enum {string}
             */
            verdict: "different" | "unknown" | "missing" | "unreadable";
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku?: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location?: string;
            /**
             * @description The moment that is compared, UTC; left out where it is now.
             * @example 2026-03-02T18:00:00.000Z
             */
            asOf?: string;
            /** @description What they believe, in units, as far as they say. */
            theirs?: {
                /**
                 * @description Units that are there; below zero where more left than was known of.
                 * @example 73
                 */
                onHand?: number;
                /**
                 * @description Units of these that are promised to orders.
                 * @example 2
                 */
                reserved?: number;
                /**
                 * @description Units that may still be promised.
                 * @example 71
                 */
                available?: number;
            };
            /** @description What the ledger says, in units. */
            ours?: {
                /**
                 * @description Units that are there; below zero where more left than was known of.
                 * @example 71
                 */
                onHand: number;
                /**
                 * @description Units of these that are promised to orders.
                 * @example 0
                 */
                reserved: number;
                /**
                 * @description Units that may still be promised.
                 * @example 71
                 */
                available: number;
            };
            /** @description Theirs less ours, in units. */
            difference?: {
                /**
                 * @description Units that are there; below zero where more left than was known of.
                 * @example 2
                 */
                onHand?: number;
                /**
                 * @description Units of these that are promised to orders.
                 * @example 2
                 */
                reserved?: number;
                /**
                 * @description Units that may still be promised.
                 * @example 0
                 */
                available?: number;
            };
            /**
             * @description What comes to the difference: what was told after their moment; the last entries; one that they do not have; one that they have twice; what came after their moment; what is promised to orders; nothing that is among the newest entries.
             * @example not-known-yet
             * @enum {string}
             */
            why?: "told-later" | "not-known-yet" | "left-out" | "counted-twice" | "ahead" | "promised" | "unexplained";
            /** @description The entries that come to it, oldest first, the newest 20; left out where none do. */
            entries?: components["schemas"]["ExplainingEntry"][];
            /**
             * @description How many more there are; left out where these are all.
             * @example 12
             */
            moreEntries?: number;
            /**
             * @description Why the row cannot be read, in words for people.
             * @example /onHand: expected number
             */
            fault?: string;
        };
        StockDifferences: {
            /** @description Rows that are not as the ledgers say, in the order they came. */
            items: components["schemas"]["StockDifference"][];
            /**
             * @description When it was compared, UTC: the moment of what is compared with now.
             * @example 2026-03-02T18:04:11.000Z
             */
            comparedAt: string;
            /**
             * @description Rows that were sent.
             * @example 1200
             */
            rows: number;
            /**
             * @description Rows of which all that is said is so.
             * @example 1198
             */
            equal: number;
            /**
             * @description Rows of which something is not so.
             * @example 1
             */
            different: number;
            /**
             * @description Rows of SKUs that nobody ever told of at their location.
             * @example 0
             */
            unknown: number;
            /**
             * @description SKUs with stock at a whole location that no row named.
             * @example 1
             */
            missing: number;
            /**
             * @description Rows that cannot be read.
             * @example 1
             */
            unreadable: number;
        };
        StockRepairPreview: {
            /** @description One for each row, in its order. */
            items: components["schemas"]["RepairedStock"][];
        };
        StockRepairs: {
            /** @description One for each row, in its order; stock follows a moment later. */
            items: {
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description Units that were there, as it was recorded.
                 * @example 1
                 */
                onHand: number;
                /**
                 * @description The moment that they were there; `at` where left out.
                 * @example 2026-03-02T18:00:00Z
                 */
                asOf?: string;
                /**
                 * @description Why, as it was recorded.
                 * @example reconciliation
                 */
                reason: string;
                /**
                 * @description When it was recorded first, UTC.
                 * @example 2026-03-02T09:14:05.000Z
                 */
                at: string;
                /**
                 * @description Names the message here.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                messageId: string;
            }[];
        };
        ExchangeAnswer: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description The return that they went out for.
             * @example RMA-1
             */
            returnId: string;
            /**
             * @description Names what the order gave back by it.
             * @example EX-15
             */
            refundId: string;
            /**
             * @description The order or sale of what goes out instead.
             * @example desk.3107
             */
            exchangedFor: string;
            /**
             * @description What came back paid of it, in minor units of the currency.
             * @example 891
             */
            amount: number;
            /**
             * @description What the customer is still to pay for what goes out, less what other payments set aside, in minor units of the currency.
             * @example 1599
             */
            toPay: number;
            /**
             * @description What the order still owes the customer, in minor units of the currency.
             * @example 0
             */
            toGiveBack: number;
        };
        ExpectedReturn: {
            /**
             * @description Names the return.
             * @example RMA-1
             */
            returnId: string;
            /** @description What may come back, and for what. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Why goods come back, a reason of the return policy.
                 * @example changed-mind
                 */
                reason: string;
            }[];
            /**
             * @description What would be given back for all of it, in minor units of the currency.
             * @example 891
             */
            worth: number;
            /**
             * @description Where it is expected; anywhere where left out.
             * @example leeds
             */
            location?: string;
            /**
             * @description Until when it is expected, UTC.
             * @example 2026-04-03T11:05:00Z
             */
            until?: string;
            /**
             * @description Why it may come back although its time is over.
             * @example She was ill.
             */
            despite?: string;
            /**
             * @description What whoever takes it back should know.
             * @example She brings it on Saturday.
             */
            note?: string;
        };
        LineQuantity: {
            /**
             * @description Names the line within its order.
             * @example 1
             */
            lineId: string;
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description Units, a whole number.
             * @example 2
             */
            quantity: number;
        };
        OrderReturn: {
            /**
             * @description Names the return.
             * @example R-310
             */
            returnId: string;
            /**
             * @description Where the goods came back.
             * @example leeds
             */
            location?: string;
            /**
             * @description When they did, UTC.
             * @example 2026-03-10T15:20:00.000Z
             */
            at: string;
            /**
             * @description What was given back: for the lines, less `charges`, in minor units of the currency.
             * @example 890
             */
            refund: number;
            /**
             * @description What is not due any more for it, where it was taken back at a desk, in minor units of the currency.
             * @example 891
             */
            credited?: number;
            /** @description Positive was charged with the return, negative was given back. Part of `refund`. */
            charges?: {
                /**
                 * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                 * @example restocking
                 */
                code: string;
                /**
                 * @description What the customer saw it called.
                 * @example Restocking fee
                 */
                name?: string;
                /**
                 * @description Minor units: positive is charged, negative is given back.
                 * @example 100
                 */
                amount: number;
            }[];
            /** @description What came back. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description What becomes of goods that came back; only `restock` makes them stock again.
                 * @example restock
                 * @enum {string}
                 */
                disposition: "restock" | "damaged" | "refurbish" | "dispose";
            }[];
        };
        ReturnAnswer: {
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description Names the return, one of its order.
             * @example RMA-1
             */
            returnId: string;
            /**
             * @description It may come back, it came back, or it is not to come any more.
             * @example authorised
             * @enum {string}
             */
            status: "authorised" | "received" | "called-off";
            /** @description What may come back, or did. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description Units, a whole number.
                 * @example 1
                 */
                quantity: number;
                /**
                 * @description Why goods come back, a reason of the return policy.
                 * @example changed-mind
                 */
                reason?: string;
                /**
                 * @description What becomes of goods that came back; only `restock` makes them stock again.
                 * @example restock
                 * @enum {string}
                 */
                disposition?: "restock" | "damaged" | "refurbish" | "dispose";
                /**
                 * @description What it is worth, in minor units of the currency.
                 * @example 990
                 */
                worth?: number;
            }[];
            /**
             * @description What is given back for all of it, less fees and with charges, in minor units of the currency.
             * @example 891
             */
            worth?: number;
            /**
             * @description Until when it is expected, UTC.
             * @example 2026-04-03T11:05:00Z
             */
            until?: string;
        };
        ReturnPolicyAnswer: {
            /**
             * @description Days after the last delivery within which goods come back.
             * @example 30
             */
            days: number;
            /** @description What goods may come back for. */
            reasons: {
                /**
                 * @description Why goods come back, a reason of the return policy.
                 * @example changed-mind
                 */
                code: string;
                /**
                 * @description What people call it.
                 * @example Changed their mind
                 */
                name: string;
                /**
                 * @description Days after the last delivery within which goods come back for it, where they are others than usual.
                 * @example 14
                 */
                days?: number;
                /**
                 * @description Percent of what the goods are worth that is kept as a fee, rounded half up; nothing where left out.
                 * @example 10
                 */
                feePercent?: number;
                /**
                 * @description Whether charges of the order, such as postage, are given back once all of it came back.
                 * @example true
                 */
                givesBackCharges?: boolean;
            }[];
            /**
             * @description Calendar days after the last of an order arrived in which a consumer may withdraw; 14 where left out.
             * @example 30
             */
            withdrawalDays?: number;
            /** @description Goods without a right of withdrawal: made to order, or sealed for health or hygiene. None where left out. */
            noWithdrawal?: {
                /** @description Goods that are never withdrawn from. */
                skus?: string[];
            };
        };
        Alive: {
            /**
             * @description The process lives.
             * @example alive
             * @constant
             */
            status: "alive";
        };
        Readiness: {
            /**
             * @description Requests may come; what was there at the start is still being handled; too much is not handled yet; an engine is away; or it ends.
             * @example ready
             * @enum {string}
             */
            status: "ready" | "catching-up" | "behind" | "away" | "stopping";
            /** @description Consumer groups that are behind. */
            behind?: {
                /**
                 * @description The consumer group.
                 * @example repository-orders
                 */
                group: string;
                /**
                 * @description Messages that it has not handled yet.
                 * @example 12400
                 */
                lag: number;
            }[];
            /** @description Engines that do not answer. */
            away?: string[];
            /** @description Consumer groups that wait for a store, which may answer and yet take nothing: a full disk. */
            waiting?: string[];
        };
        CustomerSegments: {
            /**
             * @description Who this is: the customer id, or the e-mail of a guest.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description As of when days are counted, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            at: string;
            /**
             * @description Orders that were looked at: the newest, at most 400.
             * @example 7
             */
            orders: number;
            /**
             * @description There are older ones that nothing here counts.
             * @example true
             * @constant
             */
            more?: true;
            /** @description Left out where no numbers are set, and of whom no order stands. */
            rfm?: components["schemas"]["RfmScores"];
            /** @description All segments, in the order they are defined in. */
            segments: components["schemas"]["SegmentStanding"][];
        };
        RfmScores: {
            /** @description How late. */
            recency: {
                /**
                 * @description 1–5.
                 * @example 5
                 */
                score: number;
                /**
                 * @description Whole days since the last order that stands was placed.
                 * @example 2
                 */
                days: number;
            };
            /** @description How often. */
            frequency: {
                /**
                 * @description 1–5.
                 * @example 4
                 */
                score: number;
                /**
                 * @description Orders that stand.
                 * @example 6
                 */
                orders: number;
            };
            /** @description For how much. */
            monetary: {
                /**
                 * @description 1–5.
                 * @example 4
                 */
                score: number;
                /**
                 * @description ISO 4217 code of the currency of all amounts beside it.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description What is due of orders that stand, less returns, in minor units of the currency.
                 * @example 30250
                 */
                value: number;
            };
        };
        SegmentCustomer: {
            /**
             * @description Customer id, or the e-mail of a guest.
             * @example C-2041
             */
            customerId: string;
            /**
             * @description As the customer file has it.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description As the customer file has it.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description Orders that stand.
             * @example 6
             */
            orders: number;
            /**
             * @description When the last order that stands was placed, UTC.
             * @example 2026-03-02T09:14:05.000Z
             */
            lastOrder?: string;
            /** @description Left out where no numbers are set, and of whom no order stands. */
            rfm?: components["schemas"]["RfmScores"];
        };
        SegmentCustomers: {
            /** @description Customers of the customer file who are in the segment, by id. */
            items: components["schemas"]["SegmentCustomer"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        SegmentStanding: {
            /**
             * @description Names the segment: `champions`.
             * @example champions
             */
            segmentId: string;
            /**
             * @description What people call it.
             * @example Champions
             */
            name: string;
            /**
             * @description Whether all of it is so.
             * @example true
             */
            isIn: boolean;
            /** @description Each condition with the figure that it was held against. */
            why: {
                /** @description What is asked of whoever is in it. */
                condition: {
                    /**
                     * @description `orders`: how many orders stand. `open-orders`: of how many of all something is still to leave. Orders that stand: those neither cancelled whole nor refused.
                     * @example orders
                     * @enum {string}
                     */
                    is: "orders" | "open-orders";
                    /**
                     * @description This or more.
                     * @example 8
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 20
                     */
                    to?: number;
                } | {
                    /**
                     * @description Whole days since the last or the first order that stands was placed: 30 days and 23 hours are 30.
                     * @example last-order
                     * @enum {string}
                     */
                    is: "last-order" | "first-order";
                    /**
                     * @description So many days or fewer.
                     * @example 90
                     */
                    within?: number;
                    /**
                     * @description More than so many days.
                     * @example 1
                     */
                    over?: number;
                } | {
                    /**
                     * @description `value`: what is due of orders that stand, less what was given back or credited for goods that came back; goodwill does not lessen it. `average`: the same for each of these orders, rounded to the minor unit.
                     * @example value
                     * @enum {string}
                     */
                    is: "value" | "average";
                    /**
                     * @description Orders in this currency are counted, no others.
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description This or more, in minor units.
                     * @example 5000
                     */
                    from?: number;
                    /**
                     * @description This or less, in minor units.
                     * @example 100000
                     */
                    to?: number;
                } | {
                    /**
                     * @description Of a hundred units that had left, how many came back, to one decimal.
                     * @example returned
                     * @enum {string}
                     */
                    is: "returned";
                    /**
                     * @description This or more.
                     * @example 0
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 20
                     */
                    to?: number;
                } | {
                    /**
                     * @description Over which channels they order, at which stores they buy or collect, what they ordered and did not cancel: of orders that stand.
                     * @example sku
                     * @enum {string}
                     */
                    is: "channel" | "store" | "sku";
                    /** @description One of these, or what begins so: `MUG*`. Case tells names apart. */
                    names: string[];
                    /**
                     * @description `any`: it is among theirs. `most`: none is on more of their orders, of SKUs none was ordered in more units; where several are level, one of them is enough.
                     * @example any
                     * @enum {string}
                     */
                    how: "any" | "most";
                } | {
                    /**
                     * @description A score from 1 to 5, by `rfm`: 5 are the latest, most frequent, most valuable.
                     * @example recency
                     * @enum {string}
                     */
                    is: "recency" | "frequency" | "monetary";
                    /**
                     * @description This or more.
                     * @example 4
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 5
                     */
                    to?: number;
                };
                /**
                 * @description Whether it is so.
                 * @example true
                 */
                holds: boolean;
                /**
                 * @description What is so, in the unit of the bounds; left out of names, and where there is none: without an order, without scores, without anything that left.
                 * @example 5
                 */
                figure?: number;
                /** @description Of names, theirs that are among those named, at most 20. */
                found?: string[];
                /**
                 * @description How far the figure is from the nearest bound, in its unit; left out where it is so.
                 * @example 2
                 */
                missesBy?: number;
            }[];
        };
        SegmentsAnswer: {
            /** @description By which numbers customers are scored; left out, nobody is. */
            rfm?: {
                /** @description Whole days since the last order: up to the first of these scores 5, up to the second 4, the third 3, the fourth 2, more 1. */
                recencyDays: number[];
                /** @description Orders that stand: from the fourth of these on scores 5, from the third 4, the second 3, the first 2, fewer 1. */
                orders: number[];
                /**
                 * @description Value is scored in this currency; what is ordered in others does not count.
                 * @example EUR
                 */
                currency: string;
                /** @description Value in minor units, as the condition `value` counts it: scored as orders are. */
                value: number[];
            };
            /** @description Segments; a customer is in as many as there are. */
            segments: {
                /**
                 * @description Names the segment: `champions`.
                 * @example champions
                 */
                segmentId: string;
                /**
                 * @description What people call it.
                 * @example Champions
                 */
                name: string;
                /** @description All of these are so of whoever is in it. */
                conditions: ({
                    /**
                     * @description `orders`: how many orders stand. `open-orders`: of how many of all something is still to leave. Orders that stand: those neither cancelled whole nor refused.
                     * @example orders
                     * @enum {string}
                     */
                    is: "orders" | "open-orders";
                    /**
                     * @description This or more.
                     * @example 2
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 20
                     */
                    to?: number;
                } | {
                    /**
                     * @description Whole days since the last or the first order that stands was placed: 30 days and 23 hours are 30.
                     * @example last-order
                     * @enum {string}
                     */
                    is: "last-order" | "first-order";
                    /**
                     * @description So many days or fewer.
                     * @example 90
                     */
                    within?: number;
                    /**
                     * @description More than so many days.
                     * @example 7
                     */
                    over?: number;
                } | {
                    /**
                     * @description `value`: what is due of orders that stand, less what was given back or credited for goods that came back; goodwill does not lessen it. `average`: the same for each of these orders, rounded to the minor unit.
                     * @example value
                     * @enum {string}
                     */
                    is: "value" | "average";
                    /**
                     * @description Orders in this currency are counted, no others.
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description This or more, in minor units.
                     * @example 5000
                     */
                    from?: number;
                    /**
                     * @description This or less, in minor units.
                     * @example 100000
                     */
                    to?: number;
                } | {
                    /**
                     * @description Of a hundred units that had left, how many came back, to one decimal.
                     * @example returned
                     * @enum {string}
                     */
                    is: "returned";
                    /**
                     * @description This or more.
                     * @example 0
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 20
                     */
                    to?: number;
                } | {
                    /**
                     * @description Over which channels they order, at which stores they buy or collect, what they ordered and did not cancel: of orders that stand.
                     * @example sku
                     * @enum {string}
                     */
                    is: "channel" | "store" | "sku";
                    /** @description One of these, or what begins so: `MUG*`. Case tells names apart. */
                    names: string[];
                    /**
                     * @description `any`: it is among theirs. `most`: none is on more of their orders, of SKUs none was ordered in more units; where several are level, one of them is enough.
                     * @example any
                     * @enum {string}
                     */
                    how: "any" | "most";
                } | {
                    /**
                     * @description A score from 1 to 5, by `rfm`: 5 are the latest, most frequent, most valuable.
                     * @example recency
                     * @enum {string}
                     */
                    is: "recency" | "frequency" | "monetary";
                    /**
                     * @description This or more.
                     * @example 4
                     */
                    from?: number;
                    /**
                     * @description This or less.
                     * @example 2
                     */
                    to?: number;
                })[];
            }[];
        };
        SegmentsPreview: {
            /**
             * @description Customers that were looked at: those who placed the newest orders, at most 100.
             * @example 100
             */
            customers: number;
            /** @description The segments, in the order they were sent in. */
            segments: {
                /**
                 * @description Names the segment: `champions`.
                 * @example champions
                 */
                segmentId: string;
                /**
                 * @description What people call it.
                 * @example Champions
                 */
                name: string;
                /**
                 * @description Of the customers that were looked at, those in it.
                 * @example 12
                 */
                customers: number;
                /** @description Of these, the first 5. */
                examples: {
                    /**
                     * @description Customer id, or the e-mail of a guest.
                     * @example C-2041
                     */
                    customerId: string;
                    /**
                     * @description As the customer file has it.
                     * @example Ada Lovelace
                     */
                    name?: string;
                }[];
            }[];
            /** @description Numbers by which each fifth of these customers has a score of its own, as far as they differ; left out where fewer than 5 of them have an order that stands. */
            suggestedRfm?: {
                /** @description Whole days since the last order: up to the first of these scores 5, up to the second 4, the third 3, the fourth 2, more 1. */
                recencyDays: number[];
                /** @description Orders that stand: from the fourth of these on scores 5, from the third 4, the second 3, the first 2, fewer 1. */
                orders: number[];
                /**
                 * @description Value is scored in this currency; what is ordered in others does not count.
                 * @example EUR
                 */
                currency: string;
                /** @description Value in minor units, as the condition `value` counts it: scored as orders are. */
                value: number[];
            };
        };
        ApprovalLimitsVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["ApprovalLimitsAnswer"];
            }[];
        };
        AttributesVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["DeclaredAttributesAnswer"];
            }[];
        };
        AvailabilityPolicyVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["AvailabilityPolicyAnswer"];
            }[];
        };
        HoldRulesVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["HoldRulesAnswer"];
            }[];
        };
        ReturnPolicyVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["ReturnPolicyAnswer"];
            }[];
        };
        SegmentsVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["SegmentsAnswer"];
            }[];
        };
        TimelinePolicyVersions: {
            /** @description What was set, the newest first, at most 500. */
            items: {
                /**
                 * @description Which it was, from 1.
                 * @example 1
                 */
                version: number;
                /**
                 * @description From when on it held, UTC.
                 * @example 2026-02-28T16:20:00.000Z
                 */
                setAt: string;
                /**
                 * @description Role and id of the key that it was set with.
                 * @example ops:0199f7a2-4c1e-7b7a-9d3e-0c2f6a1b8e55
                 */
                setBy?: string;
                /** @description What held from then on. */
                value: components["schemas"]["TimelinePolicyAnswer"];
            }[];
        };
        Availabilities: {
            /** @description One for each SKU that was asked for. */
            items: components["schemas"]["SkuAvailability"][];
        };
        AvailabilityPolicyAnswer: {
            /** @description Rules, in the order they are looked at. */
            rules: {
                /** @description The channels it is for. */
                channels: string[];
                /**
                 * @description Units of each SKU at each location that they are not told of, so that a count that is wrong or a sale not yet told sells nothing twice; none where left out.
                 * @example 2
                 */
                keepBack?: number;
                /** @description SKUs of which more or less is kept back. */
                keepBackOf?: {
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description Units at each location, in the place of `keepBack`.
                     * @example 5
                     */
                    units: number;
                }[];
                /** @description Locations whose stock they are not told of. */
                without?: string[];
                /**
                 * @description More than this is never told of a SKU in all; all of it where left out.
                 * @example 50
                 */
                most?: number;
            }[];
        };
        LedgerEntry: {
            /**
             * @description Id of the event.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId: string;
            /**
             * @description What happened, e.g. `tributary.inventory.received.v1`.
             * @example tributary.inventory.received.v1
             */
            type: string;
            /**
             * @description Its place in the ledger, from 1.
             * @example 2
             */
            version: number;
            /**
             * @description When it happened, UTC.
             * @example 2026-03-01T10:12:00.000Z
             */
            at: string;
            /**
             * @description When it was recorded, UTC.
             * @example 2026-03-01T10:12:00.431Z
             */
            recordedAt: string;
            /**
             * @description It was told after a count that had seen it.
             * @example false
             */
            late: boolean;
            /**
             * @description The system that told it, or the service that decided it.
             * @example urn:wms:leeds
             */
            source: string;
            /**
             * @description Id of the event or command that led to it.
             * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
             */
            causationId?: string;
            /**
             * @description Units that were there after it by the ledger; below zero where more left than was known of.
             * @example 72
             */
            onHand: number;
            /**
             * @description Units that were promised to orders after it.
             * @example 0
             */
            reserved: number;
            /** @description The fact’s data by its `type`; `delta` is what it moves, in units. */
            data: unknown;
        };
        LedgerPart: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units that are there by the ledger; below zero where more left than was known of.
             * @example 71
             */
            onHand: number;
            /**
             * @description Units of these that are promised to orders.
             * @example 2
             */
            reserved: number;
            /** @description Entries, oldest first. */
            items: components["schemas"]["LedgerEntry"][];
            /**
             * @description `from` of the next part; left out at the end.
             * @example 3
             */
            next?: number;
        };
        SkuAvailability: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description The channel that it is told to; left out where none was named.
             * @example marketplace-eu
             */
            channel?: string;
            /**
             * @description Units that can be sold: the sum over `locations`, and `most` at most.
             * @example 69
             */
            available: number;
            /** @description Locations that sell it, to this channel where one was named. */
            locations: {
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example leeds
                 */
                location: string;
                /**
                 * @description Units that can be sold from there.
                 * @example 69
                 */
                available: number;
                /**
                 * @description Units there that the channel is not told of; left out where none are.
                 * @example 5
                 */
                keptBack?: number;
            }[];
            /**
             * @description More than this the channel is not told; left out where it is told all.
             * @example 50
             */
            most?: number;
            /** @description Locations whose stock does not count, and why; left out where all of it does. */
            notSold?: {
                /**
                 * @description A location of the network: a store, a warehouse or a drop-shipper.
                 * @example hull
                 */
                location: string;
                /**
                 * @description Units there that no order has.
                 * @example 69
                 */
                available: number;
                /**
                 * @description The location is closed, no network knows it (yet), or the channel is not told of its stock.
                 * @example location-inactive
                 * @enum {string}
                 */
                why: "location-inactive" | "location-not-defined" | "not-for-channel";
            }[];
        };
        StockFigure: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units that are there by the ledger; below zero where more left than was known of.
             * @example 71
             */
            onHand: number;
            /**
             * @description Units of these that are promised to orders.
             * @example 2
             */
            reserved: number;
            /**
             * @description The moment it was true at, UTC; left out where it is now.
             * @example 2026-03-02T13:40:00.000Z
             */
            asOf?: string;
            /**
             * @description The moment it was known at, UTC; left out where it is now.
             * @example 2026-03-02T13:40:00.000Z
             */
            knownAt?: string;
            /**
             * @description How many entries of the ledger it is the sum of.
             * @example 4
             */
            entries: number;
        };
        StockPosition: {
            /**
             * @description Stock-keeping unit: what a good is called, the same in every system.
             * @example MUG-BLUE
             */
            sku: string;
            /**
             * @description A location of the network: a store, a warehouse or a drop-shipper.
             * @example leeds
             */
            location: string;
            /**
             * @description Units that are there by the ledger; below zero where more left than was known of.
             * @example 71
             */
            onHand: number;
            /**
             * @description Units of these that are promised to orders.
             * @example 2
             */
            reserved: number;
            /**
             * @description Units that may still be promised: on hand less reserved.
             * @example 69
             */
            available: number;
            /**
             * @description When something last moved or was reserved, UTC; left out of what is as of a moment.
             * @example 2026-03-02T13:40:00.000Z
             */
            updatedAt?: string;
            /**
             * @description Why nothing is sold from the location now, where that is so; left out of what is as of a moment.
             * @example location-inactive
             * @enum {string}
             */
            notSold?: "location-inactive" | "location-not-defined";
        };
        StockPositions: {
            /** @description Positions by SKU. */
            items: components["schemas"]["StockPosition"][];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        TimelinePolicyAnswer: {
            /** @description Rules, in the order they are looked at. Without any all is told. */
            rules: {
                /**
                 * @description Names the rule: `parcels-under-way`.
                 * @example parcels-under-way
                 */
                ruleId: string;
                /** @description Types of facts, as timelines have them, or what they begin with: `tributary.order.payment-*`. That an order was placed, cancelled or rejected is always told. */
                types: string[];
                /** @description Only what one of these told, as `source` of a timeline has it; whoever told it where left out. */
                sources?: string[];
                /** @description Only facts that say this; whatever they say where left out. */
                where?: {
                    /**
                     * @description A field of the fact’s data, at its top: `status`.
                     * @example status
                     */
                    field: string;
                    /** @description What it is, one of these; text to the letter. */
                    is: (string | number | boolean)[];
                };
                /**
                 * @description Only where the order has a fact of that type already: the first is told.
                 * @example true
                 * @constant
                 */
                repeated?: true;
                /**
                 * @description Why people need not read it.
                 * @example A carrier scans a parcel at each depot.
                 */
                why: string;
            }[];
        };
        TimelinePreview: {
            /**
             * @description Orders that were looked at: those placed last, at most 200.
             * @example 200
             */
            orders: number;
            /**
             * @description Facts that were looked at: of each order the first 1,000.
             * @example 1840
             */
            facts: number;
            /**
             * @description Of these facts, those that would be told.
             * @example 1610
             */
            told: number;
            /** @description The rules, in the order they were sent in; a fact counts for the first that fits it. */
            rules: {
                /**
                 * @description Names the rule: `parcels-under-way`.
                 * @example parcels-under-way
                 */
                ruleId: string;
                /**
                 * @description Facts that the rule leaves out.
                 * @example 230
                 */
                facts: number;
                /**
                 * @description These, of a hundred facts looked at, to one decimal.
                 * @example 12.5
                 */
                share: number;
                /** @description What it leaves out, the most first. */
                types: {
                    /**
                     * @description What happened, e.g. `tributary.order.tracked.v1`.
                     * @example tributary.order.tracked.v1
                     */
                    type: string;
                    /**
                     * @description Facts of that type that the rule leaves out.
                     * @example 230
                     */
                    facts: number;
                }[];
            }[];
            /** @description The orders of which most is left out, at most 5. */
            most: {
                /**
                 * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
                 * @example web.100045
                 */
                orderId: string;
                /**
                 * @description Facts that were looked at: of each order the first 1,000.
                 * @example 14
                 */
                facts: number;
                /**
                 * @description Of these, those left out.
                 * @example 5
                 */
                leftOut: number;
            }[];
        };
        Trace: {
            /**
             * @description The event that it was asked by.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId?: string;
            /**
             * @description The order that it was asked by.
             * @example web.100045
             */
            orderId?: string;
            /** @description What happened, causes first; 500 at most. */
            nodes: {
                /**
                 * @description Id of the event, for `GET /v1/events/{eventId}`; of a command, its own.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                id: string;
                /**
                 * @description What another system sent; what somebody asked for here, of which only what it led to is recorded; or what a service recorded.
                 * @example message
                 * @enum {string}
                 */
                kind: "message" | "command" | "fact";
                /**
                 * @description Type of the event; left out of a command.
                 * @example tributary.order.captured.v1
                 */
                type?: string;
                /**
                 * @description What happened, in a few words.
                 * @example A channel took an order
                 */
                summary: string;
                /**
                 * @description Where it happened: in another system, by a command, or in the service that recorded it.
                 * @example outside
                 * @enum {string}
                 */
                system: "outside" | "people" | "gateway" | "inventory" | "order" | "sourcing" | "repository";
                /**
                 * @description Who told it: the system that sent it, or a service of ours.
                 * @example urn:shop:web
                 */
                source: string;
                /**
                 * @description Role and id of the key that did it; where `submittedBy` is set, whom its message names.
                 * @example ann@shop.example
                 */
                actor?: string;
                /**
                 * @description Role and id of the key that handed the message in, where it names somebody else as its actor.
                 * @example integrator:b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
                 */
                submittedBy?: string;
                /**
                 * @description When it happened, UTC.
                 * @example 2026-03-02T09:14:05.120Z
                 */
                at: string;
                /**
                 * @description When it was recorded, UTC; of a command, when the first that it led to was.
                 * @example 2026-03-02T09:14:05.204Z
                 */
                recordedAt: string;
                /** @description What it is about, where that is one thing. */
                about: {
                    /**
                     * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
                     * @example web.100045
                     */
                    orderId?: string;
                    /**
                     * @description Names the return.
                     * @example RMA-1
                     */
                    returnId?: string;
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku?: string;
                    /**
                     * @description A location of the network: a store, a warehouse or a drop-shipper.
                     * @example leeds
                     */
                    location?: string;
                };
            }[];
            /** @description What led to what. */
            edges: {
                /**
                 * @description Id of the node that led to the other.
                 * @example 0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d
                 */
                from: string;
                /**
                 * @description Id of the node that it led to; each is led to by one at most.
                 * @example 019cae11-5a10-8b21-a4c6-2f1e0d9c8b7a
                 */
                to: string;
                /**
                 * @description Whether the cause was recorded with it, or it goes on with what both name, such as the pick of a fulfilment with the decision that made it.
                 * @example caused
                 * @enum {string}
                 */
                how: "caused" | "followed";
            }[];
            /**
             * @description Set where more belongs to it than is told here.
             * @example true
             * @constant
             */
            more?: true;
        };
        TradeFigures: {
            /**
             * @description Orders and sales that were placed.
             * @example 40
             */
            orders: number;
            /**
             * @description Units that were ordered, with those that joined or were cut by a change.
             * @example 95
             */
            unitsOrdered: number;
            /**
             * @description What these units cost, without charges and discounts of whole orders, in minor units.
             * @example 182500
             */
            valueOrdered: number;
            /**
             * @description Units that were cancelled, also where they left all the same.
             * @example 2
             */
            unitsCancelled: number;
            /**
             * @description What the cancelled units had cost, in minor units.
             * @example 3980
             */
            valueCancelled: number;
            /**
             * @description Units that were shipped, handed over or carried out at a till.
             * @example 71
             */
            unitsFulfilled: number;
            /**
             * @description Units of known orders that came back.
             * @example 3
             */
            unitsReturned: number;
            /**
             * @description Money that was taken, by exchange as well, in minor units.
             * @example 171200
             */
            captured: number;
            /**
             * @description Money that was given back, by exchange as well, in minor units.
             * @example 5970
             */
            refunded: number;
        };
        TradeReport: {
            /**
             * @description The first business date.
             * @example 2026-11-23
             */
            from: string;
            /**
             * @description The last business date.
             * @example 2026-11-23
             */
            to: string;
            /**
             * @description What there is a row of, one for each currency.
             * @example day
             * @enum {string}
             */
            by: "day" | "channel" | "location";
            /**
             * @description Hours after its end at which a business date is closed.
             * @example 6
             */
            closes: number;
            /**
             * @description The moment up to which `corrected` counts what was recorded, UTC. By `close` it counts what was known then, and this is when the last date is closed.
             * @example 2026-11-25T09:00:00.000Z
             */
            known: string;
            /**
             * @description Whether all dates are closed; until then `reported` may still grow.
             * @example true
             */
            closed: boolean;
            /** @description Rows in order: of date, channel or location, then of currency. */
            items: components["schemas"]["TradeRow"][];
        };
        TradeRow: {
            /**
             * @description The business date, by day.
             * @example 2026-11-23
             */
            date?: string;
            /**
             * @description The channel, by channel.
             * @example pos
             */
            channel?: string;
            /**
             * @description The store whose till it was, by location; left out for orders of no till.
             * @example STORE-01
             */
            location?: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /** @description As each business date was known when it was closed. */
            reported: components["schemas"]["TradeFigures"];
            /** @description As it is known now, or was at the moment that was asked for. */
            corrected: components["schemas"]["TradeFigures"];
            /** @description What `corrected` has more than `reported`; below zero, less. */
            difference: components["schemas"]["TradeFigures"];
        };
        GivenUpMessages: {
            /** @description Messages that were given up and not taken since, oldest first. */
            items: {
                /**
                 * @description Id of the event.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                eventId: string;
                /**
                 * @description Type of the event.
                 * @example tributary.order.allocated.v1
                 */
                eventType: string;
                /**
                 * @description Its stream.
                 * @example order-web.100045
                 */
                subject: string;
                /**
                 * @description How often it was tried.
                 * @example 3
                 */
                attempts: number;
                /**
                 * @description Why the last try failed.
                 * @example answered 400
                 */
                error: string;
                /**
                 * @description When it was given up, UTC.
                 * @example 2026-03-05T09:15:04.870Z
                 */
                at: string;
            }[];
            /**
             * @description `cursor` of the next part; left out at the end.
             * @example WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd
             */
            next?: string;
        };
        Redelivered: {
            /**
             * @description Id of the event.
             * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
             */
            eventId: string;
            /**
             * @description What the receiver answered: it took the message.
             * @example 204
             */
            status: number;
        };
        Webhook: {
            /**
             * @description Names the webhook.
             * @example 01a22af4-ef22-758a-a585-579643f1920d
             */
            webhookId: string;
            /**
             * @description What it is for, in words for people.
             * @example fulfilment screen
             */
            name: string;
            /**
             * @description Where messages are sent.
             * @example https://wms.example.com/tributary
             */
            url: string;
            /** @description Types that are told, `*` at the end for any ending; all where left out. */
            types?: string[];
            /** @description Channels whose orders are told of; all where left out. */
            channels?: string[];
            /** @description Locations that are told of; all where left out. */
            locations?: string[];
            /**
             * @description It goes on; it waits until it is resumed; or its key was revoked, and another has to resume it.
             * @example delivering
             * @enum {string}
             */
            state: "delivering" | "paused" | "revoked";
            /**
             * @description Somebody asked; nothing was taken for three days; or the receiver said that it is gone (410).
             * @example failing
             * @enum {string}
             */
            pausedBecause?: "asked" | "failing" | "gone";
            /**
             * @description Id of the key under which it is told things.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
        };
        WebhookDeliveries: {
            /**
             * @description Names the webhook.
             * @example 01a22af4-ef22-758a-a585-579643f1920d
             */
            webhookId: string;
            /**
             * @description Messages that were taken since it was made.
             * @example 1204
             */
            taken: number;
            /**
             * @description Messages that were given up since it was made.
             * @example 1
             */
            givenUp: number;
            /**
             * @description When one was taken last, UTC; left out where none was.
             * @example 2026-03-02T09:15:00.310Z
             */
            lastTakenAt?: string;
            /** @description The newest hundred tries, newest first. */
            recent: {
                /**
                 * @description Id of the event.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                eventId: string;
                /**
                 * @description Type of the event.
                 * @example tributary.order.allocated.v1
                 */
                eventType: string;
                /**
                 * @description Its stream.
                 * @example order-web.100045
                 */
                subject: string;
                /**
                 * @description How often it was tried.
                 * @example 3
                 */
                attempts: number;
                /**
                 * @description When it was tried first, UTC.
                 * @example 2026-03-02T09:15:01.220Z
                 */
                firstTriedAt: string;
                /**
                 * @description When it was tried last, UTC.
                 * @example 2026-03-02T09:15:04.870Z
                 */
                triedAt: string;
                /**
                 * @description What the receiver answered; left out where it did not.
                 * @example 503
                 */
                status?: number;
                /**
                 * @description Why it was not taken; left out where it was.
                 * @example answered 503
                 */
                error?: string;
            }[];
            /** @description Up to a hundred messages that are being tried again. */
            failing: {
                /**
                 * @description Id of the event.
                 * @example 019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b
                 */
                eventId: string;
                /**
                 * @description Type of the event.
                 * @example tributary.order.allocated.v1
                 */
                eventType: string;
                /**
                 * @description Its stream.
                 * @example order-web.100045
                 */
                subject: string;
                /**
                 * @description How often it was tried.
                 * @example 3
                 */
                attempts: number;
                /**
                 * @description When it was tried first, UTC.
                 * @example 2026-03-02T09:15:01.220Z
                 */
                firstTriedAt: string;
                /**
                 * @description When it was tried last, UTC.
                 * @example 2026-03-02T09:15:04.870Z
                 */
                triedAt: string;
                /**
                 * @description What the receiver answered; left out where it did not.
                 * @example 503
                 */
                status?: number;
                /**
                 * @description Why it was not taken; left out where it was.
                 * @example answered 503
                 */
                error?: string;
            }[];
        };
        WebhookList: {
            /** @description Webhooks, in the order they were made. */
            items: components["schemas"]["Webhook"][];
        };
        WebhookWithSecret: {
            /**
             * @description Names the webhook.
             * @example 01a22af4-ef22-758a-a585-579643f1920d
             */
            webhookId: string;
            /**
             * @description What it is for, in words for people.
             * @example fulfilment screen
             */
            name: string;
            /**
             * @description Where messages are sent.
             * @example https://wms.example.com/tributary
             */
            url: string;
            /** @description Types that are told, `*` at the end for any ending; all where left out. */
            types?: string[];
            /** @description Channels whose orders are told of; all where left out. */
            channels?: string[];
            /** @description Locations that are told of; all where left out. */
            locations?: string[];
            /**
             * @description It goes on; it waits until it is resumed; or its key was revoked, and another has to resume it.
             * @example delivering
             * @enum {string}
             */
            state: "delivering" | "paused" | "revoked";
            /**
             * @description Somebody asked; nothing was taken for three days; or the receiver said that it is gone (410).
             * @example failing
             * @enum {string}
             */
            pausedBecause?: "asked" | "failing" | "gone";
            /**
             * @description Id of the key under which it is told things.
             * @example b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10
             */
            keyId: string;
            /**
             * @description What its holder may do.
             * @example integrator
             * @enum {string}
             */
            role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
            /**
             * @description What its messages are signed with, by Standard Webhooks: it is shown only now.
             * @example whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX
             */
            secret: string;
        };
        OrderWithdrawal: {
            /**
             * @description Names the withdrawal, one of its order.
             * @example W-1
             */
            withdrawalId: string;
            /**
             * @description When the consumer declared it, UTC.
             * @example 2026-03-12T08:30:00.000Z
             */
            declaredAt: string;
            /** @description What the consumer withdrew from. */
            lines: components["schemas"]["LineQuantity"][];
            /**
             * @description The return by which goods are sent back; left out where none had left.
             * @example RMA-1
             */
            returnId?: string;
        };
        WithdrawalReceipt: {
            /**
             * @description Names the withdrawal, one of its order.
             * @example W-1
             */
            withdrawalId: string;
            /**
             * @description The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.
             * @example web.100045
             */
            orderId: string;
            /**
             * @description What the channel calls the order; unique within the channel.
             * @example 100045
             */
            number: string;
            /**
             * @description When the consumer declared it, UTC.
             * @example 2026-03-12T08:30:00.000Z
             */
            declaredAt: string;
            /**
             * @description When it was received here, UTC.
             * @example 2026-03-12T08:30:02.000Z
             */
            receivedAt: string;
            /**
             * @description Who declared it.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description The e-mail address that the receipt goes to.
             * @example ada@example.com
             */
            contact?: string;
            /**
             * @description What they declared, in their own words.
             * @example I withdraw from my contract of sale for the mugs.
             */
            statement?: string;
            /** @description What they withdraw from, and what becomes of it. */
            lines: {
                /**
                 * @description Names the line within its order.
                 * @example 1
                 */
                lineId: string;
                /**
                 * @description Stock-keeping unit: what a good is called, the same in every system.
                 * @example MUG-BLUE
                 */
                sku: string;
                /**
                 * @description What the customer saw the good called.
                 * @example Blue mug
                 */
                name?: string;
                /**
                 * @description Units that they withdraw from.
                 * @example 2
                 */
                quantity: number;
                /**
                 * @description Of these, units that had not left: they are cancelled.
                 * @example 1
                 */
                cancelled: number;
                /**
                 * @description Of these, units that the customer sends back.
                 * @example 1
                 */
                toSendBack: number;
            }[];
            /**
             * @description The return by which goods are sent back; left out where none had left.
             * @example RMA-1
             */
            returnId?: string;
            /**
             * @description Until when goods are to be sent back, UTC.
             * @example 2026-03-26T23:59:59.999Z
             */
            sendBackBy?: string;
            /**
             * @description ISO 4217 code of the currency of all amounts beside it.
             * @example EUR
             */
            currency: string;
            /**
             * @description What is given back for all of it, or is due no longer, in minor units of the currency.
             * @example 1980
             */
            worth: number;
            /**
             * @description All of it in words, line by line, to be mailed or printed as it is.
             * @example Receipt of withdrawal W-1
             *
             *     Order: 100045
             *     Declared: 2026-03-12 08:30:00 UTC
             *     Received: 2026-03-12 08:30:02 UTC
             *     By: Ada Lovelace, ada@example.com
             *
             *     Withdrawn from:
             *     - 2 × Blue mug (MUG-BLUE): 1 cancelled, 1 to be sent back
             *
             *     To be sent back by 2026-03-26, under return RMA-1.
             *     Given back, or due no longer: 19.80 EUR.
             *
             *     Declaration:
             *     I withdraw from my contract of sale for the mugs.
             */
            text: string;
        };
    };
    responses: {
        /** @description `invalid`: a field that is not as it must be, named by its JSON pointer; or malformed */
        Invalid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `not-signed-in`: no key, or one that is not known here any more; `session-over`, `key-revoked`: the session of a browser ended */
        NotSignedIn: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `not-allowed`: the role of the key may not do this; `cross-origin`: a session was used from the page of somebody else */
        NotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `timeout`: the request did not arrive in time */
        TooSlow: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `too-large`: a body of more than 10 MB */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `unsupported-media-type`: what is read is named */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `rate-limited`: the key has made as many requests as it may in this second; `overloaded`: more came in than is done yet */
        TooMany: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `internal`: a fault of ours, logged under the request’s id */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description `store-unavailable`, `busy`: come back after `retry-after` */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The name of the request in our logs: your own where it was given one. */
        "X-Request-Id": string;
        /** @description Requests that the key may make in a second. */
        "RateLimit-Limit": number;
        /** @description Of these, how many are left. */
        "RateLimit-Remaining": number;
        /** @description Seconds until they are all there again. */
        "RateLimit-Reset": number;
        /** @description Seconds after which to come back. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            /** @description They may not, and why */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.sqlite3": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `backup-under-way`: one at a time; `backed-up-elsewhere`: the log is in a database server */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundEvent"] | components["schemas"]["InboundEvent"][];
                "application/cloudevents+json": components["schemas"]["InboundEvent"] | components["schemas"]["InboundEvent"][];
                "application/cloudevents-batch+json": components["schemas"]["InboundEvent"] | components["schemas"]["InboundEvent"][];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenMessages"];
                };
            };
            /** @description A batch of which some were quarantined */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenMessages"];
                };
            };
            /** @description `malformed-json`, `malformed-header`, `too-deep` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `too-large`: a body of more than 10 MB, a batch of more than 10,000 events, a single event of more than 1 MB (1,000,000 bytes of JSON); in a batch such an event is quarantined, and the others are taken */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unsupported-media-type`, naming what is read */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description A single event that was `quarantined` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: more came in than is done yet; a batch is waited with for half a minute first */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            500: components["responses"]["Internal"];
            /** @description `store-unavailable`: `recorded` tells how many of a batch certainly are, from its beginning; sent again, each counts once */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    listUnknownNames: {
        parameters: {
            query?: {
                /** @description What they name. */
                kind?: "location" | "sku";
                /** @description Most entries of the answer: of a page at most 200, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnknownNames"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["UnknownName"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description Why they are here. */
                code?: string;
                /** @description The system that sent them. */
                source?: string;
                /** @description What they call themselves. */
                type?: string;
                /** @description The state they are in; `waiting` are those quarantined or parked. All where left out. */
                state?: "waiting" | "quarantined" | "parked" | "dismissed" | "released";
                /** @description Most entries of the answer: of a page at most 200, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxMessages"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["InboxMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Message id */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseMessage: {
        parameters: {
            query?: {
                /** @description Only say what would become of it. */
                dryRun?: "" | "true" | "false";
            };
            header?: never;
            path: {
                /** @description Message id */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Version of CloudEvents.
                     * @example 1.0
                     * @constant
                     */
                    specversion: "1.0";
                    /**
                     * @description Names the event among all of its source, for ever: the same again is a repeat.
                     * @example order-100045
                     */
                    id: string;
                    /**
                     * @description The system that tells it, a URI reference: `urn:shop:web`.
                     * @example urn:shop:web
                     */
                    source: string;
                    /**
                     * @description What happened, e.g. `tributary.order.captured.v1`.
                     * @example tributary.order.captured.v1
                     */
                    type: string;
                    /**
                     * @description When it happened; when it was received where it is left out.
                     * @example 2026-03-02T09:14:05.000Z
                     */
                    time?: string | null;
                    /**
                     * @description What it is about, in the words of its source.
                     * @example web.100045
                     */
                    subject?: string | null;
                    /**
                     * @description Media type of `data`: JSON, `application/json` where it is left out.
                     * @example application/json
                     */
                    datacontenttype?: string | null;
                    /**
                     * @description A schema that `data` follows, a URI; kept, not read.
                     * @example https://shop.example/schemas/order.json
                     */
                    dataschema?: string | null;
                    /**
                     * @description The trading day at the location, `2026-11-23`.
                     * @example 2026-03-02
                     */
                    businessdate?: string | null;
                    /**
                     * @description IANA time zone of the location, `Europe/London`.
                     * @example Europe/London
                     */
                    zone?: string | null;
                    /**
                     * @description Ties together all that belongs to one business process; goes on to what follows from it.
                     * @example basket-5512
                     */
                    correlationid?: string | null;
                    /**
                     * @description Id of the event that this one follows from.
                     * @example checkout-5512
                     */
                    causationid?: string | null;
                    /**
                     * @description Who did it, by the word of the source; shown beside the key that handed it in.
                     * @example clerk:17
                     */
                    actor?: string | null;
                    /**
                     * @description W3C Trace Context of its source, version 00.
                     * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                     */
                    traceparent?: string | null;
                    /**
                     * @description True marks history being loaded: facts are recorded, nothing is reserved and nobody is notified.
                     * @example false
                     */
                    imported?: boolean | null;
                    /** @description What happened, by its `type`: /asyncapi.json has the schema of each. */
                    data: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `already-released` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description What is still wrong with it */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Message id */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @example A test file of the supplier
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissedMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `already-dismissed`, `already-released`, `parked` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why they are here.
                     * @example unknown-type
                     */
                    code?: string;
                    /**
                     * @description The system that sent them.
                     * @example urn:erp:test
                     */
                    source?: string;
                    /**
                     * @description What they call themselves.
                     * @example erp.stock.snapshot
                     */
                    type?: string;
                    /**
                     * @description Why, in words for people.
                     * @example Sent by the test system
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissedMessages"];
                };
            };
            /** @description `invalid`: no reason, or neither code, source nor type */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    commandMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description They are taken in as they came, or handed to their service again.
                     * @example release
                     * @constant
                     */
                    action: "release";
                    /** @description The messages, each released or dismissed by itself. */
                    messages: string[];
                    /**
                     * @description Why, in words for people.
                     * @example The clock of the till was put right.
                     */
                    reason?: string;
                } | {
                    /**
                     * @description They are put aside.
                     * @example dismiss
                     * @constant
                     */
                    action: "dismiss";
                    /** @description The messages, each released or dismissed by itself. */
                    messages: string[];
                    /**
                     * @description Why, in words for people.
                     * @example A test file of the supplier.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageResults"];
                };
            };
            /** @description Not all of it was done: the results say for which messages, and why */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageResults"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Customer id */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                     * @example id
                     * @enum {string}
                     */
                    by: "id" | "email" | "phone" | "loyalty";
                    /**
                     * @description The id, the e-mail, the phone number or the loyalty number itself.
                     * @example C-877
                     */
                    value: string;
                    /**
                     * @description Why it is the same person, in words for people.
                     * @example She says she had an account before she moved.
                     */
                    why: string;
                    /** @description What shows it: receipts, orders, papers that were seen. */
                    evidence?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerLinkAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    unlinkCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Customer id */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is: a customer id, an e-mail, a phone number, a loyalty number.
                     * @example id
                     * @enum {string}
                     */
                    by: "id" | "email" | "phone" | "loyalty";
                    /**
                     * @description The id, the e-mail, the phone number or the loyalty number itself.
                     * @example C-877
                     */
                    value: string;
                    /**
                     * @description Why it is not the same person, in words for people.
                     * @example C-877 is her sister.
                     */
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerLinkAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    repairStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @default reconciliation
                     * @example reconciliation with the ERP of March 2nd
                     */
                    reason?: string;
                    /** @description What is put right, each SKU at a location once. */
                    rows: {
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example MUG-BLUE
                         */
                        sku: string;
                        /**
                         * @description A location of the network: a store, a warehouse or a drop-shipper.
                         * @example leeds
                         */
                        location: string;
                        /**
                         * @description Units that are there.
                         * @example 71
                         */
                        onHand: number;
                        /**
                         * Format: date-time
                         * @description When they were: what moved after it stays on top of it; now where left out.
                         * @example 2026-03-02T18:00:00Z
                         */
                        asOf?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRepairs"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    importEvents: {
        parameters: {
            query?: {
                /** @description CloudEvents source of the messages made from the file; what came under it before is what they may be about. */
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportLine"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `unsupported-media-type`, `unsupported-charset` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unreadable-file`: what the format expects, and what the first line looks like */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    importFile: {
        parameters: {
            query?: {
                /** @description CloudEvents source of the messages made from the file; what came under it before is what they may be about. */
                source?: string;
            };
            header?: never;
            path: {
                /** @description One of online-retail, geonames */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportLine"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `unknown-connector` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-charset` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unreadable-file`: what the format expects, and what the first line looks like */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Id of a key, or of up to 100: `keyId=A&keyId=B`. */
                keyId?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 1000, and 200 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who will hold it.
                     * @example web shop
                     */
                    name: string;
                    /**
                     * @description What its holder may do.
                     * @example integrator
                     * @enum {string}
                     */
                    role: "integrator" | "ops" | "csr" | "supervisor" | "associate" | "analyst" | "admin";
                    /** @description CloudEvents sources of which alone the key may hand in messages, `*` at the end for any ending; of all where left out */
                    sources?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Key id */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConsumerGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumerGroupList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description An API key; the session may do what it may, and ends with it.
                     * @example trb_0123456789-an-example-that-opens-no-door-01234
                     */
                    key: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `not-signed-in`: the key is unknown or revoked */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `cross-origin`: the request did not come from a page of this platform */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `cross-origin`: the request did not come from a page of this platform */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description The system that sent it, where the id is the one that this system gave it. */
                source?: string;
            };
            header?: never;
            path: {
                /** @description Id of the event */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatBecame"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    readFeed: {
        parameters: {
            query?: {
                /** @description What comes after this `cursor`; `now` for what happens from now on. From the beginning where left out. */
                after?: string;
                /** @description In the place of `after`: what was recorded from this moment on. */
                from?: string;
                /** @description Of this type, or of one of several; `tributary.order.*` is all that begin so. */
                type?: string | string[];
                /** @description About orders of this channel, or of one of several. */
                channel?: string | string[];
                /** @description That name this location, or one of several; not where it was only considered for an order. */
                location?: string | string[];
                /** @description Most events of the answer. */
                limit?: number;
                /** @description Go on as things happen; an event stream always does. */
                live?: "" | "true" | "false";
            };
            header?: {
                /** @description `text/event-stream` for server-sent events */
                accept?: string;
                /** @description In the place of `after`, as browsers send it when they connect again */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["FeedLine"];
                    "text/event-stream": string;
                };
            };
            /** @description `bad-cursor`, `unknown-type`: a type that no event has */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `cursor-of-another-log`: the event log was put back from a copy or exchanged; begin by `from` */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    traceEvent: {
        parameters: {
            query?: {
                /** @description The system that sent it, where the id is the one that this system gave it. */
                source?: string;
            };
            header?: never;
            path: {
                /** @description Id of the event */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    traceOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    subscribeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for, in words for people.
                     * @example fulfilment screen
                     */
                    name: string;
                    /**
                     * Format: uri
                     * @description Where messages are sent: https://, unless the network is allowed.
                     * @example https://wms.example.com/tributary
                     */
                    url: string;
                    /** @description Types that are told, `*` at the end for any ending: `tributary.order.*`; all where left out. */
                    types?: string[];
                    /** @description Channels whose orders are told of; all, and what is about no order, where left out. */
                    channels?: string[];
                    /** @description Locations that are told of; all, and what names none, where left out. */
                    locations?: string[];
                    /**
                     * Format: date-time
                     * @description Begin with what was recorded from this moment on; now where left out.
                     * @example 2026-03-01T00:00:00Z
                     */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `unknown-type`: a type that no event has */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `too-many-webhooks` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `address-not-allowed`: it is not https, or its address is private and not allowed */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for, in words for people.
                     * @example fulfilment screen
                     */
                    name?: string;
                    /**
                     * Format: uri
                     * @description Where messages are sent: https://, unless the network is allowed.
                     * @example https://wms.example.com/tributary
                     */
                    url?: string;
                    /** @description What is told from now on, all of it: what is left out of it is not asked for any more. */
                    filter?: {
                        /** @description Types that are told, `*` at the end for any ending: `tributary.order.*`; all where left out. */
                        types?: string[];
                        /** @description Channels whose orders are told of; all, and what is about no order, where left out. */
                        channels?: string[];
                        /** @description Locations that are told of; all, and what names none, where left out. */
                        locations?: string[];
                    };
                    /**
                     * @description Pause it, or go on where it stopped, under your key.
                     * @example paused
                     * @enum {string}
                     */
                    state?: "delivering" | "paused";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `unknown-type` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `address-not-allowed` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGivenUpMessages: {
        parameters: {
            query?: {
                /** @description Most entries of the answer. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenUpMessages"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliverMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook id */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the event.
                     * @example 01a22ae4-734f-8fa2-ac29-3b2eea40416d
                     */
                    eventId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redelivered"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found`: no such webhook, or no such event */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `not-taken`: what the receiver answered; `secret-unreadable`: rotate it */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description Stock-keeping unit: what a good is called, the same in every system. */
                sku?: string;
                /** @description A location of the network: a store, a warehouse or a drop-shipper. */
                location?: string;
                /** @description The stock as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description The stock as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
                /** @description Most entries of the answer: of a page at most 200, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPositions"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["StockPosition"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAvailability: {
        parameters: {
            query?: {
                /** @description A SKU, or several: `sku=A&sku=B`. */
                sku?: string | string[];
                /** @description The channel that it is told to, by the availability policy. */
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availabilities"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStock: {
        parameters: {
            query?: {
                /** @description The stock as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description The stock as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description SKU */
                sku: string;
                /** @description Location id */
                location: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockFigure"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLedger: {
        parameters: {
            query?: {
                /** @description Version of the first entry: `next` of the part before. */
                from?: number;
                /** @description Most entries of the answer: of a page at most 500, and 100 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description SKU */
                sku: string;
                /** @description Location id */
                location: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPart"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["LedgerEntry"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reconcileStock: {
        parameters: {
            query?: {
                /** @description The moment of rows that say none; now where left out. */
                asOf?: string;
                /** @description A location of which the rows name all stock, or several: what is there and in no row is `missing`. */
                wholeLocation?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description A location of the network: a store, a warehouse or a drop-shipper.
                     * @example leeds
                     */
                    location: string;
                    /**
                     * @description Units that are there.
                     * @example 73
                     */
                    onHand?: number;
                    /**
                     * @description Units that may still be promised.
                     * @example 71
                     */
                    available?: number;
                    /**
                     * @description Units that are promised to orders.
                     * @example 2
                     */
                    reserved?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
                "text/csv": {
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description A location of the network: a store, a warehouse or a drop-shipper.
                     * @example leeds
                     */
                    location: string;
                    /**
                     * @description Units that are there.
                     * @example 73
                     */
                    onHand?: number;
                    /**
                     * @description Units that may still be promised.
                     * @example 71
                     */
                    available?: number;
                    /**
                     * @description Units that are promised to orders.
                     * @example 2
                     */
                    reserved?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
                "application/x-ndjson": {
                    /**
                     * @description Stock-keeping unit: what a good is called, the same in every system.
                     * @example MUG-BLUE
                     */
                    sku: string;
                    /**
                     * @description A location of the network: a store, a warehouse or a drop-shipper.
                     * @example leeds
                     */
                    location: string;
                    /**
                     * @description Units that are there.
                     * @example 73
                     */
                    onHand?: number;
                    /**
                     * @description Units that may still be promised.
                     * @example 71
                     */
                    available?: number;
                    /**
                     * @description Units that are promised to orders.
                     * @example 2
                     */
                    reserved?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockDifferences"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["StockDifference"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `too-large`, `too-many-rows` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-charset` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unreadable-file`: what its header lacks */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewStockRepair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @default reconciliation
                     * @example reconciliation with the ERP of March 2nd
                     */
                    reason?: string;
                    /** @description What is put right, each SKU at a location once. */
                    rows: {
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example MUG-BLUE
                         */
                        sku: string;
                        /**
                         * @description A location of the network: a store, a warehouse or a drop-shipper.
                         * @example leeds
                         */
                        location: string;
                        /**
                         * @description Units that are there.
                         * @example 71
                         */
                        onHand: number;
                        /**
                         * Format: date-time
                         * @description When they were: what moved after it stays on top of it; now where left out.
                         * @example 2026-03-02T18:00:00Z
                         */
                        asOf?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRepairPreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAvailabilityPolicy: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setAvailabilityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Rules, in the order they are looked at. */
                    rules: {
                        /** @description The channels it is for. */
                        channels: string[];
                        /**
                         * @description Units of each SKU at each location that they are not told of, so that a count that is wrong or a sale not yet told sells nothing twice; none where left out.
                         * @example 2
                         */
                        keepBack?: number;
                        /** @description SKUs of which more or less is kept back. */
                        keepBackOf?: {
                            /**
                             * @description Stock-keeping unit: what a good is called, the same in every system.
                             * @example MUG-BLUE
                             */
                            sku: string;
                            /**
                             * @description Units at each location, in the place of `keepBack`.
                             * @example 5
                             */
                            units: number;
                        }[];
                        /** @description Locations whose stock they are not told of. */
                        without?: string[];
                        /**
                         * @description More than this is never told of a SKU in all; all of it where left out.
                         * @example 50
                         */
                        most?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAvailabilityPolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPolicyVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Of a channel, or of one of several. */
                channel?: string | string[];
                /** @description In a status, or in one of several. */
                status?: ("placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected") | ("placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected")[];
                /** @description Served, sold or taken back by this location. */
                location?: string;
                /** @description Of a customer: id or e-mail. */
                customer?: string;
                /** @description With this SKU among what was ordered. */
                sku?: string;
                /** @description Carrying this attribute itself, or on a line: `gift-wrap:festive`. */
                attribute?: string;
                /** @description In this queue of orders that need a person. */
                queue?: "held" | "late" | "short" | "unpaid" | "expired" | "refund" | "proposals" | "waiting";
                /** @description Held for this reason. */
                hold?: string;
                /** @description Of which changes wait for a supervisor. */
                proposals?: "true";
                /** @description About which messages wait for something that has not been told yet. */
                waiting?: "true";
                /** @description What holds beside, as people type it: `status:(held OR backordered) -channel:web placed:2026-11 sku:MUG* total:>100 "garcía"`. All terms hold. Values of one field are alternatives, also where the field stands again; `-` before a field leaves them out. A name is found by its beginning (`MUG*`); days, months, years, amounts and counts by ranges, too (`>=2026-11-01`, `50..100`). Fields: `channel`, `status`, `kind`, `placed`, `due`, `late`, `customer`, `sku`, `location`, `total`, `units`, `lines`, `paid`, `carrier`, `returned`, `imported`, `queue`, `hold`, `proposals`, `waiting`, `attr.NAME`. Words are looked for as `GET /v1/search` does, on the 200 orders written last that have them; the answer has no `next` then, and `more` where there may be others. At most 30 values and words. */
                q?: string;
                /** @description Where days of `q` begin: an IANA time zone; UTC unless told. */
                zone?: string;
                /** @description Placed at this moment or later. */
                from?: string;
                /** @description Placed before this moment. */
                to?: string;
                /** @description Which of them come first: the newest, of those asked for by when they are due (`queue=late`, `late:yes`, `due:`) the one due first, unless told. */
                sort?: "newest" | "oldest";
                /** @description Most entries of the answer: of a page at most 200, and 25 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRows"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["OrderRow"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    placeOrder: {
        parameters: {
            query?: {
                /** @description Answer when its stock is reserved or refused, within ten seconds. */
                wait?: "sourced";
            };
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                     * @example web
                     */
                    channel: string;
                    /**
                     * @description What the channel calls the order; unique within the channel.
                     * @example 100045
                     */
                    number: string;
                    /**
                     * @description ISO 4217 code of the currency of all amounts beside it.
                     * @example EUR
                     */
                    currency: string;
                    /** @description Who bought. */
                    customer?: {
                        /**
                         * @description What the customer file calls the customer; left out for a guest.
                         * @example C-2041
                         */
                        id?: string;
                        /**
                         * @description Full name.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                         * @example ada@example.com
                         */
                        email?: string;
                        /**
                         * @description Phone number, as it was told.
                         * @example +44 113 496 0000
                         */
                        phone?: string;
                    };
                    /** @description Where lines are sent that are shipped. */
                    shipTo?: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 12 Briggate
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 6HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.797
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.542
                             */
                            longitude: number;
                        };
                    };
                    /** @description What was ordered. */
                    lines: {
                        /**
                         * @description Names the line within its order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example MUG-BLUE
                         */
                        sku: string;
                        /**
                         * @description What the customer saw the good called.
                         * @example Blue mug
                         */
                        name?: string;
                        /**
                         * @description Units, a whole number.
                         * @example 2
                         */
                        quantity: number;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 9.90
                         */
                        unitPrice: string;
                        /**
                         * @description Minor units: quantity × unit price, however it is rounded. Left out, it is computed, rounded half-even.
                         * @example 1980
                         */
                        amount?: number;
                        /**
                         * @description True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line.
                         * @example true
                         */
                        amountOverride?: boolean;
                        /**
                         * @description How the line reaches the customer; sent where it is left out.
                         * @example ship
                         * @enum {string}
                         */
                        method?: "ship" | "pickup";
                        /**
                         * @description The location where a `pickup` line is collected.
                         * @example york
                         */
                        pickupAt?: string;
                        /**
                         * Format: date-time
                         * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                         * @example 2026-03-05T16:00:00.000Z
                         */
                        promisedBy?: string;
                        /** @description What the retailer says of the line beside. */
                        attributes?: {
                            [key: string]: string | number | boolean;
                        };
                    }[];
                    /** @description Charges and discounts of the whole order. */
                    charges?: {
                        /**
                         * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                         * @example shipping
                         */
                        code: string;
                        /**
                         * @description What the customer saw it called.
                         * @example Standard delivery
                         */
                        name?: string;
                        /**
                         * @description Minor units: positive is charged, negative is given back.
                         * @example 490
                         */
                        amount: number;
                    }[];
                    /** @description How it is paid, as far as that is known. */
                    payments?: {
                        /**
                         * @description Names the payment within its order.
                         * @example P-1
                         */
                        paymentId: string;
                        /**
                         * @description How it is paid: `card`, `paypal`, `cash`.
                         * @example card
                         */
                        method: string;
                        /**
                         * @description Minor units that were set aside, or taken.
                         * @example 4670
                         */
                        amount: number;
                        /**
                         * @description Set aside, or taken.
                         * @example authorised
                         * @enum {string}
                         */
                        status: "authorised" | "captured";
                    }[];
                    /**
                     * @description Minor units: the total as the channel knows it; when given it must equal lines + charges.
                     * @example 4670
                     */
                    total?: number;
                    /**
                     * @description What to do when stock is short: keep the missing lines waiting (where left out), or refuse the whole order.
                     * @example backorder
                     * @enum {string}
                     */
                    whenShort?: "backorder" | "reject";
                    /**
                     * @description `elsewhere`: another system decides from where it is served; nothing is reserved, its facts are taken as told.
                     * @example elsewhere
                     * @enum {string}
                     */
                    sourcing?: "here" | "elsewhere";
                    /** @description What it is held for from the start: it is sourced when all of it is released. */
                    holds?: {
                        /**
                         * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                         * @example fraud
                         */
                        reason: string;
                        /**
                         * @description What whoever looks into it should know.
                         * @example A new customer, and a large order.
                         */
                        note?: string;
                        /**
                         * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                         * @example paid
                         * @enum {string}
                         */
                        until?: "paid" | "addressed";
                    }[];
                    /**
                     * Format: date-time
                     * @description By when all lines are to have left, or to be ready, that say nothing else themselves.
                     * @example 2026-03-05T16:00:00.000Z
                     */
                    promisedBy?: string;
                    /** @description What the retailer says of the order beside. */
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * Format: date-time
                     * @description Only on imported history: when the order was complete.
                     * @example 2026-01-15T16:30:00Z
                     */
                    completedAt?: string;
                    /**
                     * @description What the customer wrote with the order.
                     * @example Please wrap the mugs.
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `already-captured`, or `out-of-stock` when the order asked to be rejected */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: more came in than is done yet */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is cancelled; left out, everything not yet handed over or shipped. */
                    lines?: {
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                    }[];
                    /**
                     * @description Why, in words for people.
                     * @example One mug is enough.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `nothing-to-cancel`, `already-asked` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerPutBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The location’s part of the order.
                     * @example S1-leeds
                     */
                    fulfilmentId: string;
                    /**
                     * @description It is put back and cancelled, or goes its way, as it is packed or gone.
                     * @example too-late
                     * @enum {string}
                     */
                    outcome: "put-back" | "too-late";
                    /**
                     * @description Why, in words for people.
                     * @example The parcel is closed.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `not-asked` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    decidePickup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of the lines it is about; all that need a decision when left out. */
                    lines?: string[];
                    /**
                     * @description Why, in words for people.
                     * @example She works in Leeds.
                     */
                    reason?: string;
                    /**
                     * @description They wait for stock there.
                     * @example wait
                     * @constant
                     */
                    choice: "wait";
                } | {
                    /** @description Ids of the lines it is about; all that need a decision when left out. */
                    lines?: string[];
                    /**
                     * @description Why, in words for people.
                     * @example She works in Leeds.
                     */
                    reason?: string;
                    /**
                     * @description They are sent.
                     * @example ship
                     * @constant
                     */
                    choice: "ship";
                    /** @description Where to, if that is another address than the order’s. */
                    shipTo?: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 12 Briggate
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 6HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.797
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.542
                             */
                            longitude: number;
                        };
                    };
                } | {
                    /** @description Ids of the lines it is about; all that need a decision when left out. */
                    lines?: string[];
                    /**
                     * @description Why, in words for people.
                     * @example She works in Leeds.
                     */
                    reason?: string;
                    /**
                     * @description The customer collects them at another location.
                     * @example collect-elsewhere
                     * @constant
                     */
                    choice: "collect-elsewhere";
                    /**
                     * @description A location of the network: a store, a warehouse or a drop-shipper.
                     * @example leeds
                     */
                    pickupAt: string;
                } | {
                    /** @description Ids of the lines it is about; all that need a decision when left out. */
                    lines?: string[];
                    /**
                     * @description Why, in words for people.
                     * @example She works in Leeds.
                     */
                    reason?: string;
                    /**
                     * @description They are cancelled.
                     * @example cancel
                     * @constant
                     */
                    choice: "cancel";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `nothing-to-decide`, `no-address`, `same-place` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    commandOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters; each order has a key of its own by it. Sent again with it, also with some of its orders, what took effect does so once and is answered as the first time; an order that another command was given for under it is refused as `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description They are released from their hold for this reason.
                     * @example release
                     * @constant
                     */
                    action: "release";
                    /** @description The orders, each decided by itself. */
                    orders: string[];
                    /**
                     * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                     * @example fraud
                     */
                    reason: string;
                    /**
                     * @description What was found.
                     * @example Known from the store in Leeds.
                     */
                    note?: string;
                } | {
                    /**
                     * @description They are held.
                     * @example hold
                     * @constant
                     */
                    action: "hold";
                    /** @description The orders, each decided by itself. */
                    orders: string[];
                    /**
                     * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                     * @example payment
                     */
                    reason: string;
                    /**
                     * @description What whoever looks into it should know.
                     * @example The card was refused; she pays by transfer.
                     */
                    note?: string;
                    /**
                     * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                     * @example paid
                     * @enum {string}
                     */
                    until?: "paid" | "addressed";
                } | {
                    /**
                     * @description They are cancelled, as far as nothing has left.
                     * @example cancel
                     * @constant
                     */
                    action: "cancel";
                    /** @description The orders, each decided by itself. */
                    orders: string[];
                    /**
                     * @description Why, in words for people.
                     * @example The supplier gave the model up.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResults"];
                };
            };
            /** @description Not all of it was done: the results say for which orders, and why */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResults"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            /** @description `not-allowed`: `ops` does not cancel */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is to be different. */
                    changes: ({
                        /**
                         * @description A good more.
                         * @example add-line
                         * @constant
                         */
                        kind: "add-line";
                        /** @description The line that joins, under an id that the order does not have. */
                        line: {
                            /**
                             * @description Names the line within its order.
                             * @example 3
                             */
                            lineId: string;
                            /**
                             * @description Stock-keeping unit: what a good is called, the same in every system.
                             * @example MUG-BLUE
                             */
                            sku: string;
                            /**
                             * @description What the customer saw the good called.
                             * @example Blue mug
                             */
                            name?: string;
                            /**
                             * @description Units, a whole number.
                             * @example 1
                             */
                            quantity: number;
                            /**
                             * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                             * @example 9.90
                             */
                            unitPrice: string;
                            /**
                             * @description How the line reaches the customer; sent where it is left out.
                             * @example ship
                             * @enum {string}
                             */
                            method?: "ship" | "pickup";
                            /**
                             * @description The location where a `pickup` line is collected.
                             * @example york
                             */
                            pickupAt?: string;
                            /**
                             * Format: date-time
                             * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                             * @example 2026-03-05T16:00:00.000Z
                             */
                            promisedBy?: string;
                            /** @description What the retailer says of the line beside. */
                            attributes?: {
                                [key: string]: string | number | boolean;
                            };
                        };
                    } | {
                        /**
                         * @description Other units of a line; 0 takes it out.
                         * @example set-quantity
                         * @constant
                         */
                        kind: "set-quantity";
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units that are wanted from now on, those that left among them, cancelled ones not.
                         * @example 3
                         */
                        quantity: number;
                    } | {
                        /**
                         * @description Another price, for all units of a line.
                         * @example set-price
                         * @constant
                         */
                        kind: "set-price";
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 8.90
                         */
                        unitPrice: string;
                        /**
                         * @description Why it costs more or less, in words for people.
                         * @example The price of the catalogue.
                         */
                        reason: string;
                    } | {
                        /**
                         * @description What is still open of a line is sent, or is collected.
                         * @example set-method
                         * @constant
                         */
                        kind: "set-method";
                        /**
                         * @description The line of the order.
                         * @example 2
                         */
                        lineId: string;
                        /**
                         * @description How it reaches the customer from now on.
                         * @example ship
                         * @enum {string}
                         */
                        method: "ship" | "pickup";
                        /**
                         * @description The location where it is collected.
                         * @example york
                         */
                        pickupAt?: string;
                    } | {
                        /**
                         * @description The customer was promised another moment.
                         * @example set-promise
                         * @constant
                         */
                        kind: "set-promise";
                        /**
                         * @description The line of the order; left out, every line that has open units.
                         * @example 3
                         */
                        lineId?: string;
                        /**
                         * Format: date-time
                         * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                         * @example 2026-03-05T16:00:00.000Z
                         */
                        promisedBy: string;
                    } | {
                        /**
                         * @description Attributes of the order, or of a line.
                         * @example set-attributes
                         * @constant
                         */
                        kind: "set-attributes";
                        /**
                         * @description The line of the order; left out for the order itself.
                         * @example 3
                         */
                        lineId?: string;
                        /** @description Attributes as they are now, by name; null where there is none any more. */
                        attributes: {
                            [key: string]: (string | number | boolean) | null;
                        };
                    } | {
                        /**
                         * @description It is sent to another address.
                         * @example deliver-to
                         * @constant
                         */
                        kind: "deliver-to";
                        /** @description Where it is sent now. */
                        shipTo: {
                            /**
                             * @description Of the person or the firm there.
                             * @example Medora Leigh
                             */
                            name?: string;
                            /**
                             * @description Street and house number.
                             * @example 3 Park Row
                             */
                            street?: string;
                            /**
                             * @description Town or city.
                             * @example Leeds
                             */
                            city?: string;
                            /**
                             * @description State, county or province.
                             * @example West Yorkshire
                             */
                            region?: string;
                            /**
                             * @description Postal code, as it is written there.
                             * @example LS1 5HD
                             */
                            postalCode?: string;
                            /**
                             * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                             * @example GB
                             */
                            country?: string;
                            /** @description Where that is: distances are measured from there. */
                            coordinates?: {
                                /**
                                 * @description Degrees north of the equator, WGS 84.
                                 * @example 53.798
                                 */
                                latitude: number;
                                /**
                                 * @description Degrees east of Greenwich, WGS 84.
                                 * @example -1.547
                                 */
                                longitude: number;
                            };
                        };
                    } | {
                        /**
                         * @description Who bought, and how they are reached.
                         * @example contact
                         * @constant
                         */
                        kind: "contact";
                        /** @description In the place of what was known. */
                        customer: {
                            /**
                             * @description What the customer file calls the customer; left out for a guest.
                             * @example C-2041
                             */
                            id?: string;
                            /**
                             * @description Full name.
                             * @example Ada Lovelace
                             */
                            name?: string;
                            /**
                             * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                             * @example ada@example.com
                             */
                            email?: string;
                            /**
                             * @description Phone number, as it was told.
                             * @example +44 113 496 0000
                             */
                            phone?: string;
                        };
                    } | {
                        /**
                         * @description A charge, or a discount, of the whole order.
                         * @example add-charge
                         * @constant
                         */
                        kind: "add-charge";
                        /** @description What joins: positive is charged, negative is given. */
                        charge: {
                            /**
                             * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                             * @example voucher
                             */
                            code: string;
                            /**
                             * @description What the customer saw it called.
                             * @example For the delay
                             */
                            name?: string;
                            /**
                             * @description Minor units: positive is charged, negative is given back.
                             * @example -200
                             */
                            amount: number;
                        };
                    } | {
                        /**
                         * @description Another note.
                         * @example note
                         * @constant
                         */
                        kind: "note";
                        /**
                         * @description In the place of what was written with the order.
                         * @example Please wrap all of it.
                         */
                        note: string;
                    })[];
                    /**
                     * @description Why, in words for people.
                     * @example She called.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
                /** @description The version (`rev`) of the order that the changes were looked at with, such as `"14"`. Where it is another by now, nothing is changed: 412 `order-moved`. */
                "If-Match"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is to be different. */
                    changes: ({
                        /**
                         * @description A good more.
                         * @example add-line
                         * @constant
                         */
                        kind: "add-line";
                        /** @description The line that joins, under an id that the order does not have. */
                        line: {
                            /**
                             * @description Names the line within its order.
                             * @example 3
                             */
                            lineId: string;
                            /**
                             * @description Stock-keeping unit: what a good is called, the same in every system.
                             * @example MUG-BLUE
                             */
                            sku: string;
                            /**
                             * @description What the customer saw the good called.
                             * @example Blue mug
                             */
                            name?: string;
                            /**
                             * @description Units, a whole number.
                             * @example 1
                             */
                            quantity: number;
                            /**
                             * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                             * @example 9.90
                             */
                            unitPrice: string;
                            /**
                             * @description How the line reaches the customer; sent where it is left out.
                             * @example ship
                             * @enum {string}
                             */
                            method?: "ship" | "pickup";
                            /**
                             * @description The location where a `pickup` line is collected.
                             * @example york
                             */
                            pickupAt?: string;
                            /**
                             * Format: date-time
                             * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                             * @example 2026-03-05T16:00:00.000Z
                             */
                            promisedBy?: string;
                            /** @description What the retailer says of the line beside. */
                            attributes?: {
                                [key: string]: string | number | boolean;
                            };
                        };
                    } | {
                        /**
                         * @description Other units of a line; 0 takes it out.
                         * @example set-quantity
                         * @constant
                         */
                        kind: "set-quantity";
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units that are wanted from now on, those that left among them, cancelled ones not.
                         * @example 3
                         */
                        quantity: number;
                    } | {
                        /**
                         * @description Another price, for all units of a line.
                         * @example set-price
                         * @constant
                         */
                        kind: "set-price";
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 8.90
                         */
                        unitPrice: string;
                        /**
                         * @description Why it costs more or less, in words for people.
                         * @example The price of the catalogue.
                         */
                        reason: string;
                    } | {
                        /**
                         * @description What is still open of a line is sent, or is collected.
                         * @example set-method
                         * @constant
                         */
                        kind: "set-method";
                        /**
                         * @description The line of the order.
                         * @example 2
                         */
                        lineId: string;
                        /**
                         * @description How it reaches the customer from now on.
                         * @example ship
                         * @enum {string}
                         */
                        method: "ship" | "pickup";
                        /**
                         * @description The location where it is collected.
                         * @example york
                         */
                        pickupAt?: string;
                    } | {
                        /**
                         * @description The customer was promised another moment.
                         * @example set-promise
                         * @constant
                         */
                        kind: "set-promise";
                        /**
                         * @description The line of the order; left out, every line that has open units.
                         * @example 3
                         */
                        lineId?: string;
                        /**
                         * Format: date-time
                         * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                         * @example 2026-03-05T16:00:00.000Z
                         */
                        promisedBy: string;
                    } | {
                        /**
                         * @description Attributes of the order, or of a line.
                         * @example set-attributes
                         * @constant
                         */
                        kind: "set-attributes";
                        /**
                         * @description The line of the order; left out for the order itself.
                         * @example 3
                         */
                        lineId?: string;
                        /** @description Attributes as they are now, by name; null where there is none any more. */
                        attributes: {
                            [key: string]: (string | number | boolean) | null;
                        };
                    } | {
                        /**
                         * @description It is sent to another address.
                         * @example deliver-to
                         * @constant
                         */
                        kind: "deliver-to";
                        /** @description Where it is sent now. */
                        shipTo: {
                            /**
                             * @description Of the person or the firm there.
                             * @example Medora Leigh
                             */
                            name?: string;
                            /**
                             * @description Street and house number.
                             * @example 3 Park Row
                             */
                            street?: string;
                            /**
                             * @description Town or city.
                             * @example Leeds
                             */
                            city?: string;
                            /**
                             * @description State, county or province.
                             * @example West Yorkshire
                             */
                            region?: string;
                            /**
                             * @description Postal code, as it is written there.
                             * @example LS1 5HD
                             */
                            postalCode?: string;
                            /**
                             * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                             * @example GB
                             */
                            country?: string;
                            /** @description Where that is: distances are measured from there. */
                            coordinates?: {
                                /**
                                 * @description Degrees north of the equator, WGS 84.
                                 * @example 53.798
                                 */
                                latitude: number;
                                /**
                                 * @description Degrees east of Greenwich, WGS 84.
                                 * @example -1.547
                                 */
                                longitude: number;
                            };
                        };
                    } | {
                        /**
                         * @description Who bought, and how they are reached.
                         * @example contact
                         * @constant
                         */
                        kind: "contact";
                        /** @description In the place of what was known. */
                        customer: {
                            /**
                             * @description What the customer file calls the customer; left out for a guest.
                             * @example C-2041
                             */
                            id?: string;
                            /**
                             * @description Full name.
                             * @example Ada Lovelace
                             */
                            name?: string;
                            /**
                             * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                             * @example ada@example.com
                             */
                            email?: string;
                            /**
                             * @description Phone number, as it was told.
                             * @example +44 113 496 0000
                             */
                            phone?: string;
                        };
                    } | {
                        /**
                         * @description A charge, or a discount, of the whole order.
                         * @example add-charge
                         * @constant
                         */
                        kind: "add-charge";
                        /** @description What joins: positive is charged, negative is given. */
                        charge: {
                            /**
                             * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                             * @example voucher
                             */
                            code: string;
                            /**
                             * @description What the customer saw it called.
                             * @example For the delay
                             */
                            name?: string;
                            /**
                             * @description Minor units: positive is charged, negative is given back.
                             * @example -200
                             */
                            amount: number;
                        };
                    } | {
                        /**
                         * @description Another note.
                         * @example note
                         * @constant
                         */
                        kind: "note";
                        /**
                         * @description In the place of what was written with the order.
                         * @example Please wrap all of it.
                         */
                        note: string;
                    })[];
                    /**
                     * @description Why, in words for people.
                     * @example She called.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description It is above the limits of who asks, and waits for a supervisor (`proposals`) */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `cannot-change`, with what is in the way of which change (`blocked`), `no-difference`, or `too-many-proposals` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `order-moved` */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApprovalLimits: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalLimitsAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setApprovalLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Customer service. */
                    csr?: {
                        /**
                         * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                         * @example 30
                         */
                        price: number;
                        /**
                         * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                         * @example 20
                         */
                        discount: number;
                    };
                    /** @description Systems that change orders. */
                    integrator?: {
                        /**
                         * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                         * @example 100
                         */
                        price: number;
                        /**
                         * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                         * @example 100
                         */
                        discount: number;
                    };
                    /** @description Supervisors of customer service: what is above goes to ops. */
                    supervisor?: {
                        /**
                         * @description Percent, a whole number. How far a price may be put below the one that the line came with.
                         * @example 60
                         */
                        price: number;
                        /**
                         * @description Percent, a whole number. How much of what was due may be given off an order after it was placed, in all.
                         * @example 50
                         */
                        discount: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalLimitsAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApprovalLimitsVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalLimitsVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Proposal id */
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @example It was the price of last year.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `no-proposal`, `cannot-change`, `no-difference`, `above-limits` of who makes it */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    refuseChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Proposal id */
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @example It was the price of last year.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `no-proposal` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    holdOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                     * @example payment
                     */
                    reason: string;
                    /**
                     * @description What whoever looks into it should know.
                     * @example The card was refused; she pays by transfer.
                     */
                    note?: string;
                    /**
                     * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                     * @example paid
                     * @enum {string}
                     */
                    until?: "paid" | "addressed";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `already-held`, `too-many-reasons` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                     * @example fraud
                     */
                    reason: string;
                    /**
                     * @description What was found.
                     * @example Known from the store in Leeds.
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `not-held` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHoldRules: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldRulesAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setHoldRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Rules, in the order they are looked at. */
                    rules: {
                        /**
                         * @description What people call the rule.
                         * @example Unpaid
                         */
                        name: string;
                        /** @description Which orders it holds. */
                        when: {
                            /** @description It came by one of these channels. */
                            channels?: string[];
                            /** @description Its total is this or more, in this currency. */
                            totalFrom?: {
                                /**
                                 * @description Minor units.
                                 * @example 50000
                                 */
                                amount: number;
                                /**
                                 * @description ISO 4217 code of the currency of all amounts beside it.
                                 * @example EUR
                                 */
                                currency: string;
                            };
                            /**
                             * @description It has this many units or more.
                             * @example 5
                             */
                            unitsFrom?: number;
                            /** @description One of these is among its goods. */
                            skus?: string[];
                            /**
                             * @description Its payments set aside or took less than its total.
                             * @example true
                             * @constant
                             */
                            isUnpaid?: true;
                            /**
                             * @description Goods of it are to be sent, and its address has no country, or neither city nor postal code.
                             * @example true
                             * @constant
                             */
                            isUnaddressed?: true;
                            /**
                             * @description Its customer has no id.
                             * @example true
                             * @constant
                             */
                            isGuest?: true;
                        };
                        /**
                         * @description Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.
                         * @example payment
                         */
                        reason: string;
                        /**
                         * @description Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.
                         * @example paid
                         * @enum {string}
                         */
                        until?: "paid" | "addressed";
                        /**
                         * @description What whoever looks into it should know.
                         * @example Call before it is released.
                         */
                        note?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldRulesAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listHoldRulesVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldRulesVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAttributes: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAttributesAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    declareAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Attributes of orders and of lines. */
                    attributes: {
                        /**
                         * @description What the attribute is called: `gift-wrap`, `engraving`.
                         * @example gift-wrap
                         */
                        name: string;
                        /**
                         * @description Whether orders have it, or lines.
                         * @example order
                         * @enum {string}
                         */
                        on: "order" | "line";
                        /**
                         * @description What its values are; a `choice` is one of its `values`.
                         * @example choice
                         * @enum {string}
                         */
                        type: "text" | "integer" | "boolean" | "date" | "choice";
                        /** @description What there is to choose; of a `choice`, and of nothing else. */
                        values?: string[];
                        /**
                         * @description What people call it; its name where left out.
                         * @example Gift wrap
                         */
                        label?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAttributesAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAttributesVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributesVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSegments: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By which numbers customers are scored; left out, nobody is. */
                    rfm?: {
                        /** @description Whole days since the last order: up to the first of these scores 5, up to the second 4, the third 3, the fourth 2, more 1. */
                        recencyDays: number[];
                        /** @description Orders that stand: from the fourth of these on scores 5, from the third 4, the second 3, the first 2, fewer 1. */
                        orders: number[];
                        /**
                         * @description Value is scored in this currency; what is ordered in others does not count.
                         * @example EUR
                         */
                        currency: string;
                        /** @description Value in minor units, as the condition `value` counts it: scored as orders are. */
                        value: number[];
                    };
                    /** @description Segments; a customer is in as many as there are. */
                    segments: {
                        /**
                         * @description Names the segment: `champions`.
                         * @example champions
                         */
                        segmentId: string;
                        /**
                         * @description What people call it.
                         * @example Champions
                         */
                        name: string;
                        /** @description All of these are so of whoever is in it. */
                        conditions: ({
                            /**
                             * @description `orders`: how many orders stand. `open-orders`: of how many of all something is still to leave. Orders that stand: those neither cancelled whole nor refused.
                             * @example orders
                             * @enum {string}
                             */
                            is: "orders" | "open-orders";
                            /**
                             * @description This or more.
                             * @example 2
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 20
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Whole days since the last or the first order that stands was placed: 30 days and 23 hours are 30.
                             * @example last-order
                             * @enum {string}
                             */
                            is: "last-order" | "first-order";
                            /**
                             * @description So many days or fewer.
                             * @example 90
                             */
                            within?: number;
                            /**
                             * @description More than so many days.
                             * @example 7
                             */
                            over?: number;
                        } | {
                            /**
                             * @description `value`: what is due of orders that stand, less what was given back or credited for goods that came back; goodwill does not lessen it. `average`: the same for each of these orders, rounded to the minor unit.
                             * @example value
                             * @enum {string}
                             */
                            is: "value" | "average";
                            /**
                             * @description Orders in this currency are counted, no others.
                             * @example EUR
                             */
                            currency: string;
                            /**
                             * @description This or more, in minor units.
                             * @example 5000
                             */
                            from?: number;
                            /**
                             * @description This or less, in minor units.
                             * @example 100000
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Of a hundred units that had left, how many came back, to one decimal.
                             * @example returned
                             * @enum {string}
                             */
                            is: "returned";
                            /**
                             * @description This or more.
                             * @example 0
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 20
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Over which channels they order, at which stores they buy or collect, what they ordered and did not cancel: of orders that stand.
                             * @example sku
                             * @enum {string}
                             */
                            is: "channel" | "store" | "sku";
                            /** @description One of these, or what begins so: `MUG*`. Case tells names apart. */
                            names: string[];
                            /**
                             * @description `any`: it is among theirs. `most`: none is on more of their orders, of SKUs none was ordered in more units; where several are level, one of them is enough.
                             * @example any
                             * @enum {string}
                             */
                            how: "any" | "most";
                        } | {
                            /**
                             * @description A score from 1 to 5, by `rfm`: 5 are the latest, most frequent, most valuable.
                             * @example recency
                             * @enum {string}
                             */
                            is: "recency" | "frequency" | "monetary";
                            /**
                             * @description This or more.
                             * @example 4
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 2
                             */
                            to?: number;
                        })[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSegmentsVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTimelinePolicy: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setTimelinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Rules, in the order they are looked at. Without any all is told. */
                    rules: {
                        /**
                         * @description Names the rule: `parcels-under-way`.
                         * @example parcels-under-way
                         */
                        ruleId: string;
                        /** @description Types of facts, as timelines have them, or what they begin with: `tributary.order.payment-*`. That an order was placed, cancelled or rejected is always told. */
                        types: string[];
                        /** @description Only what one of these told, as `source` of a timeline has it; whoever told it where left out. */
                        sources?: string[];
                        /** @description Only facts that say this; whatever they say where left out. */
                        where?: {
                            /**
                             * @description A field of the fact’s data, at its top: `status`.
                             * @example status
                             */
                            field: string;
                            /** @description What it is, one of these; text to the letter. */
                            is: (string | number | boolean)[];
                        };
                        /**
                         * @description Only where the order has a fact of that type already: the first is told.
                         * @example true
                         * @constant
                         */
                        repeated?: true;
                        /**
                         * @description Why people need not read it.
                         * @example A carrier scans a parcel at each depot.
                         */
                        why: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTimelinePolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePolicyVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrderViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderViews"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveOrderView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description View id */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people call it.
                     * @example Late, and not from the tills
                     */
                    name: string;
                    /**
                     * @description What holds of its orders, as `q` of `GET /v1/orders`; empty where all are shown.
                     * @example late:yes -channel:pos
                     */
                    q: string;
                    /**
                     * @description Where days of `q` begin: an IANA time zone. Left out where days are those of whoever looks.
                     * @example Europe/London
                     */
                    zone?: string;
                    /**
                     * @description Which of them come first; as of the list where left out.
                     * @example oldest
                     * @enum {string}
                     */
                    sort?: "newest" | "oldest";
                    /**
                     * @description Whether everybody sees it who may ask for orders; else it is of who saved it alone.
                     * @example true
                     */
                    shared: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description `invalid`: also where `q` cannot be read, with where */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            /** @description `not-yours` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `view-id-taken`, `name-taken`, `too-many-views` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeOrderView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description View id */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            /** @description `not-yours` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReturnPolicy: {
        parameters: {
            query?: {
                /** @description As it was in force at this moment; as it is now where left out. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setReturnPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Days after the last delivery within which goods come back.
                     * @example 30
                     */
                    days: number;
                    /** @description What goods may come back for. */
                    reasons: {
                        /**
                         * @description Why goods come back, a reason of the return policy.
                         * @example changed-mind
                         */
                        code: string;
                        /**
                         * @description What people call it.
                         * @example Changed their mind
                         */
                        name: string;
                        /**
                         * @description Days after the last delivery within which goods come back for it, where they are others than usual.
                         * @example 14
                         */
                        days?: number;
                        /**
                         * @description Percent of what the goods are worth that is kept as a fee, rounded half up; nothing where left out.
                         * @example 10
                         */
                        feePercent?: number;
                        /**
                         * @description Whether charges of the order, such as postage, are given back once all of it came back.
                         * @example true
                         */
                        givesBackCharges?: boolean;
                    }[];
                    /**
                     * @description Calendar days after the last of an order arrived in which a consumer may withdraw; 14 where left out.
                     * @example 30
                     */
                    withdrawalDays?: number;
                    /** @description Goods without a right of withdrawal: made to order, or sealed for health or hygiene. None where left out. */
                    noWithdrawal?: {
                        /** @description Goods that are never withdrawn from. */
                        skus?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPolicyAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReturnPolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPolicyVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    authoriseReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Names the return; `RMA-1`, `RMA-2` … where it is left out.
                     * @example RMA-2
                     */
                    returnId?: string;
                    /** @description What is to come back, and for what. */
                    lines: {
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                        /**
                         * @description Why goods come back, a reason of the return policy.
                         * @example changed-mind
                         */
                        reason: string;
                    }[];
                    /**
                     * @description Where it is to be brought or sent; anywhere where left out.
                     * @example leeds
                     */
                    location?: string;
                    /**
                     * @description What whoever takes it back should know.
                     * @example She brings it on Saturday.
                     */
                    note?: string;
                    /**
                     * @description Why it may come back although its time is over, in words for people.
                     * @example She was ill.
                     */
                    despite?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `time-over`, `not-returnable`, `unknown-line`, `unknown-reason`, `return-known`, `too-many-returns` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Return id */
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where they are now; left out, no stock moves.
                     * @example leeds
                     */
                    location?: string;
                    /** @description What came back; left out, all that was authorised, to be sold again. */
                    lines?: {
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                        /**
                         * @description Why goods come back, a reason of the return policy.
                         * @example damaged
                         */
                        reason?: string;
                        /**
                         * @description What becomes of goods that came back; only `restock` makes them stock again.
                         * @example damaged
                         * @enum {string}
                         */
                        disposition?: "restock" | "damaged" | "refurbish" | "dispose";
                        /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                        serials?: string[];
                    }[];
                    /**
                     * @description What was seen.
                     * @example The handle is broken.
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `already-returned`, `not-authorised`, `unknown-line`, `not-gone` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    callOffReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Return id */
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why, in words for people.
                     * @example She keeps it.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `not-authorised` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawFromOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What they withdraw from; all that they have, or wait for, where it is left out. */
                    lines?: {
                        /**
                         * @description The line of the order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                    }[];
                    /**
                     * @description Who declared it.
                     * @example Ada Lovelace
                     */
                    name?: string;
                    /**
                     * @description The e-mail address that the receipt goes to.
                     * @example ada@example.com
                     */
                    contact?: string;
                    /**
                     * @description What they declared, in their own words.
                     * @example I withdraw from my contract of sale for one of the mugs.
                     */
                    statement?: string;
                    /**
                     * Format: date-time
                     * @description When they declared it, not later than now; now where it is left out.
                     * @example 2026-03-12T08:30:00Z
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalReceipt"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `withdrawal-over` with the day it ended (`ended`), `no-right-of-withdrawal` with the lines (`lineIds`), `bought-at-till`, `nothing-to-withdraw`, `not-withdrawable`, `unknown-line`, `declared-later`, `too-many-withdrawals`, `too-many-returns` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Withdrawal id */
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalReceipt"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnmatchedReturns: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 200, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmatchedReturns"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["UnmatchedReturn"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveBlindReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Names the return; `BR-…` where it is left out.
                     * @example R-311
                     */
                    returnId?: string;
                    /**
                     * @description Where the goods are now.
                     * @example leeds
                     */
                    location: string;
                    /**
                     * @description ISO 4217 code of the currency of all amounts beside it.
                     * @example EUR
                     */
                    currency: string;
                    /** @description Who brought them back. */
                    customer?: {
                        /**
                         * @description What the customer file calls the customer; left out for a guest.
                         * @example C-2041
                         */
                        id?: string;
                        /**
                         * @description Full name.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                         * @example ada@example.com
                         */
                        email?: string;
                        /**
                         * @description Phone number, as it was told.
                         * @example +44 113 496 0000
                         */
                        phone?: string;
                    };
                    /** @description What came back. */
                    lines: {
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example TEAPOT-WHITE
                         */
                        sku: string;
                        /**
                         * @description What the good is called.
                         * @example White teapot
                         */
                        name?: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 24.90
                         */
                        unitPrice?: string;
                        /**
                         * @description Minor units that were given back for the line.
                         * @example 2490
                         */
                        refund?: number;
                        /**
                         * @description What becomes of goods that came back; only `restock` makes them stock again.
                         * @example damaged
                         * @enum {string}
                         */
                        disposition?: "restock" | "damaged" | "refurbish" | "dispose";
                        /**
                         * @description Why goods come back, a reason of the return policy.
                         * @example damaged
                         */
                        reason?: string;
                        /** @description Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without. */
                        serials?: string[];
                    }[];
                    /**
                     * @description How what was given for them was given: `cash`, `store-credit`.
                     * @example store-credit
                     */
                    givenAs?: string;
                    /**
                     * @description What was seen.
                     * @example The lid does not fit.
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmatchedReturn"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `already-returned`, `unknown-reason` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exchangeReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
                /** @description Return id */
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The channel of the order or sale that goes out instead.
                     * @example desk
                     */
                    channel: string;
                    /**
                     * @description Its number; unique within its channel.
                     * @example 3107
                     */
                    number: string;
                    /**
                     * @description The store that the goods are carried out of at once; left out, they are ordered: sent, or collected.
                     * @example leeds
                     */
                    location?: string;
                    /**
                     * @description That of the order that came back.
                     * @example EUR
                     */
                    currency: string;
                    /** @description Who takes them. */
                    customer?: {
                        /**
                         * @description What the customer file calls the customer; left out for a guest.
                         * @example C-2041
                         */
                        id?: string;
                        /**
                         * @description Full name.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Text that is no e-mail address is kept and found by search; orders are listed by addresses only.
                         * @example ada@example.com
                         */
                        email?: string;
                        /**
                         * @description Phone number, as it was told.
                         * @example +44 113 496 0000
                         */
                        phone?: string;
                    };
                    /** @description Where lines are sent that are shipped. */
                    shipTo?: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 12 Briggate
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 6HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.797
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.542
                             */
                            longitude: number;
                        };
                    };
                    /** @description What goes out instead. */
                    lines: {
                        /**
                         * @description Names the line within its order.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example TEAPOT-WHITE
                         */
                        sku: string;
                        /**
                         * @description What the customer saw the good called.
                         * @example White teapot
                         */
                        name?: string;
                        /**
                         * @description Units, a whole number.
                         * @example 1
                         */
                        quantity: number;
                        /**
                         * @description Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.
                         * @example 24.90
                         */
                        unitPrice: string;
                        /**
                         * @description Minor units: quantity × unit price, however it is rounded. Left out, it is computed, rounded half-even.
                         * @example 2000
                         */
                        amount?: number;
                        /**
                         * @description True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line.
                         * @example true
                         */
                        amountOverride?: boolean;
                        /**
                         * @description How the line reaches the customer; sent where it is left out.
                         * @example ship
                         * @enum {string}
                         */
                        method?: "ship" | "pickup";
                        /**
                         * @description The location where a `pickup` line is collected.
                         * @example york
                         */
                        pickupAt?: string;
                        /**
                         * Format: date-time
                         * @description By when it is to have left, or to be ready where it is collected, as the customer was promised.
                         * @example 2026-04-10T18:00:00Z
                         */
                        promisedBy?: string;
                    }[];
                    /** @description Charges and discounts of all of it. */
                    charges?: {
                        /**
                         * @description What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.
                         * @example shipping
                         */
                        code: string;
                        /**
                         * @description What the customer saw it called.
                         * @example Postage
                         */
                        name?: string;
                        /**
                         * @description Minor units: positive is charged, negative is given back.
                         * @example 395
                         */
                        amount: number;
                    }[];
                    /** @description What is paid for it beside what came back, as far as that is known. */
                    payments?: {
                        /**
                         * @description Names the payment within its order.
                         * @example till
                         */
                        paymentId: string;
                        /**
                         * @description How it is paid: `card`, `paypal`, `cash`.
                         * @example cash
                         */
                        method: string;
                        /**
                         * @description Minor units that were set aside, or taken.
                         * @example 1599
                         */
                        amount: number;
                        /**
                         * @description Set aside, or taken.
                         * @example captured
                         * @enum {string}
                         */
                        status: "authorised" | "captured";
                    }[];
                    /**
                     * @description Minor units: all of it, as it was shown; when given it must equal lines + charges.
                     * @example 2490
                     */
                    total?: number;
                    /**
                     * @description What the customer wants to be noted.
                     * @example Ring the bell twice.
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `not-returned`, `already-captured`, `other-currency`, `nothing-to-exchange` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: more came in than is done yet */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    explainMoney: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 500, and 200 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedMoney"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["MoneyStep"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Minor units that are to be given back in all.
                     * @example 300
                     */
                    amount: number;
                    /**
                     * @description Why, in words for people.
                     * @example One mug was chipped.
                     */
                    reason: string;
                    /**
                     * @description The payment that is to give back all of it; left out, it goes back as it came: the payments that took money first give back first, each at most what it took.
                     * @example P-1
                     */
                    paymentId?: string;
                    /**
                     * @description It is a gift: more than is owed to the customer.
                     * @example true
                     * @constant
                     */
                    goodwill?: true;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description `not-refundable`, with what can be given back (`most`, minor units) and by which payments (`left`) */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLocations: {
        parameters: {
            query?: {
                /** @description The network as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description The network as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
                /** @description Most entries of the answer: of a page at most 1000, and 200 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkLocations"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["NetworkLocation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    defineLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Location id */
                locationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people call it.
                     * @example Leeds, Briggate
                     */
                    name: string;
                    /**
                     * @description What kind of location it is.
                     * @example store
                     * @enum {string}
                     */
                    kind: "store" | "warehouse" | "drop-shipper";
                    /** @description Where it is. */
                    address: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Tributary Leeds
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 40 Briggate
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 6HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.797
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.542
                             */
                            longitude: number;
                        };
                    };
                    /**
                     * @description IANA time zone, `Europe/London`.
                     * @example Europe/London
                     */
                    zone?: string;
                    /** @description What it can do for an order: send goods, hand over goods that are collected. */
                    capabilities: ("ship" | "pickup")[];
                    /**
                     * @description False where nothing is sold from it for now.
                     * @example true
                     */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkLocation"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRuleSets: {
        parameters: {
            query?: {
                /** @description The rule set as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description The rule set as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSets"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewSourcing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The order that they are for, where there is one: it keeps its turn, and is not offered what failed it before.
                     * @example web.100045
                     */
                    orderId?: string;
                    /**
                     * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                     * @example phone
                     */
                    channel: string;
                    /** @description Where lines are sent that are shipped: its coordinates count. */
                    shipTo?: {
                        /**
                         * @description Of the person or the firm there.
                         * @example Ada Lovelace
                         */
                        name?: string;
                        /**
                         * @description Street and house number.
                         * @example 12 Briggate
                         */
                        street?: string;
                        /**
                         * @description Town or city.
                         * @example Leeds
                         */
                        city?: string;
                        /**
                         * @description State, county or province.
                         * @example West Yorkshire
                         */
                        region?: string;
                        /**
                         * @description Postal code, as it is written there.
                         * @example LS1 6HD
                         */
                        postalCode?: string;
                        /**
                         * @description ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.
                         * @example GB
                         */
                        country?: string;
                        /** @description Where that is: distances are measured from there. */
                        coordinates?: {
                            /**
                             * @description Degrees north of the equator, WGS 84.
                             * @example 53.797
                             */
                            latitude: number;
                            /**
                             * @description Degrees east of Greenwich, WGS 84.
                             * @example -1.542
                             */
                            longitude: number;
                        };
                    };
                    /** @description What is wanted. */
                    lines: {
                        /**
                         * @description Names the line in the answer.
                         * @example 1
                         */
                        lineId: string;
                        /**
                         * @description Stock-keeping unit: what a good is called, the same in every system.
                         * @example MUG-BLUE
                         */
                        sku: string;
                        /**
                         * @description Units that are wanted.
                         * @example 2
                         */
                        quantity: number;
                        /**
                         * @description How the line is to reach the customer; sent where it is left out.
                         * @example pickup
                         * @enum {string}
                         */
                        method?: "ship" | "pickup";
                        /**
                         * @description The location where a `pickup` line is to be collected.
                         * @example york
                         */
                        pickupAt?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcingOutlook"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 200, and 100 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcingDecisions"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SourcingDecision"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchOrders: {
        parameters: {
            query?: {
                /** @description Words that all stand on the order, in any case, with or without accents. The last may be unfinished from three characters on; a shorter one is found whole. In scripts without spaces any part is found. */
                q?: string;
                /** @description Most entries of the answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOrders"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    followOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `too-many-streams`: this key has 20 open */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            500: components["responses"]["Internal"];
            /** @description `too-many-listeners` */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description The order as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description The order as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
            };
            header?: {
                /** @description `wait=5` waits up to that many seconds, at most 10, for an order that is not here yet */
                prefer?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found`, or `not-placed-yet` at that moment */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    compareOrder: {
        parameters: {
            query?: {
                /** @description The one moment. */
                from?: string;
                /** @description The other; now where it is left out. */
                to?: string;
                /** @description Whether facts count from when they happened, or from when they were recorded. */
                by?: "happened" | "recorded";
            };
            header?: never;
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDifference"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 500, and 200 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
                /** @description Also what the timeline policy leaves out, each fact with the rule that does. */
                all?: "true";
            };
            header?: {
                /** @description `wait=5` waits up to that many seconds, at most 10, for an order that is not here yet */
                prefer?: string;
            };
            path: {
                /** @description Order id */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["TimelineEntry"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listQueues: {
        parameters: {
            query?: {
                /** @description Of a channel. */
                channel?: string;
                /** @description Served, sold or taken back by this location. */
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderQueues"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    ordersPerMinute: {
        parameters: {
            query?: {
                /** @description How many minutes back. */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersPerMinute"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWaitingMessages: {
        parameters: {
            query?: {
                /** @description What has to be told first. */
                waitsFor?: "capture" | "allocation" | "shipment" | "fulfilment" | "payment";
                /** @description What kind of message waits, by its type. */
                messageType?: "tributary.order.captured.v1" | "tributary.order.change-requested.v1" | "tributary.order.cancel-requested.v1" | "tributary.order.hold-requested.v1" | "tributary.order.release-requested.v1" | "tributary.sale.recorded.v1" | "tributary.payment.authorised.v1" | "tributary.payment.captured.v1" | "tributary.payment.failed.v1" | "tributary.payment.voided.v1" | "tributary.payment.expired.v1" | "tributary.refund.issued.v1" | "tributary.refund.failed.v1" | "tributary.stock.counted.v1" | "tributary.stock.adjusted.v1" | "tributary.stock.received.v1" | "tributary.stock.moved.v1" | "tributary.supply.expected.v1" | "tributary.fulfilment.accepted.v1" | "tributary.fulfilment.picked.v1" | "tributary.fulfilment.shorted.v1" | "tributary.fulfilment.packed.v1" | "tributary.shipment.dispatched.v1" | "tributary.shipment.tracked.v1" | "tributary.shipment.delivered.v1" | "tributary.pickup.ready.v1" | "tributary.pickup.handed-over.v1" | "tributary.return.received.v1" | "tributary.product.updated.v1" | "tributary.location.updated.v1" | "tributary.postal-areas.updated.v1" | "tributary.customer.updated.v1" | "tributary.customer.linked.v1" | "tributary.customer.unlinked.v1";
                /** @description Most entries of the answer: of a page at most 200, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMessages"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["WaitingMessage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchProducts: {
        parameters: {
            query?: {
                /** @description Words of the name or the SKU, in any order, case and accents. Each may be unfinished; one that stands alone or is the longest, from three characters on. */
                q?: string;
                /** @description Most entries of the answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundProducts"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchCustomers: {
        parameters: {
            query?: {
                /** @description Words of the name, the e-mail or the customer id, which may be unfinished; or digits of the phone number, in any writing. The customer file is found by its last digits, too. */
                q?: string;
                /** @description Most entries of the answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCustomers"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SKU */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOnFile"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Customer id */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOnFile"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomerOverview: {
        parameters: {
            query?: {
                /** @description What they ordered as it was true at this moment: what had happened by then, told whenever. */
                asOf?: string;
                /** @description What they ordered as it was known at this moment: what had been recorded by then. */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description Customer id, or the e-mail of a guest */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOverview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBoughtWith: {
        parameters: {
            query?: {
                /** @description Most goods of the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description SKU */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoughtWith"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMayLike: {
        parameters: {
            query?: {
                /** @description Most goods of the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Customer id, or the e-mail of a guest */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MayLike"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomerSegments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Customer id, or the e-mail of a guest */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerSegments"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSegmentCustomers: {
        parameters: {
            query?: {
                /** @description Most entries of the answer: of a page at most 50, and 50 where left out; of a file as many as are asked for, and all where left out. */
                limit?: number;
                /** @description `next` of the part before; left out for the first. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Segment id */
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentCustomers"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SegmentCustomer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            /** @description `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By which numbers customers are scored; left out, nobody is. */
                    rfm?: {
                        /** @description Whole days since the last order: up to the first of these scores 5, up to the second 4, the third 3, the fourth 2, more 1. */
                        recencyDays: number[];
                        /** @description Orders that stand: from the fourth of these on scores 5, from the third 4, the second 3, the first 2, fewer 1. */
                        orders: number[];
                        /**
                         * @description Value is scored in this currency; what is ordered in others does not count.
                         * @example EUR
                         */
                        currency: string;
                        /** @description Value in minor units, as the condition `value` counts it: scored as orders are. */
                        value: number[];
                    };
                    /** @description Segments; a customer is in as many as there are. */
                    segments: {
                        /**
                         * @description Names the segment: `champions`.
                         * @example champions
                         */
                        segmentId: string;
                        /**
                         * @description What people call it.
                         * @example Champions
                         */
                        name: string;
                        /** @description All of these are so of whoever is in it. */
                        conditions: ({
                            /**
                             * @description `orders`: how many orders stand. `open-orders`: of how many of all something is still to leave. Orders that stand: those neither cancelled whole nor refused.
                             * @example orders
                             * @enum {string}
                             */
                            is: "orders" | "open-orders";
                            /**
                             * @description This or more.
                             * @example 2
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 20
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Whole days since the last or the first order that stands was placed: 30 days and 23 hours are 30.
                             * @example last-order
                             * @enum {string}
                             */
                            is: "last-order" | "first-order";
                            /**
                             * @description So many days or fewer.
                             * @example 90
                             */
                            within?: number;
                            /**
                             * @description More than so many days.
                             * @example 7
                             */
                            over?: number;
                        } | {
                            /**
                             * @description `value`: what is due of orders that stand, less what was given back or credited for goods that came back; goodwill does not lessen it. `average`: the same for each of these orders, rounded to the minor unit.
                             * @example value
                             * @enum {string}
                             */
                            is: "value" | "average";
                            /**
                             * @description Orders in this currency are counted, no others.
                             * @example EUR
                             */
                            currency: string;
                            /**
                             * @description This or more, in minor units.
                             * @example 5000
                             */
                            from?: number;
                            /**
                             * @description This or less, in minor units.
                             * @example 100000
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Of a hundred units that had left, how many came back, to one decimal.
                             * @example returned
                             * @enum {string}
                             */
                            is: "returned";
                            /**
                             * @description This or more.
                             * @example 0
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 20
                             */
                            to?: number;
                        } | {
                            /**
                             * @description Over which channels they order, at which stores they buy or collect, what they ordered and did not cancel: of orders that stand.
                             * @example sku
                             * @enum {string}
                             */
                            is: "channel" | "store" | "sku";
                            /** @description One of these, or what begins so: `MUG*`. Case tells names apart. */
                            names: string[];
                            /**
                             * @description `any`: it is among theirs. `most`: none is on more of their orders, of SKUs none was ordered in more units; where several are level, one of them is enough.
                             * @example any
                             * @enum {string}
                             */
                            how: "any" | "most";
                        } | {
                            /**
                             * @description A score from 1 to 5, by `rfm`: 5 are the latest, most frequent, most valuable.
                             * @example recency
                             * @enum {string}
                             */
                            is: "recency" | "frequency" | "monetary";
                            /**
                             * @description This or more.
                             * @example 4
                             */
                            from?: number;
                            /**
                             * @description This or less.
                             * @example 2
                             */
                            to?: number;
                        })[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsPreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewTimelinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Rules, in the order they are looked at. Without any all is told. */
                    rules: {
                        /**
                         * @description Names the rule: `parcels-under-way`.
                         * @example parcels-under-way
                         */
                        ruleId: string;
                        /** @description Types of facts, as timelines have them, or what they begin with: `tributary.order.payment-*`. That an order was placed, cancelled or rejected is always told. */
                        types: string[];
                        /** @description Only what one of these told, as `source` of a timeline has it; whoever told it where left out. */
                        sources?: string[];
                        /** @description Only facts that say this; whatever they say where left out. */
                        where?: {
                            /**
                             * @description A field of the fact’s data, at its top: `status`.
                             * @example status
                             */
                            field: string;
                            /** @description What it is, one of these; text to the letter. */
                            is: (string | number | boolean)[];
                        };
                        /**
                         * @description Only where the order has a fact of that type already: the first is told.
                         * @example true
                         * @constant
                         */
                        repeated?: true;
                        /**
                         * @description Why people need not read it.
                         * @example A carrier scans a parcel at each depot.
                         */
                        why: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reconcileOrders: {
        parameters: {
            query?: {
                /** @description The moment of rows that say none; now where left out. */
                asOf?: string;
                /** @description The channel of which the rows name all orders placed between `from` and `to`: one that is in no row is `missing`. */
                wholeChannel?: string;
                /** @description Placed at this moment or later. */
                from?: string;
                /** @description Placed before this moment. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The order; or its channel and number.
                     * @example web.1002
                     */
                    orderId?: string;
                    /**
                     * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                     * @example web
                     */
                    channel?: string;
                    /**
                     * @description What the channel calls the order; unique within the channel.
                     * @example 1001
                     */
                    number?: string;
                    /**
                     * @description Where it stands.
                     * @example allocated
                     * @enum {string}
                     */
                    status?: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
                    /**
                     * @description ISO 4217 code of the currency of all amounts beside it.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description What it comes to, in minor units.
                     * @example 5960
                     */
                    total?: number;
                    /**
                     * @description What was taken for it, in minor units.
                     * @example 1990
                     */
                    paid?: number;
                    /**
                     * @description Units that are wanted: ordered and not cancelled.
                     * @example 3
                     */
                    units?: number;
                    /**
                     * @description Units that have left.
                     * @example 1
                     */
                    fulfilled?: number;
                    /**
                     * @description Units that came back.
                     * @example 0
                     */
                    returned?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
                "text/csv": {
                    /**
                     * @description The order; or its channel and number.
                     * @example web.1002
                     */
                    orderId?: string;
                    /**
                     * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                     * @example web
                     */
                    channel?: string;
                    /**
                     * @description What the channel calls the order; unique within the channel.
                     * @example 1001
                     */
                    number?: string;
                    /**
                     * @description Where it stands.
                     * @example allocated
                     * @enum {string}
                     */
                    status?: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
                    /**
                     * @description ISO 4217 code of the currency of all amounts beside it.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description What it comes to, in minor units.
                     * @example 5960
                     */
                    total?: number;
                    /**
                     * @description What was taken for it, in minor units.
                     * @example 1990
                     */
                    paid?: number;
                    /**
                     * @description Units that are wanted: ordered and not cancelled.
                     * @example 3
                     */
                    units?: number;
                    /**
                     * @description Units that have left.
                     * @example 1
                     */
                    fulfilled?: number;
                    /**
                     * @description Units that came back.
                     * @example 0
                     */
                    returned?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
                "application/x-ndjson": {
                    /**
                     * @description The order; or its channel and number.
                     * @example web.1002
                     */
                    orderId?: string;
                    /**
                     * @description Where orders come from: `web`, `pos`, `marketplace-eu`.
                     * @example web
                     */
                    channel?: string;
                    /**
                     * @description What the channel calls the order; unique within the channel.
                     * @example 1001
                     */
                    number?: string;
                    /**
                     * @description Where it stands.
                     * @example allocated
                     * @enum {string}
                     */
                    status?: "placed" | "held" | "backordered" | "needs-decision" | "allocated" | "partly-fulfilled" | "fulfilled" | "completed" | "partly-returned" | "returned" | "cancelled" | "rejected";
                    /**
                     * @description ISO 4217 code of the currency of all amounts beside it.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description What it comes to, in minor units.
                     * @example 5960
                     */
                    total?: number;
                    /**
                     * @description What was taken for it, in minor units.
                     * @example 1990
                     */
                    paid?: number;
                    /**
                     * @description Units that are wanted: ordered and not cancelled.
                     * @example 3
                     */
                    units?: number;
                    /**
                     * @description Units that have left.
                     * @example 1
                     */
                    fulfilled?: number;
                    /**
                     * @description Units that came back.
                     * @example 0
                     */
                    returned?: number;
                    /**
                     * Format: date-time
                     * @description The moment that it is of; now where left out.
                     * @example 2026-03-02T18:00:00Z
                     */
                    asOf?: string;
                }[];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferingOrders"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["DifferingOrder"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            408: components["responses"]["TooSlow"];
            /** @description `too-large`, `too-many-rows` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-charset` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `unreadable-file`: what its header lacks */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportTradingDays: {
        parameters: {
            query?: {
                /** @description The first business date. */
                from?: string;
                /** @description The last business date; at most 400 in all. */
                to?: string;
                /** @description What there is a row of, one for each currency. */
                by?: "day" | "channel" | "location";
                /** @description Up to when `corrected` counts what was recorded: now, when each date was closed, or until a moment, of which the last whole hour counts, and the last whole day of what was recorded more than 72 hours after the date. */
                known?: ("now" | "close") | string;
                /** @description Hours after its end, at midnight UTC, at which a business date is closed. */
                closes?: number;
                /** @description Of this channel alone. */
                channel?: string;
                /** @description Of the tills of this store alone. */
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeReport"];
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["TradeRow"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
