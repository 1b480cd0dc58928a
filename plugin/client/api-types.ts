// Written by `npm run client` from the description of the API; do not edit. After a merge: run it again.

export interface paths {
    "/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the password
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/delete-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes a passkey
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["passkeyDeletePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/generate-authenticate-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begins to sign in with a passkey */
        get: operations["passkeyGenerateAuthenticateOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/generate-register-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begins to set up a passkey
         * @description For whoever has signed in, about himself or herself.
         */
        get: operations["passkeyGenerateRegisterOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/list-user-passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists own passkeys
         * @description For whoever has signed in, about himself or herself.
         */
        get: operations["passkeyListUserPasskeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/update-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renames a passkey
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["passkeyUpdatePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/verify-authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a passkey */
        post: operations["passkeyVerifyAuthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/verify-registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets up a passkey
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["passkeyVerifyRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link to choose a new password */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the new password, with the token of the link; signs out everywhere */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/send-verification-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the link that confirms an address once more */
        post: operations["sendVerificationEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a password */
        post: operations["signInEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs up; the answer is the same whether the address has an account or not, the letter tells */
        post: operations["signUpEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turns the second factor off
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["twoFactorDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/two-factor/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to set up the second factor
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["twoFactorEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/two-factor/generate-backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes new backup codes; the old ones end
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["twoFactorGenerateBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/two-factor/verify-backup-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a backup code in place of a code */
        post: operations["twoFactorVerifyBackupCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/two-factor/verify-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a code: to sign in, to finish setting up, or to prove oneself once more */
        post: operations["twoFactorVerifyTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/update-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes name or language
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["updateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirms an address by the link of a letter, and goes on to the console */
        get: operations["verifyEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * @description For owners of an organisation, API keys of one with the scope `audit:read`, and operators.
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
    "/v1/charities/{id}/ask-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks an operator to verify a charity by its profile and evidence
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:write`, and operators.
         */
        post: operations["createCharityAskVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What operators have decided about a charity, newest first
         * @description For operators.
         */
        get: operations["listCharityDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the evidence of a charity, newest first
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["listCharityEvidence"];
        put?: never;
        /**
         * Adds a paper as evidence: the body is the PDF, PNG or JPEG itself, at most 10 MB
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:write`, and operators.
         */
        post: operations["evidenceCharity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes evidence away again, as long as nobody was verified by it
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:write`, and operators.
         */
        delete: operations["removeCharityEvidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/evidence/{evidenceId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The paper itself, as a download
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["getCharityEvidenceFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest gifts to a charity, and what was taken back; an empty page with a nextCursor goes on
         * @description For members of a charity, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["listCharityGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/givers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Through which shops and in which sessions people have given to a charity
         * @description For members of a charity, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["getCharityGivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has been given to a charity, per project and currency, and how far it has come
         * @description For members of a charity, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["getCharityMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who a charity is, and how far its verification has come
         * @description For members of a charity, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["getCharityProfile"];
        /**
         * Says who a charity is; another name, country or registration number has to be verified again
         * @description For editors and owners of a charity, API keys of one with the scope `organisation:write`, and operators.
         */
        put: operations["setCharityProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuses a charity that waits, or takes back that one was verified; it reads the reason and may ask again
         * @description For operators.
         */
        post: operations["refuseCharity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/reports-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For each project of a charity, when its next report is due
         * @description For members of a charity, API keys of one with the scope `projects:read`, and operators.
         */
        get: operations["listCharityReportsDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charities/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies a charity by the evidence looked at; from then on it can receive payouts
         * @description For operators.
         */
        post: operations["verifyCharity"];
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
         * Deliveries that could not be processed and wait for a person, or were dismissed by one; newest first
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
    "/v1/dead-letters/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lays a delivery aside that need not be processed; it is kept and can be taken back
         * @description For operators.
         */
        post: operations["createDeadLetterDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/payload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a kept delivery says, with everything about people hidden
         * @description For operators.
         */
        get: operations["getDeadLetterPayload"];
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
    "/v1/dead-letters/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a delivery that was laid aside wait for a person again
         * @description For operators.
         */
        post: operations["restoreDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the installation is, part by part, in sentences
         * @description For operators.
         */
        get: operations["getHealthReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an invitation is for; for whoever has its link
         * @description For whoever knows the secret in the address.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts an invitation as who is signed in
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/linkable-shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shops that sessions of an organisation may sell in
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["listLinkableShops"];
        put?: never;
        post?: never;
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
        /**
         * Who is signed in, and what he may do where
         * @description For whoever has signed in, about himself or herself.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists where one is signed in
         * @description For whoever has signed in, about himself or herself.
         */
        get: operations["listMeSessions"];
        put?: never;
        post?: never;
        /**
         * Ends all own sessions but this one
         * @description For whoever has signed in, about himself or herself.
         */
        delete: operations["removeMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of the own sessions, at once
         * @description For whoever has signed in, about himself or herself.
         */
        delete: operations["removeMeSession"];
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
    "/v1/merchants/{id}/owed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a merchant owes now, per currency, and what its shops gave to which projects
         * @description For members of a merchant, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["getMerchantOwed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the operators
         * @description For operators.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Makes a person an operator
         * @description For operators.
         */
        post: operations["createOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes the office from an operator; it ends at once
         * @description For operators.
         */
        delete: operations["removeOperator"];
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
         * What an order gave, with the reason for every number
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
    "/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists own organisations, newest first; for operators all
         * @description For members of an organisation, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["listOrganisations"];
        put?: never;
        /**
         * Makes an organisation, whose owner is who asks
         * @description For whoever has signed in, about himself or herself.
         */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One organisation
         * @description For members of an organisation, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["getOrganisation"];
        /**
         * Changes what is known of an organisation
         * @description For owners of an organisation, API keys of one with the scope `organisation:write`, and operators.
         */
        put: operations["setOrganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists invitations that nobody has accepted yet
         * @description For owners of an organisation, API keys of one with the scope `people:read`, and operators.
         */
        get: operations["listOrganisationInvitations"];
        put?: never;
        /**
         * Invites somebody by e-mail; an invitation of the same address before it ends
         * @description For owners of an organisation, API keys of one with the scope `people:write`, and operators.
         */
        post: operations["createOrganisationInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws an invitation
         * @description For owners of an organisation, API keys of one with the scope `people:write`, and operators.
         */
        delete: operations["removeOrganisationInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists API keys, revoked ones too, newest first
         * @description For owners of an organisation, API keys of one with the scope `organisation:read`, and operators.
         */
        get: operations["listOrganisationKeys"];
        put?: never;
        /**
         * Makes an API key, shown only now
         * @description For owners of an organisation, API keys of one with the scope `organisation:write`, and operators.
         */
        post: operations["createOrganisationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an API key; it ends at once
         * @description For owners of an organisation, API keys of one with the scope `organisation:write`, and operators.
         */
        delete: operations["removeOrganisationKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the members of an organisation
         * @description For members of an organisation, API keys of one with the scope `people:read`, and operators.
         */
        get: operations["listOrganisationMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a member another role
         * @description For owners of an organisation, API keys of one with the scope `people:write`, and operators.
         */
        put: operations["setOrganisationMember"];
        post?: never;
        /**
         * Takes a member out; everybody may take himself out
         * @description For members of an organisation, API keys of one with the scope `people:write`, and operators.
         */
        delete: operations["removeOrganisationMember"];
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
         * Lists projects, newest first; those in the archive only when asked for
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
    "/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a project; once something has been given, its title stays and its goal can only be raised
         * @description For editors and owners of a charity, API keys of one with the scope `projects:write`, and operators.
         */
        put: operations["setProject"];
        post?: never;
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
    "/v1/projects/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a project off the lists: no new rule can give to it; rules that stand go on, and its page stays
         * @description For editors and owners of a charity, API keys of one with the scope `projects:write`, and operators.
         */
        post: operations["archiveProject"];
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
    "/v1/projects/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a project has reported, newest first */
        get: operations["listProjectReports"];
        put?: never;
        /**
         * Publishes what became of the money, as text on the public page of the project; it stays there
         * @description For editors and owners of a charity, API keys of one with the scope `projects:write`, and operators.
         */
        post: operations["createProjectReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a project out of the archive again
         * @description For editors and owners of a charity, API keys of one with the scope `projects:write`, and operators.
         */
        post: operations["restoreProject"];
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
         * Lists sessions, newest first, without those that were called off
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
        /**
         * Says anew what a session is; until it has ended. What is left out is taken away
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        put: operations["setSession"];
        post?: never;
        /**
         * Calls a session off that has not begun; can be taken back
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        delete: operations["removeSession"];
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
    "/v1/sessions/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A session's links: overlay, studio, public page, and those that make the shops' orders count for it
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        get: operations["getSessionLinks"];
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
    "/v1/sessions/{id}/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was given in each of the last minutes, by the samples that charts are made of
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["getSessionPace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a session came to: by currency, project, shop and item, what was taken back and why, minute by minute
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["listSessionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back that a session was called off
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["restoreSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a host can say now, in every language, made of what is true; what fits best stands first
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["getSessionScript"];
        put?: never;
        post?: never;
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
    "/v1/shop-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shops that were asked, and what they said, newest first
         * @description For members of a streamer or merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["listShopRequests"];
        put?: never;
        /**
         * Asks a shop whether an organisation may sell in it; asked again, it stays the same request
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        post: operations["createShopRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shop-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a request back, and gives up the permission if there was one; a refusal stands
         * @description For editors and owners of a streamer or merchant, API keys of one with the scope `sessions:write`, and operators.
         */
        delete: operations["removeShopRequest"];
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
    "/v1/shops/{shopId}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a store has to deliver, and the newest order that arrived from it
         * @description For members of a merchant, API keys of one with the scope `shops:read`, and operators.
         */
        get: operations["getShopConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/giving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many items of a shop give, and how many wait to be switched on
         * @description For members of a merchant, API keys of one with the scope `items:read`, and operators.
         */
        get: operations["getShopGiving"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/giving/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switches off: no item gives from now on, and the terms of each wait as a draft; what was given stands
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        post: operations["pauseShopGiving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/giving/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switches on: every draft of the shop becomes a rule from now on
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        post: operations["startShopGiving"];
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
        /**
         * Gives many products one rule, all or none; or keeps it as a draft until the giving is switched on
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        put: operations["setShopItems"];
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
    "/v1/shops/{shopId}/items/{productId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of the rule of an item, newest first: its words, who made it, and what it gave
         * @description For members of a merchant, API keys of one with the scope `items:read`, and operators.
         */
        get: operations["listShopItemVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items/drop-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgets drafts that were not switched on; what gives goes on giving
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        post: operations["createShopItemsDropDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From now on these products are no longer charity items, and their drafts are dropped; what they gave stands
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        post: operations["endShopItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/items/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a change: a new version with the terms of an earlier one (what is left of its cap), or none
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        post: operations["restoreShopItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders of a shop, newest first: what each gave, and to which projects
         * @description For members of a merchant, API keys of one with the scope `money:read`, and operators.
         */
        get: operations["listShopOrders"];
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
    "/v1/shops/{shopId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A shop's products by title, each with its rule and what it has given so far
         * @description For members of a merchant, API keys of one with the scope `items:read`, and operators.
         */
        get: operations["listShopProducts"];
        /**
         * Tells of products of a shop, new or changed; those not named stay as they are
         * @description For editors and owners of a merchant, API keys of one with the scope `items:write`, and operators.
         */
        put: operations["setShopProducts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/sample-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an order of these lines would give if it were paid now; nothing is stored
         * @description For members of a merchant, API keys of one with the scope `items:read`, and operators.
         */
        post: operations["createShopSampleOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions that sell in a shop, newest first; their secrets stay with whose they are
         * @description For members of a merchant, API keys of one with the scope `sessions:read`, and operators.
         */
        get: operations["listShopSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/streamers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has asked to sell in a shop, newest first
         * @description For members of a merchant, API keys of one with the scope `shops:read`, and operators.
         */
        get: operations["listShopStreamers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/streamers/{streamerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Allows or denies an organisation to sell in a shop; sessions that are live go on
         * @description For editors and owners of a merchant, API keys of one with the scope `shops:write`, and operators.
         */
        put: operations["setShopStreamer"];
        post?: never;
        /**
         * Withdraws what was said to an organisation: it may no longer sell in the shop, but may ask again
         * @description For editors and owners of a merchant, API keys of one with the scope `shops:write`, and operators.
         */
        delete: operations["removeShopStreamer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets or replaces the secret with which the store signs; kept sealed and never shown; holds within 30 seconds
         * @description For editors and owners of a merchant, API keys of one with the scope `shops:write`, and operators.
         */
        put: operations["setShopWebhookSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streamers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists streamers, newest first
         * @description For operators.
         */
        get: operations["listStreamers"];
        put?: never;
        /**
         * Adds a streamer
         * @description For operators.
         */
        post: operations["createStreamer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Charities that wait to be verified, the longest waiting first
         * @description For operators.
         */
        get: operations["listVerifications"];
        put?: never;
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
export interface webhooks {
    "gift.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The return window of a gift is over */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            amount: components["schemas"]["Money"];
                            charityId: string;
                            /** @description the same in every event about this gift */
                            giftId: string;
                            item: {
                                productId: string;
                                title?: string;
                            };
                            /** @description told to the shop's merchant alone */
                            lineId?: string;
                            merchantId: string;
                            projectId: string;
                            recordedAt: string;
                            /** @description grows with every change of the gift: the higher, the newer */
                            revision: number;
                            sessionId?: string;
                            shopId: string;
                            stands: components["schemas"]["Money"] & unknown;
                            /** @description told to the shop's merchant alone */
                            storeOrderId?: string;
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "gift.confirmed";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "gift.pledged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A gift grew */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            amount: components["schemas"]["Money"];
                            charityId: string;
                            /** @description the same in every event about this gift */
                            giftId: string;
                            item: {
                                productId: string;
                                title?: string;
                            };
                            /** @description told to the shop's merchant alone */
                            lineId?: string;
                            merchantId: string;
                            projectId: string;
                            recordedAt: string;
                            /** @description grows with every change of the gift: the higher, the newer */
                            revision: number;
                            sessionId?: string;
                            shopId: string;
                            stands: components["schemas"]["Money"] & unknown;
                            /** @description told to the shop's merchant alone */
                            storeOrderId?: string;
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "gift.pledged";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "gift.reversed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A gift shrank */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            amount: components["schemas"]["Money"];
                            charityId: string;
                            /** @description the same in every event about this gift */
                            giftId: string;
                            item: {
                                productId: string;
                                title?: string;
                            };
                            /** @description told to the shop's merchant alone */
                            lineId?: string;
                            merchantId: string;
                            projectId: string;
                            recordedAt: string;
                            /** @description grows with every change of the gift: the higher, the newer */
                            revision: number;
                            sessionId?: string;
                            shopId: string;
                            stands: components["schemas"]["Money"] & unknown;
                            /** @description told to the shop's merchant alone */
                            storeOrderId?: string;
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "gift.reversed";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "milestone.reached": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A share of a goal is reached */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            given: components["schemas"]["Money"] & unknown;
                            goal: components["schemas"]["Money"];
                            percent: 25 | 50 | 75 | 100;
                            title: string;
                            /** @example session:7g3k9m2p4x8q */
                            topic: string;
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "milestone.reached";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A payout has left */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            amount: components["schemas"]["Money"];
                            charityId: string;
                            payoutId: string;
                            projects: {
                                amount: components["schemas"]["Money"];
                                projectId: string;
                            }[];
                            sentAt: string;
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "payout.sent";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A session is over */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            endedAt?: string;
                            goal?: components["schemas"]["Money"];
                            sessionId: string;
                            shopIds: string[];
                            startedAt?: string;
                            title: string;
                            /** @description as they stood when this was told; refunds may still lower them */
                            totals: {
                                currency: string;
                                given: string;
                                orders: number;
                                units: number;
                            }[];
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "session.ended";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A session went live */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description the same whenever this event is sent again */
                    "webhook-id": string;
                    /** @description one or more of v1,<base64>, with a space between */
                    "webhook-signature": string;
                    /** @description seconds since 1970, of this attempt */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            endedAt?: string;
                            goal?: components["schemas"]["Money"];
                            sessionId: string;
                            shopIds: string[];
                            startedAt?: string;
                            title: string;
                            /** @description as they stood when this was told; refunds may still lower them */
                            totals: {
                                currency: string;
                                given: string;
                                orders: number;
                                units: number;
                            }[];
                        };
                        timestamp: string;
                        /** @enum {string} */
                        type: "session.started";
                    };
                };
            };
            responses: {
                /** @description Received. Anything else, or nothing within 15 seconds: it is sent again */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
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
         * @description what was added, taken back or confirmed by this change
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
            /** @description of sign-in: what exactly it was */
            code?: string;
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
        Words: {
            en: string;
            "zh-CN": string;
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
export type Words = components['schemas']['Words'];
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
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
                    currentPassword: string;
                    newPassword: string;
                    revokeOtherSessions?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    passkeyDeletePasskey: {
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
                    /** @example 7g3k9m2p4x8q */
                    id: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    passkeyGenerateAuthenticateOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
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
    passkeyGenerateRegisterOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
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
    passkeyListUserPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backedUp: boolean;
                        createdAt?: string | null;
                        deviceType: string;
                        id: string;
                        name?: string | null;
                    }[];
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
    passkeyUpdatePasskey: {
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
                    /** @example 7g3k9m2p4x8q */
                    id: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    passkeyVerifyAuthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        response?: {
                            transports?: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description true: not signed in yet, the code comes next */
                        twoFactorRedirect?: boolean;
                        user?: {
                            email: string;
                            id: string;
                            name: string;
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
    passkeyVerifyRegistration: {
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
                    name?: string;
                    response: {
                        id: string;
                        response?: {
                            transports?: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backedUp: boolean;
                        createdAt?: string | null;
                        deviceType: string;
                        id: string;
                        name?: string | null;
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newPassword: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    sendVerificationEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    callbackURL?: string;
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    signInEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    rememberMe?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description true: not signed in yet, the code comes next */
                        twoFactorRedirect?: boolean;
                        user?: {
                            email: string;
                            id: string;
                            name: string;
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
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    signUpEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    callbackURL?: string;
                    email: string;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    twoFactorDisable: {
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
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    twoFactorEnable: {
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
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backupCodes: string[];
                        totpURI: string;
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
    twoFactorGenerateBackupCodes: {
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
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backupCodes: string[];
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
    twoFactorVerifyBackupCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description true: not signed in yet, the code comes next */
                        twoFactorRedirect?: boolean;
                        user?: {
                            email: string;
                            id: string;
                            name: string;
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
    twoFactorVerifyTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description true: not signed in yet, the code comes next */
                        twoFactorRedirect?: boolean;
                        user?: {
                            email: string;
                            id: string;
                            name: string;
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
    updateUser: {
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
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: boolean;
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
    verifyEmail: {
        parameters: {
            query: {
                callbackURL?: string;
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the console; with ?error= when the link is not good */
            302: {
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
                            /** @description what in "before" and "after" is money, by its name; not there where no currency is known */
                            amounts?: {
                                after?: {
                                    [key: string]: {
                                        /** @example 12.34 */
                                        amount: string;
                                        currency: string;
                                    };
                                };
                                before?: {
                                    [key: string]: {
                                        /** @example 12.34 */
                                        amount: string;
                                        currency: string;
                                    };
                                };
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
                            /** @description of charities: an operator has looked at its papers */
                            verified?: boolean;
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
                        /** @description of charities: an operator has looked at its papers */
                        verified?: boolean;
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
    createCharityAskVerification: {
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
            /** @description The charity, now waiting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            en?: string;
                            zh?: string;
                        };
                        contact?: string;
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                        verification: {
                            askedAt?: string;
                            /** @description What has changed since it was verified last, so that it waits again. */
                            changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                            /** @description What has to be there before it can ask to be verified. */
                            missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                            /** @description Why it was refused, in the words of the operator. */
                            reason?: string;
                            refusedAt?: string;
                            /** @enum {string} */
                            state: "unverified" | "waiting" | "verified" | "refused";
                            verifiedAt?: string;
                            /** @description Grows with everything an operator has to look at. */
                            version: number;
                        };
                        website?: string;
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
    listCharityDecisions: {
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
            /** @description All decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            decidedAt: string;
                            decidedBy: string;
                            /** @enum {string} */
                            decision: "verified" | "refused";
                            evidenceIds: string[];
                            id: string;
                            note?: string;
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
    listCharityEvidence: {
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
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bytes: number;
                            /** @description An operator has verified the charity by it, so it stays. */
                            examined: boolean;
                            fileName: string;
                            id: string;
                            /** @enum {string} */
                            kind: "registration" | "fundraising-permission" | "bank" | "other";
                            /** @enum {string} */
                            mediaType: "application/pdf" | "image/png" | "image/jpeg";
                            uploadedAt: string;
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
    evidenceCharity: {
        parameters: {
            query: {
                fileName: string;
                kind: "registration" | "fundraising-permission" | "bank" | "other";
            };
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
                "application/pdf": string;
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description The evidence */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number;
                        /** @description An operator has verified the charity by it, so it stays. */
                        examined: boolean;
                        fileName: string;
                        id: string;
                        /** @enum {string} */
                        kind: "registration" | "fundraising-permission" | "bank" | "other";
                        /** @enum {string} */
                        mediaType: "application/pdf" | "image/png" | "image/jpeg";
                        uploadedAt: string;
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
    removeCharityEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                evidenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
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
    getCharityEvidenceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
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
    listCharityGifts: {
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
                            amount: components["schemas"]["Money"];
                            at: string;
                            /** @enum {string} */
                            change: "pledged" | "reversed";
                            id: string;
                            item: string;
                            merchant: string;
                            project: {
                                id: string;
                                title: string;
                            };
                            session?: {
                                id: string;
                                title: string;
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
    getCharityGivers: {
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
            /** @description The most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            sessionId: string;
                            startedAt?: string;
                            streamer: string;
                            title: string;
                        }[];
                        shops: {
                            currency: string;
                            domain: string;
                            /** @example 12.34 */
                            given: string;
                            merchant: {
                                id: string;
                                name: string;
                            };
                            shopId: string;
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
    getCharityMoney: {
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
            /** @description As it stands on the books */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        projects: {
                            archived: boolean;
                            /** @example 12.34 */
                            confirmed: string;
                            currency: string;
                            /**
                             * @description pledged + confirmed + paid: what stands after reversals
                             * @example 12.34
                             */
                            given: string;
                            goal?: components["schemas"]["Money"];
                            impact?: {
                                cost: components["schemas"]["Money"];
                                unit: string;
                            };
                            orders: number;
                            /** @example 12.34 */
                            paid: string;
                            /** @example 12.34 */
                            pledged: string;
                            projectId: string;
                            title: string;
                        }[];
                        totals: {
                            /**
                             * @description the time for returns is over; not paid out yet
                             * @example 12.34
                             */
                            confirmed: string;
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            /**
                             * @description paid out, and not yet seen to arrive
                             * @example 12.34
                             */
                            onTheWay: string;
                            /**
                             * @description may still be returned by buyers
                             * @example 12.34
                             */
                            pledged: string;
                            /**
                             * @description seen to arrive
                             * @example 12.34
                             */
                            received: string;
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
    getCharityProfile: {
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
            /** @description The charity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            en?: string;
                            zh?: string;
                        };
                        contact?: string;
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                        verification: {
                            askedAt?: string;
                            /** @description What has changed since it was verified last, so that it waits again. */
                            changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                            /** @description What has to be there before it can ask to be verified. */
                            missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                            /** @description Why it was refused, in the words of the operator. */
                            reason?: string;
                            refusedAt?: string;
                            /** @enum {string} */
                            state: "unverified" | "waiting" | "verified" | "refused";
                            verifiedAt?: string;
                            /** @description Grows with everything an operator has to look at. */
                            version: number;
                        };
                        website?: string;
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
    setCharityProfile: {
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
                    about?: {
                        en?: string;
                        zh?: string;
                    };
                    contact?: string;
                    country?: string;
                    name: string;
                    registrationNumber?: string;
                    website?: string;
                };
            };
        };
        responses: {
            /** @description The charity as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            en?: string;
                            zh?: string;
                        };
                        contact?: string;
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                        verification: {
                            askedAt?: string;
                            /** @description What has changed since it was verified last, so that it waits again. */
                            changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                            /** @description What has to be there before it can ask to be verified. */
                            missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                            /** @description Why it was refused, in the words of the operator. */
                            reason?: string;
                            refusedAt?: string;
                            /** @enum {string} */
                            state: "unverified" | "waiting" | "verified" | "refused";
                            verifiedAt?: string;
                            /** @description Grows with everything an operator has to look at. */
                            version: number;
                        };
                        website?: string;
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
    refuseCharity: {
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
                    reason: string;
                    /** @description The version of the verification that the operator looked at. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description The charity, refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            en?: string;
                            zh?: string;
                        };
                        contact?: string;
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                        verification: {
                            askedAt?: string;
                            /** @description What has changed since it was verified last, so that it waits again. */
                            changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                            /** @description What has to be there before it can ask to be verified. */
                            missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                            /** @description Why it was refused, in the words of the operator. */
                            reason?: string;
                            refusedAt?: string;
                            /** @enum {string} */
                            state: "unverified" | "waiting" | "verified" | "refused";
                            verifiedAt?: string;
                            /** @description Grows with everything an operator has to look at. */
                            version: number;
                        };
                        website?: string;
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
    listCharityReportsDue: {
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
            /** @description Soonest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Missing while nothing has been given: there is nothing to tell. */
                            dueAt?: string;
                            everyMonths: number;
                            lastPublishedAt?: string;
                            overdue: boolean;
                            projectId: string;
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
    verifyCharity: {
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
                    evidenceIds: string[];
                    note?: string;
                    /** @description The version of the verification that the operator looked at. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description The charity, verified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            en?: string;
                            zh?: string;
                        };
                        contact?: string;
                        country?: string;
                        createdAt: string;
                        id: string;
                        name: string;
                        registrationNumber?: string;
                        verification: {
                            askedAt?: string;
                            /** @description What has changed since it was verified last, so that it waits again. */
                            changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                            /** @description What has to be there before it can ask to be verified. */
                            missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                            /** @description Why it was refused, in the words of the operator. */
                            reason?: string;
                            refusedAt?: string;
                            /** @enum {string} */
                            state: "unverified" | "waiting" | "verified" | "refused";
                            verifiedAt?: string;
                            /** @description Grows with everything an operator has to look at. */
                            version: number;
                        };
                        website?: string;
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
                state?: "waiting" | "dismissed";
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
                            dismissedAt?: string;
                            dismissedReason?: string;
                            id: string;
                            reason: string;
                            receivedAt: string;
                            replayedAt?: string;
                            shopDomain: string;
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
    createDeadLetterDismiss: {
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
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The delivery, laid aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        dismissedAt?: string;
                        dismissedReason?: string;
                        id: string;
                        reason: string;
                        receivedAt: string;
                        replayedAt?: string;
                        shopDomain: string;
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
    getDeadLetterPayload: {
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
            /** @description Whether it is JSON at all, and what is in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number;
                        payload?: unknown;
                        readable: boolean;
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
                        dismissedAt?: string;
                        dismissedReason?: string;
                        id: string;
                        /** @enum {string} */
                        outcome: "counted" | "duplicate" | "nothing-to-give" | "failed";
                        reason: string;
                        receivedAt: string;
                        replayedAt?: string;
                        shopDomain: string;
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
    restoreDeadLetter: {
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
            /** @description The delivery, waiting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        dismissedAt?: string;
                        dismissedReason?: string;
                        id: string;
                        reason: string;
                        receivedAt: string;
                        replayedAt?: string;
                        shopDomain: string;
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
    getHealthReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All parts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        parts: {
                            /** @description how many wait, watch or are left (disk: bytes) */
                            count?: number;
                            /** @enum {string} */
                            name: "database" | "recorder" | "queue" | "jobs" | "feed" | "disk" | "deadLetters" | "verifications" | "webhooks";
                            /** @description one English sentence; the console has its own words */
                            says: string;
                            /** @enum {string} */
                            state: "well" | "watch" | "broken";
                        }[];
                        /**
                         * @description the worst of all parts
                         * @enum {string}
                         */
                        state: "well" | "watch" | "broken";
                        versions: {
                            kindcast: string;
                            node: string;
                            postgresql: string;
                            schema: string;
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
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        expiresAt: string;
                        organisation: {
                            /** @enum {string} */
                            kind: "merchant" | "charity" | "streamer" | "sponsor";
                            name: string;
                        };
                        /** @enum {string} */
                        role: "viewer" | "editor" | "owner";
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one belongs to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisationId: string;
                        /** @enum {string} */
                        role: "viewer" | "editor" | "owner";
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
    listLinkableShops: {
        parameters: {
            query?: {
                /** @description default: all you act for */
                organisationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first 500 by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            currency: string;
                            domain: string;
                            /** @description the organisation that may sell in it */
                            hostId: string;
                            id: string;
                            /** @description charity items with a rule in force */
                            items: number;
                            merchant: {
                                id: string;
                                name: string;
                            };
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
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description was made an operator; acts as one only with the second factor */
                        operator: boolean;
                        organisations: {
                            id: string;
                            /** @enum {string} */
                            kind: "merchant" | "charity" | "streamer" | "sponsor";
                            name: string;
                            /** @enum {string} */
                            role: "viewer" | "editor" | "owner";
                            verifiedAt?: string;
                        }[];
                        person: {
                            email: string;
                            id: string;
                            language?: string;
                            name: string;
                        };
                        /** @description this session has passed it within twelve hours */
                        secondFactor: boolean;
                        secondFactorSetUp: boolean;
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
    listMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sessions, used last first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            agent?: string;
                            createdAt: string;
                            current: boolean;
                            expiresAt: string;
                            id: string;
                            ip?: string;
                            lastUsedAt: string;
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
    removeMeSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
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
    removeMeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
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
                            /** @description of charities: an operator has looked at its papers */
                            verified?: boolean;
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
                        /** @description of charities: an operator has looked at its papers */
                        verified?: boolean;
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
    getMerchantOwed: {
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
            /** @description Per currency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currencies: {
                            confirmed: components["schemas"]["Money"];
                            currency: string;
                            given: components["schemas"]["Money"] & unknown;
                            orders: number;
                            owed: components["schemas"]["Money"] & unknown;
                            paid: components["schemas"]["Money"];
                            pledged: components["schemas"]["Money"];
                            projects: {
                                charity: {
                                    id: string;
                                    name: string;
                                    verified: boolean;
                                };
                                given: components["schemas"]["Money"];
                                projectId: string;
                                title: string;
                            }[];
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
    listOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            grantedBy: string;
                            name: string;
                            personId: string;
                            /** @description false: cannot act as one until it is set up */
                            secondFactor: boolean;
                            since: string;
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
    createOperator: {
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
                    email: string;
                };
            };
        };
        responses: {
            /** @description The operator */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        grantedBy: string;
                        name: string;
                        personId: string;
                        /** @description false: cannot act as one until it is set up */
                        secondFactor: boolean;
                        since: string;
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
    removeOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not an operator any more */
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
                        given: components["schemas"]["Money"];
                        ignoredTokens?: {
                            evidence: string;
                            /** @enum {string} */
                            reason: "forged" | "foreign";
                        }[];
                        lines: {
                            gifts: {
                                amount: components["schemas"]["Money"];
                                charity: {
                                    id: string;
                                    name: string;
                                    verified: boolean;
                                };
                                projectId: string;
                                reason: components["schemas"]["Words"];
                                ruleVersion: number;
                                /** @enum {string} */
                                state: "pledged" | "reversed";
                                title: string;
                            }[];
                            given: components["schemas"]["Money"];
                            lineId: string;
                            net: components["schemas"]["Money"];
                            productId: string | null;
                            /** @description Why its net and what it gives are so */
                            reasons: {
                                given: components["schemas"]["Words"];
                                net: components["schemas"]["Words"];
                            };
                            title: string;
                            units: number;
                        }[];
                        processedAt: string;
                        session?: {
                            evidence: string;
                            id: string;
                            title: string;
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
    listOrganisations: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: "merchant" | "charity" | "streamer" | "sponsor";
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
                            /** @enum {string} */
                            kind: "merchant" | "charity" | "streamer" | "sponsor";
                            name: string;
                            registrationNumber?: string;
                            /** @description of charities: when an operator verified it */
                            verifiedAt?: string;
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
    createOrganisation: {
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
                    country?: string;
                    /** @enum {string} */
                    kind: "merchant" | "charity" | "streamer" | "sponsor";
                    name: string;
                    registrationNumber?: string;
                };
            };
        };
        responses: {
            /** @description The organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country?: string;
                        createdAt: string;
                        id: string;
                        /** @enum {string} */
                        kind: "merchant" | "charity" | "streamer" | "sponsor";
                        name: string;
                        registrationNumber?: string;
                        /** @description of charities: when an operator verified it */
                        verifiedAt?: string;
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
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country?: string;
                        createdAt: string;
                        id: string;
                        /** @enum {string} */
                        kind: "merchant" | "charity" | "streamer" | "sponsor";
                        name: string;
                        registrationNumber?: string;
                        /** @description of charities: when an operator verified it */
                        verifiedAt?: string;
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
    setOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    country?: string;
                    name: string;
                    registrationNumber?: string;
                };
            };
        };
        responses: {
            /** @description The organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country?: string;
                        createdAt: string;
                        id: string;
                        /** @enum {string} */
                        kind: "merchant" | "charity" | "streamer" | "sponsor";
                        name: string;
                        registrationNumber?: string;
                        /** @description of charities: when an operator verified it */
                        verifiedAt?: string;
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
    listOrganisationInvitations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            email: string;
                            expiresAt: string;
                            id: string;
                            invitedBy: string;
                            /** @enum {string} */
                            role: "viewer" | "editor" | "owner";
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
    createOrganisationInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /**
                     * @description of the letter; Chinese when left out
                     * @enum {string}
                     */
                    language?: "zh-CN" | "en";
                    /** @enum {string} */
                    role: "viewer" | "editor" | "owner";
                };
            };
        };
        responses: {
            /** @description The invitation, with the link that only now is shown, and whether a letter goes out */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        email: string;
                        expiresAt: string;
                        id: string;
                        invitedBy: string;
                        letter: boolean;
                        /** @enum {string} */
                        role: "viewer" | "editor" | "owner";
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
    removeOrganisationInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                invitationId: string;
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is not good any more */
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
    listOrganisationKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organisationId: string;
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
                            createdAt: string;
                            createdBy: string;
                            expiresAt?: string;
                            /** @description the first characters, by which people know it again */
                            hint: string;
                            id: string;
                            /** @description to the minute */
                            lastUsedAt?: string;
                            name: string;
                            revokedAt?: string;
                            scopes: ("organisation:read" | "organisation:write" | "people:read" | "people:write" | "shops:read" | "shops:write" | "items:read" | "items:write" | "sessions:read" | "sessions:write" | "projects:read" | "projects:write" | "money:read" | "webhooks:read" | "webhooks:write" | "audit:read")[];
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
    createOrganisationKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    expiresAt?: string;
                    name: string;
                    scopes: ("organisation:read" | "organisation:write" | "people:read" | "people:write" | "shops:read" | "shops:write" | "items:read" | "items:write" | "sessions:read" | "sessions:write" | "projects:read" | "projects:write" | "money:read" | "webhooks:read" | "webhooks:write" | "audit:read")[];
                };
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        createdBy: string;
                        expiresAt?: string;
                        /** @description the first characters, by which people know it again */
                        hint: string;
                        id: string;
                        key: string;
                        /** @description to the minute */
                        lastUsedAt?: string;
                        name: string;
                        revokedAt?: string;
                        scopes: ("organisation:read" | "organisation:write" | "people:read" | "people:write" | "shops:read" | "shops:write" | "items:read" | "items:write" | "sessions:read" | "sessions:write" | "projects:read" | "projects:write" | "money:read" | "webhooks:read" | "webhooks:write" | "audit:read")[];
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
    removeOrganisationKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                keyId: string;
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
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
    listOrganisationMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, those who came first first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            name: string;
                            personId: string;
                            /** @enum {string} */
                            role: "viewer" | "editor" | "owner";
                            since: string;
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
    setOrganisationMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "viewer" | "editor" | "owner";
                };
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        name: string;
                        personId: string;
                        /** @enum {string} */
                        role: "viewer" | "editor" | "owner";
                        since: string;
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
    removeOrganisationMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not a member any more */
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
    listProjects: {
        parameters: {
            query?: {
                archived?: "true" | "false";
                charityId?: string;
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
                            archivedAt?: string;
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
                        archivedAt?: string;
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
    setProject: {
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
                    /** @example CNY */
                    currency?: string;
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
            /** @description The project as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archivedAt?: string;
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
                            about?: {
                                en?: string;
                                zh?: string;
                            };
                            contact?: string;
                            country?: string;
                            id: string;
                            name: string;
                            registrationNumber?: string;
                            /** @description an operator has looked at its papers */
                            verified: boolean;
                            website?: string;
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
    archiveProject: {
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
            /** @description The project, archived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archivedAt?: string;
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
    listProjectReports: {
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
                            body: string;
                            id: string;
                            period: {
                                from: string;
                                until: string;
                            };
                            projectId: string;
                            publishedAt: string;
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
    createProjectReport: {
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
                    body: string;
                    period: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                    };
                    title: string;
                };
            };
        };
        responses: {
            /** @description The report */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        id: string;
                        period: {
                            from: string;
                            until: string;
                        };
                        projectId: string;
                        publishedAt: string;
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
    restoreProject: {
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
            /** @description The project, open to gifts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archivedAt?: string;
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
                /** @description default: all you act for */
                organisationId?: string;
                status?: "scheduled" | "live" | "ended" | "cancelled";
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
                            /** @description called off before it began; can be taken back */
                            cancelledAt?: string;
                            channel?: string;
                            createdAt: string;
                            endedAt?: string;
                            /** @description what stands after reversals, a sum for each currency */
                            given: components["schemas"]["Money"][];
                            goal?: components["schemas"]["Money"];
                            id: string;
                            /** @description whose session it is; absent: the operator made it */
                            organisationId?: string;
                            /** @description the streamer's secret address for OBS */
                            overlayUrl?: string;
                            /** @description the public page of the session */
                            pageUrl: string;
                            provider?: string;
                            /** @description when it is meant to begin */
                            scheduledFor?: string;
                            shopIds: string[];
                            startedAt?: string;
                            /** @enum {string} */
                            status: "scheduled" | "live" | "ended";
                            streamer: string;
                            /** @description where the streamer sets the overlay up; as secret as the overlay's */
                            studioUrl?: string;
                            title: string;
                            /** @description goes into the cart as the attribute _kindcast_session */
                            token?: string;
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
                    /** @example 7g3k9m2p4x8q */
                    organisationId?: string;
                    provider?: string;
                    /** Format: date-time */
                    scheduledFor?: string;
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl?: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
                        shopIds: string[];
                        startedAt?: string;
                        /** @enum {string} */
                        status: "scheduled" | "live" | "ended";
                        streamer: string;
                        /** @description where the streamer sets the overlay up; as secret as the overlay's */
                        studioUrl?: string;
                        title: string;
                        /** @description goes into the cart as the attribute _kindcast_session */
                        token?: string;
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
    setSession: {
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
                    channel?: string;
                    goal?: components["schemas"]["Money"];
                    provider?: string;
                    /** Format: date-time */
                    scheduledFor?: string;
                    shopIds: string[];
                    streamer: string;
                    title: string;
                };
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
    removeSession: {
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
            /** @description Called off */
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
    getSessionLinks: {
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
            /** @description The links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description the public page's QR code, a PNG; its address is a secret */
                        codeUrl: string;
                        /** @description for OBS; a secret */
                        overlayUrl: string;
                        /** @description the public page, for viewers */
                        pageUrl: string;
                        /** @description what messengers show beside the page */
                        pictureUrl: string;
                        shops: {
                            /** @description puts one unit of a variant into the cart and goes to the checkout; replace VARIANT by its number */
                            cartLink: string;
                            /** @description for the shop's theme: marks the cart of whoever comes from the live */
                            cartScript: string;
                            domain: string;
                            /** @description for the theme's product form: marks the line */
                            formField: string;
                            merchant: string;
                            shopId: string;
                        }[];
                        /** @description where the overlay is set up and tried out; a secret */
                        studioUrl: string;
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
    getSessionPace: {
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
            /** @description The last half hour at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        currencies: {
                            currency: string;
                            /** @description oldest first; less than 0 where more was taken back than given */
                            minutes: {
                                at: string;
                                /** @example 12.34 */
                                given: string;
                                orders: number;
                            }[];
                            /** @description decimal, one digit */
                            ordersPerMinute: string;
                            /**
                             * @description mean of the last five minutes, less when it is younger
                             * @example 12.34
                             */
                            perMinute: string;
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
    listSessionReport: {
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
            /** @description The report as of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        /** @description those that gave most first, at most 500 */
                        items: {
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            orders: number;
                            productId: string;
                            shopId: string;
                            title: string | null;
                            units: number;
                        }[];
                        /** @description the best step of each currency */
                        peaks: {
                            at: string;
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            orders: number;
                        }[];
                        projects: {
                            charity: string;
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            projectId: string;
                            title: string;
                        }[];
                        /** @description how orders were known to belong to the session */
                        recognised: {
                            evidence: string;
                            orders: number;
                        }[];
                        /** @description what was taken back, by why: refund, cancelled, edited … */
                        reversals: {
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            orders: number;
                            reason: string;
                        }[];
                        session: {
                            /** @description called off before it began; can be taken back */
                            cancelledAt?: string;
                            channel?: string;
                            createdAt: string;
                            endedAt?: string;
                            /** @description what stands after reversals, a sum for each currency */
                            given: components["schemas"]["Money"][];
                            goal?: components["schemas"]["Money"];
                            id: string;
                            /** @description whose session it is; absent: the operator made it */
                            organisationId?: string;
                            /** @description the streamer's secret address for OBS */
                            overlayUrl?: string;
                            /** @description the public page of the session */
                            pageUrl: string;
                            provider?: string;
                            /** @description when it is meant to begin */
                            scheduledFor?: string;
                            shopIds: string[];
                            startedAt?: string;
                            /** @enum {string} */
                            status: "scheduled" | "live" | "ended";
                            streamer: string;
                            /** @description where the streamer sets the overlay up; as secret as the overlay's */
                            studioUrl?: string;
                            title: string;
                            /** @description goes into the cart as the attribute _kindcast_session */
                            token?: string;
                        };
                        shops: {
                            currency: string;
                            domain: string;
                            /** @example 12.34 */
                            given: string;
                            merchant: string;
                            orders: number;
                            shopId: string;
                            units: number;
                        }[];
                        timeline: {
                            /** @description while it was live; a step in which nothing happened is left out; less than 0 where more was taken back */
                            steps: {
                                at: string;
                                currency: string;
                                /** @example 12.34 */
                                given: string;
                                orders: number;
                            }[];
                            stepSeconds: number;
                        };
                        totals: {
                            /**
                             * @description given by orders, half up
                             * @example 12.34
                             */
                            averageGift: string;
                            /** @example 12.34 */
                            confirmed: string;
                            currency: string;
                            /** @example 12.34 */
                            given: string;
                            orders: number;
                            /** @example 12.34 */
                            paid: string;
                            /** @example 12.34 */
                            pledged: string;
                            units: number;
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
    restoreSession: {
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
    getSessionScript: {
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
            /** @description The lines of this moment; plain text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        lines: {
                            /** @description stays for as long as the line means the same */
                            id: string;
                            /** @enum {string} */
                            kind: "welcome" | "item" | "impact" | "milestone" | "thanks" | "went-down" | "total" | "page" | "goodbye";
                            words: {
                                en: string;
                                "zh-CN": string;
                            };
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
                        /** @description called off before it began; can be taken back */
                        cancelledAt?: string;
                        channel?: string;
                        createdAt: string;
                        endedAt?: string;
                        /** @description what stands after reversals, a sum for each currency */
                        given: components["schemas"]["Money"][];
                        goal?: components["schemas"]["Money"];
                        id: string;
                        /** @description whose session it is; absent: the operator made it */
                        organisationId?: string;
                        /** @description the streamer's secret address for OBS */
                        overlayUrl: string;
                        /** @description the public page of the session */
                        pageUrl: string;
                        provider?: string;
                        /** @description when it is meant to begin */
                        scheduledFor?: string;
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
    listShopRequests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description default: all you act for */
                organisationId?: string;
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
                            askedAt: string;
                            decidedAt?: string;
                            domain: string;
                            id: string;
                            organisationId: string;
                            /** @description told once it has allowed it */
                            shop?: {
                                currency: string;
                                id: string;
                                merchant: {
                                    id: string;
                                    name: string;
                                };
                            };
                            /**
                             * @description asked: nobody has answered, or there is no such shop here
                             * @enum {string}
                             */
                            state: "asked" | "allowed" | "denied";
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
    createShopRequest: {
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
                    domain: string;
                    /** @example 7g3k9m2p4x8q */
                    organisationId?: string;
                };
            };
        };
        responses: {
            /** @description The request; the same whether or not there is such a shop */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        decidedAt?: string;
                        domain: string;
                        id: string;
                        organisationId: string;
                        /** @description told once it has allowed it */
                        shop?: {
                            currency: string;
                            id: string;
                            merchant: {
                                id: string;
                                name: string;
                            };
                        };
                        /**
                         * @description asked: nobody has answered, or there is no such shop here
                         * @enum {string}
                         */
                        state: "asked" | "allowed" | "denied";
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
    removeShopRequest: {
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
            /** @description Taken back */
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
    listShops: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                merchant?: string;
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
    getShopConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasWebhookSecret: boolean;
                        /** @description The newest order that arrived well signed; absent until the first */
                        lastOrder?: {
                            storeOrderId: string;
                            updatedAt: string;
                        };
                        /** @description What the store has to deliver, by its own names */
                        topics: string[];
                        /** @description Where the store has to deliver */
                        webhookUrl: string;
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
    getShopGiving: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Items whose rule waits to be switched on */
                        drafts: number;
                        /** @description Items whose rule holds now, or will from a set time on */
                        giving: number;
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
    pauseShopGiving: {
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
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The state after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Items that this changed */
                        changed: number;
                        /** @description Items whose rule waits to be switched on */
                        drafts: number;
                        /** @description Drafts whose end has passed; they stay drafts */
                        expired: string[];
                        /** @description Items whose rule holds now, or will from a set time on */
                        giving: number;
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
    startShopGiving: {
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
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The state after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Items that this changed */
                        changed: number;
                        /** @description Items whose rule waits to be switched on */
                        drafts: number;
                        /** @description Drafts whose end has passed; they stay drafts */
                        expired: string[];
                        /** @description Items whose rule holds now, or will from a set time on */
                        giving: number;
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
    setShopItems: {
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
                "application/json": {
                    /** @enum {string} */
                    base?: "asPriced" | "exTax";
                    cap?: components["schemas"]["Money"];
                    draft?: boolean;
                    /** Format: date-time */
                    from?: string;
                    items: {
                        /** @example 632910392 */
                        productId: string;
                        title?: string;
                    }[];
                    projects: {
                        /** @example 7g3k9m2p4x8q */
                        projectId: string;
                        weight: number;
                    }[];
                    share: components["schemas"]["Share"];
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description The new versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The version to restore, if the item had one */
                            previous?: number;
                            productId: string;
                            /** @description The new version; absent for a draft */
                            version?: number;
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
    listShopItemVersions: {
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
            /** @description All versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description When it stops deciding: its own end, or a newer version */
                            end?: string;
                            from: string;
                            given: components["schemas"]["Money"];
                            /** @description Who made it, as the audit trail shows it */
                            made: {
                                at: string;
                                by: string;
                            };
                            /** @description Absent: from then on the product was no charity item */
                            terms?: {
                                /** @enum {string} */
                                base: "asPriced" | "exTax";
                                cap?: components["schemas"]["Money"];
                                /** @description Absent for a draft that begins when it is switched on */
                                from?: string;
                                projects: {
                                    charity: {
                                        id: string;
                                        name: string;
                                        verified: boolean;
                                    };
                                    projectId: string;
                                    title: string;
                                    weight: number;
                                }[];
                                share: components["schemas"]["Share"];
                                until?: string;
                                words: components["schemas"]["Words"];
                            };
                            title?: string;
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
    createShopItemsDropDraft: {
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
                "application/json": {
                    items: {
                        /** @example 632910392 */
                        productId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Those that had one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The version to restore, if the item had one */
                            previous?: number;
                            productId: string;
                            /** @description The new version; absent for a draft */
                            version?: number;
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
    endShopItems: {
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
                "application/json": {
                    items: {
                        /** @example 632910392 */
                        productId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Those that gave, or would have */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The version to restore, if the item had one */
                            previous?: number;
                            productId: string;
                            /** @description The new version; absent for a draft */
                            version?: number;
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
    restoreShopItems: {
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
                "application/json": {
                    items: {
                        /** @example 632910392 */
                        productId: string;
                        /** @description Absent: the product was no charity item before */
                        version?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The new versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The version to restore, if the item had one */
                            previous?: number;
                            productId: string;
                            /** @description The new version; absent for a draft */
                            version?: number;
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
    listShopOrders: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Those that gave */
                given?: "yes";
                limit?: number;
                /** @description The store's own number of an order */
                search?: string;
                session?: string;
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
                            /** @description What stands, one for each project */
                            gifts: {
                                amount: components["schemas"]["Money"];
                                charity: {
                                    id: string;
                                    name: string;
                                    verified: boolean;
                                };
                                projectId: string;
                                title: string;
                            }[];
                            given: components["schemas"]["Money"];
                            items: {
                                title: string;
                                units: number;
                            }[];
                            net: components["schemas"]["Money"] & unknown;
                            processedAt: string;
                            session?: {
                                id: string;
                                title: string;
                            };
                            /** @enum {string} */
                            standing: "open" | "paid" | "refunded" | "cancelled" | "test";
                            storeOrderId: string;
                            updatedAt: string;
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
    listShopProducts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                tagged?: "yes" | "no" | "draft";
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
                            /** @description What waits for the giving to be switched on */
                            draft?: {
                                /** @enum {string} */
                                base: "asPriced" | "exTax";
                                cap?: components["schemas"]["Money"];
                                /** @description Absent for a draft that begins when it is switched on */
                                from?: string;
                                projects: {
                                    charity: {
                                        id: string;
                                        name: string;
                                        verified: boolean;
                                    };
                                    projectId: string;
                                    title: string;
                                    weight: number;
                                }[];
                                share: components["schemas"]["Share"];
                                until?: string;
                                words: components["schemas"]["Words"];
                            };
                            given: components["schemas"]["Money"] & unknown;
                            handle?: string;
                            imageUrl?: string;
                            price?: components["schemas"]["Money"];
                            productId: string;
                            /** @description The version in force now */
                            rule?: {
                                /** @enum {string} */
                                base: "asPriced" | "exTax";
                                cap?: components["schemas"]["Money"];
                                /** @description Present with a cap: whether it is used up */
                                capReached?: boolean;
                                /** @description Absent for a draft that begins when it is switched on */
                                from?: string;
                                projects: {
                                    charity: {
                                        id: string;
                                        name: string;
                                        verified: boolean;
                                    };
                                    projectId: string;
                                    title: string;
                                    weight: number;
                                }[];
                                share: components["schemas"]["Share"];
                                until?: string;
                                version: number;
                                words: components["schemas"]["Words"];
                            };
                            title: string;
                            /** @description The version that will be in force next */
                            upcoming?: {
                                /** @enum {string} */
                                base: "asPriced" | "exTax";
                                cap?: components["schemas"]["Money"];
                                /** @description Present with a cap: whether it is used up */
                                capReached?: boolean;
                                /** @description Absent for a draft that begins when it is switched on */
                                from?: string;
                                projects: {
                                    charity: {
                                        id: string;
                                        name: string;
                                        verified: boolean;
                                    };
                                    projectId: string;
                                    title: string;
                                    weight: number;
                                }[];
                                share: components["schemas"]["Share"];
                                until?: string;
                                version: number;
                                words: components["schemas"]["Words"];
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
    setShopProducts: {
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
                "application/json": {
                    products: {
                        handle?: string;
                        imageUrl?: string;
                        price?: components["schemas"]["Money"];
                        /** @example 632910392 */
                        productId: string;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description How many were kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: number;
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
    createShopSampleOrder: {
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
                "application/json": {
                    /** @description Whether drafts count as if switched on (default true) */
                    drafts?: boolean;
                    lines: {
                        price: components["schemas"]["Money"];
                        /** @example 632910392 */
                        productId: string;
                        quantity: number;
                        title?: string;
                    }[];
                    /** @description Terms to try; they go before drafts, and drafts before what is in force */
                    rules?: {
                        /** @enum {string} */
                        base?: "asPriced" | "exTax";
                        cap?: components["schemas"]["Money"];
                        /** Format: date-time */
                        from?: string;
                        /** @example 632910392 */
                        productId: string;
                        projects: {
                            /** @example 7g3k9m2p4x8q */
                            projectId: string;
                            weight: number;
                        }[];
                        share: components["schemas"]["Share"];
                        /** Format: date-time */
                        until?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description What each line would give */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gives: components["schemas"]["Money"];
                        lines: {
                            gifts: {
                                amount: components["schemas"]["Money"];
                                charity: {
                                    id: string;
                                    name: string;
                                    verified: boolean;
                                };
                                projectId: string;
                                title: string;
                            }[];
                            gives: components["schemas"]["Money"];
                            net: components["schemas"]["Money"];
                            productId: string;
                            promise?: components["schemas"]["Words"] & unknown;
                            /**
                             * @description Where its rule comes from: this request, a draft that waits, or the version in force
                             * @enum {string}
                             */
                            rule: "tried" | "draft" | "inForce" | "none";
                            title: string;
                            words: components["schemas"]["Words"] & unknown;
                        }[];
                        net: components["schemas"]["Money"];
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
    listShopSessions: {
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
                            /** @description called off before it began; can be taken back */
                            cancelledAt?: string;
                            channel?: string;
                            createdAt: string;
                            endedAt?: string;
                            /** @description what stands after reversals, a sum for each currency */
                            given: components["schemas"]["Money"][];
                            goal?: components["schemas"]["Money"];
                            id: string;
                            /** @description whose session it is; absent: the operator made it */
                            organisationId?: string;
                            /** @description the streamer's secret address for OBS */
                            overlayUrl?: string;
                            /** @description the public page of the session */
                            pageUrl: string;
                            provider?: string;
                            /** @description when it is meant to begin */
                            scheduledFor?: string;
                            shopIds: string[];
                            startedAt?: string;
                            /** @enum {string} */
                            status: "scheduled" | "live" | "ended";
                            streamer: string;
                            /** @description where the streamer sets the overlay up; as secret as the overlay's */
                            studioUrl?: string;
                            title: string;
                            /** @description goes into the cart as the attribute _kindcast_session */
                            token?: string;
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
    listShopStreamers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "asked" | "allowed" | "denied";
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
                            askedAt: string;
                            decidedAt?: string;
                            name: string;
                            /** @enum {string} */
                            state: "asked" | "allowed" | "denied";
                            streamerId: string;
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
    setShopStreamer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                streamerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "allowed" | "denied";
                };
            };
        };
        responses: {
            /** @description What holds now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        decidedAt?: string;
                        name: string;
                        /** @enum {string} */
                        state: "asked" | "allowed" | "denied";
                        streamerId: string;
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
    removeShopStreamer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key, same body: same answer. Same key, another body: 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                streamerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
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
    setShopWebhookSecret: {
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
                "application/json": {
                    secret: string;
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
    listStreamers: {
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
                            /** @description of charities: an operator has looked at its papers */
                            verified?: boolean;
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
    createStreamer: {
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
                    country?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description The streamer */
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
                        /** @description of charities: an operator has looked at its papers */
                        verified?: boolean;
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
    listVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: {
                                en?: string;
                                zh?: string;
                            };
                            contact?: string;
                            country?: string;
                            createdAt: string;
                            id: string;
                            name: string;
                            registrationNumber?: string;
                            verification: {
                                askedAt?: string;
                                /** @description What has changed since it was verified last, so that it waits again. */
                                changed: ("profile" | "registration" | "fundraising-permission" | "bank")[];
                                /** @description What has to be there before it can ask to be verified. */
                                missing: ("registrationNumber" | "about" | "contact" | "registration")[];
                                /** @description Why it was refused, in the words of the operator. */
                                reason?: string;
                                refusedAt?: string;
                                /** @enum {string} */
                                state: "unverified" | "waiting" | "verified" | "refused";
                                verifiedAt?: string;
                                /** @description Grows with everything an operator has to look at. */
                                version: number;
                            };
                            website?: string;
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
                /** @description of this one alone */
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
