/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/** Reads the body of {@code PUT /delegation-policies/{domain}}: what is absent stays as it is. */
public final class PolicyRequest {
    private static final String ALLOWED_RIGHTS = "allowedRights";
    private static final String MAX_MEMBERS = "maxMembers";
    private static final String MAX_DURATION = "maxDuration";
    private static final String OTHER_DOMAINS = "otherDomains";
    private static final int MAX_MEMBER_LIMIT = 100_000;
    private static final int MAX_LIST_LENGTH = 4000;

    private PolicyRequest() {}

    /**
     * Reads the body of the request.
     *
     * @return a function that makes the new policy from the one before
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static UnaryOperator<DelegationPolicy> read(Request request) {
        JsonFields fields =
                RequestBody.fieldsOf(
                        request,
                        "enabled",
                        "personalDelegation",
                        ALLOWED_RIGHTS,
                        MAX_MEMBERS,
                        MAX_DURATION,
                        OTHER_DOMAINS,
                        DelegationRequest.NOTIFY);
        // Applied once now, so that a wrong field is refused before anything else is looked at.
        changed(DelegationPolicy.builtIn(), fields);
        return before -> changed(before, fields);
    }

    private static DelegationPolicy changed(DelegationPolicy before, JsonFields fields) {
        DelegationPolicy.Builder policy = before.toBuilder();
        fields.flag("enabled").ifPresent(policy::enabled);
        fields.flag("personalDelegation").ifPresent(policy::personalDelegation);
        fields.texts(ALLOWED_RIGHTS)
                .map(names -> RightNames.parse(ALLOWED_RIGHTS, names))
                .ifPresent(policy::allowedRights);
        fields.wholeNumber(MAX_MEMBERS).map(PolicyRequest::members).ifPresent(policy::maxMembers);
        if (fields.isNull(MAX_DURATION)) {
            policy.maxDuration(Optional.empty());
        }
        fields.nullable(MAX_DURATION)
                .text(MAX_DURATION)
                .map(PolicyRequest::duration)
                .ifPresent(longest -> policy.maxDuration(Optional.of(longest)));
        fields.texts(OTHER_DOMAINS).map(PolicyRequest::domains).ifPresent(policy::otherDomains);
        fields.text(DelegationRequest.NOTIFY)
                .map(DelegationRequest::noticesTo)
                .ifPresent(policy::noticesTo);
        return FieldValue.parse(MAX_DURATION, policy::build);
    }

    private static int members(long number) {
        if (number < 1 || number > MAX_MEMBER_LIMIT) {
            throw RequestRefusedException.invalid(
                    MAX_MEMBERS,
                    String.format(
                            "'maxMembers' is %d; it must be from 1 to %d",
                            number, MAX_MEMBER_LIMIT));
        }
        return (int) number;
    }

    private static Duration duration(String written) {
        try {
            Duration duration = Duration.parse(written);
            if (duration.getNano() == 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // refused below, like fractions of a second
        }
        throw RequestRefusedException.invalid(
                MAX_DURATION,
                String.format(
                        "'maxDuration' is %s, which is not a duration in days, hours, minutes and"
                                + " whole seconds; write it like P30D or PT12H",
                        Quoted.of(written)));
    }

    private static List<Domain> domains(List<String> names) {
        if (String.join(" ", names).length() > MAX_LIST_LENGTH) {
            throw RequestRefusedException.invalid(
                    OTHER_DOMAINS,
                    "'otherDomains' has more than " + MAX_LIST_LENGTH + " characters in all");
        }
        return names.stream()
                .map(name -> FieldValue.parse(OTHER_DOMAINS, () -> PolicyScope.domain(name)))
                .collect(Collectors.toList());
    }
}
