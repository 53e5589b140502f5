//! A charge, shaped as in the description of Stripe's API, with what can be expanded as its id.

use super::shapes;

shapes! {
    struct Address {
        #[serde(skip_serializing_if = "Option::is_none")]
        city: optional "city" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        line1: optional "line1" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        line2: optional "line2" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        postal_code: optional "postal_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        state: optional "state" = Option<String>,
    }

    struct BillingDetails {
        #[serde(skip_serializing_if = "Option::is_none")]
        address: optional "address" = Option<Address>,
        #[serde(skip_serializing_if = "Option::is_none")]
        email: optional "email" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        phone: optional "phone" = Option<String>,
    }

    struct ChargeFraudDetails {
        #[serde(skip_serializing_if = "Option::is_none")]
        stripe_report: optional "stripe_report" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        user_report: optional "user_report" = Option<String>,
    }

    struct ChargeOutcome {
        #[serde(skip_serializing_if = "Option::is_none")]
        network_status: optional "network_status" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        risk_level: optional "risk_level" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        risk_score: optional "risk_score" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: optional "rule" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seller_message: optional "seller_message" = Option<String>,
        type_: required "type" = String,
    }

    struct PaymentMethodDetailsAchCreditTransfer {
        #[serde(skip_serializing_if = "Option::is_none")]
        account_number: optional "account_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        routing_number: optional "routing_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        swift_code: optional "swift_code" = Option<String>,
    }

    struct PaymentMethodDetailsAchDebit {
        #[serde(skip_serializing_if = "Option::is_none")]
        account_holder_type: optional "account_holder_type" = Option<PaymentMethodDetailsAchDebitAccountHolderType>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        routing_number: optional "routing_number" = Option<String>,
    }

    struct PaymentMethodDetailsAcssDebit {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        institution_number: optional "institution_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mandate: optional "mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transit_number: optional "transit_number" = Option<String>,
    }

    struct PaymentMethodDetailsAfterpayClearpay {
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: optional "reference" = Option<String>,
    }

    struct PaymentFlowsPrivatePaymentMethodsAlipayDetails {
        #[serde(skip_serializing_if = "Option::is_none")]
        buyer_id: optional "buyer_id" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_id: optional "transaction_id" = Option<String>,
    }

    struct PaymentMethodDetailsAuBecsDebit {
        #[serde(skip_serializing_if = "Option::is_none")]
        bsb_number: optional "bsb_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mandate: optional "mandate" = Option<String>,
    }

    struct PaymentMethodDetailsBacsDebit {
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mandate: optional "mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sort_code: optional "sort_code" = Option<String>,
    }

    struct PaymentMethodDetailsBancontact {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_code: optional "bank_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bic: optional "bic" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit: optional "generated_sepa_debit" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit_mandate: optional "generated_sepa_debit_mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        iban_last4: optional "iban_last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_language: optional "preferred_language" = Option<PaymentMethodDetailsBancontactPreferredLanguage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsBoleto {
        tax_id: required "tax_id" = String,
    }

    struct PaymentMethodDetailsCardChecks {
        #[serde(skip_serializing_if = "Option::is_none")]
        address_line1_check: optional "address_line1_check" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        address_postal_code_check: optional "address_postal_code_check" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cvc_check: optional "cvc_check" = Option<String>,
    }

    struct PaymentMethodDetailsCardInstallments {
        #[serde(skip_serializing_if = "Option::is_none")]
        plan: optional "plan" = Option<Json>,
    }

    struct ThreeDSecureDetails {
        #[serde(skip_serializing_if = "Option::is_none")]
        authentication_flow: optional "authentication_flow" = Option<ThreeDSecureDetailsAuthenticationFlow>,
        #[serde(skip_serializing_if = "Option::is_none")]
        result: optional "result" = Option<ThreeDSecureDetailsResult>,
        #[serde(skip_serializing_if = "Option::is_none")]
        result_reason: optional "result_reason" = Option<ThreeDSecureDetailsResultReason>,
        #[serde(skip_serializing_if = "Option::is_none")]
        version: optional "version" = Option<ThreeDSecureDetailsVersion>,
    }

    struct PaymentMethodDetailsCardWallet {
        #[serde(skip_serializing_if = "Option::is_none")]
        amex_express_checkout: optional "amex_express_checkout" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        apple_pay: optional "apple_pay" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dynamic_last4: optional "dynamic_last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        google_pay: optional "google_pay" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        masterpass: optional "masterpass" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        samsung_pay: optional "samsung_pay" = Option<Json>,
        type_: required "type" = PaymentMethodDetailsCardWalletType,
        #[serde(skip_serializing_if = "Option::is_none")]
        visa_checkout: optional "visa_checkout" = Option<Json>,
    }

    struct PaymentMethodDetailsCard {
        #[serde(skip_serializing_if = "Option::is_none")]
        brand: optional "brand" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        checks: optional "checks" = Option<PaymentMethodDetailsCardChecks>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        exp_month: required "exp_month" = i64,
        exp_year: required "exp_year" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        funding: optional "funding" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        installments: optional "installments" = Option<PaymentMethodDetailsCardInstallments>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mandate: optional "mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        network: optional "network" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        three_d_secure: optional "three_d_secure" = Option<ThreeDSecureDetails>,
        #[serde(skip_serializing_if = "Option::is_none")]
        wallet: optional "wallet" = Option<PaymentMethodDetailsCardWallet>,
    }

    struct PaymentMethodDetailsCardPresentReceipt {
        #[serde(skip_serializing_if = "Option::is_none")]
        account_type: optional "account_type" = Option<PaymentMethodDetailsCardPresentReceiptAccountType>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_cryptogram: optional "application_cryptogram" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_preferred_name: optional "application_preferred_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        authorization_code: optional "authorization_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        authorization_response_code: optional "authorization_response_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cardholder_verification_method: optional "cardholder_verification_method" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dedicated_file_name: optional "dedicated_file_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        terminal_verification_results: optional "terminal_verification_results" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_status_information: optional "transaction_status_information" = Option<String>,
    }

    struct PaymentMethodDetailsCardPresent {
        #[serde(skip_serializing_if = "Option::is_none")]
        amount_authorized: optional "amount_authorized" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        brand: optional "brand" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        capture_before: optional "capture_before" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cardholder_name: optional "cardholder_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        emv_auth_data: optional "emv_auth_data" = Option<String>,
        exp_month: required "exp_month" = i64,
        exp_year: required "exp_year" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        funding: optional "funding" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_card: optional "generated_card" = Option<String>,
        incremental_authorization_supported: required "incremental_authorization_supported" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        network: optional "network" = Option<String>,
        overcapture_supported: required "overcapture_supported" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_method: optional "read_method" = Option<PaymentMethodDetailsCardPresentReadMethod>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt: optional "receipt" = Option<PaymentMethodDetailsCardPresentReceipt>,
    }

    struct PaymentMethodDetailsEps {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank: optional "bank" = Option<PaymentMethodDetailsEpsBank>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsFpx {
        bank: required "bank" = PaymentMethodDetailsFpxBank,
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_id: optional "transaction_id" = Option<String>,
    }

    struct PaymentMethodDetailsGiropay {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_code: optional "bank_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bic: optional "bic" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsGrabpay {
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_id: optional "transaction_id" = Option<String>,
    }

    struct PaymentMethodDetailsIdeal {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank: optional "bank" = Option<PaymentMethodDetailsIdealBank>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bic: optional "bic" = Option<PaymentMethodDetailsIdealBic>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit: optional "generated_sepa_debit" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit_mandate: optional "generated_sepa_debit_mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        iban_last4: optional "iban_last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsInteracPresentReceipt {
        #[serde(skip_serializing_if = "Option::is_none")]
        account_type: optional "account_type" = Option<PaymentMethodDetailsInteracPresentReceiptAccountType>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_cryptogram: optional "application_cryptogram" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_preferred_name: optional "application_preferred_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        authorization_code: optional "authorization_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        authorization_response_code: optional "authorization_response_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cardholder_verification_method: optional "cardholder_verification_method" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dedicated_file_name: optional "dedicated_file_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        terminal_verification_results: optional "terminal_verification_results" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_status_information: optional "transaction_status_information" = Option<String>,
    }

    struct PaymentMethodDetailsInteracPresent {
        #[serde(skip_serializing_if = "Option::is_none")]
        brand: optional "brand" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cardholder_name: optional "cardholder_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        emv_auth_data: optional "emv_auth_data" = Option<String>,
        exp_month: required "exp_month" = i64,
        exp_year: required "exp_year" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        funding: optional "funding" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_card: optional "generated_card" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        network: optional "network" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_locales: optional "preferred_locales" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_method: optional "read_method" = Option<PaymentMethodDetailsInteracPresentReadMethod>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt: optional "receipt" = Option<PaymentMethodDetailsInteracPresentReceipt>,
    }

    struct PaymentMethodDetailsKlarna {
        #[serde(skip_serializing_if = "Option::is_none")]
        payment_method_category: optional "payment_method_category" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_locale: optional "preferred_locale" = Option<String>,
    }

    struct PaymentMethodDetailsKonbiniStore {
        #[serde(skip_serializing_if = "Option::is_none")]
        chain: optional "chain" = Option<PaymentMethodDetailsKonbiniStoreChain>,
    }

    struct PaymentMethodDetailsKonbini {
        #[serde(skip_serializing_if = "Option::is_none")]
        store: optional "store" = Option<PaymentMethodDetailsKonbiniStore>,
    }

    struct PaymentMethodDetailsLink {
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
    }

    struct PaymentMethodDetailsMultibanco {
        #[serde(skip_serializing_if = "Option::is_none")]
        entity: optional "entity" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: optional "reference" = Option<String>,
    }

    struct PaymentMethodDetailsOxxo {
        #[serde(skip_serializing_if = "Option::is_none")]
        number: optional "number" = Option<String>,
    }

    struct PaymentMethodDetailsP24 {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank: optional "bank" = Option<PaymentMethodDetailsP24Bank>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: optional "reference" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsPaynow {
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: optional "reference" = Option<String>,
    }

    struct PaymentMethodDetailsPix {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_transaction_id: optional "bank_transaction_id" = Option<String>,
    }

    struct PaymentMethodDetailsPromptpay {
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: optional "reference" = Option<String>,
    }

    struct PaymentMethodDetailsSepaDebit {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_code: optional "bank_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        branch_code: optional "branch_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mandate: optional "mandate" = Option<String>,
    }

    struct PaymentMethodDetailsSofort {
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_code: optional "bank_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bic: optional "bic" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: optional "country" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit: optional "generated_sepa_debit" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generated_sepa_debit_mandate: optional "generated_sepa_debit_mandate" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        iban_last4: optional "iban_last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_language: optional "preferred_language" = Option<PaymentMethodDetailsSofortPreferredLanguage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        verified_name: optional "verified_name" = Option<String>,
    }

    struct PaymentMethodDetailsUsBankAccount {
        #[serde(skip_serializing_if = "Option::is_none")]
        account_holder_type: optional "account_holder_type" = Option<PaymentMethodDetailsUsBankAccountAccountHolderType>,
        #[serde(skip_serializing_if = "Option::is_none")]
        account_type: optional "account_type" = Option<PaymentMethodDetailsUsBankAccountAccountType>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bank_name: optional "bank_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last4: optional "last4" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        routing_number: optional "routing_number" = Option<String>,
    }

    struct PaymentMethodDetailsWechatPay {
        #[serde(skip_serializing_if = "Option::is_none")]
        fingerprint: optional "fingerprint" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transaction_id: optional "transaction_id" = Option<String>,
    }

    struct PaymentMethodDetails {
        #[serde(skip_serializing_if = "Option::is_none")]
        ach_credit_transfer: optional "ach_credit_transfer" = Option<PaymentMethodDetailsAchCreditTransfer>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ach_debit: optional "ach_debit" = Option<PaymentMethodDetailsAchDebit>,
        #[serde(skip_serializing_if = "Option::is_none")]
        acss_debit: optional "acss_debit" = Option<PaymentMethodDetailsAcssDebit>,
        #[serde(skip_serializing_if = "Option::is_none")]
        affirm: optional "affirm" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        afterpay_clearpay: optional "afterpay_clearpay" = Option<PaymentMethodDetailsAfterpayClearpay>,
        #[serde(skip_serializing_if = "Option::is_none")]
        alipay: optional "alipay" = Option<PaymentFlowsPrivatePaymentMethodsAlipayDetails>,
        #[serde(skip_serializing_if = "Option::is_none")]
        au_becs_debit: optional "au_becs_debit" = Option<PaymentMethodDetailsAuBecsDebit>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bacs_debit: optional "bacs_debit" = Option<PaymentMethodDetailsBacsDebit>,
        #[serde(skip_serializing_if = "Option::is_none")]
        bancontact: optional "bancontact" = Option<PaymentMethodDetailsBancontact>,
        #[serde(skip_serializing_if = "Option::is_none")]
        blik: optional "blik" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        boleto: optional "boleto" = Option<PaymentMethodDetailsBoleto>,
        #[serde(skip_serializing_if = "Option::is_none")]
        card: optional "card" = Option<PaymentMethodDetailsCard>,
        #[serde(skip_serializing_if = "Option::is_none")]
        card_present: optional "card_present" = Option<PaymentMethodDetailsCardPresent>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cashapp: optional "cashapp" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        customer_balance: optional "customer_balance" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        eps: optional "eps" = Option<PaymentMethodDetailsEps>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fpx: optional "fpx" = Option<PaymentMethodDetailsFpx>,
        #[serde(skip_serializing_if = "Option::is_none")]
        giropay: optional "giropay" = Option<PaymentMethodDetailsGiropay>,
        #[serde(skip_serializing_if = "Option::is_none")]
        grabpay: optional "grabpay" = Option<PaymentMethodDetailsGrabpay>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ideal: optional "ideal" = Option<PaymentMethodDetailsIdeal>,
        #[serde(skip_serializing_if = "Option::is_none")]
        interac_present: optional "interac_present" = Option<PaymentMethodDetailsInteracPresent>,
        #[serde(skip_serializing_if = "Option::is_none")]
        klarna: optional "klarna" = Option<PaymentMethodDetailsKlarna>,
        #[serde(skip_serializing_if = "Option::is_none")]
        konbini: optional "konbini" = Option<PaymentMethodDetailsKonbini>,
        #[serde(skip_serializing_if = "Option::is_none")]
        link: optional "link" = Option<PaymentMethodDetailsLink>,
        #[serde(skip_serializing_if = "Option::is_none")]
        multibanco: optional "multibanco" = Option<PaymentMethodDetailsMultibanco>,
        #[serde(skip_serializing_if = "Option::is_none")]
        oxxo: optional "oxxo" = Option<PaymentMethodDetailsOxxo>,
        #[serde(skip_serializing_if = "Option::is_none")]
        p24: optional "p24" = Option<PaymentMethodDetailsP24>,
        #[serde(skip_serializing_if = "Option::is_none")]
        paynow: optional "paynow" = Option<PaymentMethodDetailsPaynow>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pix: optional "pix" = Option<PaymentMethodDetailsPix>,
        #[serde(skip_serializing_if = "Option::is_none")]
        promptpay: optional "promptpay" = Option<PaymentMethodDetailsPromptpay>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sepa_debit: optional "sepa_debit" = Option<PaymentMethodDetailsSepaDebit>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sofort: optional "sofort" = Option<PaymentMethodDetailsSofort>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stripe_account: optional "stripe_account" = Option<Json>,
        type_: required "type" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        us_bank_account: optional "us_bank_account" = Option<PaymentMethodDetailsUsBankAccount>,
        #[serde(skip_serializing_if = "Option::is_none")]
        wechat: optional "wechat" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        wechat_pay: optional "wechat_pay" = Option<PaymentMethodDetailsWechatPay>,
    }

    struct RadarRadarOptions {
        #[serde(skip_serializing_if = "Option::is_none")]
        session: optional "session" = Option<String>,
    }

    struct RefundNextAction {
        #[serde(skip_serializing_if = "Option::is_none")]
        display_details: optional "display_details" = Option<Json>,
        type_: required "type" = String,
    }

    struct Refund {
        amount: required "amount" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        balance_transaction: optional "balance_transaction" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        charge: optional "charge" = Option<String>,
        created: required "created" = i64,
        currency: required "currency" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: optional "description" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_balance_transaction: optional "failure_balance_transaction" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_reason: optional "failure_reason" = Option<String>,
        id: required "id" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        instructions_email: optional "instructions_email" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        metadata: optional "metadata" = Option<BTreeMap<String, String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        next_action: optional "next_action" = Option<RefundNextAction>,
        object: required "object" = RefundObject,
        #[serde(skip_serializing_if = "Option::is_none")]
        payment_intent: optional "payment_intent" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<RefundReason>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt_number: optional "receipt_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        source_transfer_reversal: optional "source_transfer_reversal" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        status: optional "status" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transfer_reversal: optional "transfer_reversal" = Option<String>,
    }

    struct ChargeRefunds {
        data: required "data" = Vec<Refund>,
        has_more: required "has_more" = bool,
        object: required "object" = ChargeRefundsObject,
        url: required "url" = String,
    }

    struct Shipping {
        #[serde(skip_serializing_if = "Option::is_none")]
        address: optional "address" = Option<Address>,
        #[serde(skip_serializing_if = "Option::is_none")]
        carrier: optional "carrier" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        phone: optional "phone" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tracking_number: optional "tracking_number" = Option<String>,
    }

    struct ChargeTransferData {
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: optional "amount" = Option<i64>,
        destination: required "destination" = String,
    }

    struct Charge {
        amount: required "amount" = i64,
        amount_captured: required "amount_captured" = i64,
        amount_refunded: required "amount_refunded" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        application: optional "application" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_fee: optional "application_fee" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        application_fee_amount: optional "application_fee_amount" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        balance_transaction: optional "balance_transaction" = Option<String>,
        billing_details: required "billing_details" = BillingDetails,
        #[serde(skip_serializing_if = "Option::is_none")]
        calculated_statement_descriptor: optional "calculated_statement_descriptor" = Option<String>,
        captured: required "captured" = bool,
        created: required "created" = i64,
        currency: required "currency" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        customer: optional "customer" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: optional "description" = Option<String>,
        disputed: required "disputed" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_balance_transaction: optional "failure_balance_transaction" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_code: optional "failure_code" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_message: optional "failure_message" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fraud_details: optional "fraud_details" = Option<ChargeFraudDetails>,
        id: required "id" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        invoice: optional "invoice" = Option<String>,
        livemode: required "livemode" = bool,
        metadata: required "metadata" = BTreeMap<String, String>,
        object: required "object" = ChargeObject,
        #[serde(skip_serializing_if = "Option::is_none")]
        on_behalf_of: optional "on_behalf_of" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        outcome: optional "outcome" = Option<ChargeOutcome>,
        paid: required "paid" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        payment_intent: optional "payment_intent" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        payment_method: optional "payment_method" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        payment_method_details: optional "payment_method_details" = Option<PaymentMethodDetails>,
        #[serde(skip_serializing_if = "Option::is_none")]
        radar_options: optional "radar_options" = Option<RadarRadarOptions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt_email: optional "receipt_email" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt_number: optional "receipt_number" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        receipt_url: optional "receipt_url" = Option<String>,
        refunded: required "refunded" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        refunds: optional "refunds" = Option<ChargeRefunds>,
        #[serde(skip_serializing_if = "Option::is_none")]
        review: optional "review" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        shipping: optional "shipping" = Option<Shipping>,
        #[serde(skip_serializing_if = "Option::is_none")]
        source_transfer: optional "source_transfer" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        statement_descriptor: optional "statement_descriptor" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        statement_descriptor_suffix: optional "statement_descriptor_suffix" = Option<String>,
        status: required "status" = ChargeStatus,
        #[serde(skip_serializing_if = "Option::is_none")]
        transfer: optional "transfer" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transfer_data: optional "transfer_data" = Option<ChargeTransferData>,
        #[serde(skip_serializing_if = "Option::is_none")]
        transfer_group: optional "transfer_group" = Option<String>,
    }

    enum ChargeObject {
        Charge = "charge",
    }

    enum PaymentMethodDetailsAchDebitAccountHolderType {
        Company = "company",
        Individual = "individual",
    }

    enum PaymentMethodDetailsBancontactPreferredLanguage {
        De = "de",
        En = "en",
        Fr = "fr",
        Nl = "nl",
    }

    enum ThreeDSecureDetailsAuthenticationFlow {
        Challenge = "challenge",
        Frictionless = "frictionless",
    }

    enum ThreeDSecureDetailsResult {
        AttemptAcknowledged = "attempt_acknowledged",
        Authenticated = "authenticated",
        Exempted = "exempted",
        Failed = "failed",
        NotSupported = "not_supported",
        ProcessingError = "processing_error",
    }

    enum ThreeDSecureDetailsResultReason {
        Abandoned = "abandoned",
        Bypassed = "bypassed",
        Canceled = "canceled",
        CardNotEnrolled = "card_not_enrolled",
        NetworkNotSupported = "network_not_supported",
        ProtocolError = "protocol_error",
        Rejected = "rejected",
    }

    enum ThreeDSecureDetailsVersion {
        N102 = "1.0.2",
        N210 = "2.1.0",
        N220 = "2.2.0",
    }

    enum PaymentMethodDetailsCardWalletType {
        AmexExpressCheckout = "amex_express_checkout",
        ApplePay = "apple_pay",
        GooglePay = "google_pay",
        Link = "link",
        Masterpass = "masterpass",
        SamsungPay = "samsung_pay",
        VisaCheckout = "visa_checkout",
    }

    enum PaymentMethodDetailsCardPresentReadMethod {
        ContactEmv = "contact_emv",
        ContactlessEmv = "contactless_emv",
        ContactlessMagstripeMode = "contactless_magstripe_mode",
        MagneticStripeFallback = "magnetic_stripe_fallback",
        MagneticStripeTrack2 = "magnetic_stripe_track2",
    }

    enum PaymentMethodDetailsCardPresentReceiptAccountType {
        Checking = "checking",
        Credit = "credit",
        Prepaid = "prepaid",
        Unknown = "unknown",
    }

    enum PaymentMethodDetailsEpsBank {
        ArzteUndApothekerBank = "arzte_und_apotheker_bank",
        AustrianAnadiBankAg = "austrian_anadi_bank_ag",
        BankAustria = "bank_austria",
        BankhausCarlSpangler = "bankhaus_carl_spangler",
        BankhausSchelhammerUndSchatteraAg = "bankhaus_schelhammer_und_schattera_ag",
        BawagPskAg = "bawag_psk_ag",
        BksBankAg = "bks_bank_ag",
        BrullKallmusBankAg = "brull_kallmus_bank_ag",
        BtvVierLanderBank = "btv_vier_lander_bank",
        CapitalBankGraweGruppeAg = "capital_bank_grawe_gruppe_ag",
        DeutscheBankAg = "deutsche_bank_ag",
        Dolomitenbank = "dolomitenbank",
        EasybankAg = "easybank_ag",
        ErsteBankUndSparkassen = "erste_bank_und_sparkassen",
        HypoAlpeadriabankInternationalAg = "hypo_alpeadriabank_international_ag",
        HypoBankBurgenlandAktiengesellschaft = "hypo_bank_burgenland_aktiengesellschaft",
        HypoNoeLbFurNiederosterreichUWien = "hypo_noe_lb_fur_niederosterreich_u_wien",
        HypoOberosterreichSalzburgSteiermark = "hypo_oberosterreich_salzburg_steiermark",
        HypoTirolBankAg = "hypo_tirol_bank_ag",
        HypoVorarlbergBankAg = "hypo_vorarlberg_bank_ag",
        MarchfelderBank = "marchfelder_bank",
        OberbankAg = "oberbank_ag",
        RaiffeisenBankengruppeOsterreich = "raiffeisen_bankengruppe_osterreich",
        SchoellerbankAg = "schoellerbank_ag",
        SpardaBankWien = "sparda_bank_wien",
        VolksbankGruppe = "volksbank_gruppe",
        VolkskreditbankAg = "volkskreditbank_ag",
        VrBankBraunau = "vr_bank_braunau",
    }

    enum PaymentMethodDetailsFpxBank {
        AffinBank = "affin_bank",
        Agrobank = "agrobank",
        AllianceBank = "alliance_bank",
        Ambank = "ambank",
        BankIslam = "bank_islam",
        BankMuamalat = "bank_muamalat",
        BankOfChina = "bank_of_china",
        BankRakyat = "bank_rakyat",
        Bsn = "bsn",
        Cimb = "cimb",
        DeutscheBank = "deutsche_bank",
        HongLeongBank = "hong_leong_bank",
        Hsbc = "hsbc",
        Kfh = "kfh",
        Maybank2e = "maybank2e",
        Maybank2u = "maybank2u",
        Ocbc = "ocbc",
        PbEnterprise = "pb_enterprise",
        PublicBank = "public_bank",
        Rhb = "rhb",
        StandardChartered = "standard_chartered",
        Uob = "uob",
    }

    enum PaymentMethodDetailsIdealBank {
        AbnAmro = "abn_amro",
        AsnBank = "asn_bank",
        Bunq = "bunq",
        Handelsbanken = "handelsbanken",
        Ing = "ing",
        Knab = "knab",
        Moneyou = "moneyou",
        Rabobank = "rabobank",
        Regiobank = "regiobank",
        Revolut = "revolut",
        SnsBank = "sns_bank",
        TriodosBank = "triodos_bank",
        VanLanschot = "van_lanschot",
        Yoursafe = "yoursafe",
    }

    enum PaymentMethodDetailsIdealBic {
        ABNANL2A = "ABNANL2A",
        ASNBNL21 = "ASNBNL21",
        BITSNL2A = "BITSNL2A",
        BUNQNL2A = "BUNQNL2A",
        FVLBNL22 = "FVLBNL22",
        HANDNL2A = "HANDNL2A",
        INGBNL2A = "INGBNL2A",
        KNABNL2H = "KNABNL2H",
        MOYONL21 = "MOYONL21",
        RABONL2U = "RABONL2U",
        RBRBNL21 = "RBRBNL21",
        REVOIE23 = "REVOIE23",
        REVOLT21 = "REVOLT21",
        SNSBNL2A = "SNSBNL2A",
        TRIONL2U = "TRIONL2U",
    }

    enum PaymentMethodDetailsInteracPresentReadMethod {
        ContactEmv = "contact_emv",
        ContactlessEmv = "contactless_emv",
        ContactlessMagstripeMode = "contactless_magstripe_mode",
        MagneticStripeFallback = "magnetic_stripe_fallback",
        MagneticStripeTrack2 = "magnetic_stripe_track2",
    }

    enum PaymentMethodDetailsInteracPresentReceiptAccountType {
        Checking = "checking",
        Savings = "savings",
        Unknown = "unknown",
    }

    enum PaymentMethodDetailsKonbiniStoreChain {
        Familymart = "familymart",
        Lawson = "lawson",
        Ministop = "ministop",
        Seicomart = "seicomart",
    }

    enum PaymentMethodDetailsP24Bank {
        AliorBank = "alior_bank",
        BankMillennium = "bank_millennium",
        BankNowyBfgSa = "bank_nowy_bfg_sa",
        BankPekaoSa = "bank_pekao_sa",
        BankiSpbdzielcze = "banki_spbdzielcze",
        Blik = "blik",
        BnpParibas = "bnp_paribas",
        Boz = "boz",
        CitiHandlowy = "citi_handlowy",
        CreditAgricole = "credit_agricole",
        Envelobank = "envelobank",
        EtransferPocztowy24 = "etransfer_pocztowy24",
        GetinBank = "getin_bank",
        Ideabank = "ideabank",
        Ing = "ing",
        Inteligo = "inteligo",
        MbankMtransfer = "mbank_mtransfer",
        NestPrzelew = "nest_przelew",
        NoblePay = "noble_pay",
        PbacZIpko = "pbac_z_ipko",
        PlusBank = "plus_bank",
        SantanderPrzelew24 = "santander_przelew24",
        TmobileUsbugiBankowe = "tmobile_usbugi_bankowe",
        ToyotaBank = "toyota_bank",
        VolkswagenBank = "volkswagen_bank",
    }

    enum PaymentMethodDetailsSofortPreferredLanguage {
        De = "de",
        En = "en",
        Es = "es",
        Fr = "fr",
        It = "it",
        Nl = "nl",
        Pl = "pl",
    }

    enum PaymentMethodDetailsUsBankAccountAccountHolderType {
        Company = "company",
        Individual = "individual",
    }

    enum PaymentMethodDetailsUsBankAccountAccountType {
        Checking = "checking",
        Savings = "savings",
    }

    enum RefundObject {
        Refund = "refund",
    }

    enum RefundReason {
        Duplicate = "duplicate",
        ExpiredUncapturedCharge = "expired_uncaptured_charge",
        Fraudulent = "fraudulent",
        RequestedByCustomer = "requested_by_customer",
    }

    enum ChargeRefundsObject {
        List = "list",
    }

    enum ChargeStatus {
        Failed = "failed",
        Pending = "pending",
        Succeeded = "succeeded",
    }
}
