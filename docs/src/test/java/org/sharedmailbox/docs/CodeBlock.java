/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;

/** What a page has readers type, or shows them. Immutable. */
final class CodeBlock {
    private final Optional<Language> language;
    private final String text;

    private CodeBlock(Optional<Language> language, String text) {
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
                                blocks.add(
                                        new CodeBlock(
                                                Language.labelled(block.getInfo()),
                                                block.getLiteral()));
                            }

                            @Override
                            public void visit(IndentedCodeBlock block) {
                                blocks.add(
                                        new CodeBlock(
                                                Language.of(block.getLiteral()),
                                                block.getLiteral()));
                            }
                        });
        return blocks;
    }

    /** Returns those of the page that are in that language. */
    static Stream<CodeBlock> of(Page page, Language language) {
        return of(page).stream().filter(block -> block.isIn(language));
    }

    /** Returns what it is written in; empty if nobody can tell. */
    Optional<Language> language() {
        return language;
    }

    private boolean isIn(Language wanted) {
        return language.filter(wanted::equals).isPresent();
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return text.lines().collect(Collectors.toList());
    }

    /** Returns the commands of a script. */
    List<ShellCommand> commands() {
        return ShellCommand.allOf(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
