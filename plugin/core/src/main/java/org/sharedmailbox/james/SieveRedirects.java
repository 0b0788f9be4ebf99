/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jsieve.ConfigurationManager;
import org.apache.jsieve.SieveConfigurationException;
import org.apache.jsieve.SieveFactory;
import org.apache.jsieve.parser.SieveNode;
import org.apache.jsieve.parser.generated.ASTcommand;
import org.apache.jsieve.parser.generated.ASTstring;
import org.apache.jsieve.parser.generated.Node;
import org.apache.jsieve.parser.generated.ParseException;
import org.apache.jsieve.parser.generated.TokenMgrError;

/** Reads from a Sieve script (RFC 5228 §4.2) to whom it redirects mail. */
final class SieveRedirects {
    /** Longer scripts are not read: the parser's work and depth grow with their length. */
    static final int MAX_OCTETS = 32_768;

    private SieveRedirects() {}

    /**
     * Returns the addresses, conditions not looked at; empty if the script cannot be read.
     *
     * @param script at most {@link #MAX_OCTETS}
     */
    static Optional<Set<String>> in(byte[] script) {
        try {
            return Optional.of(targets(parser().parse(new ByteArrayInputStream(script))));
        } catch (ParseException | TokenMgrError | StackOverflowError e) {
            // The parser is recursive; a script of that depth is as good as unreadable.
            return Optional.empty();
        }
    }

    private static SieveFactory parser() {
        try {
            return new ConfigurationManager().build();
        } catch (SieveConfigurationException e) {
            throw new JamesFailureException("James's Sieve parser cannot be made", e);
        }
    }

    private static Set<String> targets(Node script) {
        Set<String> targets = new TreeSet<>();
        Deque<Node> left = new ArrayDeque<>();
        left.push(script);
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (isRedirect(node)) {
                targets.addAll(strings(node));
            }
            children(node, left);
        }
        return targets;
    }

    private static boolean isRedirect(Node node) {
        return node instanceof ASTcommand
                && "redirect".equalsIgnoreCase(((SieveNode) node).getName());
    }

    private static Set<String> strings(Node command) {
        ImmutableSet.Builder<String> strings = ImmutableSet.builder();
        Deque<Node> left = new ArrayDeque<>();
        children(command, left);
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof ASTstring) {
                String quoted = String.valueOf(((SieveNode) node).getValue());
                strings.add(quoted.replaceAll("^\"|\"$", ""));
            }
            children(node, left);
        }
        return strings.build();
    }

    private static void children(Node node, Deque<Node> left) {
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            left.push(node.jjtGetChild(i));
        }
    }
}
