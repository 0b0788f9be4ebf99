/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;

/** What a page has readers type, or shows them. Immutable. */
final class CodeBlock {
    /** What the lines of a shell begin with, where a block does not say what it is. */
    private static final Set<String> PROGRAMS =
            Set.of("curl", "java", "git", "./mvnw", "./demo", "mvn", "unzip", "api=", "A=", "gpg");

    private final String language;
    private final String text;

    private CodeBlock(String language, String text) {
        this.language = language;
        this.text = text;
    }

    /** Returns those of the page, in their order. */
    static List<CodeBlock> of(Page page) {
        List<CodeBlock> blocks = new ArrayList<>();
        page.document()
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(FencedCodeBlock block) {
                                blocks.add(new CodeBlock(block.getInfo(), block.getLiteral()));
                            }

                            @Override
                            public void visit(IndentedCodeBlock block) {
                                blocks.add(
                                        new CodeBlock(
                                                languageOf(block.getLiteral()),
                                                block.getLiteral()));
                            }
                        });
        return blocks;
    }

    private static String languageOf(String text) {
        return PROGRAMS.stream().anyMatch(text::startsWith) ? "sh" : "";
    }

    /** Returns whether it is in that language. */
    boolean isIn(String wanted) {
        return language.equals(wanted);
    }

    String text() {
        return text;
    }

    /** Returns its commands, those that go on in the next line in one. */
    List<String> commands() {
        return text.replaceAll("\\\\\n *", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return text;
    }
}
